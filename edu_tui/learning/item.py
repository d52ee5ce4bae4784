"""Items: one question inside a run, as a frozen record of how it is shown and what became of it.

Owns the order in which things are shown: it is dealt once and never changes while the run lasts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.learning.reason import verdict_on
from edu_tui.model.kinds.body import Answer, groups_in, ids_in

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from edu_tui.learning.reason import Verdict, VerdictKind
    from edu_tui.model.question import Question

Mark = Literal["open", "clear", "missed", "unsure", "skipped"]
TO_TALK_ABOUT: tuple[Mark, ...] = ("missed", "unsure")


class Item(NamedTuple):
    """A question and all that a run knows of it."""

    question: Question
    shown: tuple[str, ...]
    """Ids of the options, items or situations, in the order shown."""
    answer: Answer
    """What is chosen now."""
    tried: frozenset[str] = frozenset()
    """Wrong options that were checked; they cannot be chosen again."""
    missed: Answer | None = None
    """The last answer that was not right; the same one is not judged twice."""
    tries: int = 0
    """How often it was checked."""
    mark: Mark = "open"
    done: bool = False
    """Nothing about it changes any more."""
    verdict: Verdict | None = None
    groups: tuple[str, ...] = ()
    """Ids of what the things are sorted into or matched with, in the order shown."""

    @property
    def is_complete(self) -> bool:
        """Whether as much is chosen as the question asks for."""
        return len(self.answer) == self.question.body.to_choose

    def is_chosen(self, key: str) -> bool:
        """Whether this option or item is chosen, this situation sorted."""
        return key in ids_in(self.answer) or key in groups_in(self.answer)

    def place_of(self, key: str) -> int:
        """An order item's place from 1; 0 when it has none yet."""
        chosen = ids_in(self.answer)
        return chosen.index(key) + 1 if key in chosen else 0

    def group_of(self, key: str) -> str:
        """The group a situation is sorted into; empty when it is not yet."""
        return groups_in(self.answer).get(key, "")


def deal(question: Question, rng: random.Random | Callable[[Question], random.Random]) -> Item:
    """The question with its things in the order they will be shown.

    By one chance for all questions, or by what gives each question its own: then it is shown in the same
    order wherever it is asked.
    """
    rng = rng(question) if callable(rng) else rng
    shown, groups = question.body.deal(rng, keep_order=question.keep_order)
    return Item(question, shown, question.body.empty, groups=groups)


def as_marked(item: Item, mark: Mark) -> Item:
    """The question as it was left with that mark, in a run before; what was chosen is not known any more."""
    right = item.question.body.right
    kinds: dict[Mark, VerdictKind] = {"clear": "right", "missed": "shown", "unsure": "unsure"}
    if mark not in kinds:
        return item
    answer = right if mark == "clear" else item.question.body.empty
    verdict = verdict_on(item.question, answer, kinds[mark])
    return item._replace(answer=answer, mark=mark, done=True, verdict=verdict)
