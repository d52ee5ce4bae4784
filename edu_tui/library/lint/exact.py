"""N (continued): doses, dates and times that can be read in one way only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.search import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.search import PatternHit
    from edu_tui.library.lint.subject import Subject

_DOSE_UNIT = r"(?:mg|mcg|µg|ug|ml|g|grams?|milligrams?|micrograms?|milliliters?|units?|tablets?|pills?|miligramos?|gramos?|unidades|tabletas?)"
_DOSES = Pattern(
    rf"\b\d+\.0+ ?{_DOSE_UNIT}\b|(?<![\d.])\.\d+ ?{_DOSE_UNIT}\b|\b\d+(?:\.\d+)? ?(?:iu|u|µg|ug|cc)\b"
    r"|(?<!\w)(?:q\.?o\.?d|q\.?d|b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\.?h\.?s|p\.?r\.?n|q\d+h|p\.o|a\.c|p\.c|h\.s)\.?(?!\w)"
)
"""From ISMP's list of error-prone abbreviations: a point that is not seen makes it ten times as much."""
_DOSE_LIKE = re.compile(
    r"\W*(?:\d+\.0|\d*(?:\.\d+)?(?:iu|u|µg|ug|cc)\b|(?:q\.?[dho]|[bt]\.?i\.?d|q\.?i\.?d|p\.?r\.?n|q\d)|[pa]\.[oc]\b)|[(\[]?\.\d",
    re.I,
)
_DATE_LIKE = re.compile(
    r"\W*(?:\d{1,2}[/.]\d{1,2}[/.]\d|12|(?:1[3-9]|2[0-3]):|midnight|medianoche)", re.I
)
"""A quick look at each token."""
_NOON = r"(?:noon|midnight|o'clock|hours?|weeks?|days?|months?|years?|minutes?|tablets?|pills?|people|percent|of|to|or|and|a\.?m|p\.?m)"
_DATE = Pattern(r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b")
_TWELVE = Pattern(
    rf"\b(?:at|by|until|before|after|from|a las) 12\b(?:(?=[.,;:]?(?:$| (?!{_NOON}\b)))(?!:\d)|:00\b(?! ?(?:noon|midnight)))|\b12(?::00)? ?(?:a\.?m|p\.?m)\b"
    r"|\b12 o'clock\b(?! (?:noon|at night|in the))|\bmidnight (?:on|of|tomorrow|tonight)\b|\bmedianoche del?\b"
)
_BY_HALF = re.compile(r"\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b)", re.I)
_BY_DAY = Pattern(r"\b(?:1[3-9]|2[0-3]):[0-5]\d\b")


def _doses(subject: Subject) -> Iterator[Problem]:
    if not subject.lexicon.marked("N313", _dose_like).among(subject.tokens):
        return
    for hit in _DOSES.hits(subject):
        message = f'"{hit.words}" is misread as another dose or time: {_dose_advice(hit)}'
        yield Problem(message, hit.unit, hit.offset)


def _dose_like(token: str) -> tuple[str, ...]:
    return (token,) if _DOSE_LIKE.match(token) else ()


def _date_like(token: str) -> tuple[str, ...]:
    return (token,) if _DATE_LIKE.match(token) else ()


def _dose_advice(hit: PatternHit) -> str:
    number = re.match(r"(\d*)\.(\d+)", hit.words)
    if number and number[1]:
        return f'write "{number[1]}" without a point'
    if number:
        return f'write "0.{number[2]}"'
    return 'write the words, such as "units" or "twice a day"'


def _dates(subject: Subject) -> Iterator[Problem]:
    if not subject.lexicon.marked("N314", _date_like).among(subject.tokens):
        return
    for hit in _DATE.hits(subject):
        yield Problem(
            f'"{hit.words}" is another day in another country: write the month as a word',
            hit.unit,
            hit.offset,
        )
    for hit in _TWELVE.hits(subject):
        yield Problem(
            f'"{hit.words}": say noon, or the minute before or after midnight and the day',
            hit.unit,
            hit.offset,
        )
    if _BY_HALF.search(subject.script.text):
        for hit in _BY_DAY.hits(subject):
            message = f'"{hit.words}" here, a.m. or p.m. elsewhere: write all times one way'
            yield Problem(message, hit.unit, hit.offset)
            break


RULES: tuple[Rule, ...] = (
    Rule(
        "N313",
        "error",
        "Doses that cannot be misread",
        "A point that is not seen makes a dose ten times as large.",
        "Take 5.0 mg.",
        "Take 5 milligrams.",
        _doses,
        "`5.0 mg`, `.5 mg`, `U`, `µg`, `q.d.` and the like, from ISMP's list of error-prone abbreviations.",
    ),
    Rule(
        "N314",
        "warning",
        "Dates and times that can be read in one way only",
        "Whoever comes on the wrong day, or fasts on the wrong night, has come in vain.",
        "Come on 03/04/2026 at 12.",
        "Come on March 4, 2026, at noon.",
        _dates,
        "Dates in figures, twelve and midnight without more, and times of both kinds in one module.",
    ),
)
