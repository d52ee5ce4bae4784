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
    result = []
    for part, question in subject.questions:
        ask = part.unit("ask")
        texts = [
            (inner.kind, unit) for inner in part.parts for unit in inner.units if unit.key == "text"
        ]
        right = tuple(unit for kind, unit in texts if kind == "answer")
        wrong = tuple(unit for kind, unit in texts if kind == "wrong")
        if ask is not None:
            result.append(QuizItem(part, question, ask, right, wrong))
    return tuple(result)


def choices(subject: Subject) -> list[QuizItem]:
    """Those whose options are words, shuffled."""
    return [item for item in items(subject) if item.question.kind in {"single", "multiple"}]


def options(subject: Subject) -> list[tuple[Unit, ...]]:
    """The texts that are chosen from, of each question whose options are words: right ones first."""
    result = [(*choice.right, *choice.wrong) for choice in choices(subject)]
    for part, _ in subject.questions:
        rights = tuple(unit for inner in part.parts if (unit := inner.unit("right")))
        result += [rights] if rights else []
    return result
