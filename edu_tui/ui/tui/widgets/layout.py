"""The lines and stops of a view in one room, made only as far down as somebody looks.

A list of ten thousand rows then costs what can be seen of it. `lines`, `stops` and `rows` hold what has
been made so far: whoever needs more of them asks `reach` first.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.view import FOCUSED, SPACE, Row, row_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.layout.line import Line, Room
    from edu_tui.layout.part import Part


UNNUMBERED = 20
"""Rows without a digit that may stand before those with one."""


class FocusStop(NamedTuple):
    """Something that can be in focus, and its lines."""

    first: int
    last: int
    row: int
    """Which row it is, from 0; -1 for a place in the words."""


class Layout:
    """One view in one room."""

    def __init__(self, parts: Iterable[Part | Row], room: Room, *, digits: bool = True) -> None:
        self.room = room
        self._digits = digits
        # The mark of focus stands in the margin, so that a row's words align with the prose.
        self._wide = room._replace(width=room.width + len(FOCUSED))
        self._space = SPACE if room.touched else 0
        """Lines after a row that are not the row's."""
        self.lines: list[Line] = []
        self.stops: list[FocusStop] = []
        self.rows: list[Row] = []
        self._stop_of_row: list[int] = []
        self._numbers: list[int] = []
        """Of each row the digit that opens it, counted from 1; 0 for none."""
        self._row_of_number: list[int] = []
        self._rest = self._made(parts)
        self.done = False
        """Whether there is nothing more to make."""

    def reach(self, *, lines: int = 0, stops: int = 0, rows: int = 0) -> None:
        """Make at least so many of each, or all there are."""
        while not self.done and (
            len(self.lines) < lines or len(self.stops) < stops or len(self.rows) < rows
        ):
            self.done = not next(self._rest, False)

    def row_lines(self, row: int, *, focused: bool) -> list[Line]:
        """A row's lines."""
        number = self._numbers[row]
        return row_lines(self.rows[row], number, self._wide, focused=focused, digits=self._digits)

    def row_of_number(self, number: int) -> int:
        """The row with that digit, counted from 1; -1 for none."""
        self.reach(rows=number + UNNUMBERED)
        there = 0 < number <= len(self._row_of_number)
        return self._row_of_number[number - 1] if there else -1

    def stop_of_row(self, row: int) -> int:
        """The stop that is that row, from 0; -1 where there is no such row."""
        self.reach(rows=row + 1)
        return self._stop_of_row[row] if 0 <= row < len(self.rows) else -1

    def stop_at(self, line: int) -> FocusStop | None:
        """The stop that has that line."""
        self.reach(lines=line + 1)
        after = bisect_right(self.stops, line, key=lambda stop: stop.first)
        stop = self.stops[after - 1] if after else None
        return stop if stop and line <= stop.last else None

    def has_rows_of(self, other: Layout) -> bool:
        """Whether it does what the other does, row by row, as far as that one has been made."""
        self.reach(rows=len(other.rows) + other.done)
        mine = self.rows if other.done else self.rows[: len(other.rows)]
        return [row.do for row in mine] == [row.do for row in other.rows]

    def _made(self, parts: Iterable[Part | Row]) -> Iterator[bool]:
        """Make part after part; True for each."""
        since = 0
        for part in parts:
            if isinstance(part, Row):
                self.rows.append(part)
                if part.digit:
                    self._row_of_number.append(len(self.rows) - 1)
                self._numbers.append(len(self._row_of_number) if part.digit else 0)
                lines = self.row_lines(len(self.rows) - 1, focused=False)
                self._add_places(since, len(self.lines), len(self.lines) + len(lines))
                self._stop_of_row.append(len(self.stops))
                since = len(self.lines) + len(lines)
                last = since - 1 - self._space
                self.stops.append(FocusStop(len(self.lines), last, len(self.rows) - 1))
                self.lines += lines
            else:
                self.lines += [spans for chunk in part.chunks(self.room) for spans in chunk]
            yield True
        end = len(self.lines)
        self._add_places(since, end, end)
        # The end has to be within a screen of the last stop, or nothing leads to it; the first stop
        # shows the beginning.
        start = self.stops[-1].first if len(self.stops) > 1 else 0
        if end and (not self.stops or end - start > self.room.height):
            self.stops.append(FocusStop(end - 1, end - 1, -1))

    def _add_places(self, since: int, first: int, end: int) -> None:
        """Places in a run of words that, with the row from `first` to `end`, is more than a screen."""
        height = max(1, self.room.height)
        for at in range(since + height - 1, end - 1, height - 1 or 1):
            place = min(at, first - 1)
            if place >= since:
                self.stops.append(FocusStop(place, place, -1))
