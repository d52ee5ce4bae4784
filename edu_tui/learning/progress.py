"""Progress: what was read, walked and answered since the program started, in memory.

Owns the marks between runs: only an answer changes one. Reading, walking, skipping and looking back
never do, and a guess is no answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from edu_tui.learning.item import TO_TALK_ABOUT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.learning.item import Item, Mark
    from edu_tui.learning.walk import Walk

State = Literal["new", "reading", "read"]


class Outlined(Protocol):
    """As much of a module as its state depends on; an entry of the index is one."""

    @property
    def id(self) -> str:
        """The module's id."""

    @property
    def parts(self) -> int:
        """How many sections there are to read."""


class Place(NamedTuple):
    """Where the reader stopped, in terms that no resizing and no rewording changes."""

    section: str
    anchor: int
    """How far into the section, in a measure of its text and not of the screen."""


class SoFar(NamedTuple):
    """How far one module is, at one moment; ids in the order they came."""

    read: tuple[str, ...]
    """Sections read to their end."""
    clear: tuple[str, ...]
    """Questions whose latest answer was right."""
    to_talk_about: tuple[str, ...]
    """Questions missed or unsure."""


class _Trace:
    """What this run of the program knows of one module."""

    def __init__(self) -> None:
        self.read: dict[str, None] = {}
        self.walked: set[tuple[str, str]] = set()
        self.walked_out = False
        self.place: Place | None = None
        self.marks: dict[str, Mark] = {}


class Progress:
    """All modules' traces. A module nobody opened is simply new."""

    def __init__(self) -> None:
        self._traces: dict[str, _Trace] = {}
        self._last = ""

    @property
    def last_module(self) -> str:
        """The module the reader was in last; empty when there is none."""
        return self._last

    def stop_at(self, module: str, place: Place) -> None:
        """Remember where the reader is."""
        self._open(module).place = place

    def place(self, module: str) -> Place | None:
        """Where the reader stopped in that module, or None."""
        return self._look(module).place

    def read(self, module: str, section: str) -> None:
        """The section was read to its end."""
        self._open(module).read[section] = None

    def has_read(self, module: str, section: str) -> bool:
        """Whether that section was read."""
        return section in self._look(module).read

    def sections_read(self, module: str) -> frozenset[str]:
        """Ids of the sections of that module that were read."""
        return frozenset(self._look(module).read)

    def walk(self, module: str, walk: Walk) -> None:
        """The reader is at this step of a route."""
        trace = self._open(module)
        trace.walked.add((walk.route.id, walk.step.id))
        trace.walked_out |= walk.last

    def has_walked(self, module: str, route: str, step: str) -> bool:
        """Whether that step was seen."""
        return (route, step) in self._look(module).walked

    def answered(self, module: str, items: Iterable[Item]) -> None:
        """Take over the marks of a run's items; the latest answer is the one that counts."""
        answers: dict[str, Mark] = {
            item.question.id: item.mark
            for item in items
            if item.mark == "clear" or (item.done and item.mark in TO_TALK_ABOUT)
        }
        if answers:
            self._open(module).marks.update(answers)

    def mark(self, module: str, question: str) -> Mark:
        """The mark of that question; `open` when it was never answered."""
        return self._look(module).marks.get(question, "open")

    def of(self, module: str) -> SoFar:
        """How far that module is."""
        trace = self._look(module)
        clear = tuple(name for name, mark in trace.marks.items() if mark == "clear")
        talk = tuple(name for name, mark in trace.marks.items() if mark in TO_TALK_ABOUT)
        return SoFar(tuple(trace.read), clear, talk)

    def clear(self, module: str) -> int:
        """How many questions of that module are clear."""
        return len(self.of(module).clear)

    def to_talk_about(self, module: str) -> tuple[str, ...]:
        """Ids of the questions missed or unsure, in the order first answered."""
        return self.of(module).to_talk_about

    def state(self, entry: Outlined) -> State:
        """How far the module is read; one without sections is read when a route was walked out."""
        trace = self._look(entry.id)
        if len(trace.read) >= entry.parts if entry.parts else trace.walked_out:
            return "read"
        return "reading" if trace.read or trace.walked or trace.place else "new"

    def _open(self, module: str) -> _Trace:
        self._last = module
        return self._traces.setdefault(module, _Trace())

    def _look(self, module: str) -> _Trace:
        return self._traces.get(module) or _Trace()
