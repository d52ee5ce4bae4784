"""The sheet: a view's words and rows, exactly one row in focus, its state in characters.

Focus moves between *stops*: the rows, and, where more words than fit stand before a row, places on the
way to it, so that nothing scrolls by unseen. The focused stop is always on the screen and the
terminal's cursor is always on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from edu_tui.journey.view import FOCUSED, UNFOCUSED, Row, View, row_lines
from edu_tui.page.line import BLANK, Line, Room, Span
from edu_tui.tui.widgets.edges import EMPTY, MARGIN, strip_of

if TYPE_CHECKING:
    from textual import events

    from edu_tui.page.line import Medium
    from edu_tui.tui.palette import Palette

PROSE = 72
"""Columns of words at most."""


class Stop(NamedTuple):
    """Something that can be in focus, and its lines."""

    first: int
    last: int
    row: int
    """Which row it is, from 0; -1 for a place in the words."""


class Sheet(Widget, can_focus=True):
    """Draws a view and says what is chosen."""

    ALLOW_SELECT: ClassVar[bool] = False

    class Asked(Message):
        """A row was chosen, or a key touched: do this."""

        def __init__(self, action: str, what: str = "") -> None:
            super().__init__()
            self.action = action
            self.what = what

    class Moved(Message):
        """The focus or what can be seen has changed."""

    class Resized(Message):
        """There is more or less room than before."""

    def __init__(self, palette: Palette, medium: Medium) -> None:
        super().__init__()
        self.palette = palette
        self.medium = medium
        self._view = EMPTY
        self._lines: list[Line] = []
        self._stops: list[Stop] = []
        self._at = 0
        self._scroll = 0
        self._cursor = True

    @property
    def room(self) -> Room:
        """The room for a view's words."""
        return Room(min(PROSE, max(8, self.size.width - MARGIN - 1)), self.size.height, self.medium)

    @property
    def left(self) -> int:
        """The column at which words begin."""
        return max(MARGIN, (self.size.width - self.room.width) // 2)

    @property
    def more_below(self) -> bool:
        """Whether there are lines under the last one that can be seen."""
        return self._scroll + self.size.height < len(self._lines)

    def show(self, view: View, palette: Palette, *, cursor: bool = True) -> None:
        """Draw another view, its own row in focus."""
        same_rows = [row.do for row in view.rows] == [row.do for row in self._view.rows]
        keep = self._at if same_rows and view.focus == self._view.focus else -1
        self._view, self.palette, self._cursor = view, palette, cursor
        self._lay_out()
        self._scroll = 0
        at = next((i for i, stop in enumerate(self._stops) if stop.row == view.focus), 0)
        if view.focus == 0 and not same_rows:
            at = 0
        self._at = keep if 0 <= keep < len(self._stops) else at
        self._follow()
        self.refresh()

    def _lay_out(self) -> None:
        room = self.room
        self._lines, self._stops = [], []
        number = 0
        since = 0
        for part in self._view.parts:
            if not isinstance(part, Row):
                self._lines += [made for chunk in part.chunks(room) for made in chunk]
                continue
            lines = self._row(part, number, focused=False)
            self._add_places(since, len(self._lines) + len(lines))
            first = len(self._lines)
            self._lines += lines
            since = len(self._lines)
            self._stops.append(Stop(first, since - 1, number))
            number += 1
        self._add_places(since, len(self._lines))

    def _add_places(self, since: int, end: int) -> None:
        """Places in a run of words that is longer than the screen."""
        height = max(1, self.size.height)
        for place in range(since + height - 1, end - 1, height - 1 or 1):
            self._stops.append(Stop(place, place, -1))
        if not self._stops and end and end == len(self._lines):
            self._stops.append(Stop(end - 1, end - 1, -1))

    def _row(self, row: Row, number: int, *, focused: bool) -> list[Line]:
        # The mark of focus stands in the margin, so that a row's words align with the prose.
        wide = self.room._replace(width=self.room.width + len(FOCUSED))
        return row_lines(row, number + 1, wide, focused=focused, digits=True)

    @property
    def _stop(self) -> Stop:
        return self._stops[self._at] if self._stops else Stop(0, 0, -1)

    @property
    def focused_row(self) -> int:
        """Which row is in focus, from 0; -1 for none."""
        return self._stop.row

    def move(self, by: int) -> None:
        """Move the focus by so many stops, not beyond the ends."""
        target = min(max(0, self._at + by), max(0, len(self._stops) - 1))
        if target == self._at:
            if by < 0 and self._scroll:
                self._scroll = 0
                self.refresh()
            return
        before, self._at = self._stop, target
        if self._follow():
            self.refresh()
        else:
            self._refresh_stop(before)
            self._refresh_stop(self._stop)

    def unfocus_cursor(self, *, elsewhere: bool) -> None:
        """Whether the cursor is in a field instead."""
        self._cursor = not elsewhere
        self._refresh_stop(self._stop)
        self._place_cursor()

    def _refresh_stop(self, stop: Stop) -> None:
        height = stop.last - stop.first + 1
        self.refresh(Region(0, stop.first - self._scroll, self.size.width, height))

    def _follow(self) -> bool:
        """Bring the focused stop on the screen with what leads to it; True when lines moved."""
        before, height = self._scroll, max(1, self.size.height)
        stop = self._stop
        if stop.last >= self._scroll + height:
            self._scroll = stop.last - height + 1
        if stop.first < self._scroll:
            self._scroll = stop.first
        if self._at == 0 and stop.last < height:
            self._scroll = 0
        elif self._at == len(self._stops) - 1 and len(self._lines) - stop.first <= height:
            self._scroll = max(self._scroll, len(self._lines) - height, 0)
        self._place_cursor()
        self.post_message(self.Moved())
        return self._scroll != before

    def _place_cursor(self) -> None:
        if self._cursor:
            x, y = self.region.offset
            column = self.left - len(FOCUSED)
            self.app.cursor_position = Offset(x + column, y + self._stop.first - self._scroll)

    def choose(self, number: int | None = None) -> None:
        """Choose the focused row, or the one with that number (from 1); words scroll on."""
        rows = self._view.rows
        if number is not None:
            for index, stop in enumerate(self._stops):
                if stop.row == number - 1:
                    self.move(index - self._at)
            if not 0 < number <= len(rows):
                return
            do = rows[number - 1].do
        elif self.focused_row < 0:
            self.move(1)
            return
        else:
            do = rows[self.focused_row].do
        self.post_message(self.Asked(do.action, do.what))

    def render_line(self, y: int) -> Strip:
        """One line; a row's begins in the margin."""
        index = self._scroll + y
        if index >= len(self._lines):
            return strip_of(BLANK, self.size.width, self.palette)
        stop = next((s for s in self._stops if s.first <= index <= s.last), None)
        if stop is None:
            return strip_of(self._lines[index], self.size.width, self.palette, self.left)
        focused = stop == self._stop and self._cursor
        if stop.row < 0:
            lead = FOCUSED if focused else UNFOCUSED
            made: Line = (Span(lead), *self._lines[index])
        elif focused:
            made = self._row(self._view.rows[stop.row], stop.row, focused=True)[index - stop.first]
        else:
            made = self._lines[index]
        strip = strip_of(made, self.size.width, self.palette, self.left - len(FOCUSED))
        return self._lit(strip) if focused and stop.row >= 0 else strip

    def _lit(self, strip: Strip) -> Strip:
        """The row in focus, in its colours from edge to edge of the column."""
        start = self.left - len(FOCUSED)
        end = min(self.size.width, self.left + self.room.width)
        before, row, after = strip.divide([start, end, self.size.width])
        lit = Strip(
            [Segment(s.text, (s.style or self.palette.ground) + self.palette.focused) for s in row]
        )
        return Strip.join([before, lit, after])

    def row_at(self, y: int) -> int:
        """The row drawn at that line of the screen, from 0; -1 for none."""
        index = self._scroll + y
        return next((s.row for s in self._stops if s.first <= index <= s.last), -1)

    def on_resize(self) -> None:
        """A view fits one size only."""
        self.post_message(self.Resized())

    def on_click(self, event: events.Click) -> None:
        """A touched row is chosen."""
        row = self.row_at(event.y)
        if row >= 0:
            event.stop()
            self.choose(row + 1)

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the focus."""
        self.move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the focus."""
        self.move(-1)
