"""An assessment: what is drawn from a bank, one attempt at it, and what the attempt comes to.

An attempt has one or two tries. In each, nothing is told until it is handed in; the second asks only
what was not right yet, and is there for a slip: it needs most to have been right. To pass, every
must-know item is right in the end, and of the others as many as the course's mastery score asks for;
the two are never counted together.
"""

from __future__ import annotations

from collections import Counter
from copy import copy
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.behaviour import ASSESS
from edu_tui.learning.outcome import Score
from edu_tui.learning.quiz_run import QuizRun

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from edu_tui.learning.item import Item
    from edu_tui.model.kinds.body import Answer
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question


def families(bank: Iterable[Question]) -> dict[str, tuple[Question, ...]]:
    """The items of each family, in the author's order."""
    result: dict[str, tuple[Question, ...]] = {}
    for question in bank:
        result[question.family] = (*result.get(question.family, ()), question)
    return result


def draw(bank: Iterable[Question], seed: int, shown: Iterable[str] = ()) -> tuple[Question, ...]:
    """One item of each family, shuffled; of a family first what was shown least so far.

    The same bank, seed and past give the same items.
    """
    rng, often = Random(f"draw {seed}"), Counter(shown)
    chosen = []
    for items in families(bank).values():
        least = min(often[item.id] for item in items)
        chosen.append(rng.choice([item for item in items if often[item.id] == least]))
    rng.shuffle(chosen)
    return tuple(chosen)


class Outstanding(NamedTuple):
    """What a learner who passed an older text has still to do."""

    sections: tuple[str, ...]
    """To be read again, by id."""
    families: tuple[str, ...]
    """To be answered: they have changed, or what they teach has."""


def outstanding(module: Module, before: Mapping[str, str], now: Mapping[str, str]) -> Outstanding:
    """What has changed since a pass: versions of parts by unit name, then and now.

    What is new since then is owed like what has changed.
    """
    changed = {name for name, version in now.items() if before.get(name) != version}
    taught = {name.rpartition("/")[2] for name in changed if not name.startswith("?")}
    taught |= {name.partition("/")[0] for name in changed if "/" in name}
    wanted = [
        question.family
        for question in module.assessment
        if f"?{question.id}" in changed or question.teaches in taught
    ]
    sections = tuple(section.id for section in module.sections if section.id in changed)
    return Outstanding(sections, tuple(dict.fromkeys(wanted)))


def passed_parts(
    module: Module, now: Mapping[str, str], asked: Collection[str], before: Mapping[str, str] | None
) -> dict[str, str]:
    """The versions that a pass stands for, where those families were asked: of all there is now, or of
    what changed since that earlier pass.

    Items that came in, or that something changed for, while the attempt went on are left out: they were
    not asked, so they are still owed.
    """
    due = (
        families(module.assessment) if before is None else outstanding(module, before, now).families
    )
    left = {
        f"?{question.id}"
        for question in module.assessment
        if question.family in set(due) - set(asked)
    }
    return {name: version for name, version in now.items() if name not in left}


def needed(mastery: int, of: int) -> int:
    """How many of so many have to be right."""
    return -(-mastery * of // 100)


class Result(NamedTuple):
    """What an attempt came to."""

    passed: bool
    must_know: Score
    """In the end."""
    first: Score
    """Of the items that are not must-know, at the first try."""
    final: Score
    """The same in the end."""
    missed_must_know: tuple[str, ...]
    """Question ids, in the order asked; never right in this attempt."""
    missed: tuple[str, ...]
    """The same of the others."""


class Attempt:
    """One attempt. Front ends show `run`, and call the verbs."""

    def __init__(self, drawn: Sequence[Question], mastery: int, tries: int, seed: int) -> None:
        self.mastery, self.seed = mastery, seed
        self._tries = tries
        self._items: dict[str, Item] = {}
        """How each item stands by what was handed in, in the order asked."""
        self._first: dict[str, Item] = {}
        self.number = 1
        """Which try it is."""
        self.run = self._run(drawn)

    def _run(self, questions: Sequence[Question]) -> QuizRun:
        return QuizRun(questions, ASSESS, Random(f"try {self.seed} {self.number}"))

    @property
    def handed_in(self) -> bool:
        """Whether the try that is open has been handed in."""
        return self.run.over

    @property
    def over(self) -> bool:
        """Whether there is nothing more to answer."""
        return self.handed_in and not self.may_try_again

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item as it stands by what was handed in last, in the order asked."""
        return tuple(self._items.values())

    @property
    def not_right(self) -> tuple[Item, ...]:
        """Those not right so far."""
        return tuple(item for item in self.items if item.mark != "clear")

    @property
    def may_try_again(self) -> bool:
        """Whether what was not right is asked once more: where as much of all was right as the
        mastery score says, and more tries are given than were used.
        """
        right = len(self._items) - len(self.not_right)
        enough = right * 100 >= self.mastery * len(self._items)
        return self.handed_in and self.number < self._tries and bool(self.not_right) and enough

    def judged(self) -> Attempt:
        """The same attempt with the open try judged; this one stays as it is, and can still be changed."""
        attempt = copy(self)
        attempt.run, attempt._items, attempt._first = (
            self.run.copy(),
            dict(self._items),
            dict(self._first),
        )
        attempt.hand_in()
        return attempt

    def hand_in(self) -> tuple[Item, ...]:
        """Have the open try judged; its items. Handed in again it is the same."""
        if not self.handed_in:
            self.run.hand_in()
            self._items |= {item.question.id: item for item in self.run.items}
            if self.number == 1:
                self._first = dict(self._items)
        return self.run.items

    def again(self) -> None:
        """Begin the second try; `ValueError` where there is none."""
        if not self.may_try_again:
            raise ValueError("there is no second try here")
        self.number += 1
        self.run = self._run([item.question for item in self.not_right])

    def recall(self, answers: Mapping[str, Answer], unsure: Collection[str] = ()) -> None:
        """Choose again, in the open try, what was chosen before."""
        self.run.recall(answers, unsure)

    def result(self) -> Result:
        """What it came to."""
        first, final = self._first.values(), self._items.values()
        must_know, scored = _score(final, must_know=True), _score(final)
        reached = scored.right * 100 >= self.mastery * scored.of
        return Result(
            passed=bool(self._items) and must_know.right == must_know.of and reached,
            must_know=must_know,
            first=_score(first),
            final=scored,
            missed_must_know=_missed(final, must_know=True),
            missed=_missed(final),
        )


def _score(items: Iterable[Item], *, must_know: bool = False) -> Score:
    counted = [item.mark == "clear" for item in items if item.question.must_know == must_know]
    return Score(sum(counted), len(counted))


def _missed(items: Iterable[Item], *, must_know: bool = False) -> tuple[str, ...]:
    return tuple(
        item.question.id
        for item in items
        if item.mark != "clear" and item.question.must_know == must_know
    )
