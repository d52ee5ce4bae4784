"""Choosing among options: one (`single`), several (`multiple`), or a number (`number`)."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.model.kinds.body import Answer, Body, Key, Reason, WrongChoice, ids_in
from edu_tui.system.typing import override

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


class Option(NamedTuple):
    """One thing to choose. A right one has no misconception; a wrong one always has."""

    id: str
    text: str
    why: str
    right: bool
    misconception: str


class _Choice(NamedTuple):
    options: tuple[Option, ...]
    """As written: right ones first; a `number` question's in numeric order."""


class Choice(_Choice, Body):
    """`single` and `number` have one right option; `multiple` has two or more."""

    __slots__ = ()

    @property
    @override
    def right(self) -> frozenset[str]:
        """Ids of the right options."""
        return frozenset(option.id for option in self.options if option.right)

    @property
    @override
    def texts(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.options)

    @property
    @override
    def asked(self) -> list[tuple[object, ...]]:
        return [(option.id, option.text, option.right) for option in self.options]

    @property
    def keeps_order(self) -> bool:
        """Whether options are shown as written whatever the author says: a `number` question's are."""
        return False

    @override
    def deal(
        self, rng: random.Random, *, keep_order: bool
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        shown = [option.id for option in self.options]
        if not (keep_order or self.keeps_order):
            rng.shuffle(shown)
        return tuple(shown), ()

    @override
    def on_paper(self, *, keep_order: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """By their words, for the author writes the right one first; numbers stay as they are."""
        shown = list(self.options)
        if not (keep_order or self.keeps_order):
            shown.sort(key=lambda option: option.text.casefold())
        return tuple(option.id for option in shown), ()

    @property
    @override
    def empty(self) -> Answer:
        return frozenset()

    @property
    @override
    def to_choose(self) -> int:
        return len(self.right)

    @property
    @override
    def complete_answers(self) -> int:
        return comb(len(self.options), self.to_choose)

    @override
    def toggled(self, answer: Answer, key: Key) -> Answer:
        """One choice replaces the one before, and choosing it again keeps it. Of several each goes in or
        out; one more than asked for is refused, and the same answer returned.
        """
        if not isinstance(key, str) or all(key != option.id for option in self.options):
            raise ValueError(f"there is nothing to choose called {key!r}")
        if self.to_choose <= 1:
            return frozenset({key})
        if key not in answer and len(answer) >= self.to_choose:
            return answer
        return frozenset(ids_in(answer)) ^ {key}

    @override
    def is_right(self, answer: Answer) -> bool:
        return answer == self.right

    @override
    def right_part(self, answer: Answer) -> Answer:
        return self.right.intersection(ids_in(answer))

    @override
    def tried(self, answer: Answer) -> frozenset[str]:
        return frozenset(ids_in(answer)) - self.right

    @override
    def is_given_away(self, tried: frozenset[str]) -> bool:
        return all(option.right or option.id in tried for option in self.options)

    @override
    def review(self, answer: Answer) -> tuple[Reason, ...]:
        chosen = ids_in(answer)
        reasons = [Reason(o.id, o.text, o.why, o.right, o.id in chosen) for o in self.options]
        return tuple(sorted(reasons, key=lambda reason: not reason.right))

    @override
    def misplaced(self, answer: Answer) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.review(answer) if reason.chosen and not reason.right)

    @override
    def misconceptions(self, answer: Answer) -> tuple[str, ...]:
        wrong = (option.misconception for option in self.options if option.id in self.tried(answer))
        return tuple(dict.fromkeys(wrong))

    @override
    def wrong(self, said: Callable[[str], str]) -> list[WrongChoice]:
        return [
            WrongChoice(o.id, said(o.text), o.misconception) for o in self.options if not o.right
        ]

    @property
    @override
    def wrong_at_least(self) -> int:
        return len(self.options) - len(self.right)


class Number(Choice):
    """Options that are numbers, shown in their order."""

    __slots__ = ()

    @property
    @override
    def keeps_order(self) -> bool:
        return True
