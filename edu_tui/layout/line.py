"""Lines: runs of words, each with a tone that a front end may colour but never needs to."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Tone = Literal[
    "plain",
    "strong",
    "emphasis",
    "heading",
    "label",
    "soft",
    "term",
    "cite",
    "box",
    "warning",
    "good",
    "talk",
    "mark",
    "rest",
    "match",
    "code",
    "ink",
    "picture",
    "pointed",
]
"""`code` is black on white and `ink` is white on black, whatever the palette: a code to scan.
`picture` is a drawing, in the color of words; `pointed` is what the mouse is over."""
Medium = Literal["unicode", "ascii", "words"]
"""How a page may be drawn: with line characters, with ASCII alone, or as words line by line."""


class Span(NamedTuple):
    """A run of words in one tone."""

    text: str
    tone: Tone = "plain"
    about: str = ""
    """The word of the glossary that it is, or what a picture tells; empty for none."""


Line = tuple[Span, ...]
BLANK: Line = ()
_OF_ONE = re.compile(r"[\0-\u02ff\u2500-\u25a0\u2010-\u2027]*").fullmatch
"""Whether a text has nothing but letters of the West, dashes, quotes, and rules, frames and bars."""
NARROW = 60
"""Columns of a room below which nothing stands beside something else."""
TIGHT, TIGHT_FOR_FINGERS = 16, 32
"""Lines of a room below which each counts; fingers need rows four times as high."""


class Room(NamedTuple):
    """The room a front end has for one page."""

    width: int
    """Columns."""
    height: int
    """Lines; 0 for no limit."""
    medium: Medium
    touched: bool = False
    """Whether rows are as high as a finger."""
    whole: tuple[int, int] = (0, 0)
    """Columns and lines for what takes all of a screen but the keys; none where there is no screen."""
    window: tuple[int, int] = (0, 0)
    """Columns and lines of the screen itself."""

    @property
    def narrow(self) -> bool:
        """Whether there is no room for one thing beside another."""
        return self.width < NARROW

    @property
    def tight(self) -> bool:
        """Whether each line counts: words stand closer, and what a key does as well needs no row."""
        return 0 < self.height < (TIGHT_FOR_FINGERS if self.touched else TIGHT)

    def glyph(self, fine: str, plain: str) -> str:
        """The fine character where the medium has it, else the plain one."""
        return fine if self.medium == "unicode" else plain


def line(text: str, tone: Tone = "plain") -> Line:
    """A line of one run."""
    return (Span(text, tone),) if text else BLANK


def plain(a_line: Line) -> str:
    """The characters alone."""
    return "".join(span.text for span in a_line)


def cells(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if text.isascii() or _OF_ONE(text):
        return len(text)
    # Only scripts with wide or combining characters pay for the table.
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def width_of(a_line: Line) -> int:
    """Columns that a line takes."""
    return sum(cells(span.text) for span in a_line)
