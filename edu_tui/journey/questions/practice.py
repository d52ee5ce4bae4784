"""Practice: a module's questions, checked one by one; several not clear in a row are a reason to rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from edu_tui.journey.place import Navigation, push, swap
from edu_tui.journey.questions.checked_policy import CheckedPolicy
from edu_tui.journey.questions.practice_results import PracticeResults
from edu_tui.journey.questions.question_page import QuestionPage
from edu_tui.journey.questions.rest import Rest
from edu_tui.journey.questions.results import Results
from edu_tui.journey.questions.runs import left_open, run_of
from edu_tui.model.version import question_unit
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from edu_tui.journey.visit import Visit
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module


class PracticePolicy(CheckedPolicy):
    """Some questions of one module."""

    def __init__(self, visit: Visit, module: Module, run: QuizRun) -> None:
        super().__init__(visit, run)
        self._module = module

    @property
    @override
    def module(self) -> Module:
        return self._module

    @override
    def where(self, number: int, total: int) -> tuple[str, ...]:
        return (self.module.title, say("question {n} of {total}", n=number, total=total))

    @override
    def end(self) -> Navigation:
        again = partial(practice, self.visit)
        return swap(Results(PracticeResults(self.visit, self.module, self.run, again)))

    @override
    def rest(self) -> Navigation | None:
        return push(Rest(self.module, self.run)) if self.run.stopped_kindly else None


def go_on(visit: Visit, module: Module) -> QuestionPage:
    """All questions of the module, at the one that was left, with what was answered before."""
    run = left_open(visit, module)
    if run is None:
        return ask_all(visit, module)
    run.go_on_anyway()
    if visit.runs.of(module)[0] is None:
        visit.runs.begin(module, run, visit.history.latest)
    return practice(visit, module, run)


def practice(visit: Visit, module: Module, run: QuizRun) -> QuestionPage:
    """The questions of that run."""
    return QuestionPage(PracticePolicy(visit, module, run))


def ask_these(visit: Visit, module: Module, ids: Collection[str]) -> QuestionPage:
    """Those questions."""
    return practice(visit, module, run_of(visit, module, ids))


def ask_all(visit: Visit, module: Module) -> QuestionPage:
    """All questions of the module, from the first."""
    run = run_of(visit, module, {question.id for question in module.questions})
    visit.runs.begin(module, run, visit.history.latest)
    return practice(visit, module, run)


def ask_again(visit: Visit, module: Module) -> QuestionPage:
    """Only the questions to talk about."""
    unclear = visit.standing(module.id).to_talk_about
    wanted = {question.id for question in module.questions if question_unit(question.id) in unclear}
    return ask_these(visit, module, wanted)
