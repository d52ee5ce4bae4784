"""My questions: what the reader wants to ask a person.

Owns who put a thing there: what joined by itself leaves by itself when it becomes clear, and what
the reader added stays until the reader takes it off.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.learning.item import TO_TALK_ABOUT

if TYPE_CHECKING:
    from collections.abc import Mapping

Why = Literal["own", "page", "missed", "unsure"]
LONGEST = 2000
"""Characters of a reader's own words to one thing: about a page of writing."""


class Ask(NamedTuple):
    """One thing to ask."""

    text: str
    """The reader's own words, the page's title, or what to ask about a question, as it was kept."""
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
        if self.why == "own":
            return self.text
        from edu_tui.model.markup import plain

        return plain(self.text, clinic)

    def is_same(self, other: Ask) -> bool:
        """Whether both ask the same: own words by their words, the rest by their place."""
        if "own" in (self.why, other.why):
            return self.why == other.why and _words(self.text) == _words(other.text)
        there = (self.module, self.place, self.by_itself)
        return there == (other.module, other.place, other.by_itself)


class Draft(NamedTuple):
    """Words that are not on the list yet."""

    text: str
    ask: Ask
    """What they are going to be: a question of the reader's own, or a note to what is on the list."""
    about: str = ""
    """The title of what they are about; empty for nothing in particular."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Drafts with the same one are the same: there is one for each page, and for each thing listed."""
        why = "itself" if self.ask.by_itself else self.ask.why
        return why, self.ask.module, self.ask.place


class Drafts:
    """What was begun and neither added nor thrown away, the oldest first."""

    def __init__(self) -> None:
        self._drafts: dict[tuple[str, str, str], Draft] = {}

    @property
    def all(self) -> tuple[Draft, ...]:
        """Each of them."""
        return tuple(self._drafts.values())

    def of(self, ask: Ask) -> str:
        """The words begun for that; empty for none."""
        draft = self._drafts.get(Draft("", ask).key)
        return draft.text if draft else ""

    def put(self, draft: Draft) -> None:
        """Keep it in place of the one before; without words there is none any more."""
        if draft.text:
            self._drafts[draft.key] = draft
        else:
            self._drafts.pop(draft.key, None)

    def added(self, ask: Ask) -> None:
        """Its words are on the list now."""
        if ask.note or ask.why == "own":
            self._drafts.pop(Draft("", ask).key, None)

    def forget(self, module: str, place: str) -> None:
        """All that belongs to a place is gone; to a module where no place is named, to anything at all."""
        self._drafts = {
            key: draft
            for key, draft in self._drafts.items()
            if not covers(module, place, draft.ask)
        }


def tidy(text: str) -> str:
    """Words as they are kept: lines without blanks around them, and no more than one empty line between."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def beside(ask: Ask, before: Ask | None, known: Ask | None) -> Ask:
    """With a new note; `before` is how it stood when that was written, `known` how it stands now.

    Words that another window has put there in between were seen by nobody who wrote these: both stay.
    """
    if known is None or not known.note or (before is not None and known.note == before.note):
        return ask
    return ask._replace(note=f"{known.note}\n{ask.note}")


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
        return next((question for question in self._asks if question.is_same(ask)), None)

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
            self._asks = [ask if question.is_same(ask) else question for question in self._asks]

    def remove(self, ask: Ask) -> None:
        """Take it off; nothing happens when it is not there."""
        self._asks = [question for question in self._asks if not question.is_same(ask)]

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
        self._asks = [ask for ask in self._asks if not covers(module, place, ask)]


def covers(module: str, place: str, ask: Ask) -> bool:
    """Whether it belongs to that place; to that module where no place is named, to anything at all."""
    return (not module or ask.module == module) and (not place or ask.place == place)


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()
