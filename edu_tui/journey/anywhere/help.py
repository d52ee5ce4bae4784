"""Help: what can be done at the place it was opened from, each as a row that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import ANYWHERE, BINDINGS, ON_SCREEN, Action, shown_keys
from edu_tui.journey.place import Navigation, Place
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.action import Binding
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part


class Guide(Place):
    """Every action that works in the place below, so that arrows and Enter reach all of them."""

    alone: ClassVar[bool] = True

    def __init__(self, below: View) -> None:
        self._below = below

    @override
    def view(self, room: Room) -> View:
        """How to move, then a row for each action."""
        labels = dict(self._below.labels)
        offered = (self._below.keys | ANYWHERE | self._below.always) - self.visit.profile.withheld
        how_to = _how_to(room, self._below)
        parts: list[Part | Row] = [Heading(say("What you can do")), *how_to, Gap()]
        for binding in BINDINGS:
            if binding.action in offered and binding.action not in _unlisted(room):
                name = labels.get(binding.action) or say(binding.label)
                label = f"{name}: {say(binding.help)}"
                parts.append(
                    Row(Request(Action.RUN, binding.action), label, detail=_keys(binding, room))
                )
        parts.append(Row(Request(Action.UP), say("Go back")))
        view = View(
            where=(say("Help"),),
            parts=parts,
            keys=frozenset({Action.BACK, Action.UP}),
        )
        # Line by line Enter leads back to where one was: any other row is chosen by its number.
        return view._replace(focus=len(view.rows) - 1) if room.medium == "words" else view

    @override
    def do(self, do: Request) -> Navigation | None:
        """Go back below and do it there; asked for help again, go back."""
        if do.action is Action.RUN:
            return Navigation("pop", then=Request(Action(do.what)))
        return Navigation("pop") if do.action is Action.HELP else None


def _unlisted(room: Room) -> frozenset[Action]:
    """What needs no row here; line by line there is no screen."""
    return frozenset({Action.OPEN, Action.HELP}) | (
        ON_SCREEN if room.medium == "words" else frozenset()
    )


def _keys(binding: Binding, room: Room) -> str:
    """What does the same from anywhere: a key, or the letter to type."""
    if room.medium == "words":
        return binding.typed
    return say(" or ").join(shown_keys(binding)[:2])


def _how_to(room: Room, below: View) -> list[Part]:
    if room.medium == "words":
        again = say("t lets you type words again.") if below.field else ""
        how = say(
            "Type a number, or one of the letters in brackets, then Enter. "
            'Enter alone chooses the number that stands after "Enter". '
            "r reads the same page again, with all that can be chosen there."
        )
        return [words(f"{how} {again}".rstrip())]
    return [
        words(
            say(
                "The arrow keys move the > mark. Enter chooses that row. "
                "A digit chooses a row at once. You can also touch or click a row."
            )
        )
    ]
