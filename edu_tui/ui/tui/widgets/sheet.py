"""The sheet: a view's words and rows, exactly one row in focus, its state in characters.

Focus moves between *stops*: the rows, and, where more words than fit stand before a row, places on the
way to it, so that nothing scrolls by unseen. The focused stop is always on the screen and the
terminal's cursor is always on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Offset, Region, Size
from textual.message import Message

from edu_tui.journey.action import Action
from edu_tui.journey.view import FOCUSED, PAD, UNFOCUSED, Request, View
from edu_tui.layout.line import BLANK, Room, Span
from edu_tui.system.typing import override
from edu_tui.ui.tui.widgets.asked import Requested
from edu_tui.ui.tui.widgets.layout import FocusStop, Layout
from edu_tui.ui.tui.widgets.pointing import NOTHING, Spot, led_to, pointed, run_at
from edu_tui.ui.tui.widgets.still import Still
from edu_tui.ui.tui.widgets.strip import EMPTY, MARGIN, DrawnLine, lit, strip_of
from edu_tui.ui.tui.widgets.window import Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from edu_tui.layout.line import Line, Medium
    from edu_tui.ui.tui.palette import Palette

PROSE = 72
"""Columns of words at most."""
MOST = PROSE + MARGIN
"""Columns of the sheet that words need at most."""
MARK = MARGIN - len(FOCUSED)
"""The column of the mark: words, and the title over them, have one edge in every window."""
FINGERS = 18
"""From so many lines rows are as high as a finger, where fingers are expected."""
AHEAD = 100
"""Lines and rows that are made beyond the screen: what a short view has is always all there."""


class Sheet(Still, can_focus=True):
    """Draws a view and says what is chosen."""

    ALLOW_SELECT: ClassVar[bool] = False
    DIGITS: ClassVar[bool] = True
    """Whether the first nine rows have a digit each."""

    class Moved(Message):
        """The focus was moved, and with it what can be seen may have been."""

    class Resized(Message):
        """There is more or less room than before."""

    def __init__(
        self,
        palette: Palette,
        medium: Medium,
        *,
        touched: bool = False,
        id: str | None = None,  # noqa: A002 - as Textual names it
    ) -> None:
        super().__init__(id=id)
        self.palette = palette
        self.medium = medium
        self._touched = touched
        self._view = EMPTY
        self._window = Window()
        self._cursor = True
        self._news: Sequence[Line] = ()
        self._began = 0, NOTHING
        """The sheet and what on it a touch began on."""
        self._pointed = NOTHING
        """What the mouse is over."""
        self.turn = 1
        """Counts the sheets shown: a row of one that is gone is not chosen on the next."""
        self.expected = Region()
        """The place to count with until the next layout; none where it keeps the one it has."""
        self._filled = Size(0, 0)
        """The size that the view was made for."""

    @property
    def is_filled(self) -> bool:
        """Whether the view was made for the size that it has, or will have after the next layout."""
        return self._filled == self._space

    @property
    def _space(self) -> Size:
        """Its size, or what that will be after the next layout."""
        return self.expected.size or self.size

    @property
    def room(self) -> Room:
        """The room for a view's words."""
        space = self._space
        touched = self._touched and space.height >= FINGERS
        return Room(_prose(space.width), space.height, self.medium, touched)

    @property
    def width(self) -> int:
        """Its columns, or those it will have after the next layout."""
        return self._space.width

    @property
    def _height(self) -> int:
        """Lines in which the view can be seen: news may stand on the last ones."""
        return max(1, self._space.height - len(self._news))

    @property
    def more_below(self) -> bool:
        """Whether there are words under the last line that can be seen."""
        return self._window.more_below

    def show(
        self, view: View, palette: Palette, *, cursor: bool = True, news: Sequence[Line] = ()
    ) -> None:
        """Draw another view, its own row in focus; news on the last lines, as long as it is news.

        The view keeps the room it has without them: a page does not break elsewhere for a message.
        """
        drawn = [] if palette != self.palette else self._drawn()
        # Another view may stand there now, and a finger that touched it is gone.
        self._news, self._pointed, self._filled = news, NOTHING, self._space
        room = self.room._replace(height=self._height)
        before, layout = self._window.layout, Layout(view.parts, room, digits=self.DIGITS)
        layout.reach(lines=self._space.height + AHEAD, rows=AHEAD)
        same_rows = view.where == self._view.where and layout.has_rows_of(before)
        self.turn += not same_rows
        # With a message there is less room, and so there may be more stops before the same row.
        row = self._window.stop.row
        keep = self._window.at if row < 0 else layout.stop_of_row(row)
        stays = (view.focus, view.focus_turn) == (self._view.focus, self._view.focus_turn)
        keep = keep if same_rows and stays else -1
        self._view, self.palette, self._cursor = view, palette, cursor
        at = max(0, layout.stop_of_row(view.focus)) if view.focus or same_rows else 0
        layout.reach(stops=keep + 1)
        self._window.open(layout, self._height, keep if 0 <= keep < len(layout.stops) else at)
        self._follow()
        self._refresh_what_changed(drawn)

    def _drawn(self) -> list[DrawnLine]:
        return [self._drawn_at(y) for y in range(self.size.height)]

    def _refresh_what_changed(self, before: list[DrawnLine]) -> None:
        now = self._drawn()
        if len(before) != len(now):
            self.refresh()
            return
        pairs = enumerate(zip(before, now, strict=True))
        self.refresh_lines([y for y, (old, new) in pairs if old != new])

    @property
    def focused_row(self) -> int:
        """Which row is in focus, from 0; -1 for none."""
        return self._window.stop.row

    @property
    def focused_request(self) -> Request | None:
        """What the row in focus does; None where none is."""
        row = self.focused_row
        return self._window.layout.rows[row].do if row >= 0 else None

    @property
    def focused_mark(self) -> str:
        """The mark of the row in focus, such as `( )`; empty for none."""
        row = self.focused_row
        return self._window.layout.rows[row].mark if row >= 0 else ""

    def move(self, by: int) -> None:
        """Move the focus by so many stops, not beyond the ends."""
        before = self._window.stop
        if not self._window.move(by):
            if by < 0 and self._window.first:
                self._window.first = 0
                self.refresh()
            return
        if self._follow():
            self.refresh()
        else:
            self._refresh_stop(before)
            self._refresh_stop(self._window.stop)
        self.post_message(self.Moved())

    def unfocus_cursor(self, *, elsewhere: bool) -> None:
        """Whether the cursor is in a field instead."""
        if self._cursor == elsewhere:
            self._cursor = not elsewhere
            self._refresh_stop(self._window.stop)
        self._place_cursor()

    def _refresh_stop(self, stop: FocusStop) -> None:
        height = stop.last - stop.first + 1
        self.refresh(Region(0, stop.first - self._window.first, self._space.width, height))

    def _follow(self) -> bool:
        """Bring the focused stop on the screen with what leads to it; True when lines moved."""
        moved = self._window.follow()
        if moved:
            self._pointed = NOTHING
        self._place_cursor()
        return moved

    def _place_cursor(self) -> None:
        if self._cursor:
            x, y = (self.expected or self.region).offset
            line = y + self._window.stop.first - self._window.first
            if self._window.stop.row >= 0 and self._window.layout.room.touched:
                line += PAD
            self.app.cursor_position = Offset(x + MARK, line)

    def choose_row(self, row: int) -> None:
        """Choose that row, counted from 0."""
        self.move(self._window.layout.stop_of_row(row) - self._window.at)
        self.choose()

    def choose(self, number: int | None = None) -> None:
        """Choose the focused row, or the one with that digit; words scroll on."""
        row = self.focused_row
        if number is not None:
            row = self._window.layout.row_of_number(number)
            stop = self._window.layout.stop_of_row(row)
            if row < 0 or stop < 0:
                return
            self.move(stop - self._window.at)
        elif row < 0:
            self.move(1)
            return
        do = self._window.layout.rows[row].do
        self._request(do)

    def _request(self, do: Request) -> None:
        self.post_message(Requested(do, self.turn))

    @override
    def render_line(self, y: int) -> Strip:
        """One line; a row's begins in the margin."""
        width = self.size.width
        spans, margin, kind = self._drawn_at(y)
        strip = strip_of(spans, width, self.palette, margin)
        if not kind:
            return strip
        end = min(width, margin + len(FOCUSED) + _prose(width))
        return lit(strip, margin, end, self.palette.lit[kind])

    def _drawn_at(self, y: int) -> DrawnLine:
        index, layout = self._window.first + y, self._window.layout
        under = y - self._window.height
        if self._news and under >= 0:
            return DrawnLine(self._news[under] if under < len(self._news) else BLANK)
        stop = layout.stop_at(index)
        if index >= len(layout.lines):
            return DrawnLine(BLANK)
        at = self._pointed
        line = layout.lines[index]
        if stop is None:
            return DrawnLine(pointed(line, at.run) if at.line == index else line)
        focused = stop == self._window.stop and self._cursor
        if stop.row < 0:
            line = pointed(line, at.run) if at.line == index else line
            return DrawnLine((Span(FOCUSED if focused else UNFOCUSED), *line), MARK)
        if focused:
            line = layout.row_lines(stop.row, focused=True)[index - stop.first]
            return DrawnLine(line, MARK, "focused")
        return DrawnLine(line, MARK, "pointed" if at.row == stop.row else "")

    def row_at(self, y: int) -> int:
        """The row drawn at that line of the screen, from 0; -1 for none."""
        stop = self._window.stop_at(y)
        return stop.row if stop else -1

    def on_resize(self) -> None:
        """A view fits one size only."""
        self.post_message(self.Resized())

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Where a touch began; nothing happens yet."""
        self._began = self.turn, self._spot_at(event.x, event.y)

    def on_click(self, event: events.Click) -> None:
        """What is touched is chosen where the touch ends on what it began on, and only there."""
        began, self._began = self._began, (0, NOTHING)
        at = self._spot_at(event.x, event.y)
        if at == NOTHING or began != (self.turn, at):
            return
        event.stop()
        if at.row < 0:
            do = led_to(self._window.layout.lines[at.line][at.run], self._view)
            if do is not None:
                self._request(do)
        elif not self._fold_at(at.row, event.x):
            self.choose_row(at.row)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What the mouse is over is lit; what a finger or a button is drawn over is not."""
        self._point(NOTHING if event.button else self._spot_at(event.x, event.y))

    def on_leave(self) -> None:
        """It points at something else."""
        self._point(NOTHING)

    def _spot_at(self, x: int, y: int) -> Spot:
        """The row there, or the words that lead somewhere."""
        row = self.row_at(y)
        index = self._window.first + y
        if row >= 0 or index >= len(self._window.layout.lines) or y >= self._height:
            return Spot(row)
        line = self._window.layout.lines[index]
        run = run_at(line, x - MARGIN)
        return Spot(-1, index, run) if run >= 0 and led_to(line[run], self._view) else NOTHING

    def _point(self, at: Spot) -> None:
        """Light that and nothing else; where it was lit already nothing is drawn."""
        before, self._pointed = self._pointed, at
        for spot in {before, at} if before != at else ():
            if spot.row >= 0:
                self._refresh_stop(
                    self._window.layout.stops[self._window.layout.stop_of_row(spot.row)]
                )
            elif spot.line >= 0:
                self._refresh_stop(FocusStop(spot.line, spot.line, -1))

    def _fold_at(self, row: int, x: int) -> bool:
        """Fold or unfold a row that was touched on its mark, or before it; whether it was."""
        touched = self._window.layout.rows[row]
        actions = {"+": Action.UNFOLD, "-": Action.FOLD}
        if not self._view.folds or touched.mark not in actions:
            return False
        digits = 2 if self.DIGITS else 0
        if x > MARGIN + digits + touched.indent + len(touched.mark):
            return False
        self._request(Request(actions[touched.mark], touched.do.what))
        return True

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the focus."""
        self.move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the focus."""
        self.move(-1)


def _prose(width: int) -> int:
    """Columns of words in that width."""
    return min(PROSE, max(8, width - MARGIN))
