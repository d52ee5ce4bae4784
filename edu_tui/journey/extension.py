"""The seam at which a slice of the program, such as the staff side, adds to the journey.

A slice subclasses `Extension` and gives one to its journey, which calls these methods and knows no slice;
by itself it adds nothing. An extension keeps no state: that is in the visit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.place import Place

if TYPE_CHECKING:
    from edu_tui.journey.action import Action
    from edu_tui.journey.place import Navigation
    from edu_tui.journey.view import Request, Row
    from edu_tui.journey.visit import Visit
    from edu_tui.library.open_library import Entry
    from edu_tui.model.module import Module


class Extension:
    """Adds nothing: the program as a person at home has it."""

    def home_rows(self, visit: Visit) -> list[Row]:
        """Rows at the top of home."""
        del visit
        return []

    def module_rows(self, visit: Visit, module: Module) -> list[Row]:
        """Rows on a module's front page, after its questions."""
        del visit, module
        return []

    def states(self, visit: Visit, entry: Entry) -> list[str]:
        """How a module stands, in words before those of all readers."""
        del visit, entry
        return []

    def do(self, visit: Visit, do: Request, module: Module | None = None) -> Navigation | None:
        """Do what one of its rows asks for, at home or on a module's front page; None where it is none."""
        del visit, do, module
        return None

    def aside(self, action: Action) -> Place | None:
        """The place that a key leads to from everywhere; None for no place."""
        del action
        return None

    def opened(self, visit: Visit, place: Place) -> None:
        """Another place is shown from now on."""
        del visit, place

    def section_read(self, visit: Visit, module: Module) -> None:
        """A section has been read to its end, and that is on record."""
        del visit, module


class Extended(Place):
    """A place to which a slice may add."""

    extension: Extension
    """Given by the journey when the place is opened."""
