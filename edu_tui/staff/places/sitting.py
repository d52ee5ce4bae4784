"""The questions of an attempt, one a page, and the overview that leads to each of them and to handing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import POP, STAY, Navigation, push, swap
from edu_tui.journey.questions.feedback import asked_texts, how, option_rows, row_of
from edu_tui.journey.reading.reading import terms_in
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.staff.places import attempting
from edu_tui.staff.places.elsewhere import elsewhere
from edu_tui.staff.places.flow import AssessmentPlace
from edu_tui.staff.places.handing_in import ConfirmHandIn
from edu_tui.system.errors import RecordsError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.assessment import Attempt

_CHOOSING = frozenset({Action.OPTION, Action.UNSURE, Action.GROUP, Action.SITUATION})
_TURNING = frozenset({Action.ITEM, Action.NEXT, Action.BACK, Action.UP, Action.HAND})


class Sitting(AssessmentPlace):
    """The questions of an attempt, one a page; no verdict anywhere."""

    def __init__(self, course: Course, module: Module, attempt_id: str, attempt: Attempt) -> None:
        self._course = course
        self._module = module
        self._id = attempt_id
        self._attempt = attempt
        self._situation = ""
        self._focus = 0
        self._turn_to_first_open()

    def _turn_to_first_open(self) -> None:
        run = self._attempt.run
        places = (at for at, item in enumerate(run.items) if not _is_answered(item))
        run.go_to(next(places, len(run.items)))

    @override
    def view(self, room: Room) -> View:
        """The question and what can be chosen; past the last the overview."""
        run = self._attempt.run
        item = run.current
        if item is None:
            return self._overview(room)
        situation = self._open_situation(item)
        ask = Words(spans(item.question.ask, self.visit.voice(), "strong"))
        parts: list[Part | Row] = [ask, words(how(item, checks=False), "soft"), Gap()]
        parts += option_rows(self.visit, item, situation, unsure=item.mark == "unsure")
        last = run.position == len(run.items) - 1
        if not last:
            parts.append(Row(Request(Action.NEXT), say("Next question")))
        if last or not 0 < room.height < 16:
            parts.append(Row(Request(Action.UP), say("Overview"), detail=self._how_far()))
        number = say("question {n} of {total}", n=run.position + 1, total=len(run.items))
        return View(
            where=(self._title(), number),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.NEXT, Action.WORDS, Action.UP}),
            labels=((Action.UP, say("Overview")),),
            focus=self._focus,
            careful=True,
        )

    def _how_far(self) -> str:
        items = self._attempt.run.items
        done = sum(map(_is_answered, items))
        return say("{done} of {total} answered", done=done, total=len(items))

    def _title(self) -> str:
        if self._attempt.number > 1:
            return say("{title}: once more", title=self._module.title)
        return say("{title}: assessment", title=self._module.title)

    def _overview(self, room: Room) -> View:
        del room
        run = self._attempt.run
        blank = len(run.blanks())
        parts: list[Part | Row] = []
        if blank:
            message = say("{n} question has no answer.", "{n} questions have no answer.", n=blank)
            parts.append(words(message, "talk"))
        else:
            parts.append(words(say("Every question has an answer. You can still change them.")))
        label = say("Hand it in as it is") if blank else say("Hand it in")
        parts += [Gap(), Row(Request(Action.HAND), label)]
        for at, item in enumerate(run.items):
            mark = "[x]" if _is_answered(item) else "[ ]"
            mark = "[?]" if item.mark == "unsure" else mark
            parts.append(
                Row(
                    Request(Action.ITEM, str(at)),
                    _short(words_of(item.question.ask, self.visit.voice())),
                    mark,
                )
            )
        parts.append(Row(Request(Action.UP), say("Leave it for now: your answers are kept")))
        return View(
            where=(self._title(), say("overview")),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.UP}),
            labels=((Action.UP, say("Leave for now")),),
            careful=True,
        )

    @override
    def shows(self) -> str:
        """The module that is assessed."""
        return self._module.id

    def _open_situation(self, item: Item) -> str:
        if not item.groups or self._situation:
            return self._situation
        return next((name for name in item.shown if not item.is_chosen(name)), "")

    @override
    def do(self, do: Request) -> Navigation | None:
        """Choose, go on, go back, look at the overview, hand in."""
        run = self._attempt.run
        if do.action in _TURNING | _CHOOSING:
            # Another window may have it open, too.
            self.visit.catch_up()
            if attempting.is_elsewhere(self.visit, self._id, self._attempt.number):
                return self._elsewhere()
            self._recall(do)
        if do.action is Action.ITEM:
            self._turn(int(do.what))
            return STAY
        if do.action is Action.HAND:
            return push(ConfirmHandIn(len(run.blanks())))
        if do.action is Action.HANDED:
            return self._finish()
        item = run.current
        if do.action is Action.BACK:
            if run.position == 0:
                return POP
            self._turn(run.position - 1)
            return STAY
        if item is None:
            return None
        if do.action is Action.NEXT:
            self._turn(run.position + 1)
            return STAY
        if do.action is Action.UP:
            self._turn(len(run.items))
            return STAY
        if do.action in _CHOOSING:
            return self._choose(item, do)
        return None

    def _recall(self, do: Request) -> None:
        """Take over what was chosen in another window, but never under the hands of who is choosing: they
        go by what is on the screen.
        """
        if do.action in _TURNING:
            attempting.recall(self.visit, self._id, self._attempt)

    def _turn(self, position: int) -> None:
        self._situation = ""
        self._focus = 0
        self._attempt.run.go_to(position)

    def _choose(self, item: Item, do: Request) -> Navigation:
        run = self._attempt.run
        self._focus = row_of(item, do, self._open_situation(item))
        if do.action is Action.SITUATION:
            self._situation, self._focus = do.what, 0
            return STAY
        if do.action is Action.UNSURE:
            run.unsure()
        elif do.action is Action.GROUP:
            situation, self._situation = self._open_situation(item), ""
            run.choose_group(situation, do.what)
            self._focus = 0
        else:
            n = item.question.body.to_choose
            if n > 1 and item.is_complete and not item.is_chosen(do.what):
                return Navigation("stay", said=say("You can choose {n}. Take one back first.", n=n))
            run.choose(do.what)
        chosen = run.current
        if chosen is not None:
            attempting.tell_choice(self.visit, self._module, self._id, self._attempt.number, chosen)
        return STAY

    def _finish(self) -> Navigation:
        """Hand in; where that leads."""
        from edu_tui.staff.places.assessed import Assessed

        try:
            judged = attempting.hand_in(
                self.visit, self._course, self._module, self._id, self._attempt
            )
        except RecordsError as error:
            message = say("It was not handed in: {why} Try again in a moment.", why=error.fact)
            return Navigation("stay", said=message)
        if judged is None:
            return self._elsewhere()
        if judged.over:
            return swap(Assessed(self._course, self._module, judged))
        return swap(self.flow.pause(self._course, self._module, self._id, judged))

    def _elsewhere(self) -> Navigation:
        return elsewhere(self.visit, self.flow, self._course, self._module, self._id)

    @override
    def words_here(self) -> tuple[str, ...]:
        """The terms that the question marks, and what there is to choose."""
        item = self._attempt.run.current
        return terms_in(*asked_texts(item.question)) if item else ()


def _is_answered(item: Item) -> bool:
    return item.mark == "unsure" or item.is_complete


def _short(text: str) -> str:
    """Enough of a question to know it again."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:57].rsplit(" ", 1)[0] + " ..."
