"""A drawing's pixels as lines: half blocks, or the four characters of their twin that every font has."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from edu_tui.layout.line import Line, Span
from edu_tui.layout.look import has_halves
from edu_tui.layout.wrap import wrap_text
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.model.picture import Picture

COLUMNS, LINES = 24, 12
_HALVES, _TWIN = " ▀▄█", ' "o8'
"""Nothing, the upper half, the lower half, both."""


def told(picture: Picture) -> str:
    """What is said of it where it is not drawn."""
    return say("Picture: {alt}", alt=picture.alt)


def drawn(picture: Picture, room: Room) -> list[Line]:
    """Its lines without empty ones around it; none in words alone, and where it could not be drawn.

    The first says what it tells, for who has the page read aloud.
    """
    if room.medium == "words" or picture.drawing is None or not picture.drawing.drawn.pixels:
        return []
    signs = _HALVES if has_halves(room.medium, os.environ) else _TWIN
    lines = _lines(picture.drawing.drawn.pixels, signs)
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    about = [told(picture), *[""] * len(lines)]
    return [(Span(text, "picture", said),) for text, said in zip(lines, about, strict=False)]


def captioned(picture: Picture, room: Room) -> list[Line]:
    """The words under it; no line where there are none."""
    return wrap_text(picture.caption, room.width, "label") if picture.caption else []


def _lines(pixels: str, signs: str) -> list[str]:
    rows = [f"{int(pixels[at : at + 6], 16):024b}" for at in range(0, len(pixels), 6)]
    return [
        "".join(
            signs[int(up) + 2 * int(down)] for up, down in zip(above, below, strict=True)
        ).rstrip()
        for above, below in zip(rows[::2], rows[1::2], strict=True)
    ]
