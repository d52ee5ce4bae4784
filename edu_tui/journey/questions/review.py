"""Review: the questions that are ready, one after another, whichever module they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place, swap
from edu_tui.journey.questions.checked_policy import CheckedPolicy
from edu_tui.journey.questions.practice_results import ReviewResults
from edu_tui.journey.questions.question_page import QuestionPage
from edu_tui.journey.questions.ready import ready_now
from edu_tui.journey.questions.results import Results
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.learning.behaviour import REVIEW
from edu_tui.learning.quiz_run import QuizRun
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question


class ReviewPolicy(CheckedPolicy):
    """Questions from several modules."""

    def __init__(self, visit: Visit, chosen: Sequence[tuple[Module, Question]]) -> None:
        modules = {id(question): module.id for module, question in chosen}

        def chance(question: Question) -> Random:
            return visit.orders.of(modules[id(question)])(question)

        super().__init__(visit, QuizRun([question for _, question in chosen], REVIEW, chance))
        self._modules = [module for module, _ in chosen]

    @property
    @override
    def module(self) -> Module:
        return self._modules[self.run.position]

    @override
    def where(self, number: int, total: int) -> tuple[str, ...]:
        return (self.module.title, say("review {n} of {total}", n=number, total=total))

    @override
    def end(self) -> Navigation:
        return swap(Results(ReviewResults(self.visit, self.run, self._modules)))


class Nothing(Place):
    """When what was ready is gone: the library has changed in between."""

    @override
    def view(self, room: Room) -> View:
        """A line and the way back."""
        parts = (
            words(say("Nothing is ready any more.")),
            Gap(),
            Row(Request(Action.UP), say("Go back")),
        )
        return View(where=(say("Review"),), parts=parts, keys=frozenset({Action.BACK, Action.UP}))

    @override
    def do(self, do: Request) -> Navigation | None:
        """Nothing but the way back."""
        return None


def review(visit: Visit) -> Place:
    """The questions that are ready; those that keep safe come first."""
    chosen: list[tuple[Module, Question]] = []
    for one in ready_now(visit):
        try:
            module = visit.module(one.module)
        except BrokenModuleError:
            continue
        chosen += [(module, item) for item in module.questions if f"?{item.id}" == one.unit]
    if not chosen:
        return Nothing()
    safe_first = sorted(chosen, key=lambda pair: not pair[1].must_know)
    return QuestionPage(ReviewPolicy(visit, safe_first))
