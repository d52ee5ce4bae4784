"""Handing in: is it wanted, and, where most was right, the pause before what was not is asked once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place, push, swap
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.staff.places import attempting
from edu_tui.staff.places.elsewhere import elsewhere
from edu_tui.staff.places.flow import AssessmentPlace
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.assessment import Attempt


class ConfirmHandIn(Place):
    """Once handed in, nothing can be changed: is that what is wanted?"""

    def __init__(self, blank: int) -> None:
        self._blank = blank

    @override
    def view(self, room: Room) -> View:
        """What handing in means."""
        parts: list[Part | Row] = [Heading(say("Hand it in?")), Gap()]
        if self._blank:
            message = say(
                "{n} question has no answer. It will count as not right.",
                "{n} questions have no answer. They will count as not right.",
                n=self._blank,
            )
            parts += [words(message, "talk"), Gap()]
        parts += [
            words(say("After that your answers cannot be changed.")),
            Gap(),
            Row(Request(Action.UP), say("No, go back")),
            Row(Request(Action.YES), say("Yes, hand it in")),
        ]
        return View(
            where=(say("Hand it in?"),),
            parts=tuple(parts),
            keys=frozenset({Action.UP}),
            careful=True,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Back to the questions, which are handed in then."""
        return Navigation("pop", then=Request(Action.HANDED)) if do.action is Action.YES else None


class Pause(AssessmentPlace):
    """Most was right: what was not is asked once more."""

    def __init__(self, course: Course, module: Module, attempt_id: str, attempt: Attempt) -> None:
        self._course = course
        self._module = module
        self._id = attempt_id
        self._attempt = attempt

    @override
    def view(self, room: Room) -> View:
        """How many, and that there is time to read."""
        many = len(self._attempt.not_right)
        message = say(
            "{n} answer is not right yet. It is asked once more.",
            "{n} answers are not right yet. They are asked once more.",
            n=many,
        )
        parts: tuple[Part | Row, ...] = (
            Heading(say("Most of it is right.")),
            Gap(),
            words(message),
            words(say("You can read it again first. The assessment waits for you.")),
            Gap(),
            Row(Request(Action.ON), say("Answer once more")),
            Row(Request(Action.REREAD), say("Read it again first")),
            Row(Request(Action.UP), say("Later")),
        )
        return View(
            where=(self._module.title, say("Assessment")), parts=parts, keys=frozenset({Action.UP})
        )

    @override
    def shows(self) -> str:
        """The module that is assessed."""
        return self._module.id

    @override
    def do(self, do: Request) -> Navigation | None:
        """Answer, or read."""
        if do.action is Action.ON:
            if self._attempt.may_try_again:
                self._attempt.again()
            self.visit.catch_up()
            if attempting.is_elsewhere(self.visit, self._id, self._attempt.number):
                return elsewhere(self.visit, self.flow, self._course, self._module, self._id)
            attempting.recall(self.visit, self._id, self._attempt)
            return swap(self.flow.sit(self._course, self._module, self._id, self._attempt))
        if do.action is Action.REREAD:
            from edu_tui.journey.reading.reading import Reading

            return push(Reading(self._module, 0))
        return None
