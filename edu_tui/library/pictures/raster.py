"""Shapes as 24x24 pixels, ink or none: how much of a pixel is covered, cut at one threshold.

Coverage is exact across and sampled on four lines down. A stroke is its pieces and joins filled together.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor, hypot
from typing import TYPE_CHECKING

from edu_tui.library.pictures.path import circle
from edu_tui.library.pictures.shape import SIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from edu_tui.library.pictures.shape import Painted, Pen, Point, Polyline

PIXELS = 24
LINES = 4
"""Sampled of each pixel, from top to bottom."""
THRESHOLD = 0.45
"""An edge of 45 degrees covers pixels by exactly half: there the last bit of a number would decide."""
MITER = 4.0
"""A corner sharper than this is cut off, as SVG has it."""
SCALE = PIXELS / SIDE


def drawn(shapes: Iterable[Painted]) -> str:
    """The pixels of a drawing: 24 rows of 6 hexadecimal digits, the first bit at the left."""
    ink = [[0.0] * PIXELS for _ in range(PIXELS)]
    for shape in shapes:
        if shape.pen.fill != "none":
            _paint(ink, [line.points for line in shape.lines], black=shape.pen.fill == "#000")
        if shape.pen.stroke != "none" and shape.pen.width:
            outline = [piece for line in shape.lines for piece in _stroked(line, shape.pen)]
            _paint(ink, outline, black=shape.pen.stroke == "#000")
    return "".join(
        f"{sum((value >= THRESHOLD) << (PIXELS - 1 - at) for at, value in enumerate(row)):06x}"
        for row in ink
    )


def _paint(ink: list[list[float]], polygons: Iterable[Sequence[Point]], *, black: bool) -> None:
    for y, row in enumerate(_coverage(polygons)):
        for x, covered in row.items():
            part = min(1.0, covered)
            ink[y][x] = ink[y][x] * (1 - part) + (part if black else 0.0)


def _coverage(polygons: Iterable[Sequence[Point]]) -> list[dict[int, float]]:
    """How much of each pixel lies within; every winding counts as within but none."""
    crossings: list[list[tuple[float, int]]] = [[] for _ in range(PIXELS * LINES)]
    for points in polygons:
        for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
            _cross(crossings, (x1 * SCALE, y1 * SCALE * LINES), (x2 * SCALE, y2 * SCALE * LINES))
    rows: list[dict[int, float]] = [{} for _ in range(PIXELS)]
    for number, found in enumerate(crossings):
        winding, begin = 0, 0.0
        for x, turn in sorted(found):
            if winding == 0:
                begin = x
            winding += turn
            if winding == 0:
                _cover(rows[number // LINES], begin, x)
    return rows


def _cross(crossings: list[list[tuple[float, int]]], one: Point, two: Point) -> None:
    """Where an edge crosses the middle of each line, and whether it goes down or up."""
    (x1, y1), (x2, y2), turn = (one, two, 1) if one[1] < two[1] else (two, one, -1)
    first, last = max(0, ceil(y1 - 0.5)), min(len(crossings), ceil(y2 - 0.5))
    if first < last:
        slope = (x2 - x1) / (y2 - y1)
        for number in range(first, last):
            crossings[number].append((x1 + slope * (number + 0.5 - y1), turn))


def _cover(row: dict[int, float], begin: float, end: float) -> None:
    begin, end = max(0.0, begin), min(float(PIXELS), end)
    for x in range(floor(begin), ceil(end)):
        row[x] = row.get(x, 0.0) + (min(end, x + 1) - max(begin, x)) / LINES


def _stroked(line: Polyline, pen: Pen) -> Iterator[Sequence[Point]]:
    """Polygons that cover a line of that width, all turning the same way."""
    points = [
        point for at, point in enumerate(line.points) if not at or point != line.points[at - 1]
    ]
    if line.closed and len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) < 2:
        return
    half = pen.width / 2
    ends = [*points, points[0]] if line.closed else points
    for at, (one, two) in enumerate(pairwise(ends)):
        before = 0.0 if line.closed or at or pen.cap != "square" else half
        after = 0.0 if line.closed or at + 2 < len(ends) or pen.cap != "square" else half
        yield _turned(_piece(one, two, half, before, after))
    corners = zip(ends, ends[1:], ends[2:], strict=False)
    for one, two, three in [
        *corners,
        *([(points[-1], points[0], points[1])] if line.closed else []),
    ]:
        yield from map(_turned, _joint(one, two, three, pen))
    if pen.cap == "round" and not line.closed:
        for x, y in (points[0], points[-1]):
            yield circle(x, y, half).points


def _piece(one: Point, two: Point, half: float, before: float, after: float) -> list[Point]:
    """The rectangle along one straight piece, longer at its ends where that is asked for."""
    dx, dy = _direction(one, two)
    (x1, y1), (x2, y2) = one, two
    x1, y1, x2, y2 = x1 - dx * before, y1 - dy * before, x2 + dx * after, y2 + dy * after
    nx, ny = -dy * half, dx * half
    return [(x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny), (x1 - nx, y1 - ny)]


def _joint(one: Point, two: Point, three: Point, pen: Pen) -> Iterator[list[Point]]:
    """What fills the outside of a corner."""
    half, (x, y) = pen.width / 2, two
    if pen.join == "round":
        yield list(circle(x, y, half).points)
        return
    (ax, ay), (bx, by) = _direction(one, two), _direction(two, three)
    side = -1 if ax * by - ay * bx > 0 else 1
    first = (x - ay * half * side, y + ax * half * side)
    second = (x - by * half * side, y + bx * half * side)
    corner = [(x, y), first, second]
    # 1 / sin of half the angle between the pieces is how far a miter reaches.
    sine = ((1 - ax * bx - ay * by) / 2) ** 0.5
    cosine = ((1 + ax * bx + ay * by) / 2) ** 0.5 if ax * bx + ay * by > -1 else 0.0
    if pen.join == "miter" and cosine and 1 / cosine <= MITER and sine:
        reach = half / cosine
        mx, my = _direction(
            (0.0, 0.0), (first[0] + second[0] - 2 * x, first[1] + second[1] - 2 * y)
        )
        corner.insert(2, (x + mx * reach, y + my * reach))
    yield corner


def _direction(one: Point, two: Point) -> Point:
    dx, dy = two[0] - one[0], two[1] - one[1]
    length = hypot(dx, dy) or 1.0
    return dx / length, dy / length


def _turned(points: list[Point]) -> list[Point]:
    """The same polygon, turning the way that all do: else two of them would cancel each other."""
    following = (*points[1:], points[0])
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, following, strict=True))
    return points if area >= 0 else points[::-1]
