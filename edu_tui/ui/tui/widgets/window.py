"""Which lines of a layout can be seen, and which of its stops is in focus; nothing here draws."""

from __future__ import annotations

from edu_tui.journey.view import PAD, SPACE
from edu_tui.layout.line import BLANK, Room
from edu_tui.ui.tui.widgets.layout import FocusStop, Layout


class Window:
    """So many lines of one layout. The stop in focus is always among them."""

    def __init__(self) -> None:
        self.layout = Layout((), Room(8, 1, "unicode"))
        self.height = 1
        self.at = 0
        """Which stop is in focus, from 0."""
        self.first = 0
        """The first line that can be seen."""

    def open(self, layout: Layout, height: int, at: int) -> None:
        """Look at another layout, with that stop in focus, from as far up as it can be seen from."""
        self.layout, self.height, self.at, self.first = layout, max(1, height), at, 0
        self.follow()

    @property
    def stop(self) -> FocusStop:
        """The one in focus."""
        stops = self.layout.stops
        return stops[self.at] if stops else FocusStop(0, 0, -1)

    @property
    def more_below(self) -> bool:
        """Whether there are words under the last line that can be seen."""
        end = self.first + self.height
        # What is under the words of a last row is empty, and nothing to go on to; so is what is over the next.
        most = end + PAD + SPACE + 1 + PAD + 1
        self.layout.reach(lines=most)
        return any(self.layout.lines[end:most])

    def stop_at(self, y: int) -> FocusStop | None:
        """What stands on that line of the window; None for words, and for what is outside of it."""
        return self.layout.stop_at(self.first + y) if y < self.height else None

    def move(self, by: int) -> bool:
        """Move the focus by so many stops, not beyond the ends; False where it stays."""
        self.layout.reach(stops=self.at + by + 1)
        target = min(max(0, self.at + by), max(0, len(self.layout.stops) - 1))
        moved, self.at = target != self.at, target
        return moved

    def follow(self) -> bool:
        """Bring the focused stop among the lines with what leads to it; True when lines moved."""
        before, height = self.first, self.height
        stop, layout = self.stop, self.layout
        layout.reach(stops=self.at + 2)
        last = self._under(stop)
        if last >= self.first + height:
            self.first = last - height + 1
        if stop.first < self.first:
            self.first = stop.first
        if self.at == 0 and stop.last < height:
            self.first = 0
        elif self.at == len(layout.stops) - 1 and len(layout.lines) - stop.first <= height:
            self.first = max(self.first, len(layout.lines) - height, 0)
        return self.first != before

    def _under(self, stop: FocusStop) -> int:
        """The last line of a row with the words right under it, as far as they fit with it."""
        layout, last = self.layout, stop.last
        if stop.row < 0:
            return last
        layout.reach(lines=stop.first + self.height)
        while last + 1 < min(stop.first + self.height, len(layout.lines)):
            if layout.lines[last + 1] == BLANK or layout.stop_at(last + 1):
                break
            last += 1
        return last
