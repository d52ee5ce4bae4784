"""Meters: how many of how many, as a bar on one line; in words alone, the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.line import Line, Room, Span, cells
from edu_tui.layout.part import Drawn, Part, words
from edu_tui.layout.wrap import wrap_text
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST, LONGEST = 8, 40
"""Columns of a bar."""


class Meter(NamedTuple):
    """So many of a whole."""

    label: str
    number: int
    of: int


def meter_parts(meters: Sequence[Meter], room: Room) -> list[Part]:
    """One bar under the other, all as long; under its label where there is no room beside it."""
    if room.medium == "words":
        return [words(say("{label}: {n} of {of}.", label=meter.label, n=meter.number, of=meter.of)) for meter in meters]  # fmt: skip
    texts = [say("{n} of {of}", n=meter.number, of=meter.of) for meter in meters]
    told_width = max(map(cells, texts), default=0)
    label = max((cells(meter.label) for meter in meters), default=0)
    beside = room.width - label - told_width - 4
    if beside >= SHORTEST:
        size = min(LONGEST, beside)
        lines = [
            (
                Span(f"{meter.label}{' ' * (label - cells(meter.label))}  "),
                *_bar(meter, size, room, text),
            )
            for meter, text in zip(meters, texts, strict=True)
        ]
        return [Drawn(tuple((line,) for line in lines))]
    size = max(SHORTEST, min(LONGEST, room.width - told_width - 4))
    chunks = [
        (*wrap_text(meter.label, room.width), (Span("  "), *_bar(meter, size, room, text)))
        for meter, text in zip(meters, texts, strict=True)
    ]
    return [Drawn(tuple(chunks))]


def _bar(meter: Meter, size: int, room: Room, message: str) -> Line:
    full = round(meter.number / meter.of * size) if meter.of else 0
    if meter.number:
        # What is there is seen, and so is what is missing.
        full = max(1, min(full, size if meter.number >= meter.of else size - 1))
    bar = Span(room.glyph("█", "#") * full, "mark")
    rest = Span(room.glyph("·", ".") * (size - full), "rest")
    return (*(span for span in (bar, rest) if span.text), Span(f"  {message}", "strong"))
