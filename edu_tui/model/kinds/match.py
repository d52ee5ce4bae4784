"""Matching pairs: to each text on the left the one on the right that belongs to it (`match`)."""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.model.kinds.sorting import Sorting
from edu_tui.system.typing import override

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


class Pair(NamedTuple):
    """Two texts that belong together, and why. Its id stands for either side."""

    id: str
    left: str
    right: str
    why: str

    @property
    def text(self) -> str:
        """What is matched."""
        return self.left

    @property
    def group(self) -> str:
        """The right side that belongs to it: its own."""
        return self.id


class _Match(NamedTuple):
    pairs: tuple[Pair, ...]


class Match(_Match, Sorting):
    """Pairs, each right side used once. An answer may use one twice, as people do when they are not sure."""

    __slots__ = ()

    @property
    @override
    def parts(self) -> tuple[Pair, ...]:
        return self.pairs

    @property
    @override
    def groups(self) -> tuple[str, ...]:
        return tuple(pair.id for pair in self.pairs)

    @override
    def group_text(self, group: str, said: Callable[[str], str]) -> str:
        return said(next(pair.right for pair in self.pairs if pair.id == group))

    @property
    @override
    def texts(self) -> tuple[str, ...]:
        return (*(pair.left for pair in self.pairs), *(pair.right for pair in self.pairs))

    @property
    @override
    def asked(self) -> list[tuple[object, ...]]:
        return [(pair.id, pair.left, pair.right) for pair in self.pairs]

    @override
    def deal(
        self, rng: random.Random, *, keep_order: bool
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The right sides are always shuffled: as written they are the answer."""
        left, right = list(self.groups), list(self.groups)
        if not keep_order:
            rng.shuffle(left)
        rng.shuffle(right)
        return tuple(left), tuple(right)

    @override
    def on_paper(self, *, keep_order: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The right sides by their words, unless that is the right order."""
        ids = tuple(pair.id for pair in sorted(self.pairs, key=lambda pair: pair.right.casefold()))
        return self.groups, (*ids[1:], *ids[:1]) if ids == self.groups else ids

    @property
    @override
    def complete_answers(self) -> int:
        """Those that use each right side once: nobody who guesses gives another."""
        return factorial(len(self.pairs))

    @override
    def is_given_away(self, tried: frozenset[str]) -> bool:
        return len(self.pairs) <= 2
