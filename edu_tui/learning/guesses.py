"""Guesses: what was answered before reading, and what has changed since.

Owns that a guess is no answer: nothing here comes near a mark, a review or the list of questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from edu_tui.learning.event import Event, QuestionGuessed
    from edu_tui.learning.standing import ModuleProgress


class Guess(NamedTuple):
    """The latest guess at a question."""

    right: bool
    language: str
    version: str
    at: int


class Guesses:
    """One reader's, by module and unit name."""

    def __init__(self) -> None:
        self._all: dict[tuple[str, str], Guess] = {}

    def __len__(self) -> int:
        return len(self._all)

    @property
    def modules(self) -> tuple[str, ...]:
        """Those that have a question that was guessed at."""
        return tuple(dict.fromkeys(module for module, _ in self._all))

    def of(self, module: str) -> dict[str, Guess]:
        """Those at a module's questions, by unit name."""
        return {unit: guess for (name, unit), guess in self._all.items() if name == module}

    def put(self, event: Event, guess: QuestionGuessed) -> None:
        """Take over a guess, in place of an earlier one."""
        self._all[event.module, event.unit] = Guess(
            guess.right, event.language, event.unit_version, event.at
        )

    def forget(self, module: str, unit: str) -> None:
        """Nothing is known of that any more: a question, a module, or everything."""
        gone = [
            (name, place)
            for name, place in self._all
            if module in ("", name) and unit in ("", place)
        ]
        for key in gone:
            del self._all[key]

    def as_plain(self) -> list[Any]:
        """As JSON can hold it."""
        return [[*key, *guess] for key, guess in self._all.items()]

    def restore(self, plain: Iterable[Any]) -> None:
        """Be what `as_plain` gave."""
        self._all = {(module, unit): Guess(*guess) for module, unit, *guess in plain}


class Compared(NamedTuple):
    """Questions that were guessed at before reading and answered since: the same ones, before and now."""

    asked: int = 0
    before: int = 0
    """Guessed right."""
    now: int = 0
    """Clear now."""

    def __or__(self, other: Compared) -> Compared:
        return Compared(*map(sum, zip(self, other, strict=True)))


def compared(guesses: Mapping[str, Guess], progress: ModuleProgress) -> Compared:
    """Of a module; the guesses are those at questions that ask the same as then."""
    both = {unit for unit in guesses if progress.mark(unit) != "open"}
    right = sum(guesses[unit].right for unit in both)
    return Compared(len(both), right, len(both.intersection(progress.clear)))


def quotas(there: Mapping[str, int], most: int) -> dict[str, int]:
    """How many questions of each module are asked where there are so many: one of each before a second of any."""
    shares = dict.fromkeys(there, 0)
    while sum(shares.values()) < most and shares != there:
        for name in shares:
            shares[name] += shares[name] < there[name] and sum(shares.values()) < most
    return shares


def in_turn(lists: Collection[list[Any]]) -> list[Any]:
    """The first of each, then the second of each, and so on."""
    longest = max(map(len, lists), default=0)
    return [items[at] for at in range(longest) for items in lists if at < len(items)]
