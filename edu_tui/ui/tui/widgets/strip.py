"""A line of words as Textual draws it, and what all widgets leave free on its left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from edu_tui.journey.view import View
from edu_tui.layout.line import width_of

if TYPE_CHECKING:
    from rich.style import Style

    from edu_tui.layout.line import Line
    from edu_tui.ui.tui.palette import Palette

MARGIN = 2
"""Columns."""
EMPTY = View(where=(), parts=())


class DrawnLine(NamedTuple):
    """What is drawn on one line of the screen."""

    line: Line
    margin: int = MARGIN
    """Columns before it."""
    lit: Literal["", "focused", "pointed"] = ""
    """Whether it is of the row in focus, or of the one that the mouse points at."""


def strip_of(a_line: Line, width: int, palette: Palette, margin: int = MARGIN) -> Strip:
    """A line as Textual draws it: its tones in colour, the rest of the row in the ground's."""
    segments = [Segment(" " * margin, palette.ground)] if margin else []
    segments += [Segment(span.text, palette.style(span.tone)) for span in a_line]
    used = margin + width_of(a_line)
    if used < width:
        segments.append(Segment(" " * (width - used), palette.ground))
    return Strip(segments).crop(0, width)


def lit(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """The same with that style over everything from one column to the other."""
    before, row, after = strip.divide([start, end, strip.cell_length])
    band = Strip([Segment(part.text, (part.style or style) + style) for part in row])
    return Strip.join([before, band, after])
