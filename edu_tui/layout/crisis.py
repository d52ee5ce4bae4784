"""Help at once as parts: whom to call, and when they answer."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from edu_tui.layout.large import large, number_in
from edu_tui.layout.line import BLANK, Span
from edu_tui.layout.part import Drawn, Gap, Heading, Words, words
from edu_tui.layout.wrap import wrap
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.layout.line import Line, Room
    from edu_tui.layout.part import Part
    from edu_tui.model.library import CrisisLine, Library

GUTTER = "  "
"""Between a number and the words beside it."""
BESIDE = 20
"""Columns that those words have at least."""


def crisis_in_short(library: Library, *, hours: bool, heading: bool) -> list[Part]:
    """The same in few lines: what to do, and who answers, without an empty line between."""
    parts: list[Part] = []
    if heading:
        parts.append(Heading(say("If you are in danger now, get help now.")))
    for crisis_line in library.crisis:
        name = (
            f"{crisis_line.name}, {crisis_line.country}"
            if _has_several_countries(library)
            else crisis_line.name
        )
        who = f" ({name}), {crisis_line.when}" if hours and crisis_line.when else f" ({name})"
        parts.append(Words((Span(crisis_line.how.rstrip("."), "strong"), Span(who)), "- "))
    return parts


def crisis_at_large(
    library: Library, room: Room, *, apart: bool, halves: bool
) -> list[Part] | None:
    """Each line's number in large digits, and who answers beside it; None where that is too wide.

    Without numbers there is nothing to show large. `apart` is an empty line between them, `halves` whether
    half blocks can be drawn.
    """
    numbers = [large(number_in(each.how), room.medium, halves=halves) for each in library.crisis]
    wide = max((len(number[0]) for number in numbers), default=0)
    beside = room.width - wide - len(GUTTER)
    if not wide or beside < BESIDE:
        return None
    parts = crisis_parts(library)[:2]
    for index, (each, number) in enumerate(zip(library.crisis, numbers, strict=True)):
        parts += [Gap()] if apart or index == 0 else []
        spans = (Span(f"{_name(library, each)}:", "label"), *_how(each))
        told = [line for span in spans for line in wrap((span,), beside)]
        parts.append(Drawn((tuple(_beside(number, wide, told)),)))
    return parts


def _beside(number: Sequence[str], wide: int, told: Sequence[Line]) -> Iterator[Line]:
    """A large number of so many columns and words at its right, as many lines as the longer of them has."""
    for digits, words_ in zip_longest(number, told):
        yield (Span((digits or "").ljust(wide) + GUTTER, "mark"), *(words_ or BLANK))


def crisis_parts(library: Library) -> list[Part]:
    """Each of the library's lines with what to do first; never nothing."""
    parts: list[Part] = [
        Heading(say("If you are in danger now, get help now.")),
        words(say("If you are in the clinic, tell any staff member.")),
    ]
    for crisis_line in library.crisis:
        name = _name(library, crisis_line)
        parts += [Gap(), words(name, "label"), Words(_how(crisis_line), "  ")]
    if not library.crisis:
        parts += [Gap(), words(say("Call your local emergency number."), "strong")]
    return parts


def _name(library: Library, crisis_line: CrisisLine) -> str:
    several = _has_several_countries(library)
    return f"{crisis_line.name} ({crisis_line.country})" if several else crisis_line.name


def _how(crisis_line: CrisisLine) -> tuple[Span, ...]:
    how = f"{crisis_line.how}. " if crisis_line.when else crisis_line.how
    told = Span(how.replace("..", "."), "strong")
    when = say("When: {when}.", when=crisis_line.when) if crisis_line.when else ""
    return (told, Span(when)) if when else (told,)


def _has_several_countries(library: Library) -> bool:
    return len({crisis_line.country for crisis_line in library.crisis}) > 1
