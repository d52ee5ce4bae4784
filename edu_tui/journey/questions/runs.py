"""Runs of questions to begin: which questions of a module, in the author's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.learning.behaviour import CHECK
from edu_tui.learning.quiz_run import QuizRun
from edu_tui.model.version import question_unit

if TYPE_CHECKING:
    from collections.abc import Collection

    from edu_tui.journey.visit import Visit
    from edu_tui.learning.item import Mark
    from edu_tui.model.module import Module


def run_of(visit: Visit, module: Module, ids: Collection[str]) -> QuizRun:
    """A run of those questions."""
    asked = [question for question in module.questions if question.id in ids]
    return QuizRun(asked, CHECK, visit.orders.of(module.id))


def left_open(visit: Visit, module: Module) -> QuizRun | None:
    """The run of all questions that was left in the middle, at its first open question; None without one.

    In the same visit the run itself, with what was answered elsewhere meanwhile. Later what is on record:
    the questions that were answered as they are now, each as it was left, while others are still open.
    What was chosen for them is not known any more.
    """
    run, since = visit.runs.of(module)
    marks = answered(visit, module, since)
    if run is None:
        if not 0 < len(marks) < len(module.questions):
            return None
        run = run_of(visit, module, {question.id for question in module.questions})
    run.go_on_after(marks)
    # Where only later ones were answered, at the end of what teaches them, nobody has begun with all.
    first = run.items[:1]
    is_begun = any(item.done or item.tries or item.answer for item in first)
    return run if is_begun and run.position < len(run.items) else None


def answered(visit: Visit, module: Module, since: int = 0) -> dict[str, Mark]:
    """The mark of each question of a module that was answered since then, as it is now, by its id."""
    standing = visit.standing(module.id)
    answers = visit.history.trace(module.id).answers
    known = {*standing.clear, *standing.to_talk_about}
    return {
        question.id: answers[unit].mark
        for question in module.questions
        if (unit := question_unit(question.id)) in known and answers[unit].at > since
    }


def run_about(visit: Visit, module: Module, names: Collection[str]) -> QuizRun:
    """A run of the questions that those sections or steps teach and that are not clear yet."""
    standing = visit.standing(module.id)
    wanted = {
        question.id
        for question in module.questions
        if question.teaches in names and standing.mark(question_unit(question.id)) != "clear"
    }
    return run_of(visit, module, wanted)
