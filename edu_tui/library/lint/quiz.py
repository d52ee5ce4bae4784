"""Questions with their texts at hand: made once for many rules."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Part, Unit
    from edu_tui.model.question import Question


class QuizItem(NamedTuple):
    """One question."""

    part: Part
    question: Question
    ask: Unit
    right: tuple[Unit, ...]
    """The texts of its right answers; empty where it has no options."""
    wrong: tuple[Unit, ...]


@lru_cache(maxsize=1)
def items(subject: Subject) -> tuple[QuizItem, ...]:
    """Every question of a module; kept for the next rule."""
    found = []
    for part, question in subject.questions:
        ask = part.unit("ask")
        texts = [(one.kind, unit) for one in part.parts for unit in one.units if unit.key == "text"]
        right = tuple(unit for kind, unit in texts if kind == "answer")
        wrong = tuple(unit for kind, unit in texts if kind == "wrong")
        if ask is not None:
            found.append(QuizItem(part, question, ask, right, wrong))
    return tuple(found)


def choices(subject: Subject) -> list[QuizItem]:
    """Those whose options are words, shuffled."""
    return [one for one in items(subject) if one.question.kind in {"single", "multiple"}]


def options(subject: Subject) -> list[tuple[Unit, ...]]:
    """The texts that are chosen from, of each question whose options are words: right ones first."""
    found = [(*one.right, *one.wrong) for one in choices(subject)]
    for part, _ in subject.questions:
        rights = tuple(unit for one in part.parts if (unit := one.unit("right")))
        found += [rights] if rights else []
    return found
