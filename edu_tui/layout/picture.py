"""Where a picture stands on a page: beside the words, above them, or a key away where there is no room.

What is under it comes after the words beside it: a line that is read across has words of one text alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.line import BLANK, Span
from edu_tui.layout.part import Drawn, Gap, Pictured, words
from edu_tui.layout.pixels import COLUMNS, LINES, captioned, drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from edu_tui.layout.line import Line, Room
    from edu_tui.layout.part import Part
    from edu_tui.model.picture import Picture

BETWEEN = 2
"""Columns between a picture and the words beside it."""
WORDS = 32
"""Columns of the words beside it at least."""
HIGH, HIGH_FOR_FINGERS = 19, 34
"""Lines of a room from which it fits under a title and over the rows: a picture is never split."""


def with_picture(picture: Picture | None, parts: Sequence[Part], room: Room) -> list[Part]:
    """The parts with their picture."""
    if picture is None:
        return [*parts]
    if left_out([picture], room):
        # A key shows both. Only a number that matters is told at once: it may stand nowhere else.
        numbered = any(sign.isdigit() for sign in picture.caption)
        caption: list[Part] = [words(picture.caption, "label"), Gap()] if numbered else []
        return [*caption, *parts]
    art = drawn(picture, room)
    side = room._replace(width=room.width - COLUMNS - BETWEEN)
    lines, taken = _first(parts, side, len(art), _most(room)) if art else ([], 0)
    if not taken:
        return [Pictured(picture), Gap(), *parts]
    merged = (*_merged(art, lines), *captioned(picture, room))
    rest = parts[taken:]
    if rest and isinstance(rest[0], Gap):
        rest = rest[1:]
    return [Drawn((merged,)), *([Gap(), *rest] if rest else [])]


def left_out(pictures: Iterable[Picture], room: Room) -> bool:
    """Whether one of them could be drawn and has no room here."""
    high = HIGH_FOR_FINGERS if room.touched else HIGH
    small = 0 < room.height < high or room.width < COLUMNS + BETWEEN + WORDS
    return small and any(drawn(picture, room) for picture in pictures)


def _most(room: Room) -> int:
    """Lines that fit a page with its title, whatever rows stand under them."""
    return max(LINES, room.height * 3 // 4 - 2) if room.height else 2 * LINES


def _first(parts: Sequence[Part], room: Room, high: int, most: int) -> tuple[list[Line], int]:
    """The lines of as many parts as stand beside a picture that high, and how many parts that is."""
    lines: list[Line] = []
    for taken, part in enumerate(parts):
        more = [line for chunk in part.chunks(room) for line in chunk]
        if len(lines) >= high or len(lines) + len(more) > most:
            return _ended(lines), taken
        lines += more
    return _ended(lines), len(parts)


def _ended(lines: list[Line]) -> list[Line]:
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _merged(art: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    merged: list[Line] = []
    for at in range(max(len(art), len(lines))):
        (span,) = art[at] if at < len(art) else (Span("", "picture"),)
        beside = lines[at] if at < len(lines) else BLANK
        lead = span._replace(text=span.text.ljust(COLUMNS + BETWEEN)) if beside else span
        merged.append((lead, *beside) if lead.text else BLANK)
    return merged
