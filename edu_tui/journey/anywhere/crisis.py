"""Help at once: the library's crisis lines, one key away from everywhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.reading.paged import Paged
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.crisis import crisis_at_large, crisis_in_short, crisis_parts
from edu_tui.layout.look import has_halves
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.library.danger import Danger
    from edu_tui.model.library import Library


class Crisis(Paged):
    """Whom to call, and when they answer."""

    alone: ClassVar[bool] = True
    speaks_alone: ClassVar[bool] = True

    def __init__(self, danger: Danger = "") -> None:
        super().__init__()
        self._danger = danger

    @override
    def title(self) -> str:
        """The same words as on the key."""
        return say("Crisis help")

    @override
    def view(self, room: Room) -> View:
        """All lines on one page, in fewer words where there is less room: nobody turns pages now."""
        rows = [Row(Request(Action.UP), say("Go back"))]
        library = self._library()
        small = tuple(crisis_line.how for crisis_line in library.crisis)
        for parts in self._forms(library, room):
            leaves = self._leaves.lay(parts, room, rows, rows)
            if self._leaves.total == 1:
                keys = frozenset({Action.BACK, Action.UP})
                return View((self.title(),), leaves, keys, small=small, loud=True)
        return super().view(room)._replace(small=small, loud=True)

    def _library(self) -> Library:
        """Where a body is in danger, who comes at once is named first."""
        library = self.visit.contents.library
        return library.emergency_first() if self._danger == "emergency" else library

    @staticmethod
    def _forms(library: Library, room: Room) -> Iterator[list[Part]]:
        if room.height:
            halves = has_halves(room.medium, os.environ)
            for apart in (True, False):
                yield from filter(
                    None, [crisis_at_large(library, room, apart=apart, halves=halves)]
                )
        yield crisis_parts(library)
        if library.crisis:
            yield crisis_in_short(library, hours=True, heading=True)
            yield crisis_in_short(library, hours=False, heading=True)
            yield crisis_in_short(library, hours=False, heading=False)

    @override
    def text(self, room: Room) -> list[Part]:
        """Each line with what to do first."""
        library = self._library()
        if not room.height:
            return crisis_parts(library)
        return crisis_in_short(library, hours=True, heading=True)
