"""My questions: what the reader wants to ask a person.

Owns who put a thing there: what joined by itself leaves by itself when it becomes clear, and what
the reader added stays until the reader takes it off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.learning.item import TO_TALK_ABOUT
from edu_tui.model.markup import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

Why = Literal["own", "page", "missed", "unsure"]


class Ask(NamedTuple):
    """One thing to ask."""

    text: str
    """The reader's own words, the page's title, or the question's stem."""
    module: str
    """Empty for own words that belong to no module."""
    place: str
    """The unit name of a section, step or question; empty for none."""
    why: Why
    """`own` and `page` were added by the reader; the others joined by themselves."""
    note: str = ""
    """The reader's own words about it; empty for none."""

    @property
    def by_itself(self) -> bool:
        """Whether it joined without being asked to."""
        return self.why in TO_TALK_ABOUT

    def shown(self, clinic: Mapping[str, str]) -> str:
        """Its text as it is read: what is of the library has marks, a reader's own words are only words."""
        return self.text if self.why == "own" else plain(self.text, clinic)

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

    def find(self, ask: Ask) -> Ask | None:
        """The one on the list that asks the same, or None."""
        return next((one for one in self._asks if one.is_same(ask)), None)

    def is_new(self, ask: Ask) -> bool:
        """Whether it says something that is not on the list."""
        return bool(ask.text.strip()) and self.find(ask) is None

    def put(self, ask: Ask) -> None:
        """Add it at the end, or bring it up to date in its old place."""
        if not ask.text.strip():
            return
        if self.find(ask) is None:
            self._asks.append(ask)
        else:
            self._asks = [ask if one.is_same(ask) else one for one in self._asks]

    def remove(self, ask: Ask) -> None:
        """Take it off; nothing happens when it is not there."""
        self._asks = [one for one in self._asks if not one.is_same(ask)]

    def settle(self, ask: Ask) -> None:
        """What was missed or unsure joins by itself; a note about it stays."""
        known = self.find(ask)
        self.put(ask._replace(note=known.note) if known else ask)

    def clear(self, module: str, place: str) -> None:
        """What is clear now leaves, if it had joined by itself and has no note."""
        known = self.find(Ask("", module, place, "missed"))
        if known is not None and not known.note:
            self.remove(known)

    def forget(self, module: str, place: str) -> None:
        """All that belongs to a place leaves; to a module where no place is named, to anything at all."""
        self._asks = [
            one
            for one in self._asks
            if (module and one.module != module) or (place and one.place != place)
        ]


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()
