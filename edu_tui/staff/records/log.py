"""One learner's view of the staff file, as a keeper needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.records.others import Others
from edu_tui.staff.learning.event import AnswerChosen
from edu_tui.system.errors import RecordsError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from edu_tui.learning.event import Event
    from edu_tui.staff.records.store import StaffFile

SHOWN = 3
"""Reasons that are told on a learner's screen."""


class StaffLog:
    """One learner's records."""

    in_time = False
    again: tuple[type[NamedTuple], ...] = (AnswerChosen,)

    def __init__(self, file: StaffFile, learner: str) -> None:
        self.file = file
        self.learner = learner
        self._others = Others(self.again)

    @property
    def path(self) -> Path:
        """The file."""
        return self.file.path

    @property
    def notice(self) -> str:
        """What the learner should know of the file, in a line."""
        left = self.file.left_out
        if not left:
            return self.file.notice
        message = say(
            "{n} entry of your records is left out. It counts for nothing: {why}.",
            "{n} entries of your records are left out. They count for nothing: {why}.",
            n=len(left),
            why="; ".join(dict.fromkeys(record.why for record in left[:SHOWN])),
        )
        return f"{message} " + say("Tell your manager.")

    def events(self, after: int = 0) -> list[tuple[int, Event]]:
        """What the learner did after that serial number."""
        events = self.file.events(self.learner, after)
        self._others.looked(events[-1][0] if events else after)
        return events

    def news(self) -> list[Event]:
        """What other programs have kept of the learner since this one looked last."""
        return self._others.news(*self.file.news(self.learner, self._others))

    def settle(self, decide: Callable[[list[Event]], Sequence[Event]]) -> tuple[Event, ...]:
        """Look and keep in one transaction: `decide` gets the news and says what is kept, all or none."""
        given = self.file.settle(
            self.learner,
            lambda pairs, last: decide(self._others.news(pairs, last)),
            self._others,
        )
        self._others.kept(given)
        return given

    def is_to_come(self, at: int) -> bool:
        """Whether what has that time does not count yet."""
        return at > self.file.upto

    def memo(self, version: int) -> tuple[int, str]:
        """The fold that was written down last."""
        return self.file.memo(self.learner, version)

    def keep_memo(self, version: int, serial: int, text: str) -> None:
        """Write a fold down, unless something was left out of it that may count another day."""
        if not self.file.left_out:
            self.file.keep_memo(self.learner, version, serial, text)

    def append(self, events: Sequence[Event], *, sure: bool = True) -> tuple[Event, ...]:
        """Keep them, all or none."""
        given = self.file.append(self.learner, events, sure=sure)
        self._others.kept(given)
        return given

    def forget(self, event: Event) -> int:
        """Staff records are never deleted: raises RecordsError."""
        del event
        raise _never()

    def delete_all(self) -> tuple[Path, ...]:
        """Staff records are never deleted: raises RecordsError."""
        raise _never()

    def close(self) -> None:
        """End cleanly."""
        self.file.close()


def _never() -> RecordsError:
    return RecordsError(
        "other", say("Staff records are the clinic's: they are never deleted here.")
    )
