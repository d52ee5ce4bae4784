"""Before and after: what is left to guess before reading, and what has changed when it was answered since."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.view import Request, Row
from edu_tui.learning.guesses import Compared, compared, quotas
from edu_tui.learning.standing import still_there
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.journey.visit import Visit
    from edu_tui.learning.guesses import Guess
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question

MOST = 10
"""Questions that are asked before reading: a few minutes."""


def course_row(visit: Visit) -> list[Row]:
    """The row at home, while nothing has been begun and something is left to guess."""
    known = visit.history.traces.keys() & visit.contents.entries.keys()
    if any(visit.standing(name).begun for name in known):
        return []
    left, made = sum(left_to_guess(visit).values()), len(visit.history.guesses)
    return _row(left, begun=bool(made)) if left else []


def module_row(visit: Visit, module: Module) -> list[Row]:
    """The row on a module's page, while it has not been begun and something is left to guess."""
    left = [] if visit.standing(module.id).begun else unguessed(visit, module)
    return _row(len(left), begun=False) if left else []


def _row(left: int, *, begun: bool) -> list[Row]:
    count = say("{n} question", "{n} questions", n=left)
    if begun:
        count = say("{n} question left", "{n} questions left", n=left)
    return [Row(Request(Action.GUESS), guess_title(), detail=count)]


def guess_title() -> str:
    """What the questions before reading are called."""
    return say("What do you know already?")


def left_to_guess(visit: Visit) -> dict[str, int]:
    """How many questions of each module are left to guess; none where staff read."""
    if visit.profile.audience != "patient":
        return {}
    open_ = (
        entry
        for entry in visit.entries()
        if entry.must_know and entry.state == "ready" and visit.may_show(entry.id)
    )
    # One of each comes first, so that no more modules than that are asked of.
    there = {entry.id: entry.must_know for entry in islice(open_, MOST)}
    left = {
        name: share - len(guesses_now(visit, name)) for name, share in quotas(there, MOST).items()
    }
    return {name: count for name, count in left.items() if count > 0}


def guesses_now(visit: Visit, module_id: str) -> dict[str, Guess]:
    """Guesses at questions that still ask the same, by unit name."""
    guesses = visit.history.guesses.of(module_id)
    return still_there(guesses, visit.texts(module_id)) if guesses else {}


def unguessed(visit: Visit, module: Module) -> list[Question]:
    """A module's questions about safety that have no guess, in the author's order; none where staff read."""
    # Asked of a module that is open: home, which is drawn first, needs none of it.
    from edu_tui.model.version import question_unit

    made = guesses_now(visit, module.id)
    if visit.profile.audience != "patient":
        return []
    return [
        question
        for question in module.questions
        if question.must_know and question_unit(question.id) not in made
    ]


def change_words(visit: Visit, modules: Iterable[str] = ()) -> str:
    """What has changed in those modules, or in all, of what was guessed before and answered since.

    Empty while nothing was, and where fewer are clear than were guessed: what is not clear is told
    where something can be done about it.
    """
    change = Compared()
    for name in modules or visit.history.guesses.modules:
        change |= compared(guesses_now(visit, name), visit.standing(name))
    if not change.asked or change.now < change.before:
        return ""
    return say(
        "Safety question: before {before} of {asked}, now {now}.",
        "Safety questions: before {before} of {asked}, now {now}.",
        n=change.asked,
        before=change.before,
        asked=change.asked,
        now=change.now,
    )
