"""Counted: what of the counters may be told, so that nobody can be told from it. Pure.

Owns the rule: nobody can find out that something was done by one, two, three or four people. Numbers
are told to the nearest five and none under five at all; a whole is the sum of what is told, so there is
nothing to take from it; and a wrong answer is listed from ten people on, so that those that are not
listed may have been chosen by nobody or by more than four. Everything else, what needs work and what
comes first, follows from told numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.tally import CHOSE, Cell
from edu_tui.model.markup import plain
from edu_tui.model.question import Choice, Judge
from edu_tui.model.version import asked_version, question_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from edu_tui.model.module import Module
    from edu_tui.model.question import Question

STEP = 5
"""Numbers are told in steps of so many; the least that is told at all."""
LISTED = 2 * STEP
"""People who chose a wrong answer before it is listed."""
ENOUGH = 20
"""People who answered before a question is judged by it."""
SAFE, WELL = 90, 70
"""Of 100 people who answer, so many should have it right at once: about safety, and else."""


def told(number: int) -> int | None:
    """The number as it is told; None for one that is too small to tell."""
    return None if number < STEP else (number + STEP // 2) // STEP * STEP


def _listed(people: int) -> int | None:
    return told(people) if people >= LISTED else None


class Wrong(NamedTuple):
    """A wrong answer that people chose first."""

    id: str
    """An option's, or a situation's."""
    text: str
    belief: str
    """The misconception that the author named, or the group it was sorted into."""
    people: int


class Asked(NamedTuple):
    """How a question went, as it is asked now."""

    id: str
    ask: str
    must_know: bool
    teaches: str
    answered: int | None
    """People who answered it or said that they were not sure, as far as they are told below."""
    right: int | None
    """At the first try."""
    missed: int | None
    unsure: int | None
    skipped: int | None
    wrong: tuple[Wrong, ...]
    """The commonest first; only those that enough people chose."""

    @property
    def clear(self) -> int:
        """Of 100 people who answered, so many had it right at once; 100 where too few answered."""
        return 100 * (self.right or 0) // self.answered if self.answered else 100

    @property
    def needs_better(self) -> bool:
        """Whether too many people did not have it right: the passage it asks about needs work."""
        return (self.answered or 0) >= ENOUGH and self.clear < (SAFE if self.must_know else WELL)


class Counted(NamedTuple):
    """A module in one language."""

    id: str
    title: str
    language: str
    opened: int | None
    """Visits in which it was begun."""
    asked: tuple[Asked, ...]
    """In the author's order."""


def counted(
    module: Module, cells: Mapping[Cell, int], clinic: Mapping[str, str] | None = None
) -> Counted:
    """What may be told of a module; answers to a question in other words are left out."""
    opened = cells.get(Cell(module.id, module.language, "", "", "opened"), 0)
    asked = tuple(_asked(module, one, cells, clinic or {}) for one in module.questions)
    return Counted(module.id, module.title, module.language, told(opened), asked)


def to_mend(modules: Sequence[Counted]) -> list[tuple[Counted, Asked]]:
    """Questions whose passage needs work: safety first, then what was clear to the fewest."""
    found = [(one, asked) for one in modules for asked in one.asked if asked.needs_better]
    return sorted(found, key=lambda pair: (not pair[1].must_know, pair[1].clear))


def _asked(
    module: Module, question: Question, cells: Mapping[Cell, int], clinic: Mapping[str, str]
) -> Asked:
    where = (module.id, module.language, question_unit(question.id), asked_version(question))

    def count(what: str) -> int:
        return cells.get(Cell(*where, what), 0)

    right, missed, unsure = told(count("right")), told(count("missed")), told(count("unsure"))
    wrong = [
        one._replace(people=people)
        for one in _mistakes(question)
        if (people := _listed(count(f"{CHOSE}{one.id}"))) is not None
    ]
    shown = [
        one._replace(id=one.id.partition("=")[0], text=plain(one.text, clinic)) for one in wrong
    ]
    return Asked(
        question.id,
        plain(question.ask, clinic),
        question.must_know,
        question.teaches,
        (right or 0) + (missed or 0) + (unsure or 0) or None,
        right,
        missed,
        unsure,
        told(count("skipped")),
        tuple(sorted(shown, key=lambda one: (-one.people, one.id))),
    )


def _mistakes(question: Question) -> list[Wrong]:
    """What can be chosen wrongly, by the name it is counted under; of an order nothing by itself."""
    body = question.body
    if isinstance(body, Choice):
        return [
            Wrong(one.id, one.text, one.misconception, 0) for one in body.options if not one.right
        ]
    if not isinstance(body, Judge):
        return []
    return [
        Wrong(f"{one.id}={group}", one.text, group, 0)
        for one in body.situations
        for group in body.groups
        if group != one.group
    ]
