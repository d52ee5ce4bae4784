"""What leads to a module's questions from its page: go on, begin, and what was answered so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.questions.runs import answered, left_open, run_of
from edu_tui.journey.view import Request, Row
from edu_tui.learning.item import as_marked
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.place import Place
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.item import Item
    from edu_tui.model.module import Module

GO_ON = "go on"
"""Of a request for the questions: at the one that was left."""


def question_rows(visit: Visit, module: Module) -> list[Row]:
    """The rows of a module that has questions."""
    clear, total = len(visit.standing(module.id).clear), len(module.questions)
    rows = []
    run = left_open(visit, module)
    if run is not None:
        detail = say("question {n} of {total}", n=run.position + 1, total=total)
        label = say("Go on with the questions")
        rows.append(Row(Request(Action.QUIZ, GO_ON), label, detail=detail))
    detail = (
        say("{done} of {total} clear", done=clear, total=total)
        if clear
        else say("{n} question", "{n} questions", n=total)
    )
    rows.append(Row(Request(Action.QUIZ), say("See if it is clear"), detail=detail))
    if answers_so_far(visit, module):
        rows.append(Row(Request(Action.ANSWERS), say("See all answers and why")))
    return rows


def answers_so_far(visit: Visit, module: Module) -> list[Item]:
    """What was answered in the run that is open, or else ever, as it stands now."""
    run, since = visit.runs.of(module)
    marks = answered(visit, module, since)
    if run is None and not marks:
        return []
    items = (run or run_of(visit, module, {question.id for question in module.questions})).items
    items_now = [
        item
        if item.mark == (mark := marks.get(item.question.id, item.mark))
        else as_marked(item, mark)
        for item in items
    ]
    return [item for item in items_now if item.done and item.mark != "skipped"]


def all_answers(visit: Visit, module: Module) -> Place:
    """All answers and why. What was not answered yet is not given away: it is only counted.

    Who wants to know it without trying says "I'm not sure", and is told, too.
    """
    from edu_tui.journey.questions.answers import Answers
    from edu_tui.journey.questions.results import mark_words

    items = answers_so_far(visit, module)
    return Answers(items, mark_words, still_open=len(module.questions) - len(items))
