"""An attempt at the page of a question: no verdict anywhere, every answer kept, what other windows do taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import STAY, Navigation, Place, push, swap
from edu_tui.journey.questions.policy import CHOOSING, QuestionPolicy
from edu_tui.journey.questions.question_page import QuestionPage
from edu_tui.journey.questions.results import Results
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.layout.text import words_of
from edu_tui.staff.places import attempting
from edu_tui.staff.places.elsewhere import elsewhere
from edu_tui.staff.places.exam_results import ExamResults
from edu_tui.staff.places.handing_in import ConfirmHandIn
from edu_tui.system.errors import RecordsError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.assessment import Attempt
    from edu_tui.staff.places.flow import AssessmentFlow

_TURNING = frozenset({Action.ITEM, Action.NEXT, Action.BACK, Action.UP, Action.HAND})


class ExamPolicy(QuestionPolicy):
    """The open try of an attempt."""

    def __init__(
        self,
        visit: Visit,
        flow: AssessmentFlow,
        course: Course,
        module: Module,
        attempt_id: str,
        attempt: Attempt,
    ) -> None:
        super().__init__(visit, attempt.run)
        self._flow = flow
        self._course = course
        self._module = module
        self._id = attempt_id
        self._attempt = attempt

    @property
    @override
    def module(self) -> Module:
        return self._module

    @property
    def title(self) -> str:
        """What it is called in the top line."""
        if self._attempt.number > 1:
            return say("{title}: once more", title=self.module.title)
        return say("{title}: assessment", title=self.module.title)

    @override
    def where(self, number: int, total: int) -> tuple[str, ...]:
        return (self.title, say("question {n} of {total}", n=number, total=total))

    @override
    def leave_label(self) -> str:
        return say("Overview")

    @override
    def rows(self) -> list[Row]:
        items = self.run.items
        done = sum(map(_is_answered, items))
        detail = say("{done} of {total} answered", done=done, total=len(items))
        return [Row(Request(Action.UP), say("Overview"), detail=detail)]

    @override
    def before(self, request: Request) -> Navigation | None:
        """Another window may have it open, too. What was chosen there is taken over, but never under the
        hands of who is choosing: they go by what is on the screen.
        """
        if request.action not in _TURNING | CHOOSING:
            return None
        self.visit.catch_up()
        if attempting.is_elsewhere(self.visit, self._id, self._attempt.number):
            return self._elsewhere()
        if request.action in _TURNING:
            attempting.recall(self.visit, self._id, self._attempt)
        return None

    @override
    def chosen(self, item: Item) -> None:
        attempting.tell_choice(self.visit, self.module, self._id, self._attempt.number, item)

    @override
    def leave(self) -> Navigation:
        return self.end()

    @override
    def end(self) -> Navigation:
        self.run.go_to(len(self.run.items))
        return swap(Overview(self))

    def turn_to_first_open(self) -> Place:
        """The first question that has no answer; the overview where each has one."""
        items = self.run.items
        position = next((at for at, item in enumerate(items) if not _is_answered(item)), len(items))
        return self.turn_to(position)

    def turn_to(self, position: int) -> Place:
        """That question, from 0; past the last the overview."""
        self.run.go_to(position)
        return QuestionPage(self) if self.run.current is not None else Overview(self)

    def hand_in(self) -> Navigation:
        """Have the try judged; where that leads."""
        try:
            judged = attempting.hand_in(
                self.visit, self._course, self.module, self._id, self._attempt
            )
        except RecordsError as error:
            text = say("It was not handed in: {why} Try again in a moment.", why=error.fact)
            return Navigation("stay", said=text)
        if judged is None:
            return self._elsewhere()
        if judged.over:
            return swap(Results(ExamResults(self.visit, self._course, self.module, judged)))
        return swap(self._flow.pause(self._course, self.module, self._id, judged))

    def _elsewhere(self) -> Navigation:
        return elsewhere(self.visit, self._flow, self._course, self.module, self._id)


class Overview(Place):
    """Every question of an attempt with whether it is answered, and the way to hand it in."""

    def __init__(self, exam: ExamPolicy) -> None:
        self._exam = exam

    @override
    def view(self, room: Room) -> View:
        """How many are open, the way to hand in, a row for each."""
        run = self._exam.run
        blank = len(run.blanks())
        parts: list[Part | Row] = []
        if blank:
            text = say("{n} question has no answer.", "{n} questions have no answer.", n=blank)
            parts.append(words(text, "talk"))
        else:
            parts.append(words(say("Every question has an answer. You can still change them.")))
        label = say("Hand it in as it is") if blank else say("Hand it in")
        parts += [Gap(), Row(Request(Action.HAND), label)]
        for position, item in enumerate(run.items):
            mark = "[x]" if _is_answered(item) else "[ ]"
            mark = "[?]" if item.mark == "unsure" else mark
            ask = _short(words_of(item.question.ask, self.visit.voice()))
            parts.append(Row(Request(Action.ITEM, str(position)), ask, mark))
        parts.append(Row(Request(Action.UP), say("Leave it for now: your answers are kept")))
        return View(
            where=(self._exam.title, say("overview")),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.UP}),
            labels=((Action.UP, say("Leave for now")),),
            careful=True,
        )

    @override
    def shows(self) -> str:
        """The module that is assessed."""
        return self._exam.module.id

    @override
    def do(self, do: Request) -> Navigation | None:
        """Go to a question, hand in, or leave."""
        instead = self._exam.before(do)
        if instead is not None:
            return instead
        match do.action:
            case Action.ITEM:
                return swap(self._exam.turn_to(int(do.what)))
            case Action.BACK:
                return swap(self._exam.turn_to(len(self._exam.run.items) - 1))
            case Action.HAND:
                return push(ConfirmHandIn(len(self._exam.run.blanks())))
            case Action.HANDED:
                return self._exam.hand_in()
            case Action.NEXT:
                return STAY
            case _:
                return None


def _is_answered(item: Item) -> bool:
    return item.mark == "unsure" or item.is_complete


def _short(text: str) -> str:
    """Enough of a question to know it again."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:57].rsplit(" ", 1)[0] + " ..."
