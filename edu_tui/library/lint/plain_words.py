"""A text's words without its markup, and the way back from a word to where it was written.

Both are made of the one parser's blocks. Most texts have neither marks nor lines and are their own words;
the way back is walked only for the few texts that something is wrong with.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.model.markup import ITEM, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edu_tui.model.markup import Mark

_MARKED = re.compile(r"[\n\[*{]")
_FOLD = re.compile(r"\s*\n\s*")


class _Run(NamedTuple):
    """Some words as they are read, and where they stand in the text as written."""

    words: str
    start: int
    exact: bool
    """Whether each of its characters stands there, one after the other."""


def plain_words(raw: str, clinic: Mapping[str, str]) -> str:
    """The words as a reader sees them, one block a line, placeholders filled in."""
    if not _MARKED.search(raw) and not ITEM.match(raw):
        return raw
    return "".join(run.words for run in _runs(raw, clinic))


def place_in_raw(raw: str, offset: int, clinic: Mapping[str, str]) -> int:
    """Where in the text as written that character of its plain words stands."""
    if not _MARKED.search(raw) and not ITEM.match(raw):
        return min(offset, len(raw))
    count = 0
    for run in _runs(raw, clinic):
        if count + len(run.words) > offset:
            return run.start + (offset - count if run.exact else 0)
        count += len(run.words)
    return len(raw)


def offset_of(raw: str, place: int, clinic: Mapping[str, str]) -> int:
    """How many characters of its plain words stand before the mark at that place."""
    count = 0
    for run in _runs(raw, clinic):
        if run.start >= place:
            break
        count += len(run.words)
    return count


def _runs(raw: str, clinic: Mapping[str, str]) -> Iterator[_Run]:
    begun = False
    for stretch, marks, _ in read(raw):
        if begun:
            yield _Run("\n", stretch.begin, exact=False)
        begun = True
        last = stretch.start
        for mark in marks:
            yield from _literal(raw, last, mark.start)
            yield _shown(raw, mark, clinic)
            last = mark.end
        yield from _literal(raw, last, stretch.end)


def _literal(raw: str, start: int, end: int) -> Iterator[_Run]:
    for line_end in _FOLD.finditer(raw, start, end):
        yield _Run(raw[start : line_end.start()], start, exact=True)
        yield _Run(" ", line_end.start(), exact=False)
        start = line_end.end()
    yield _Run(raw[start:end], start, exact=True)


def _shown(raw: str, mark: Mark, clinic: Mapping[str, str]) -> _Run:
    """What a mark is to the reader."""
    if mark.kind == "term":
        start = mark.start + len("[[")
        return _Run(mark.text, start, exact=raw.startswith(mark.text, start))
    if mark.kind == "clinic":
        return _Run(clinic.get(mark.ref, "the clinic"), mark.start, exact=False)
    return _Run("*" if mark.kind == "star" else "", mark.start, exact=False)
