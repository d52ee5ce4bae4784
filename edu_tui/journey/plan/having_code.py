"""I have a code: one place to type a code of whatever kind, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.anywhere.danger import danger_in, help_row
from edu_tui.journey.home import Home
from edu_tui.journey.place import STAY, Navigation, Place, swap
from edu_tui.journey.plan.my_plan import MyPlan
from edu_tui.journey.plan.planned import begin
from edu_tui.journey.view import Field, Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.learning.codes import meaning_of
from edu_tui.learning.plan import Plan
from edu_tui.learning.resumed import Resumed
from edu_tui.system.errors import BrokenModuleError, CodeError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.resume_code import ResumeState
    from edu_tui.library.danger import Danger


class HavingCode(Place):
    """A field for it. What was typed is forgotten when the place is left."""

    alone: ClassVar[bool] = True

    def __init__(self) -> None:
        self._text = ""
        self._danger: Danger = ""
        self._wrong = ""
        """What is wrong with what was typed, beside the field until it is changed."""

    @override
    def view(self, room: Room) -> View:
        """What a code looks like, and that it may be typed as one likes."""
        parts: list[Part | Row] = []
        if self._danger:
            parts += [help_row(self.visit, self._danger), Gap()]
        if self._wrong:
            parts += [words(self._wrong, "talk"), Gap()]
        parts.append(words(say("Type the code from your paper, your phone or your clinic.")))
        if not 0 < room.height < 16:
            parts.append(words(say("Small letters are fine, and so is leaving out the hyphens.")))
        parts += [
            Gap(),
            Row(Request(Action.TRY), say("Open it")),
            Row(Request(Action.UP), say("Go back")),
        ]
        return View(
            where=(say("I have a code"),),
            parts=tuple(parts),
            keys=frozenset({Action.UP}),
            field=Field(say("Code, such as 7K3M-9QXT-2B4D"), self._text, live=False),
        )

    @override
    def typed(self, text: str) -> None:
        """The words so far; those of danger are answered first."""
        if text != self._text:
            self._wrong = ""
        self._text = text
        self._danger = danger_in(self.visit, text)

    @override
    def leave(self) -> None:
        """Nobody finds it here again."""
        self._text, self._danger, self._wrong = "", "", ""

    @override
    def do(self, do: Request) -> Navigation | None:
        """Go where the code leads, or say what is wrong with it."""
        if do.action is not Action.TRY:
            return None
        library = self.visit.contents.library
        try:
            meant = meaning_of(self._text, library.for_patients(), library.every_module())
        except CodeError as error:
            self._wrong = str(error)
            return STAY
        if isinstance(meant, Plan):
            begin(self.visit, meant)
            return swap(MyPlan())
        if self.visit.keeper.can_keep:
            message = say(
                "This code says how far you came. To add that to what is kept about you, quit "
                "with Q and type: edu-tui resume, then the code."
            )
            return Navigation("stay", said=message)
        _go_on_from(self.visit, meant)
        return swap(Home(lowest=False), say("What you read before is marked as read."))


def _go_on_from(visit: Visit, way: ResumeState) -> None:
    """Know how far the reader came elsewhere, for this visit: nothing of it is kept, and nothing counted."""
    course = visit.contents.library.for_patients()
    resumed = Resumed(way, course, visit.history, visit.clock())
    for name in course:
        if name not in way.read | way.talk:
            continue
        try:
            module = visit.module(name)
        except BrokenModuleError:
            continue
        text = say("{title}: something here was not clear to me", title=module.title)
        for event in [*resumed.read(module), *resumed.asked(module, text)]:
            visit.history.apply(event)
