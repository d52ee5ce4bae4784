"""A text to look at and leave again: sources, words, answers, help at once."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import POP, STAY, Navigation, Place
from edu_tui.journey.reading.pager import Pager
from edu_tui.journey.view import Request, Row, View
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part


class Paged(Place):
    """Pages of one text, the last with the way back."""

    def __init__(self) -> None:
        self._leaves = Pager()

    @abstractmethod
    def title(self) -> str:
        """What stands in the top line."""

    @abstractmethod
    def text(self, room: Room) -> list[Part]:
        """Everything there is to look at."""

    def rows(self) -> list[Row]:
        """Rows on the last page besides the way back."""
        return []

    @override
    def view(self, room: Room) -> View:
        """One page."""
        rows = [*self.rows(), Row(Request(Action.UP), say("Go back"))]
        on = [Row(Request(Action.NEXT), say("Next page")), Row(Request(Action.UP), say("Go back"))]
        parts = self._leaves.lay(self.text(room), room, rows, on)
        return View(
            where=(self.title(), *self._leaves.how_far),
            parts=parts,
            keys=frozenset(
                {Action.BACK, Action.UP} | (set() if self._leaves.last else {Action.NEXT})
            ),
            focus=len(rows) - 1 if self._leaves.last else 0,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Turn the pages."""
        if do.action is Action.NEXT:
            self._leaves.turn()
            return STAY
        if do.action is Action.BACK:
            return STAY if self._leaves.turn_back() else POP
        return None
