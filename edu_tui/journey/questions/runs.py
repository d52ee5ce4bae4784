"""Runs of questions to begin: which questions of a module, in the author's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.learning.behaviour import CHECK
from edu_tui.learning.quiz_run import QuizRun
from edu_tui.model.version import question_unit

if TYPE_CHECKING:
    from collections.abc import Collection

    from edu_tui.journey.visit import Visit
    from edu_tui.model.module import Module


def run_of(visit: Visit, module: Module, ids: Collection[str]) -> QuizRun:
    """A run of those questions."""
    return QuizRun(
        [question for question in module.questions if question.id in ids], CHECK, visit.rng
    )


def run_about(visit: Visit, module: Module, names: Collection[str]) -> QuizRun:
    """A run of the questions that those sections or steps teach and that are not clear yet."""
    standing = visit.standing(module.id)
    wanted = {
        question.id
        for question in module.questions
        if question.teaches in names and standing.mark(question_unit(question.id)) != "clear"
    }
    return run_of(visit, module, wanted)
