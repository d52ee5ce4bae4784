"""What to leave out of a file that is not YAML, so that the rest of it can be read.

YAML goes by indentation, so the smallest block that holds the error is tried first: the value of its key, its
line, the value of the key or the entry around that, and so on up to a key of the file; last of all, everything
from there on. What is left out is covered character by character, so that all the rest keeps its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASHES = re.compile(r"[ \t]*(?:-[ \t]+)*")
_KEY = re.compile(r"""(?:"[^"\n]*"|'[^'\n]*'|[^\s#'"\[\]{},-][^\s:]*) *:(?=\s|$)""")
_WIDTH = 8
"""Columns of a tab, which indents nothing in YAML and looks as if it did."""


class Cut(NamedTuple):
    """One way to leave something out."""

    text: str
    """The file's text with that covered."""
    gap: int | None
    """Where a value that was covered stands; None where its key is covered too."""
    lost: str
    """What was covered."""
    after: int
    """The first line, from 1, on which another error is none of this one."""


class _Opener(NamedTuple):
    """A key or a list's dash: what is further in belongs to it."""

    row: int
    column: int
    dash: bool
    value: int
    """Where in its line its value would begin."""


def cuts(text: str, line: int) -> Iterator[Cut]:
    """Ways to leave out what is on that line, counted from 1, the smallest first."""
    lines = text.split("\n")
    top = row = min(line, len(lines)) - 1
    own = _openers(lines[row], row)
    around = list(_around(lines, row, own))
    if "\t" in lines[row][: _space(lines[row])]:
        # nobody can tell how far in the line is meant to be: the outermost entry of a list goes
        dashes = [place for place, opener in enumerate(around) if opener.dash]
        around = around[dashes[-1] if dashes else -1 :]
    elif not own:
        yield _whole(lines, row, _end(lines, row, _indent(lines[row]), dash=True))
    before = next((each for each in range(row - 1, -1, -1) if lines[each].strip()), row)
    keyless = before < row and all(each.dash for each in _openers(lines[before], before))
    for opener in around:
        top = opener.row
        last = _end(lines, top, opener.column, dash=opener.dash)
        if cut := _value(lines, opener, last):
            yield cut
        if own == [opener] and not opener.dash:
            # a line that is no key takes the keys below it for more of its text
            if not keyless:
                yield _whole(lines, row, last)
            elif not _openers(lines[before], before):
                yield _whole(lines, before, before)
    yield _whole(lines, top, len(lines) - 1)


def _around(lines: list[str], row: int, own: list[_Opener]) -> Iterator[_Opener]:
    """The keys and dashes that a line stands in, the innermost first; its own among them."""
    column, dash = (own[0].column + 1 if own else _indent(lines[row])), False
    for above in range(row, -1, -1):
        for opener in _openers(lines[above], above):
            inside = opener.column < column
            if inside or (opener.column == column and dash and not opener.dash):
                yield opener
                column, dash = opener.column, opener.dash


def _openers(line: str, row: int) -> list[_Opener]:
    """Those of a line, the innermost first."""
    lead = _DASHES.match(line)
    start = lead.end() if lead else 0
    key = _KEY.match(line, start)
    places = [(place, place + 1, True) for place in range(start) if line[place] == "-"]
    places += [(start, key.end(), False)] if key else []
    return [
        _Opener(row, _column(line, place), dash, end + _space(line[end:]))
        for place, end, dash in reversed(places)
    ]


def _space(text: str) -> int:
    return len(text) - len(text.lstrip())


def _column(line: str, place: int) -> int:
    return len(line[:place].expandtabs(_WIDTH))


def _indent(line: str) -> int:
    return _column(line, _space(line))


def _end(lines: list[str], first: int, column: int, *, dash: bool) -> int:
    """The last row of what belongs to a key or a dash in that column."""
    last = first
    for row in range(first + 1, len(lines)):
        if not lines[row].strip():
            continue
        indent = _indent(lines[row])
        listed = indent == column and not dash and lines[row].lstrip().startswith("- ")
        if indent <= column and not listed:
            break
        last = row
    return last


def _value(lines: list[str], opener: _Opener, last: int) -> Cut | None:
    """Its value covered by one word; None where it has none."""
    row, start = opener.row, opener.value
    while not lines[row][start:] or lines[row][start] == "#":
        row += 1
        if row > last:
            return None
        # a list may stand as far out as its key, and a word may not
        start = max(_space(lines[row]), opener.column + 1)
    covered = lines.copy()
    covered[row] = lines[row][:start].replace("-", " ") if row > opener.row else lines[row][:start]
    covered[row] += "~" * len(lines[row][start:])
    for below in range(row + 1, last + 1):
        covered[below] = _comment(lines[below])
    gap = sum(len(line) + 1 for line in lines[:row]) + start
    lost = "\n".join([lines[row][start:], *lines[row + 1 : last + 1]])
    return Cut("\n".join(covered), gap, lost, last + 2)


def _whole(lines: list[str], first: int, last: int) -> Cut:
    """Lines turned into comments; what only followed from them would be told on the line below."""
    rows = lines[first : last + 1]
    covered = [*lines[:first], *map(_comment, rows), *lines[last + 1 :]]
    return Cut("\n".join(covered), None, "\n".join(rows), last + 3)


def _comment(line: str) -> str:
    return "#" + "~" * (len(line) - 1) if line.strip() else line
