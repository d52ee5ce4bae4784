"""What stands before everything else on a screen in a waiting room: hidden, leaving, are you there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.place import POP, Navigation, Place, push
from edu_tui.journey.taking.codes import CodePlace
from edu_tui.journey.taking.printing import may_print
from edu_tui.journey.taking.takeaway import printed, taken
from edu_tui.journey.view import Field, Request, Row, View
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part


class Aside(Place):
    """Nothing of the place below can be seen, and no module is named."""

    alone: ClassVar[bool] = True

    @override
    def do(self, do: Request) -> Navigation | None:
        """Only the way back."""
        return POP if do.action in {Action.GO_ON, Action.UP, Action.BACK} else None


class Hidden(Aside):
    """Somebody else looks: show nothing. Any key shows it again."""

    @override
    def view(self, room: Room) -> View:
        """One sentence."""
        parts = (words(say("The screen is hidden. Press any key to go on.")), Gap(), _go_on())
        return View(where=(say("Hidden"),), parts=parts)


class StillThere(Aside):
    """Nobody has pressed a key for a while: what happens if nobody does, and when."""

    counts_down: ClassVar[bool] = True

    def __init__(self) -> None:
        self.left = 0
        """Seconds."""

    @override
    def view(self, room: Room) -> View:
        """The countdown on a line of its own: nothing else changes."""
        parts = (
            Heading(say("Are you still there?")),
            Gap(),
            words(say("This screen is cleared soon, so that nobody else sees what you did.")),
            words(say("Seconds left: {n}", n=self.left), "strong"),
            words(say("Press any key to go on.")),
            Gap(),
            _go_on(),
            Row(Request(Action.TIME), say("I need more time"), detail=say("2 or F8")),
        )
        return View(where=(say("Are you still there?"),), parts=parts)


class Leaving(Aside):
    """They called my name: what to take along, then everything is cleared."""

    @override
    def view(self, room: Room) -> View:
        """End first: who was called has no time."""
        message = say(
            "When you end, everything you did here is cleared. It is cleared by itself if no key is "
            "pressed for a while."
        )
        paper = (
            [Row(Request(Action.PRINT), say("First print what matters"))]
            if may_print(self.visit)
            else []
        )
        parts: tuple[Part | Row, ...] = (
            words(message),
            Gap(),
            Row(Request(Action.END), say("End and clear the screen")),
            Row(Request(Action.CODE), say("First show a code for my phone")),
            *paper,
            Row(Request(Action.GO_ON), say("Go on reading")),
        )
        return View(where=(say("They called my name"),), parts=parts)

    @override
    def do(self, do: Request) -> Navigation | None:
        """End, or show the code; asked for once more, end."""
        if do.action in {Action.END, Action.LEAVE}:
            return Navigation("quit")
        if do.action is Action.PRINT and may_print(self.visit):
            return Navigation("stay", said=printed(self.visit, ()) or say("It is being printed."))
        if do.action is Action.CODE:
            return push(CodePlace(taken(self.visit, ())))
        return super().do(do)


class StaffDoor(Aside):
    """A PIN ends the program; for staff."""

    def __init__(self, check: Callable[[str], str]) -> None:
        self._check = check
        """Says what is wrong with a PIN; nothing when it is right."""
        self._typed = ""

    @override
    def view(self, room: Room) -> View:
        """A field whose characters are not shown."""
        parts = (
            words(say("This is for staff. Type the PIN to leave the kiosk.")),
            Gap(),
            Row(Request(Action.CHECK), say("Leave the kiosk")),
            Row(Request(Action.GO_ON), say("Go back")),
        )
        # Live, so that a wrong one is gone from it and the next is typed into an empty field.
        field = Field(say("PIN"), self._typed, live=True, secret=True)
        return View(where=(say("Staff"),), parts=parts, field=field, keys=frozenset({Action.UP}))

    @override
    def typed(self, text: str) -> None:
        """The PIN so far."""
        self._typed = text

    @override
    def leave(self) -> None:
        """A PIN that is half typed waits for nobody."""
        self._typed = ""

    @override
    def do(self, do: Request) -> Navigation | None:
        """Look whether it is the PIN."""
        if do.action is not Action.CHECK:
            return super().do(do)
        if not self._typed:
            return Navigation("stay", said=say("Type the PIN first."))
        refused, self._typed = self._check(self._typed), ""
        return Navigation("stay", said=refused) if refused else Navigation("quit")


def _go_on() -> Row:
    return Row(Request(Action.GO_ON), say("Go on"))
