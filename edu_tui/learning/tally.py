"""A tally: what one visit adds to the counters, as marks on cells. Pure, in memory, of one visit alone.

Owns that a visit adds at most one to anything: who answers a question three times is still one person.
There is no time, no order and no word of the visitor's in it: it names what the library holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.event import ModuleFact, QuestionAnswered, QuestionGuessed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.learning.answer import Chosen
    from edu_tui.learning.event import Event

CHOSE = "chose "
"""Begins the mark of an option that was chosen."""
GUESSED_RIGHT, GUESSED_ELSE = "guessed right", "guessed else"
"""The marks of a guess before reading. Neither counts the other: a difference of the two tells of nobody."""
_FIRST = {"right": "right", "unsure": "unsure", "try-again": "missed", "shown": "missed"}
"""What a first answer counts as, by its verdict."""


class Cell(NamedTuple):
    """One thing that is counted."""

    module: str
    """Empty for the visit as a whole, and so are the others."""
    language: str
    unit: str
    """A question's unit name; empty for the module as a whole."""
    version: str
    """Of the question: what was asked in other words is counted apart."""
    what: str
    """`visit`; `opened`; of a question `right`, `missed` or `unsure` (the first answer), `skipped`,
    `guessed right` or `guessed else` (before reading; the latter for "I'm not sure", too), and after a miss `chose ID` for each thing chosen, `chose ID=GROUP` where things are sorted."""


VISIT = Cell("", "", "", "", "visit")


class _Question(NamedTuple):
    module: str
    language: str
    unit: str
    version: str


class Tally:
    """One visit's; thrown away with it."""

    def __init__(self) -> None:
        self._opened: set[tuple[str, str]] = set()
        self._skipped: set[_Question] = set()
        self._first: dict[_Question, tuple[str, ...]] = {}
        """The marks of the first answer to each question."""
        self._guessed: dict[_Question, str] = {}
        """The mark of the guess at each."""

    def take(self, event: Event) -> None:
        """Count what happened, where it is something that is counted."""
        fact = event.fact
        if isinstance(fact, QuestionGuessed):
            self._guess(_question(event), fact)
        if not isinstance(fact, ModuleFact):
            return
        self._opened.add((event.module, event.language))
        if not isinstance(fact, QuestionAnswered) or fact.behaviour == "guess":
            return
        first = _FIRST.get(fact.verdict)
        if first is None:
            return
        question = _question(event)
        if question not in self._first:
            chosen = _chosen(fact.chosen or ()) if first == "missed" else ()
            self._first[question] = (first, *chosen)

    def _guess(self, question: _Question, guess: QuestionGuessed) -> None:
        # Who has answered it knows by now: that is no guess any more.
        if question not in self._first:
            self._guessed[question] = GUESSED_RIGHT if guess.right else GUESSED_ELSE

    def skip(self, module: str, language: str, unit: str, version: str) -> None:
        """Count a question that was left without an answer; one that comes later counts instead."""
        self._skipped.add(_Question(module, language, unit, version))

    def cells(self) -> tuple[Cell, ...]:
        """What this visit adds one to, in the order of their names."""
        return tuple(sorted(self._cells()))

    def _cells(self) -> Iterator[Cell]:
        yield VISIT
        for module, language in self._opened:
            yield Cell(module, language, "", "", "opened")
        for question, marks in self._first.items():
            for mark in marks:
                yield Cell(*question, mark)
        for question, mark in self._guessed.items():
            yield Cell(*question, mark)
        for question in self._skipped - self._first.keys():
            yield Cell(*question, "skipped")


def _question(event: Event) -> _Question:
    return _Question(event.module, event.language, event.unit, event.unit_version)


def _chosen(chosen: Chosen) -> tuple[str, ...]:
    """Each thing that was chosen, once."""
    marks = {CHOSE + (choice if isinstance(choice, str) else "=".join(choice)) for choice in chosen}
    return tuple(sorted(marks))
