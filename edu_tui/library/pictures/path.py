"""The `d` of a path as lines of points: every command there is, curves in short pieces."""

from __future__ import annotations

import re
from math import atan2, cos, degrees, pi, radians, sin, sqrt
from typing import TYPE_CHECKING

from edu_tui.library.pictures.shape import FARTHEST, PictureError, Point, Polyline

if TYPE_CHECKING:
    from collections.abc import Callable

NUMBER = r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?![eE])"
PIECES = 8
"""Straight pieces of a curve: more cannot be seen at the size of a pictogram."""
_BETWEEN = re.compile(r"[ \t\r\n]*,?[ \t\r\n]*")
_NUMBER = re.compile(NUMBER, re.A)
_FLAG = re.compile(r"[01]")
_COMMAND = re.compile(r"[MmZzLlHhVvCcSsQqTtAa]")


def polylines(data: str) -> tuple[Polyline, ...]:
    """The lines of a path; raises PictureError."""
    return _Path(data).read()


def circle(x: float, y: float, radius: float) -> Polyline:
    """A circle in as many pieces as four curves have."""
    turns = (2 * pi * at / (4 * PIECES) for at in range(4 * PIECES))
    return Polyline(tuple((x + radius * cos(a), y + radius * sin(a)) for a in turns), closed=True)


class _Path:
    """One path being read."""

    def __init__(self, data: str) -> None:
        self._data = data
        self._place = 0
        self._done: list[Polyline] = []
        self._points: list[Point] = []
        self._at: Point = (0.0, 0.0)
        self._control: Point | None = None
        """The last control point, for a curve that goes on smoothly; None after anything else."""
        self._before = ""

    def read(self) -> tuple[Polyline, ...]:
        self._skip()
        command = ""
        while self._place < len(self._data):
            match = _COMMAND.match(self._data, self._place)
            if match:
                command, self._place = match[0], match.end()
            elif command in {"", "Z", "z"}:
                raise self._error("expected a command such as M, L or Z")
            if not self._before and command not in "Mm":
                raise self._error("a path begins with M")
            self._do(command)
            self._before = command.upper()
            # What follows the first point of a move without a command of its own are lines.
            command = {"M": "L", "m": "l"}.get(command, command)
            self._skip()
        self._end(closed=False)
        return tuple(self._done)

    def _do(self, command: str) -> None:
        if command in "Zz":
            start = self._points[0] if self._points else self._at
            self._end(closed=True)
            self._at, self._points, self._control = start, [start], None
            return
        origin = self._at if command.islower() else (0.0, 0.0)
        _DRAW[command.upper()](self, origin)

    # the commands

    def _move(self, origin: Point) -> None:
        self._end(closed=False)
        self._at = self._point(origin)
        self._points, self._control = [self._at], None

    def _line(self, origin: Point) -> None:
        self._to(self._point(origin))

    def _across(self, origin: Point) -> None:
        self._to((self._near(origin[0] + self._number()), self._at[1]))

    def _down(self, origin: Point) -> None:
        self._to((self._at[0], self._near(origin[1] + self._number())))

    def _cubic(self, origin: Point) -> None:
        self._curve(self._point(origin), self._point(origin), self._point(origin))

    def _smooth(self, origin: Point) -> None:
        first = self._mirrored("CS")
        self._curve(first, self._point(origin), self._point(origin))

    def _quadratic(self, origin: Point) -> None:
        self._bend(self._point(origin), self._point(origin))

    def _smooth_quadratic(self, origin: Point) -> None:
        self._bend(self._mirrored("QT"), self._point(origin))

    def _arc(self, origin: Point) -> None:
        """As the SVG standard works it out (Appendix B.2.4)."""
        rx, ry, turn = abs(self._number()), abs(self._number()), radians(self._number())
        large, sweep = self._flag(), self._flag()
        (x1, y1), (x2, y2) = self._at, self._point(origin)
        if not (rx and ry) or (x1, y1) == (x2, y2):
            self._to((x2, y2))
            return
        c, s = cos(turn), sin(turn)
        mx, my = (x1 - x2) / 2, (y1 - y2) / 2
        px, py = c * mx + s * my, c * my - s * mx
        grow = sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
        rx, ry = rx * grow, ry * grow
        below = (rx * py) ** 2 + (ry * px) ** 2
        root = sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) if below else 0.0
        root = -root if large == sweep else root
        cx, cy = root * rx * py / ry, -root * ry * px / rx
        begin = atan2((py - cy) / ry, (px - cx) / rx)
        angle = atan2((-py - cy) / ry, (-px - cx) / rx) - begin
        if sweep and angle < 0:
            angle += 2 * pi
        elif not sweep and angle > 0:
            angle -= 2 * pi
        x0, y0 = c * cx - s * cy + (x1 + x2) / 2, s * cx + c * cy + (y1 + y2) / 2
        pieces = max(2, round(abs(degrees(angle)) / 90 * PIECES))
        for piece in range(1, pieces):
            at = begin + angle * piece / pieces
            x, y = rx * cos(at), ry * sin(at)
            self._points.append((c * x - s * y + x0, s * x + c * y + y0))
        self._to((x2, y2))

    # what they are made of

    def _curve(self, one: Point, two: Point, end: Point) -> None:
        start = self._at
        for piece in range(1, PIECES):
            t = piece / PIECES
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            self._points.append(
                (
                    a * start[0] + b * one[0] + c * two[0] + d * end[0],
                    a * start[1] + b * one[1] + c * two[1] + d * end[1],
                )
            )
        self._to(end)
        self._control = two

    def _bend(self, bend: Point, end: Point) -> None:
        start = self._at
        one = (start[0] + 2 * (bend[0] - start[0]) / 3, start[1] + 2 * (bend[1] - start[1]) / 3)
        two = (end[0] + 2 * (bend[0] - end[0]) / 3, end[1] + 2 * (bend[1] - end[1]) / 3)
        self._curve(one, two, end)
        self._control = bend

    def _mirrored(self, kinds: str) -> Point:
        """The control point of a curve that goes on from the one before."""
        x, y = self._at
        if self._control is None or self._before not in kinds:
            return x, y
        return self._near(2 * x - self._control[0]), self._near(2 * y - self._control[1])

    def _to(self, point: Point) -> None:
        self._points.append(point)
        self._at, self._control = point, None

    def _end(self, *, closed: bool) -> None:
        if len(self._points) > 1:
            self._done.append(Polyline(tuple(self._points), closed))
        self._points = []

    # what is written

    def _point(self, origin: Point) -> Point:
        return self._near(origin[0] + self._number()), self._near(origin[1] + self._number())

    def _near(self, value: float) -> float:
        if abs(value) > FARTHEST:
            raise self._error(f"a number beyond {FARTHEST}")
        return value

    def _number(self) -> float:
        return self._near(float(self._take(_NUMBER, "a number")))

    def _flag(self) -> bool:
        return self._take(_FLAG, "0 or 1") == "1"

    def _take(self, pattern: re.Pattern[str], what: str) -> str:
        self._skip()
        match = pattern.match(self._data, self._place)
        if match is None:
            raise self._error(f"expected {what}")
        self._place = match.end()
        return match[0]

    def _skip(self) -> None:
        if match := _BETWEEN.match(self._data, self._place):
            self._place = match.end()

    def _error(self, message: str) -> PictureError:
        near = self._data[self._place : self._place + 12]
        return PictureError(
            f"{message} in `d`, at `{near}`" if near else f"{message} at the end of `d`"
        )


_DRAW: dict[str, Callable[[_Path, Point], None]] = {
    "M": _Path._move,
    "L": _Path._line,
    "H": _Path._across,
    "V": _Path._down,
    "C": _Path._cubic,
    "S": _Path._smooth,
    "Q": _Path._quadratic,
    "T": _Path._smooth_quadratic,
    "A": _Path._arc,
}
