"""Turning leaves: the pages of one text in the room there is, and which one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.view import Row, row_lines
from edu_tui.layout.paginate import page_at, pages
from edu_tui.layout.part import Drawn, Gap
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.layout.line import Line, Room
    from edu_tui.layout.paginate import LaidOutPage
    from edu_tui.layout.part import Part
    from edu_tui.layout.sought import SearchHighlight

    Start = int | SearchHighlight
    """Where to open a text: at a place in it, or at the page that has these words."""

MOST_LINES = 17
"""A page of prose is never longer, however tall the screen."""
END = 1_000_000
"""A start beyond any text's last: its last page."""


class Pager:
    """A text in pages. `start` is a place in the text, so that a resize keeps it."""

    def __init__(self, start: Start = 0) -> None:
        self._sought = None if isinstance(start, int) else start
        self._turned = False
        self.start = start if isinstance(start, int) else 0
        self._pages: list[LaidOutPage] = []
        self._laid: tuple[Sequence[Part], Room] | None = None
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

    def lay(
        self, parts: Sequence[Part], room: Room, rows: Sequence[Row], on: Sequence[Row]
    ) -> tuple[Part | Row, ...]:
        """The open page with its rows: `rows` on the last page, `on` before it.

        All pages leave the same room for rows, so that they break alike.
        """
        laid = parts, _beside(room, rows, on)
        if laid != self._laid:
            self._laid = laid
            self._pages = pages(*laid)
            self._seek()
        if self.start >= END:
            self.start = self._pages[-1].start
        text = Drawn((tuple(self._lines()),))
        chosen = rows if self.last else on
        return (text, Gap(), *chosen) if chosen else (text,)

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


def _beside(room: Room, *choices: Sequence[Row]) -> Room:
    if not room.height:
        return room
    taken = 1 + max(_height(rows, room) for rows in choices)
    return room._replace(height=min(room.height - taken, MOST_LINES))


def _height(rows: Sequence[Row], room: Room) -> int:
    return sum(len(row_lines(row, 1, room, focused=False, digits=True)) for row in rows)
