"""Standing: how a module stands for a reader today: what was done, beside what the texts now say.

A part that has changed since it was read is not read; an answer to a question that has changed is
kept, but it is not clear. Versions are compared in one language only: a translation is not a change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from edu_tui.learning.item import TO_TALK_ABOUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.learning.item import Mark
    from edu_tui.learning.trace import Answered, ReadingStop, Seen, Trace


class ModuleVersions(NamedTuple):
    """What a module says now."""

    language: str
    units: Mapping[str, str]
    """The version of each part by its unit name; empty where nobody knows them yet."""


class Dated(Protocol):
    """What was done, and with which text."""

    @property
    def language(self) -> str: ...
    @property
    def version(self) -> str: ...


Record = TypeVar("Record", bound=Dated)


class ModuleProgress(NamedTuple):
    """All by unit name, in the order they came."""

    opened: tuple[str, ...]
    """Sections opened, read or not."""
    read: tuple[str, ...]
    """Sections read as they are now."""
    walked: tuple[str, ...]
    """Steps seen as they are now."""
    walked_out: bool
    """Whether a route was walked to its last step."""
    changed: tuple[str, ...]
    """Sections and steps that say something else than when they were read, and questions answered."""
    clear: tuple[str, ...]
    to_talk_about: tuple[str, ...]
    ready: tuple[str, ...]
    """Questions worth asking again now, the longest due first."""
    stop: ReadingStop | None
    """The section that was open last, if it is still there."""
    step: ReadingStop | None
    """The step that was open last, if it is still there."""
    begun: bool

    def mark(self, unit: str) -> Mark:
        """The mark of that question; `open` when it was never answered as it is now."""
        if unit in self.clear:
            return "clear"
        return "missed" if unit in self.to_talk_about else "open"

    def is_read(self, sections: int) -> bool:
        """Whether all of it is read; without sections, whether a route was walked out."""
        return len(self.read) >= sections if sections else self.walked_out

    def is_clear(self, questions: int) -> bool:
        """Whether every one of so many questions is clear."""
        return len(self.clear) >= questions > 0


def standing(trace: Trace, texts: ModuleVersions, now: int) -> ModuleProgress:
    """How it stands at that time (milliseconds since 1970, UTC)."""
    seen = {**trace.read, **trace.walked}
    answers = {name: answer for name, answer in trace.answers.items() if _is_there(name, texts)}
    same = {name for name, answer in answers.items() if _is_same(name, answer, texts)}
    changed = [name for name, record in seen.items() if _has_changed(name, record, texts)]
    changed += [name for name in answers if name not in same]
    due = {
        name: answer.card.due if name in same else 0
        for name, answer in answers.items()
        if answer.card is not None and (name not in same or answer.card.due <= now)
    }
    return ModuleProgress(
        opened=tuple(name for name in trace.opened if _is_there(name, texts)),
        read=_still(trace.read, texts),
        walked=_still(trace.walked, texts),
        walked_out=bool(trace.walked_out),
        changed=tuple(changed),
        clear=tuple(name for name in answers if name in same and answers[name].mark == "clear"),
        to_talk_about=tuple(
            name for name in answers if name in same and answers[name].mark in TO_TALK_ABOUT
        ),
        ready=tuple(sorted(due, key=due.__getitem__)),
        stop=trace.stop if trace.stop and _is_there(trace.stop.unit, texts) else None,
        step=trace.step if trace.step and _is_there(trace.step.unit, texts) else None,
        begun=bool(seen or trace.answers or trace.stop),
    )


def is_unchanged(stop: ReadingStop, texts: ModuleVersions) -> bool:
    """Whether the place within a part still means the same."""
    return _is_same(stop.unit, stop, texts)


def still_there(records: Mapping[str, Record], texts: ModuleVersions) -> dict[str, Record]:
    """Those of the parts that are there, and say what they said then."""
    return {name: record for name, record in records.items() if _is_same(name, record, texts)}


def _still(seen: Mapping[str, Seen], texts: ModuleVersions) -> tuple[str, ...]:
    return tuple(name for name, record in seen.items() if _is_same(name, record, texts))


def _is_there(name: str, texts: ModuleVersions) -> bool:
    return not texts.units or name in texts.units


def _is_same(name: str, record: Dated | Answered, texts: ModuleVersions) -> bool:
    if not _is_there(name, texts):
        return False
    return (
        not texts.units or record.language != texts.language or texts.units[name] == record.version
    )


def _has_changed(name: str, record: Dated, texts: ModuleVersions) -> bool:
    return _is_there(name, texts) and not _is_same(name, record, texts)
