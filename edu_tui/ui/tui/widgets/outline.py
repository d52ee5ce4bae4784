"""The outline beside a page: a sheet of its own, narrow, with a mark of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.line import line
from edu_tui.system.typing import override
from edu_tui.system.wording import say
from edu_tui.ui.tui.widgets.asked import Requested
from edu_tui.ui.tui.widgets.sheet import Sheet
from edu_tui.ui.tui.widgets.strip import DrawnLine

if TYPE_CHECKING:
    from edu_tui.journey.view import Request
    from edu_tui.layout.line import Room

STRIDE = 3
"""Rows that the wheel moves on."""
COLUMNS = 34
"""Of the outline, with what it leaves free."""


class OutlineBeside(Sheet):
    """Rows without digits, for those are the page's."""

    DIGITS = False

    @property
    @override
    def room(self) -> Room:
        """A column narrower than it is: the page's mark stands right of it."""
        room = super().room
        return room._replace(width=room.width - 1)

    @property
    @override
    def _height(self) -> int:
        """Its last line tells what of it cannot be seen."""
        return max(1, super()._height - 1)

    @property
    def _unseen(self) -> str:
        above, below = self._window.first > 0, self.more_below
        if above and below:
            return say("More above and below")
        return say("More below") if below else say("More above") if above else ""

    @override
    def _drawn_at(self, y: int) -> DrawnLine:
        if y == self._height:
            return DrawnLine(line(self._unseen, "soft"))
        return super()._drawn_at(y)

    @override
    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the mark, some lines at once: it is long and narrow."""
        self.move(STRIDE)

    @override
    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the mark."""
        self.move(-STRIDE)

    @override
    def _request(self, do: Request) -> None:
        self.post_message(Requested(do, self.turn, beside=True))
