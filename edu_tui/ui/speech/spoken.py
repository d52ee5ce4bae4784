"""A view as sentences: what is drawn is left out, what is shown as a mark is said in words.

Every picture of a text has a sentence beside it that says the same; that one is read.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.view import Row
from edu_tui.layout.line import Room
from edu_tui.layout.part import Drawn, Gap
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.journey.view import View
    from edu_tui.layout.line import Line, Tone

MOST_ROWS = 12
"""Of a long list; the rest can be walked through."""
WIDE = Room(100_000, 0, "words")
"""A paragraph is one line."""
_DRAWN: frozenset[Tone] = frozenset({"cite", "mark", "rest", "code", "ink"})
"""Tones of what is not words."""
_FRAMES = re.compile(
    r"[\u2500-\u257f]+|(?<!\w)[-+|]{2,}(?!\w)|^[|]|[|]$|[\u2580-\u25ff\u2190-\u2193]"
)
_CORNERS = ("┌", "└", "+-")
_MARKS = ("■ ", "# ")
_LIST = re.compile(r"(?:[-*]|\d{1,2}\.) ")
_END = (".", "?", "!", ":", ";", ",")
_STATES = {
    "( )": "Not chosen",
    "[ ]": "Not chosen",
    "(*)": "Chosen",
    "[x]": "Chosen",
}
_UNITS = {
    "en": {
        "mg/kg": "milligrams per kilogram",
        "mg": "milligrams",
        "kg": "kilograms",
        "mL": "millilitres",
        "mmHg": "millimetres of mercury",
        "e.g.": "for example",
    },
    "es": {
        "mg/kg": "miligramos por kilogramo",
        "mg": "miligramos",
        "kg": "kilogramos",
        "mL": "mililitros",
        "mmHg": "milímetros de mercurio",
    },
}


class Spoken(NamedTuple):
    """What can be said of a view."""

    title: str
    words: tuple[str, ...]
    """Its paragraphs."""
    rows: tuple[str, ...]
    """Each thing to choose, with its number and how it stands."""
    total: int
    """How many there are, also where not all are told."""


def spoken(view: View, language: str = "en") -> Spoken:
    """The whole of it."""
    words: list[str] = []
    rows: list[Row] = []
    for part in islice(view.parts, 400):
        if isinstance(part, Row):
            rows.append(part)
        elif isinstance(part, Drawn):
            words += [paragraph for chunk in part.made for paragraph in _paragraphs(chunk)]
        elif not isinstance(part, Gap):
            words += [paragraph for chunk in part.chunks(WIDE) for paragraph in _paragraphs(chunk)]
    count = len(rows)
    texts = [row_words(row, at, count) for at, row in enumerate(rows[:MOST_ROWS], 1)]
    return Spoken(
        " ".join(sentence(part) for part in (*view.where, view.state) if part),
        tuple(_units(word, language) for word in words if word),
        tuple(_units(text, language) for text in texts),
        count,
    )


def row_words(row: Row, number: int, count: int) -> str:
    """`Number 2 of 3. Get a ride home. Not chosen.`"""
    state = _STATES.get(row.mark)
    marked = say(state) if state else ""
    if not state and row.mark.strip("[]() ").isdigit():
        marked = say("Place {n}", n=row.mark.strip("[]() "))
    place = say("Number {n} of {total}", n=number, total=count)
    texts = (place, _plain(row.label), marked, _plain(row.detail))
    return " ".join(sentence(part) for part in texts if part)


def focused(view: View, focus: int, language: str = "en") -> str:
    """The row in focus; nothing where there is none."""
    rows = view.rows
    if not 0 <= focus < len(rows):
        return ""
    return _units(row_words(rows[focus], focus + 1, len(rows)), language)


def sentence(text: str) -> str:
    """With an end, so that the voice makes a pause."""
    clean = text.strip()
    return clean if not clean or clean.endswith(_END) else f"{clean}."


def _paragraphs(chunk: list[Line] | tuple[Line, ...]) -> Iterator[str]:
    """Lines that belong together, joined: a wrapped line is no pause."""
    gathered: list[str] = []
    skipping = False
    before = ""
    for whole in chunk:
        line = tuple(span for span in whole if span.tone != "picture")
        pictures = [span.about for span in whole if span.tone == "picture" and span.about]
        if pictures:
            yield from (_finished(texts) for texts in (gathered, pictures) if texts)
            gathered = []
        raw = "".join(span.text for span in line).strip()
        skipping = skipping or _is_legend(line)
        if skipping:
            skipping = bool(raw) and not raw.endswith(".")
            continue
        text, kind = _words(line), _kind(line)
        if gathered and (not text or kind != before or _begins(line, raw)):
            yield _finished(gathered)
            gathered = []
        before = kind
        if text:
            gathered.append(text)
        if raw.startswith(_CORNERS) and gathered:
            yield _finished(gathered)
            gathered = []
    if gathered:
        yield _finished(gathered)


def _kind(line: Line) -> str:
    """What a line is as a whole, where that sets it apart from the next: a drawing and what is over it."""
    tones = {span.tone for span in line}
    if "mark" in tones:
        return "mark"
    return next(iter(tones)) if tones in ({"label"}, {"soft"}) else ""


def _is_legend(line: Line) -> bool:
    """What the marks of a drawing mean: a sentence of no use without it."""
    return bool(line) and line[0].tone == "soft" and line[0].text.startswith(_MARKS)


def _begins(line: Line, raw: str) -> bool:
    """Whether a line does not go on with the sentence before it."""
    apart = any(span.tone in {"heading", "label"} for span in line)
    apart = apart or (len(line) > 1 and line[0].tone == "warning" and line[0].text.strip() != "│")
    return apart or raw.startswith(_CORNERS) or _LIST.match(raw) is not None


def _words(line: Line) -> str:
    """What is to be said of a line; a pause after a label that has words beside it."""
    parts: list[str] = []
    here = [span.text.strip() for span in line if span.tone == "strong"]
    if len(here) == 1 and here[0].startswith("[") and here[0].endswith("]"):
        # The rail of a day: which part of it this is, without all the others.
        return here[0][1:-1]
    for place, span in enumerate(line):
        text = "" if span.tone in _DRAWN else span.text
        label = place == 0 and len(line) > 1 and span.tone in {"label", "warning"}
        if label and any(char.isalnum() for char in text):
            text = f"{text.rstrip().rstrip(':')}: "
        parts.append(text)
    return _plain("".join(parts))


def _finished(gathered: list[str]) -> str:
    whole = re.sub(r"^[-*] ", "", " ".join(gathered).strip())
    return sentence(whole) if any(char.isalnum() for char in whole) else ""


def _plain(text: str) -> str:
    """Without frames; brackets that a voice may take for sounds are kept apart."""
    return " ".join(_FRAMES.sub(" ", text).replace("[[", "[ [").split())


def _units(text: str, language: str) -> str:
    for short, full in _UNITS.get(language, {}).items():
        if short in text:
            text = re.sub(rf"(?<![\w/]){re.escape(short)}(?![\w/])", full, text)
    return text
