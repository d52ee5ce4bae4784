"""Reading aloud, as a visitor asks for it: on after a yes, slower, louder, once more, off."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.devices import WHILE_ON, Aloud
from edu_tui.journey.place import POP, STAY, Navigation, Place, push
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room


def asked(aloud: Aloud | None, action: Action) -> Navigation:
    """What follows one of these actions; nothing where nothing can be read aloud."""
    if aloud is None or (action in WHILE_ON and not aloud.on):
        return STAY
    if action is Action.SILENT:
        aloud.on = False
        return Navigation("stay", said=say("Nothing is read aloud any more."))
    if action is Action.ALOUD:
        if not aloud.agreed:
            return push(ReadAloud())
        aloud.on = True
        aloud.again += 1
        return STAY
    return Navigation("stay", said=_changed(aloud, action))


def _changed(aloud: Aloud, action: Action) -> str:
    if action is Action.SLOWER:
        return say("Slower.") if aloud.pace_by(-1) else say("It does not go slower.")
    if action is Action.FASTER:
        return say("Faster.") if aloud.pace_by(1) else say("It does not go faster.")
    if action is Action.SOFTER:
        return say("Softer.") if aloud.loudness_by(-1) else say("It does not go softer.")
    return say("Louder.") if aloud.loudness_by(1) else say("It does not go louder.")


class ReadAloud(Place):
    """Who may hear it, before anything else is heard."""

    alone: ClassVar[bool] = True

    @override
    def view(self, room: Room) -> View:
        """What will happen, how to change it, and a yes."""
        aloud = self.visit.devices.aloud
        if aloud is None or aloud.broken:
            return _without_a_voice(desk=not self.visit.profile.can_quit)
        parts = (
            Heading(say("Shall this be read aloud?")),
            Gap(),
            words(say("Without headphones other people may hear it. Put them on first."), "strong"),
            Gap(),
            words(
                say(
                    "Then F5 reads the page again and F7 stops. F4 is slower, F6 faster, F2 softer, "
                    "F3 louder."
                )
            ),
            Gap(),
            Row(Request(Action.AGREE), say("Yes, read it aloud")),
            Row(Request(Action.UP), say("No, go back")),
        )
        return View((say("Read aloud"),), parts, frozenset({Action.BACK, Action.UP}))

    @override
    def do(self, do: Request) -> Navigation | None:
        """Begin, once there is a yes."""
        aloud = self.visit.devices.aloud
        if do.action is Action.ALOUD:
            return STAY
        if do.action is not Action.AGREE or aloud is None or aloud.broken:
            return None
        aloud.on = aloud.agreed = True
        return POP


def _without_a_voice(*, desk: bool) -> View:
    message = say("No program here can be heard. Is a loudspeaker there, and is it on?")
    if desk:
        message = say("Ask the front desk to have this read to you.")
    parts = (words(message), Gap(), Row(Request(Action.UP), say("Go back")))
    return View((say("Read aloud"),), parts, frozenset({Action.BACK, Action.UP}))
