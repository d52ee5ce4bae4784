"""CSV: a header, then a question a row. `question`, then one `answer` or several, then `wrong` ones.

Columns are told by how their header begins (`answer`, `answer 2`, `wrong 1`), in any order; a semicolon or
a tab between cells is taken too, as spreadsheets in some languages write it.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from edu_tui.library.exchange.incoming import PAIRS, BankError, Incoming

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = {
    "question": "ask", "ask": "ask", "stem": "ask",
    "answer": "right", "correct": "right", "right": "right",
    "wrong": "wrong", "distractor": "wrong", "incorrect": "wrong",
}  # fmt: skip


def read_table(name: str, text: str) -> tuple[Incoming, ...]:
    """All of its questions; raises BankError with the line of the first thing that is wrong."""
    return tuple(_questions(name, text))


def _questions(name: str, text: str) -> Iterator[Incoming]:
    head = text.split("\n", 1)[0]
    between = max(",;\t", key=head.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=between, strict=True)
    kinds: list[str] = []
    line = 1
    try:
        for row in rows:
            begun, line = line, rows.line_num + 1
            cells = [" ".join(cell.split()) for cell in row]
            if not any(cells):
                continue
            if not kinds:
                kinds = _header(name, begun, cells)
                continue
            yield _question(f"{name}:{begun}", begun, kinds, cells)
    except csv.Error as error:
        raise BankError(f"{name}:{rows.line_num}: {error}.") from None
    if not kinds:
        raise BankError(f"{name}: it is empty. The first line is: question,answer,wrong,wrong")


def _header(name: str, line: int, cells: list[str]) -> list[str]:
    kinds = []
    for cell in cells:
        word = cell.casefold().rstrip("0123456789 ._-")
        if word in {"left", "pair", "match"}:
            raise BankError(f"{name}:{line}: a table has no place for pairs to match. {PAIRS}.")
        if word not in _KINDS:
            raise BankError(
                f"{name}:{line}: no column is called `{cell}`. Write: question,answer,wrong,wrong"
            )
        kinds.append(_KINDS[word])
    if kinds.count("ask") != 1 or "right" not in kinds or "wrong" not in kinds:
        raise BankError(f"{name}:{line}: it needs one `question`, an `answer` and a `wrong`.")
    return kinds


def _question(where: str, line: int, kinds: list[str], cells: list[str]) -> Incoming:
    if len(cells) > len(kinds):
        raise BankError(
            f"{where}: {len(cells)} cells under {len(kinds)} columns: put a text with a comma in quotes."
        )
    columns: dict[str, list[str]] = {"ask": [], "right": [], "wrong": []}
    for kind, cell in zip(kinds, cells, strict=False):
        if cell:
            columns[kind].append(cell)
    for kind, title in (("ask", "question"), ("right", "answer"), ("wrong", "wrong answer")):
        if not columns[kind]:
            raise BankError(f"{where}: the {title} is missing.")
    return Incoming(line, columns["ask"][0], tuple(columns["right"]), tuple(columns["wrong"]))
