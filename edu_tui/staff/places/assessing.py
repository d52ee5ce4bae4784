"""An assessment before it begins or goes on: what it asks for, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import STAY, Navigation, push, swap
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.day import day_in_words
from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.staff.learning.assessment import needed
from edu_tui.staff.places import attempting, onboarding
from edu_tui.staff.places.elsewhere import elsewhere
from edu_tui.staff.places.flow import AssessmentFlow, AssessmentPlace
from edu_tui.staff.places.handing_in import Pause
from edu_tui.staff.places.sitting import Sitting
from edu_tui.system.errors import RecordsError
from edu_tui.system.typing import override
from edu_tui.system.wording import language_name, say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.attempts import BegunAttempt
    from edu_tui.staff.learning.comprehension import Comprehension


class Begin(AssessmentPlace):
    """What an assessment asks for, before it begins or goes on."""

    def __init__(self, course: Course, module: Module) -> None:
        self._course = course
        self._module = module

    @override
    def view(self, room: Room) -> View:
        """The rules in plain words, and the row that begins."""
        compact = bool(room.height) and room.height < 16
        heading = [] if compact else [Heading(say("Assessment: {title}", title=self._module.title))]
        parts: list[Part | Row] = [*heading, *(() if compact else [Gap()])]
        begun = onboarding.attempts_of(self.visit).open_in(self._module.id)
        state = onboarding.stands(self.visit, self._course, self._module.id)
        if begun is None:
            parts += self._so_far(state)
        if begun is not None or self._asks(state):
            parts += self._rules(begun, state)
        return View(
            where=(self._module.title, say("Assessment")),
            parts=(*parts, Gap(), *self._rows(begun, state)),
            keys=frozenset({Action.UP, Action.HOME}),
        )

    @override
    def shows(self) -> str:
        """The module that is assessed."""
        return self._module.id

    def _asks(self, state: Comprehension) -> bool:
        """Whether there is something to be asked: of what has only to be read again there is not."""
        return state.kind != "changed" or bool(state.outstanding.families)

    def _so_far(self, state: Comprehension) -> list[Part]:
        """What was passed, and what is still owed of it."""
        if state.kind == "passed":
            until = state.passed.until if state.passed else ""
            message = say("You have passed this.")
            if until:
                message = say(
                    "You have passed this. It is good until {day}.", day=day_in_words(until)
                )
            return [words(f"{message} " + say("You may take it again."), "good"), Gap()]
        if state.kind != "changed":
            return []
        if self._asks(state):
            message = say("You passed this before it changed. Only what has changed is asked.")
            return [words(message), *self._to_read(state), Gap()]
        message = say("You passed this before it changed. There is nothing to answer.")
        return [words(message), *self._to_read(state)]

    def _to_read(self, state: Comprehension) -> list[Part]:
        titles = [
            section.title
            for section in self._module.sections
            if section.id in state.outstanding.sections
        ]
        if not titles:
            return []
        return [words(say("Read again first: {titles}.", titles="; ".join(titles)), "talk")]

    def _rules(self, begun: BegunAttempt | None, state: Comprehension) -> list[Part]:
        bank = onboarding.bank_of(self._module, state)
        if begun is not None:
            bank = tuple(
                question for question in self._module.assessment if question.id in begun.drawn
            )
        safety = {question.family: question.must_know for question in bank}
        many, others = len(safety), sum(not one for one in safety.values())
        tries = begun.tries if begun is not None else self._course.tries
        mastery = begun.mastery if begun is not None else self._course.mastery or 0
        made: list[str] = [say("{n} question.", "{n} questions.", n=many)]
        if many > others:
            safe = say(
                "{n} is about safety, and has to be right.",
                "{n} are about safety: every one of them has to be right.",
                n=many - others,
            )
            made.append(safe)
        if others:
            enough = say(
                "The other one has to be right too.",
                "Of the other {n} at least {needed} have to be right.",
                n=others,
                needed=needed(mastery, others),
            )
            made.append(enough)
        made.append(say("Nothing is told until you hand it in, and you can change every answer."))
        if tries > 1:
            again = say(
                "There are two tries: where at least {needed} of {n} are right at first, what was not "
                "is asked once more.",
                needed=needed(mastery, many),
                n=many,
            )
            made.append(again)
        made.append(say("You can leave at any time and come back. Your answers are kept."))
        return [Words((Span(one),), "- ") for one in made]

    def _rows(self, begun: BegunAttempt | None, state: Comprehension) -> list[Part | Row]:
        leave = Row(Request(Action.UP), say("Go back"))
        if begun is not None:
            return [Row(Request(Action.GO, begun.id), say("Go on with your assessment")), leave]
        if not self._asks(state):
            return [leave]
        left = onboarding.left_today(self.visit, self._course, self._module.id)
        if not left:
            many = self._course.attempts_per_day
            message = say(
                "That was it for today: {n} attempt a day. Read it again, and come back tomorrow.",
                "That was it for today: {n} attempts a day. Read it again, and come back tomorrow.",
                n=many,
            )
            return [words(message, "talk"), Gap(), leave]
        detail = say("{n} attempt left today", "{n} attempts left today", n=left)
        return [Row(Request(Action.GO), say("Begin"), detail=detail), leave]

    @override
    def do(self, do: Request) -> Navigation | None:
        """Begin, or go on where it was left."""
        if do.action is not Action.GO:
            return None
        self.visit.catch_up()
        try:
            return self._go(do.what)
        except RecordsError as error:
            return Navigation("stay", said=say("It cannot begin: {why}", why=error.fact))

    def _go(self, wanted: str) -> Navigation:
        if wanted and onboarding.attempts_of(self.visit).is_over(wanted):
            # It has ended in another window: that nobody wanted to begin anew.
            return elsewhere(self.visit, self.flow, self._course, self._module, wanted)
        begun = onboarding.attempts_of(self.visit).open_in(self._module.id)
        if begun is not None:
            return self._go_on(begun)
        if not self._asks(onboarding.stands(self.visit, self._course, self._module.id)):
            return STAY
        started = attempting.begin(self.visit, self._course, self._module)
        if started is not None:
            return swap(Sitting(self._course, self._module, *started))
        begun = onboarding.attempts_of(self.visit).open_in(self._module.id)
        return self._go_on(begun) if begun is not None else STAY

    def _go_on(self, begun: BegunAttempt) -> Navigation:
        if self._in_another_language(begun):
            spoken = language_name(begun.language)
            return Navigation(
                "stay", said=say("You began it in {language}. Go on in it.", language=spoken)
            )
        attempt = attempting.taken_up(self.visit, self._module, begun)
        if attempt is None:
            attempting.void(self.visit, self._course, self._module, begun)
            message = say(
                "A question has changed since you began. That attempt does not count. "
                "You can begin again."
            )
            return Navigation("stay", said=message)
        return swap(Sitting(self._course, self._module, begun.id, attempt))

    def _in_another_language(self, begun: BegunAttempt) -> bool:
        """Whether it was begun with a translation that is still there."""
        if begun.language == self._module.language:
            return False
        return begun.language in self.visit.contents.library.languages


FLOW = AssessmentFlow(begin=Begin, sit=Sitting, pause=Pause)


def assess(visit: Visit, module: Module, wanted: str) -> Navigation | None:
    """Go to a module's assessment, to go on with that attempt or, where it is empty, to begin; None where
    this reader has none.
    """
    course = onboarding.course_of(visit, module.id)
    if course is None or not module.assessment:
        return None
    visit.catch_up()
    if wanted and onboarding.attempts_of(visit).is_over(wanted):
        return elsewhere(visit, FLOW, course, module, wanted)._replace(kind="push")
    return push(Begin(course, module))
