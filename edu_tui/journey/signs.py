"""Who signed what a visit shows: of the texts that were opened, and of all others as the index knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.days import day_of
from edu_tui.layout.review import together, together_in_short
from edu_tui.library.signing.state import state_of
from edu_tui.model.review import UNREVIEWED

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.library.open_library import Contents, Entry, OpenLibrary
    from edu_tui.model.module import Module
    from edu_tui.model.review import Review, State


class OutlineReview(NamedTuple):
    """How the sign-offs of the outline stand."""

    words: str
    """What is missing of all of them; empty when nothing is."""
    brief: str
    """The same in fewer words."""
    mixed: bool
    """Whether they differ, so that each row has to say its own."""


class SignOffStatus:
    """The sign-offs of one visit's library."""

    def __init__(self, open_library: OpenLibrary, clock: Callable[[], int]) -> None:
        self._open_library = open_library
        self._clock = clock
        """Milliseconds since 1970, UTC."""
        self._opened: dict[tuple[str, str], Review] = {}
        """What is on record for the text of each module that was opened, by module and language."""
        self._reviewed: tuple[Contents, str, OutlineReview] | None = None
        """The contents and the day that `reviewed` was told of, and what it told."""
        self._explained: tuple[Contents | None, str, set[str]] = (None, "", set())
        """The contents and the day that `explains` was worked out for, and what may be explained."""

    def opened(self, module: Module) -> None:
        """A module was opened: its file as it is."""
        review = self._open_library.sign_offs.review(module)
        if review != self._opened.get((module.id, module.language)):
            self._opened[module.id, module.language], self._reviewed = review, None

    def state_of(self, contents: Contents, module_id: str) -> State:
        """How a module's sign-off stands today."""
        entry = contents.entries.get(module_id)
        opened = self._opened.get((module_id, entry.language if entry else contents.language))
        return state_of(opened or contents.reviews.get(module_id), self._today)

    def reviewed(self, contents: Contents, entries: list[Entry]) -> OutlineReview:
        """How the sign-offs of the whole outline stand today."""
        today = self._today
        if self._reviewed is None or self._reviewed[:2] != (contents, today):
            known = contents.reviews.keys() | {name for name, _ in self._opened}
            states = [
                self.state_of(contents, entry.id) if entry.id in known else UNREVIEWED
                for entry in entries
            ]
            mixed = len({state.kind for state in states}) > 1
            self._reviewed = (
                contents,
                today,
                OutlineReview(together(states), together_in_short(states), mixed),
            )
        return self._reviewed[2]

    def explains(self, contents: Contents, term: str) -> bool:
        """Whether a module that is signed marks that glossary entry."""
        today = self._today
        if self._explained[:2] != (contents, today):
            marked = self._open_library.sign_offs.words(contents.language)
            signed = (name for name in marked if self.state_of(contents, name).may_be_shown)
            self._explained = contents, today, {word for name in signed for word in marked[name]}
        return term.casefold() in self._explained[2]

    @property
    def _today(self) -> str:
        return day_of(self._clock())
