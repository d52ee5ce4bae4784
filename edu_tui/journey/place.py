"""A place: what it shows, and where each choice leads."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.journey.view import Request, View
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module


class Navigation(NamedTuple):
    """What follows a choice."""

    kind: Literal["stay", "push", "swap", "pop", "home", "jump", "quit"]
    """A `jump` leads to a place from home, whatever stood between."""
    place: Place | None = None
    said: str = ""
    then: Request | None = None
    """What to ask of the place that is then open: after a `pop` the one below, after a `push` the new one."""
    later: Request | None = None
    """What takes long: asked of the same place once a front end has shown that it begins."""


STAY = Navigation("stay")
POP = Navigation("pop")
HOME = Navigation("home")


class Place(ABC):
    """Where the reader is. Places keep only their own position; what lasts is in the visit."""

    visit: Visit
    questions: Callable[[Module, QuizRun], Place]
    """Where a run of questions is asked: reading leads there, and from there back to reading.

    Both are given by the journey when the place is opened.
    """
    alone: ClassVar[bool] = False
    """Whether at most one of its kind is open at a time."""
    tells_trouble: ClassVar[bool] = False
    """Whether its words say what is wrong with keeping, so that it is not said beside them."""
    tells_progress: ClassVar[bool] = False
    """Whether it says how far the reader is, which another window may have changed."""
    lists_modules: ClassVar[bool] = False
    """Whether it has rows of modules, as home has: known better once the library has been read."""
    speaks_alone: ClassVar[bool] = False
    """Whether nothing stands over its words, not even how far they are reviewed."""
    counts_down: ClassVar[bool] = False
    """Whether its words change by themselves: nobody could follow them read aloud."""

    @abstractmethod
    def view(self, room: Room) -> View:
        """What is shown here, in that room."""

    @abstractmethod
    def do(self, do: Request) -> Navigation | None:
        """Do what was asked; None when this place does not know it."""

    def typed(self, text: str) -> None:
        """Words typed into the field, so far; nothing to do where there is no field."""
        del text

    def numbered(self, number: str) -> Request | None:
        """What a number that no row has now stands for, line by line; None where it means nothing."""
        del number
        return None

    def leave(self) -> None:  # noqa: B027 - most places have nothing to forget
        """Another place is shown from now on: what must not wait here is forgotten."""

    def about(self) -> tuple[str, str, str] | None:
        """Module, place and words for "ask about this"; None where there is nothing to ask of."""
        return None

    def shows(self) -> str:
        """The module whose words are here; empty where they are no single module's."""
        about = self.about()
        return about[0] if about else ""

    def words_here(self) -> tuple[str, ...]:
        """Glossary terms on this page, for the words place to show first."""
        return ()

    def sources_here(self) -> tuple[str, ...]:
        """Ids of the sources that are cited on this page, in the order of their numbers."""
        return ()


def push(place: Place, message: str = "") -> Navigation:
    """Go to another place and come back to this one."""
    return Navigation("push", place, message)


def swap(place: Place, message: str = "") -> Navigation:
    """Go to another place instead of this one."""
    return Navigation("swap", place, message)
