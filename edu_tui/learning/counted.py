"""Counted: what of the counters may be told, so that nobody can be told from it. Pure.

Owns the rule: of nothing that one, two, three or four people did in a month can it be found out that
anybody did it. A month's numbers are told to the nearest five and none under five at all. Of a wrong
answer it is told that five or more chose it, and not how many: so those that it is not told of may have
been chosen by nobody. A whole is the sum of what is told, and so are several months: there is nothing
to take from them. Everything else, what needs work and what comes first, follows from told numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.tally import CHOSE, GUESSED_ELSE, GUESSED_RIGHT, Cell
from edu_tui.model.markup import plain
from edu_tui.model.version import asked_version, question_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from edu_tui.model.module import Module
    from edu_tui.model.question import Question

STEP = 5
"""Numbers are told in steps of so many; the least that is told at all."""
ENOUGH = 20
"""People who answered before a question is judged by it."""
SAFE, WELL = 90, 70
"""Of 100 people who answer, so many should have it right at once: about safety, and else."""


def told(number: int) -> int | None:
    """The number as it is told; None for one that is too small to tell."""
    return None if number < STEP else (number + STEP // 2) // STEP * STEP


def rounded(cells: Mapping[Cell, int]) -> dict[Cell, int]:
    """A month's counts as they are kept when it is over: rounded, and without those that are not told.

    A choice that five or more people made is kept as 1: a month in which they did.
    """
    kept = {cell: told(n) for cell, n in cells.items()}
    return {cell: 1 if cell.what.startswith(CHOSE) else n for cell, n in kept.items() if n}


class Wrong(NamedTuple):
    """A wrong answer that people chose first."""

    id: str
    """An option's, or that of what was sorted or matched."""
    text: str
    belief: str
    """The misconception that the author named, or the group it was sorted into."""
    months: int
    """In so many months five or more people chose it."""


class Gain(NamedTuple):
    """How many had it right before reading, and at the first try afterwards."""

    guessed: int
    guessed_right: int
    answered: int
    right: int

    @property
    def before(self) -> int:
        """Of 100 people who guessed, so many were right."""
        return round(100 * self.guessed_right / self.guessed)

    @property
    def after(self) -> int:
        """Of 100 people who answered, so many had it right at once."""
        return round(100 * self.right / self.answered)

    @property
    def points(self) -> int:
        """Percentage points from one to the other; less than nothing where fewer had it right."""
        return self.after - self.before


class QuestionCounts(NamedTuple):
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
    """Those that enough people chose, the ones of most months first."""
    guessed: int | None = None
    """People who guessed before reading or said that they were not sure, as far as they are told."""
    guessed_right: int | None = None

    @property
    def gain(self) -> Gain | None:
        """From before to after; None where one of the numbers is too small to tell."""
        if not (self.guessed and self.guessed_right and self.answered and self.right):
            return None
        return Gain(self.guessed, self.guessed_right, self.answered, self.right)

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
    asked: tuple[QuestionCounts, ...]
    """In the author's order."""

    @property
    def gain(self) -> Gain | None:
        """Of the questions that have one, together; None where none has."""
        gains = [asked.gain for asked in self.asked if asked.gain is not None]
        return Gain(*map(sum, zip(*gains, strict=True))) if gains else None


def counted(
    module: Module,
    months: Sequence[Mapping[Cell, int]],
    clinic: Mapping[str, str] | None = None,
) -> Counted:
    """What is told of a module in months that are over; answers to a question in other words are left out."""
    opened = Cell(module.id, module.language, "", "", "opened")
    asked = tuple(_asked(module, question, months, clinic or {}) for question in module.questions)
    return Counted(module.id, module.title, module.language, added(months, opened), asked)


def added(months: Iterable[Mapping[Cell, int]], cell: Cell) -> int | None:
    """The sum of what is told of these months; None where nothing is."""
    return sum(cells.get(cell, 0) for cells in months) or None


def to_mend(modules: Sequence[Counted]) -> list[tuple[Counted, QuestionCounts]]:
    """Questions whose passage needs work: safety first, then what was clear to the fewest."""
    pairs = [(module, asked) for module in modules for asked in module.asked if asked.needs_better]
    return sorted(pairs, key=lambda pair: (not pair[1].must_know, pair[1].clear))


def _asked(
    module: Module,
    question: Question,
    months: Sequence[Mapping[Cell, int]],
    clinic: Mapping[str, str],
) -> QuestionCounts:
    whole = Cell(
        module.id, module.language, question_unit(question.id), asked_version(question), ""
    )

    def number(what: str) -> int | None:
        return added(months, whole._replace(what=what))

    right, unsure = number("right"), number("unsure")
    guessed_right, guessed_else = number(GUESSED_RIGHT), number(GUESSED_ELSE)
    missed = sum(_missed(question, whole, cells) for cells in months) or None
    wrong = [
        Wrong(
            wrong_choice.id.partition("=")[0], wrong_choice.text, wrong_choice.belief, months=times
        )
        for wrong_choice in question.body.wrong(lambda text: plain(text, clinic))
        if (times := number(f"{CHOSE}{wrong_choice.id}")) is not None
    ]
    return QuestionCounts(
        question.id,
        plain(question.ask, clinic),
        question.must_know,
        question.teaches,
        (right or 0) + (missed or 0) + (unsure or 0) or None,
        right,
        missed,
        unsure,
        number("skipped"),
        tuple(sorted(wrong, key=lambda choice: -choice.months)),
        (guessed_right or 0) + (guessed_else or 0) or None,
        guessed_right,
    )


def _missed(question: Question, whole: Cell, cells: Mapping[Cell, int]) -> int:
    """Of a month; 0 where it is not told.

    That nobody's wrong answer reached five says that each was chosen by four at most. It is told only
    where all but one of them are then enough for those who missed it: any one may have been nobody's.
    """
    missed = cells.get(whole._replace(what="missed"), 0)
    wrong = question.body.wrong_at_least
    right = {
        choice if isinstance(choice, str) else "=".join(choice) for choice in question.body.right
    }
    if not wrong or any(
        cell._replace(what="") == whole
        and cell.what.startswith(CHOSE)
        and cell.what.removeprefix(CHOSE) not in right
        for cell in cells
    ):
        return missed
    least = missed if missed == STEP else missed - STEP // 2
    return missed if least <= (wrong - 1) * (STEP - 1) else 0
