"""Turning leaves: the pages of one text in the room there is, and which one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.view import Row, row_lines
from edu_tui.layout.paginate import LEAST, page_at, pages
from edu_tui.layout.part import Drawn, Gap
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from edu_tui.layout.line import Line, Room
    from edu_tui.layout.paginate import LaidOutPage
    from edu_tui.layout.part import Part
    from edu_tui.layout.sought import SearchHighlight

    Start = int | SearchHighlight
    """Where to open a text: at a place in it, or at the page that has these words."""

END = 1_000_000
"""A start beyond any text's last: its last page."""


class Pager:
    """A text in pages. `start` is a place in the text, so that a resize keeps it."""

    def __init__(self, start: Start = 0) -> None:
        self._sought = None if isinstance(start, int) else start
        self._turned = False
        self.start = start if isinstance(start, int) else 0
        self._pages: list[LaidOutPage] = []
        self._read: tuple[object, Sequence[Part]] = None, ()
        """The text, and what it was made of."""
        self._laid: tuple[Sequence[Part], Room, int] | None = None
        """What the pages were made of: turning one makes none anew."""

    @property
    def index(self) -> int:
        """The open page, from 0."""
        return page_at(self._pages, self.start)

    @property
    def total(self) -> int:
        """How many pages there are in the last room."""
        return len(self._pages)

    @property
    def how_far(self) -> tuple[str, ...]:
        """Which page it is, in words; nothing where there is but one."""
        if self.total < 2:
            return ()
        return (say("page {n} of {total}", n=self.index + 1, total=self.total),)

    @property
    def looked_up(self) -> bool:
        """Whether the page was opened for words looked for, and none has been turned since."""
        return self._sought is not None and not self._turned

    @property
    def last(self) -> bool:
        """Whether nothing follows."""
        return self.index >= self.total - 1

    def text(self, of: object, make: Callable[[], Sequence[Part]]) -> Sequence[Part]:
        """What `make` makes of that; turning a page makes none anew."""
        if of != self._read[0]:
            self._read = of, make()
        return self._read[1]

    def lay(
        self,
        parts: Sequence[Part],
        room: Room,
        rows: Sequence[Row],
        on: Sequence[Row],
        besides: Sequence[Row] = (),
    ) -> tuple[Part | Row, ...]:
        """The open page with its rows: `rows` on the last page, `on` before it, `besides` under either.

        Where each line counts, `besides` and the gap over the rows are only where words leave room.
        """
        needed = () if room.tight else besides
        last = _left(room, [*rows, *needed])
        laid = parts, room._replace(height=_left(room, [*on, *needed])), last
        if laid != self._laid:
            self._laid = laid
            self._pages = pages(*laid)
            self._seek()
        if self.start >= END:
            self.start = self._pages[-1].start
        lines = self._lines()
        chosen = rows if self.last else on
        free = room.height - len(lines) - _height(chosen, room)
        if not room.tight or free > _height(besides, room):
            chosen = [*chosen, *besides]
        gap = [Gap()] if chosen and (free or not room.tight) else []
        return (Drawn((tuple(lines),)), *gap, *chosen)

    def _seek(self) -> None:
        """Until a page is turned, the words that were looked for stay in sight in any room."""
        if self._sought is not None and not self._turned:
            number = self._sought.nearest([page.lines for page in self._pages])
            self.start = self.start if number is None else self._pages[number].start

    def _lines(self) -> list[Line]:
        lines = self._pages[self.index].lines
        return lines if self._sought is None else self._sought.marked(lines)

    def stay(self) -> None:
        """What was looked up is read from here on."""
        self._turned = True

    def turn(self) -> bool:
        """One page on; False at the last."""
        if self.last:
            return False
        self._turned = True
        self.start = self._pages[self.index + 1].start
        return True

    def turn_back(self) -> bool:
        """One page back; False at the first."""
        if self.index == 0:
            return False
        self._turned = True
        self.start = self._pages[self.index - 1].start
        return True


def _left(room: Room, rows: Sequence[Row]) -> int:
    """Lines that rows leave for words; 0 for no limit."""
    if not room.height:
        return 0
    gap = 0 if room.tight else 1
    return max(LEAST, room.height - gap - _height(rows, room))


def _height(rows: Sequence[Row], room: Room) -> int:
    return sum(len(row_lines(row, 1, room, focused=False, digits=True)) for row in rows)
