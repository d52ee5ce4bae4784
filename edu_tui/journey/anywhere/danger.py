"""Words of danger in what is typed: crisis help stands before all else, wherever a reader types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.library.danger import Danger


def danger_in(visit: Visit, text: str) -> Danger:
    """Whether these words speak of danger, by the lists that ship and the library's own."""
    from edu_tui.library.danger import danger_in

    return danger_in(text, visit.language, visit.contents.library.danger_words)


def help_now(danger: Danger) -> Request:
    """Crisis help, with the lines that are right for it first."""
    return Request(Action.CRISIS, danger)


def help_row(visit: Visit, danger: Danger) -> Row:
    """The row that leads there; it says already what to do."""
    lines = visit.contents.library.crisis
    if danger == "emergency":
        lines = tuple(line for line in lines if line.emergency)
        label = say("If this is happening now: get help at once")
    else:
        label = say("If you are in danger or thinking of hurting yourself: get help now")
    how = lines[0].how if lines else say("Call your local emergency number.")
    return Row(help_now(danger), label, detail=how, tone="warning")


class HelpFirst(Place):
    """After words of danger in the reader's own question: it is kept, but nobody reads it now."""

    def __init__(
        self, danger: Danger, kept: str, on: Literal[Action.UP, Action.HOME] = Action.UP
    ) -> None:
        self._danger = danger
        self._kept = kept
        """What became of the question, in words."""
        self._on = on
        """Where the reader was about to go."""

    @override
    def view(self, room: Room) -> View:
        """Help, and the way back."""
        unseen = say("Nobody sees it until you show it to someone.")
        return View(
            where=(say("My questions"),),
            parts=(
                words(self._kept, "strong"),
                words(unseen),
                Gap(),
                help_row(self.visit, self._danger),
                Row(Request(self._on), say("Go on")),
            ),
            keys=frozenset({Action.BACK, Action.UP, Action.ASKED, Action.HOME}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Nothing of its own: crisis help is everywhere."""
        return None
