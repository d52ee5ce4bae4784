"""What goes into a take-away: the modules of a course, or what one reader has opened and asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.errors import BrokenModuleError
from edu_tui.handout.content import Takeaway, Unsure
from edu_tui.model.version import module_version, question_unit
from edu_tui.review.state import state_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from edu_tui.learning.history import History
    from edu_tui.learning.my_questions import Ask
    from edu_tui.library.shelf import Shelf
    from edu_tui.model.library import Audience
    from edu_tui.model.module import Module


class Mine(NamedTuple):
    """As much of a reader's history as a take-away has."""

    opened: frozenset[str]
    """Modules that the reader was in."""
    asks: tuple[Ask, ...]
    to_talk_about: frozenset[tuple[str, str]]
    """Module and unit name of each question missed or unsure."""


def mine(history: History) -> Mine:
    """What one reader takes along."""
    return Mine(
        frozenset(history.traces),
        history.asks.asks,
        frozenset(
            (name, unit) for name, trace in history.traces.items() for unit in trace.to_talk_about
        ),
    )


class Shelved(NamedTuple):
    """Where modules come from, for whom, and in which language."""

    shelf: Shelf
    language: str
    audience: Audience

    def course(self) -> list[str]:
        """The modules of the courses for patients, each once, in reading order."""
        courses = self.shelf.library().courses
        return list(
            dict.fromkeys(
                name for one in courses if one.audience == "patient" for name in one.modules
            )
        )

    def _found(self, names: Iterable[str]) -> tuple[list[Module], list[str]]:
        """Those that can be shown, as their files are, and the names of those that cannot."""
        found, left_out = [], []
        for name in names:
            try:
                found.append(self.shelf.module(name, self.language))
            except BrokenModuleError:
                left_out.append(name)
        return found, left_out

    def takeaway(
        self, names: Collection[str], made_on: date, *, whole: bool = False, own: Mine | None = None
    ) -> Takeaway:
        """The take-away of these modules; with the reader's own things where there are any."""
        files, left_out = self._found(names)
        found = [module.for_audience(self.audience) for module in files]
        shelf = self.shelf
        spoken = shelf.library().languages
        return Takeaway(
            shelf.library(),
            self.language if self.language in spoken else spoken[0],
            tuple(found),
            shelf.sources(),
            shelf.glossary(self.language),
            made_on,
            asks=own.asks if own else (),
            unsure=_unsure(found, own) if own else (),
            personal=own is not None,
            whole=whole,
            versions=tuple(module_version(module) for module in files),
            states=tuple(
                state_of(shelf.sign_offs.review(module), made_on.isoformat()) for module in files
            ),
            left_out=tuple(left_out),
        )

    def of_reader(self, own: Mine, made_on: date, *, whole: bool = False) -> Takeaway:
        """The take-away of what this reader has opened."""
        names = [name for name in self.course() if name in own.opened]
        return self.takeaway(names, made_on, whole=whole, own=own)


def _unsure(modules: Iterable[Module], own: Mine) -> tuple[Unsure, ...]:
    return tuple(
        Unsure(module, question)
        for module in modules
        for question in module.questions
        if (module.id, question_unit(question.id)) in own.to_talk_about
    )
