"""Sorting situations one by one into named groups (`judge`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.model.kinds.sorting import Sorting
from edu_tui.system.typing import override

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


class Situation(NamedTuple):
    """One situation to sort, and why it belongs where it does."""

    id: str
    text: str
    group: str
    why: str


class _Judge(NamedTuple):
    groups: tuple[str, ...]
    """Their names, which are their ids as well; no marks are read in them."""
    situations: tuple[Situation, ...]


class Judge(_Judge, Sorting):
    """Situations to sort one by one into named groups."""

    __slots__ = ()

    @property
    @override
    def parts(self) -> tuple[Situation, ...]:
        return self.situations

    @property
    @override
    def texts(self) -> tuple[str, ...]:
        return tuple(situation.text for situation in self.situations)

    @override
    def group_text(self, group: str, said: Callable[[str], str]) -> str:
        return group

    @property
    @override
    def asked(self) -> list[tuple[object, ...]]:
        return [(situation.id, situation.text, situation.group) for situation in self.situations]

    @override
    def deal(
        self, rng: random.Random, *, keep_order: bool
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        shown = [situation.id for situation in self.situations]
        if not keep_order:
            rng.shuffle(shown)
        return tuple(shown), self.groups

    @override
    def on_paper(self, *, keep_order: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """As written; the groups are named in what is asked."""
        return tuple(situation.id for situation in self.situations), ()

    @property
    @override
    def complete_answers(self) -> int:
        many: int = len(self.groups) ** len(self.situations)
        return many

    @override
    def is_given_away(self, tried: frozenset[str]) -> bool:
        return len(self.situations) == 1 and len(self.groups) <= 2
