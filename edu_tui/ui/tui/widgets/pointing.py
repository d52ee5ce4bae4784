"""What can be pointed at on a sheet: a row, or a word in the text that leads somewhere.

Touched or clicked, it acts where the touch ends on the very thing that it began on, and only there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.action import Action
from edu_tui.journey.view import Request
from edu_tui.layout.line import Line, Span, cells

if TYPE_CHECKING:
    from edu_tui.journey.view import View


class Spot(NamedTuple):
    """A row, or a run of words on a line; neither is nothing."""

    row: int = -1
    """From 0."""
    line: int = -1
    """Of the layout, from 0."""
    run: int = -1
    """Which of the line's, from 0."""


NOTHING = Spot()


def run_at(line: Line, x: int) -> int:
    """Which of a line's runs stands at that column; -1 for none."""
    end = 0
    for index, span in enumerate(line):
        begin, end = end, end + cells(span.text)
        if begin <= x < end:
            return index
    return -1


def led_to(span: Span, view: View) -> Request | None:
    """What a touch on these words asks for: what a word means, where the facts come from."""
    if span.about and span.tone != "picture" and Action.WORDS in view.leads:
        return Request(Action.WORDS, span.about)
    if span.tone == "cite" and Action.SOURCES in view.leads:
        return Request(Action.SOURCES, span.text.partition("]")[0] + "]")
    return None


def pointed(line: Line, run: int) -> Line:
    """The same line with that run as what the mouse points at."""
    return (*line[:run], line[run]._replace(tone="pointed"), *line[run + 1 :])
