"""What a kiosk adds to the journey: to hide the screen, and to leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.extension import Extension
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from edu_tui.journey.place import Place


class KioskExtension(Extension):
    """For a visitor in a waiting room."""

    @override
    def aside(self, action: Action) -> Place | None:
        """Hide at once, or end here."""
        if action not in {Action.HIDE, Action.LEAVE}:
            return None
        from edu_tui.kiosk.places.aside import Hidden, Leaving

        return Hidden() if action is Action.HIDE else Leaving()
