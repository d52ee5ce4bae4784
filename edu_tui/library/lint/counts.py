"""Numbers of people as a text gives them: `21 of 100`, `3 out of 10 people`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.model.figure import Compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Part
    from edu_tui.model.figure import ComparedCell

PEOPLE = r"(?:people|patients|adults|men|women|children|babies|veterans|users|persons|volunteers|nurses|doctors)"
_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_MEASURED = r"(?! ?(?:%|percent|m[gl]\b|kg|milli|micro|kilo|grams?|units?|steps|points|calories|meters|feet|miles|dollars))"
# begins with letters that a search can skip to: it runs over every text
_OF = re.compile(
    rf"of (?:(?:every|each|the|these) )?"
    rf"(10(?= {PEOPLE}\b)|1(?:00|,?000|0,?000|00,?000|,?000,?000)(?![\d,.]*\d){_MEASURED})"
)
_BEFORE = re.compile(rf"\b{_NUMBER}(?: {PEOPLE})? (?:out )?\Z", re.I)
_REACH = 40
"""Characters: a number and `people out` before `of`."""
_SIZES = frozenset({"10", "100", "1,000", "1000", "10,000", "10000", "100,000", "1,000,000"})
_NAMES = "none one two three four five six seven eight nine ten eleven twelve"
_WORDS = {name: value for value, name in enumerate(_NAMES.split())}
_ANY = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.I)


class Count(NamedTuple):
    """So many out of so many."""

    start: int
    of: int


def has_counts(subject: Subject) -> bool:
    """Whether there can be any in what patients read."""
    return not _SIZES.isdisjoint(subject.vocabulary)


def counts(text: str) -> Iterator[Count]:
    """Each in a text, in order: not `7 out of 10` on a scale, nor 50 of 100 milligrams."""
    for match in _OF.finditer(text):
        at = match.start()
        before = _BEFORE.search(text, max(0, at - _REACH), at)
        if before is not None:
            yield Count(before.start(), int(match[1].replace(",", "")))


def numbers_in(text: str) -> set[float]:
    """Every number in a text, in digits or as a small word."""
    result: set[float] = set()
    for token in _ANY.findall(text):
        if token[0].isdigit():
            result.add(float(token.replace(",", "").rstrip(".")))
        elif token.lower() in _WORDS:
            result.add(_WORDS[token.lower()])
    return result


def cells(subject: Subject) -> Iterator[tuple[Part, ComparedCell]]:
    """Of every comparison that patients see."""
    for section, record in subject.sections:
        figure = record.figure
        if figure and isinstance(figure.data, Compare) and section.audience == "patient":
            part = next(one for one in section.parts if one.kind == "figure")
            rows = [inner for inner in part.parts if inner.kind == "row"]
            parts = [inner for row in rows for inner in row.parts if inner.kind == "cell"]
            yield from zip(
                parts, (cell for row in figure.data.rows for cell in row.cells), strict=True
            )
