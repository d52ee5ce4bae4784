"""The language: each of the library's, in its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Heading
from edu_tui.system.typing import override
from edu_tui.system.wording import language_name, say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room


class Tongue(Place):
    """Choose a language; what was read and answered stays."""

    alone: ClassVar[bool] = True

    @override
    def view(self, room: Room) -> View:
        """One row a language."""
        languages = self.visit.contents.library.languages
        rows = [
            Row(
                Request(Action.SPEAK, code),
                language_name(code),
                mark="(*)" if code == self.visit.language else "( )",
            )
            for code in languages
        ]
        focus = languages.index(self.visit.language) if self.visit.language in languages else 0
        return View(
            where=(say("Language"),),
            parts=(
                Heading(say("Read in")),
                Gap(),
                *rows,
                Gap(),
                Row(Request(Action.UP), say("Go back")),
            ),
            keys=frozenset({Action.BACK, Action.UP}),
            focus=focus,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Switch, and start from home in the new language."""
        if do.action is not Action.SPEAK:
            return None
        self.visit.switch(do.what)
        return Navigation(
            "home", said=say("You are reading in {name}.", name=language_name(do.what))
        )
