"""CSV: a header, then a question a row. `question`, then one `answer` or several, then `wrong` ones.

Columns are told by how their header begins (`answer`, `answer 2`, `wrong 1`), in any order; a semicolon or
a tab between cells is taken too, as spreadsheets in some languages write it, and what a first line `sep=;` tells.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from edu_tui.library.exchange.incoming import PAIRS, BankError, Incoming

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = {
    "question": "ask", "ask": "ask", "stem": "ask",
    "answer": "right", "correct": "right", "right": "right",
    "wrong": "wrong", "distractor": "wrong", "incorrect": "wrong",
}  # fmt: skip
_NAMELESS = ""
"""A column without a name, as spreadsheets leave them; nothing may stand in it."""
_SEPARATOR = re.compile(r"\"?sep=([^\s\w\"]|\t)\"?[;,\t ]*", re.I)
"""The first line of some spreadsheets' files, which tells what is between cells."""


def read_table(name: str, text: str) -> tuple[Incoming, ...]:
    """All of its questions; raises BankError with the line of the first thing that is wrong."""
    return tuple(_questions(name, text))


def _questions(name: str, text: str) -> Iterator[Incoming]:
    head, _, below = text.partition("\n")
    told = _SEPARATOR.fullmatch(head)
    above = 1 if told else 0
    if told:
        text = below
    between = told[1] if told else max(",;\t", key=head.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=between, strict=True)
    kinds: list[str] = []
    line = 1
    try:
        for row in rows:
            begun, line = line + above, rows.line_num + 1
            cells = [" ".join(cell.split()) for cell in row]
            if not any(cells):
                continue
            if not kinds:
                kinds = _header(name, begun, cells)
                continue
            yield _question(f"{name}:{begun}", begun, kinds, cells)
    except csv.Error as error:
        if opened := _open_quote(text, line, between):
            message = (
                'this quote is not closed; end the text with `"`, and write one within it twice'
            )
            raise BankError(f"{name}:{opened + above}: {message}.") from None
        raise BankError(f"{name}:{rows.line_num + above}: {error}.") from None
    if not kinds:
        raise BankError(f"{name}: it is empty. The first line is: question,answer,wrong,wrong")


def _open_quote(text: str, line: int, between: str) -> int:
    """The line, from one on, of the first quote that ends nowhere or in the midst of a cell; 0 without one."""
    rest = "\n".join(text.split("\n")[line - 1 :])
    for cell in re.finditer(rf'(?:^|(?<=[\n{re.escape(between)}]))"(?:[^"]|"")*("?)', rest):
        if not cell[1] or rest[cell.end() : cell.end() + 1] not in {"", "\n", between}:
            return line + rest.count("\n", 0, cell.start())
    return 0


def _header(name: str, line: int, cells: list[str]) -> list[str]:
    kinds = []
    for cell in cells:
        word = cell.casefold().rstrip("0123456789 ._-")
        if word in {"left", "pair", "match"}:
            raise BankError(f"{name}:{line}: a table has no place for pairs to match. {PAIRS}.")
        if cell and word not in _KINDS:
            raise BankError(
                f"{name}:{line}: no column is called `{cell}`. Write: question,answer,wrong,wrong"
            )
        kinds.append(_KINDS[word] if cell else _NAMELESS)
    if kinds.count("ask") != 1 or "right" not in kinds or "wrong" not in kinds:
        raise BankError(f"{name}:{line}: it needs one `question`, an `answer` and a `wrong`.")
    return kinds


def _question(where: str, line: int, kinds: list[str], cells: list[str]) -> Incoming:
    columns: dict[str, list[str]] = {"ask": [], "right": [], "wrong": [], _NAMELESS: []}
    for kind, cell in zip_longest(kinds, cells, fillvalue=""):
        if cell:
            columns[kind].append(cell)
    if columns[_NAMELESS]:
        raise BankError(
            f"{where}: `{columns[_NAMELESS][0]}` stands under no column: put a text with a comma in quotes."
        )
    for kind, title in (("ask", "question"), ("right", "answer"), ("wrong", "wrong answer")):
        if not columns[kind]:
            raise BankError(f"{where}: the {title} is missing.")
    return Incoming(line, columns["ask"][0], tuple(columns["right"]), tuple(columns["wrong"]))
