"""Putting things in order (`order`)."""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.model.kinds.body import Answer, Body, Key, Reason, ids_in
from edu_tui.system.typing import override

if TYPE_CHECKING:
    import random


class OrderItem(NamedTuple):
    """One thing to put in its place."""

    id: str
    text: str


class _Order(NamedTuple):
    items: tuple[OrderItem, ...]
    """In the right order."""
    why: str


class Order(_Order, Body):
    """Things to put in order."""

    __slots__ = ()

    @property
    @override
    def texts(self) -> tuple[str, ...]:
        return tuple(item.text for item in self.items)

    @property
    @override
    def asked(self) -> list[tuple[object, ...]]:
        return [(item.id, item.text) for item in self.items]

    @override
    def deal(
        self, rng: random.Random, *, keep_order: bool
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Never as written, which is the answer: `keep_order` has nothing to say here."""
        shown = list(self.right)
        rng.shuffle(shown)
        return self._mixed(tuple(shown)), ()

    @override
    def on_paper(self, *, keep_order: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """By their words, unless that is the right order."""
        by_words = sorted(self.items, key=lambda item: item.text.casefold())
        return self._mixed(tuple(item.id for item in by_words)), ()

    def _mixed(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return (*ids[1:], *ids[:1]) if ids == self.right else ids

    @property
    @override
    def right(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items)

    @property
    @override
    def to_choose(self) -> int:
        return len(self.items)

    @property
    @override
    def complete_answers(self) -> int:
        return factorial(len(self.items))

    @override
    def toggled(self, answer: Answer, key: Key) -> Answer:
        """A new item goes to the end; a chosen one is taken back, the others keep their order."""
        if not isinstance(key, str) or key not in self.right:
            raise ValueError(f"there is nothing to choose called {key!r}")
        chosen = ids_in(answer)
        return tuple(name for name in chosen if name != key) if key in chosen else (*chosen, key)

    @override
    def moved(self, answer: Answer, key: str, by: int) -> Answer:
        """The others keep their order; nothing moves beyond the first or the last that has a place."""
        chosen = list(ids_in(answer))
        if key not in chosen or not 0 <= chosen.index(key) + by < len(chosen):
            return answer
        at = chosen.index(key)
        chosen.insert(at + by, chosen.pop(at))
        return tuple(chosen)

    @override
    def without_last(self, answer: Answer) -> Answer:
        return ids_in(answer)[:-1]

    @override
    def is_right(self, answer: Answer) -> bool:
        return answer == self.right

    @override
    def right_part(self, answer: Answer) -> Answer:
        """All of it: taking out what stands wrong would tell the places of the rest."""
        return answer

    @override
    def is_given_away(self, tried: frozenset[str]) -> bool:
        return len(self.items) <= 2

    @override
    def review(self, answer: Answer) -> tuple[Reason, ...]:
        """In the right order. There is one reason for the whole; it stands with the last, to be read
        after all.
        """
        chosen, last = ids_in(answer), len(self.items)
        return tuple(
            Reason(
                id=item.id,
                text=item.text,
                why=self.why if place == last else "",
                right=True,
                chosen=chosen[place - 1 : place] == (item.id,),
                place=place,
            )
            for place, item in enumerate(self.items, 1)
        )
