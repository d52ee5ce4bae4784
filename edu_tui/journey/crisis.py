"""Help at once: the library's crisis lines, one key away from everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.paged import Paged
from edu_tui.page.crisis import crisis_parts
from edu_tui.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.page.line import Room
    from edu_tui.page.part import Part


class Crisis(Paged):
    """Whom to call, and when they answer."""

    alone: ClassVar[bool] = True

    def title(self, visit: Visit) -> str:
        """The same words as on the key."""
        del visit
        return say("Crisis help")

    def text(self, visit: Visit, room: Room) -> list[Part]:
        """Each line with what to do first."""
        del room
        return crisis_parts(visit.contents.library)
