"""What a drawing is made of: lines of points, and how they are painted. Units are those of the SVG."""

from __future__ import annotations

from typing import Literal, NamedTuple

Point = tuple[float, float]
Paint = Literal["none", "#000", "#fff"]

SIDE = 48
"""Units of a picture's side."""
FARTHEST = 480
"""No number of a drawing is greater: far outside of it nothing can be seen."""


class PictureError(Exception):
    """Something in a drawing that is not drawn; the message says what to do."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class Polyline(NamedTuple):
    """Points joined by straight lines."""

    points: tuple[Point, ...]
    closed: bool


class Pen(NamedTuple):
    """How something is painted."""

    fill: Paint = "#000"
    stroke: Paint = "none"
    width: float = 1.0
    join: str = "miter"
    cap: str = "butt"


class Painted(NamedTuple):
    """One thing of a drawing: first filled, then stroked."""

    lines: tuple[Polyline, ...]
    pen: Pen
