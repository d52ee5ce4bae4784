"""The pictures of a page, where there was no room for them beside its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Pictured
from edu_tui.layout.picture import left_out
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.model.picture import Picture


def picture_keys(pictures: tuple[Picture, ...], room: Room) -> frozenset[Action]:
    """The key to them, where they have no room on their page."""
    return frozenset({Action.PICTURE} if left_out(pictures, room) else ())


class Pictures(Place):
    """One under the other."""

    def __init__(self, pictures: tuple[Picture, ...]) -> None:
        self._pictures = pictures

    @override
    def view(self, room: Room) -> View:
        """Each with its words, and the way back."""
        parts: list[Part | Row] = []
        for picture in self._pictures:
            parts += [*([Gap()] if parts else []), Pictured(picture)]
        return View(
            where=(say("Picture"),),
            parts=(*parts, Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.BACK, Action.UP}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Nothing but to go back."""
        return None
