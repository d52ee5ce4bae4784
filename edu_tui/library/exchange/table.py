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
_HEAD = "question,answer,wrong,wrong"
_NAMELESS = ""
"""A column without a name, as spreadsheets leave them; nothing may stand in it."""
_SEPARATOR = re.compile(r"\"?sep=([^\s\w\"]|\t)\"?[;,\t ]*", re.I)
"""The first line of some spreadsheets' files, which tells what is between cells."""


def read_table(name: str, text: str) -> tuple[Incoming, ...]:
    """All of its questions; raises BankError with every fault and its line."""
    faults: list[str] = []
    kinds: list[str] = []
    questions = []
    for line, cells in _rows(name, text, faults):
        if kinds:
            question = _question(line, kinds, cells)
            if isinstance(question, Incoming):
                questions.append(question)
            else:
                faults.append(f"{name}:{line}: {question}.")
        elif wrong := _header_faults(cells):
            # under columns that are not known no row can be judged
            raise BankError(*(f"{name}:{line}: {each}." for each in wrong))
        else:
            kinds = [_KINDS[_bare(cell)] if cell else _NAMELESS for cell in cells]
    if faults:
        raise BankError(*faults)
    if not kinds:
        raise BankError(f"{name}: it is empty. The first line is: {_HEAD}")
    return tuple(questions)


def _rows(name: str, text: str, faults: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row that has something in it, with its line; a quote without an end costs its row alone."""
    head = text.partition("\n")[0]
    told = _SEPARATOR.fullmatch(head)
    between = told[1] if told else max(",;\t", key=head.count)
    lines = text.split("\n")
    above: int | None = 1 if told else 0
    while above is not None:
        rest = "\n".join(lines[above:])
        rows = csv.reader(StringIO(rest, newline=""), delimiter=between, strict=True)
        line, begin, above = 1, above, None
        try:
            for row in rows:
                begun, line = line, rows.line_num + 1
                cells = [" ".join(cell.split()) for cell in row]
                if any(cells):
                    yield begin + begun, cells
        except csv.Error as error:
            opened = _open_quote(rest, line, between)
            message = f"{error}"
            if opened:
                above = begin + opened
                message = (
                    'this quote is not closed; end the text with `"`, and write one within it twice'
                )
            faults.append(f"{name}:{begin + (opened or rows.line_num)}: {message}.")


def _open_quote(text: str, line: int, between: str) -> int:
    """The line, from one on, of the first quote that ends nowhere or in the midst of a cell; 0 without one."""
    rest = "\n".join(text.split("\n")[line - 1 :])
    for cell in re.finditer(rf'(?:^|(?<=[\n{re.escape(between)}]))"(?:[^"]|"")*("?)', rest):
        if not cell[1] or rest[cell.end() : cell.end() + 1] not in {"", "\n", between}:
            return line + rest.count("\n", 0, cell.start())
    return 0


def _bare(cell: str) -> str:
    return cell.casefold().rstrip("0123456789 ._-")


def _header_faults(cells: list[str]) -> list[str]:
    """What is wrong with the names of the columns."""
    words = [_bare(cell) for cell in cells]
    if {"left", "pair", "match"} & {*words}:
        return [f"a table has no place for pairs to match. {PAIRS}"]
    faults = [
        f"no column is called `{cell}`. Write: {_HEAD}"
        for cell, word in zip(cells, words, strict=True)
        if cell and word not in _KINDS
    ]
    kinds = [_KINDS.get(word) for word in words]
    if not faults and (kinds.count("ask") != 1 or not {"right", "wrong"} <= {*kinds}):
        faults.append("it needs one `question`, an `answer` and a `wrong`")
    return faults


def _question(line: int, kinds: list[str], cells: list[str]) -> Incoming | str:
    """The question of a row, or what is wrong with it."""
    columns: dict[str, list[str]] = {"ask": [], "right": [], "wrong": [], _NAMELESS: []}
    for kind, cell in zip_longest(kinds, cells, fillvalue=""):
        if cell:
            columns[kind].append(cell)
    if columns[_NAMELESS]:
        return (
            f"`{columns[_NAMELESS][0]}` stands under no column: put a text with a comma in quotes"
        )
    for kind, title in (("ask", "question"), ("right", "answer"), ("wrong", "wrong answer")):
        if not columns[kind]:
            return f"the {title} is missing"
    return Incoming(line, columns["ask"][0], tuple(columns["right"]), tuple(columns["wrong"]))
