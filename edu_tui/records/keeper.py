"""Keeping: what happens goes into the log at once, or waits in memory until it can, and is said.

Reading never stops because something cannot be kept. What could not be written is tried again with
the next event, oldest first, so that nothing is lost that can still be saved.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from json import dumps, loads
from typing import TYPE_CHECKING, NamedTuple, Protocol

from edu_tui.learning.event import covers
from edu_tui.learning.history import FOLD, Fold, History, from_plain
from edu_tui.records.rows import kept, throws_away
from edu_tui.system.errors import RecordsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from edu_tui.learning.event import Event

TAIL = 200
"""Events folded at a start before the fold is written down: so many cost next to nothing."""


class EventLog(Protocol):
    """A log as a keeper needs it; each of its methods may raise RecordsError."""

    in_time: bool
    """Whether another machine's events may have come in later: then their time says what was first."""
    again: tuple[type[NamedTuple], ...]
    """Facts of which what was kept later counts: those of here are folded again after other programs' news."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def notice(self) -> str:
        """What the reader should know of the file, in a line; empty when all is well."""

    def events(self, after: int = 0) -> list[tuple[int, Event]]:
        """What came after that serial number, each with its own."""

    def is_to_come(self, at: int) -> bool:
        """Whether what has that time lies in the future, and does not count yet."""

    def memo(self, version: int) -> tuple[int, str]:
        """The fold that was written down last: the serial number it counts up to, and its text."""

    def keep_memo(self, version: int, serial: int, text: str) -> None:
        """Write a fold down."""

    def append(self, events: Sequence[Event], *, sure: bool = True) -> tuple[Event, ...]:
        """Keep them, all or none."""

    def news(self) -> list[Event]:
        """What other programs have kept since this one looked last."""

    def settle(self, decide: Callable[[list[Event]], Sequence[Event]]) -> tuple[Event, ...]:
        """Look and keep in one transaction: `decide` gets the news and says what is kept, all or none."""

    def forget(self, event: Event) -> int:
        """Delete all that the event is about; how many events went."""

    def delete_all(self) -> tuple[Path, ...]:
        """Remove every file that holds records."""

    def close(self) -> None:
        """End cleanly."""


class Recorder:
    """Between one reader's visit and the log. Without a log nothing is ever written."""

    def __init__(self, log: EventLog | None = None) -> None:
        self._log = log
        self._waiting: list[Event] = []
        self.on = log is not None
        """Whether what happens is kept; a reader may switch it off."""
        self.trouble = ""
        """Why something could not be kept, in a line; empty when all is well."""
        self.unkept = 0
        """How much was not kept because the reader was just reading."""

    @property
    def can_keep(self) -> bool:
        """Whether there is a log at all."""
        return self._log is not None

    @property
    def only_now(self) -> bool:
        """Whether what happens now ends with the program, though there is a log."""
        return self.can_keep and (not self.on or bool(self.trouble))

    @property
    def log(self) -> EventLog | None:
        """Where it goes; None where nothing is kept."""
        return self._log

    @property
    def path(self) -> Path | None:
        """Where it is kept."""
        return self._log.path if self._log is not None else None

    @property
    def notice(self) -> str:
        """What the reader should know of the file all the same, in a line; empty for nothing."""
        return self._log.notice if self._log is not None else ""

    @property
    def waiting(self) -> int:
        """How many events are not on the disk yet."""
        return len(self._waiting)

    def history(self, fold: Callable[[], Fold] = Fold) -> History:
        """What is known of the reader from the log; an empty one where it cannot be read.

        `fold` begins what a slice of the program makes of the same events.
        """
        if self._log is None:
            return History(fold())
        try:
            history = remember(self._log, fold)
        except RecordsError as error:
            self.trouble = str(error)
            return History(fold())
        self.trouble = ""
        return history

    def keep(self, event: Event, *, sure: bool = True) -> None:
        """Keep it; it is on the disk when this returns, or `trouble` says why it is not."""
        self.record_all((event,), sure=sure)

    def record_all(self, events: Sequence[Event], *, sure: bool = True) -> tuple[Event, ...]:
        """Keep them in one go: all are on the disk when this returns, or none; given back as they are kept.

        What only deletes goes into the log also where the reader has switched keeping off.
        """
        wanted = (
            [event for event in events if self.on or throws_away(event)] if self.can_keep else []
        )
        self.unkept += len(events) - len(wanted)
        # With ids from the start: tried again after an error that came too late, none is kept twice.
        given = tuple(map(kept, wanted))
        self._waiting += given
        if self.on or given:
            self._write(sure=sure)
        return given if self.on else tuple(events)

    def settle(
        self, take: Callable[[Event], object], decide: Callable[[], Iterable[Event]]
    ) -> tuple[Event, ...]:
        """Look and keep in one go: `take` is given what other programs have kept meanwhile, then `decide`
        says what happens, and that is on the disk when this returns; given back as it is kept.

        Raises RecordsError where it cannot be kept. Then it has not happened: nothing of it waits.
        """
        if self._log is None or not self.on:
            events = tuple(decide())
            self.unkept += len(events)
            return events

        def deciding(news: list[Event]) -> Sequence[Event]:
            for event in self._before_waiting(news):
                take(event)
            return [*self._waiting, *decide()]

        waiting = len(self._waiting)
        given = self._log.settle(deciding)
        self._waiting, self.trouble = [], ""
        return given[waiting:]

    def news(self) -> list[Event]:
        """What other programs have kept meanwhile; nothing where it cannot be read, and `trouble` says why."""
        if self._log is None or not self.on:
            return []
        try:
            return self._before_waiting(self._log.news())
        except RecordsError as error:
            self.trouble = str(error)
            return []

    def _before_waiting(self, news: list[Event]) -> list[Event]:
        """The news, and what waits here again where what is kept later counts."""
        again = self._log.again if self._log is not None and news else ()
        return [*news, *(event for event in self._waiting if isinstance(event.fact, again))]

    def skipped(self, module: str, language: str, unit: str, version: str) -> None:
        """A question was left without an answer: that is nobody's business, so it is not kept."""

    def forget(self, event: Event) -> bool:
        """Take everything out of the log that the event names; False when that was not possible.

        Where it names nothing in particular, the files themselves go, and those put aside with them.
        """
        if self._log is None:
            return True
        try:
            if event.module:
                self._log.forget(event)
            else:
                self._log.delete_all()
        except RecordsError as error:
            self.trouble = str(error)
            return False
        self._waiting = [numbered for numbered in self._waiting if not covers(event, numbered)]
        return True

    def close(self) -> str:
        """Try once more to write what waits; what is lost, in a line, or nothing."""
        if self._log is None:
            return ""
        if self._waiting:
            self._write(sure=True)
        self._log.close()
        return self.trouble if self._waiting else ""

    def _write(self, *, sure: bool) -> None:
        if self._log is None:
            return
        try:
            self._log.append(self._waiting, sure=sure or len(self._waiting) > 1)
        except RecordsError as error:
            self.trouble = str(error)
        else:
            self._waiting = []
            self.trouble = ""


def remember(log: EventLog, fold: Callable[[], Fold] = Fold) -> History:
    """The history of a log: the fold that was written down, and what came since; may raise RecordsError."""
    serial, text = log.memo(FOLD)
    history = _opened(text, fold)
    if history is None or log.is_to_come(history.latest):
        # Only a shortcut: what it cannot tell, the events do.
        serial, history = 0, History(fold())
    since = log.events(serial)
    in_order = (
        sorted(since, key=lambda numbered: (numbered[1].at, numbered[0])) if log.in_time else since
    )
    for _, event in in_order:
        history.apply(event)
    if len(since) >= TAIL:
        # Only a shortcut for the next start.
        with suppress(RecordsError):
            log.keep_memo(FOLD, since[-1][0], _sealed(history))
    return history


def _sealed(history: History) -> str:
    """A fold as it is written down: after its digest, so that one that was changed is not believed."""
    plain = dumps(history.as_plain(), ensure_ascii=False, separators=(",", ":"))
    return f"{_digest(plain)} {plain}"


def _opened(text: str, fold: Callable[[], Fold]) -> History | None:
    """A fold that was written down, an empty one where none was; None for one that is not as it was."""
    if not text:
        return History(fold())
    digest, _, plain = text.partition(" ")
    if digest != _digest(plain):
        return None
    try:
        return from_plain(loads(plain), fold())
    except (KeyError, TypeError, ValueError):
        # Whole, but of a program that folds otherwise.
        return None


def _digest(plain: str) -> str:
    return blake2b(plain.encode(errors="replace"), digest_size=16).hexdigest()
