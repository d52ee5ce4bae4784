"""My questions: what the reader wants to ask a person.

Owns who put a thing there: what joined by itself leaves by itself when it becomes clear, and what
the reader added stays until the reader takes it off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.learning.item import TO_TALK_ABOUT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.learning.item import Item

Why = Literal["own", "page", "missed", "unsure"]


class Ask(NamedTuple):
    """One thing to ask."""

    text: str
    """The reader's own words, the page's title, or the question's stem."""
    module: str
    """Empty for own words that belong to no module."""
    place: str
    """Section, step or question id; empty for own words."""
    why: Why
    """`own` and `page` were added by the reader; the others joined by themselves."""

    @property
    def by_itself(self) -> bool:
        """Whether it joined without being asked to."""
        return self.why in TO_TALK_ABOUT

    def is_same(self, other: Ask) -> bool:
        """Whether both ask the same: own words by their words, the rest by their place."""
        if "own" in (self.why, other.why):
            return self.why == other.why and _words(self.text) == _words(other.text)
        there = (self.module, self.place, self.by_itself)
        return there == (other.module, other.place, other.by_itself)


class MyQuestions:
    """The list, in the order things were added."""

    def __init__(self) -> None:
        self._asks: list[Ask] = []

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Everything on the list."""
        return tuple(self._asks)

    def __len__(self) -> int:
        return len(self._asks)

    def add(self, ask: Ask) -> bool:
        """Add at the end; False when it says nothing or is there already."""
        if not ask.text.strip() or any(ask.is_same(one) for one in self._asks):
            return False
        self._asks.append(ask)
        return True

    def add_page(self, module: str, place: str, text: str) -> bool:
        """Add "ask about this" for the page the reader is on; False when it is there already."""
        return self.add(Ask(text, module, place, "page"))

    def remove(self, ask: Ask) -> None:
        """Take it off; nothing happens when it is not there."""
        self._asks = [one for one in self._asks if not one.is_same(ask)]

    def join(self, module: str, items: Iterable[Item]) -> None:
        """What was missed or unsure joins by itself; what is clear now leaves, if it had joined so."""
        for item in items:
            question = item.question
            if item.mark == "clear":
                self.remove(Ask(question.ask, module, question.id, "missed"))
            elif item.done and item.mark in ("missed", "unsure"):
                self._settle(Ask(question.ask, module, question.id, item.mark))

    def _settle(self, ask: Ask) -> None:
        """Add it, or bring its reason up to date in its old place."""
        if not self.add(ask):
            self._asks = [ask if one.is_same(ask) else one for one in self._asks]


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()
