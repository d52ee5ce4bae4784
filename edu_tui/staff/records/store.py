"""The staff file of a device: records of several learners, who they are, and their PINs.

No record in it is ever changed or deleted.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeAlias

from edu_tui.layout.day import day_of
from edu_tui.learning.event import Event
from edu_tui.records.rows import LeftOutRecord, kept
from edu_tui.records.store import Store
from edu_tui.staff.learning.attempts import Attempts
from edu_tui.staff.records import people
from edu_tui.staff.records.fault import end_of, read
from edu_tui.staff.records.people import Tried
from edu_tui.staff.records.record import COLUMNS, Record
from edu_tui.staff.records.rows import record_of
from edu_tui.staff.records.schema import APPLICATION, STEPS
from edu_tui.system.wording import say

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from edu_tui.records.migrate import Step
    from edu_tui.records.others import Others
    from edu_tui.staff.learning.attempts import Enrolled
    from edu_tui.staff.learning.event import LearnerEnrolled

    Found: TypeAlias = list[tuple[int, Event]]
    """Events, each with the serial number of its record."""

_FIELDS = len(Record._fields)
_INSERT = (
    f"insert into record ({COLUMNS}) values ({', '.join('?' * _FIELDS)})"
    " on conflict (id) do nothing"
)


_AFTER = "learner = ? and serial > ?"


class StaffFile:
    """The file. May be called from any thread; making one touches no disk."""

    def __init__(
        self,
        path: Path,
        site: str = "",
        *,
        clock: Callable[[], float] = time.time,
        steps: Sequence[Step] = STEPS,
    ) -> None:
        self._store = Store(path, clock, steps, APPLICATION)
        self._clock = clock
        self.site = site
        self.left_out: list[LeftOutRecord] = []
        """Records that counted for nothing when they were asked for last."""

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def notice(self) -> str:
        """What has to be known of the file, in a line; empty when all is well."""
        if self._store.aside:
            return say(
                "The staff records were damaged. They are kept as {file}, and new ones begin.",
                file=self._store.aside,
            )
        return ""

    def close(self) -> None:
        """Let go of it."""
        self._store.close()

    # learners

    def learners(self) -> list[str]:
        """Ids of those who were added, in order."""
        return self._store.read(people.learners, [])

    def add(self, learner: str) -> bool:
        """Add a learner; False where they are there already.

        Raises UsageError for an id that differs from one that is there by capital letters alone.
        """
        return self._store.write(lambda db: people.add(db, learner))

    def enrol(
        self, learner: str, enrolled: LearnerEnrolled, at: int, known: Enrolled | None
    ) -> bool:
        """Add the learner where they are not there, and keep that they are enrolled; False, and nothing is
        kept, where `known` is not any more how they are enrolled in that course.
        """

        def work(db: sqlite3.Connection) -> bool:
            people.add(db, learner)
            attempts = Attempts()
            for _, event in self._events(
                rows_in(db, f"{_AFTER} and kind = 'enrolled'", (learner, 0))
            )[0]:
                attempts.apply(event)
            if attempts.enrolled.get(enrolled.course or "") != known:
                return False
            self._insert(db, learner, (kept(Event(enrolled, at)),))
            return True

        return self._store.write(work)

    def pin(self, learner: str) -> Tried:
        """Their PIN, and how often in a row it was tried in vain."""
        return self._store.read(lambda db: people.tried(db, learner), Tried())

    def set_pin(self, learner: str, hashed: str) -> None:
        """Keep the hash of a PIN; empty takes it away."""
        self._store.write(lambda db: people.set_pin(db, learner, hashed))

    def pin_tried(self, learner: str) -> Tried | None:
        """Count a try as wrong before it is looked at, so that nobody gets one for nothing; how it stood
        before. None, and nothing is counted, while there is to wait: somebody else may be trying, too.
        """
        return self._store.write(lambda db: people.count_try(db, learner, self._clock()))

    def pin_right(self, learner: str, hashed: str) -> bool:
        """That PIN was right: wrong tries are forgotten. False where it has been changed meanwhile."""
        return self._store.write(lambda db: people.was_right(db, learner, hashed))

    # records

    def records(self, where: str = "true", given: Sequence[Any] = ()) -> list[tuple[int, Record]]:
        """Records in the order they came, each with its serial number."""
        return self._store.read(lambda db: rows_in(db, where, given), [])

    def ask(self, query: str, given: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query, for reports."""
        return self._store.read(lambda db: db.execute(query, given).fetchall(), [])

    def append(
        self, learner: str, events: Iterable[Event], *, sure: bool = True
    ) -> tuple[Event, ...]:
        """Keep what a learner did, all or none; given back with ids."""
        given = tuple(kept(event) for event in events)
        if given:
            self._store.write(lambda db: self._insert(db, learner, given), sure=sure)
        return given

    def _insert(self, db: sqlite3.Connection, learner: str, events: Sequence[Event]) -> None:
        device = people.device(db)
        rows = (record_of(event, learner, self.site, device) for event in events)
        db.executemany(_INSERT, rows)

    def settle(
        self, learner: str, decide: Callable[[Found, int], Sequence[Event]], others: Others
    ) -> tuple[Event, ...]:
        """Look at what the learner did after what is known, and keep what `decide` makes of it, in one
        transaction; given back with ids.
        """

        def work(db: sqlite3.Connection) -> tuple[Event, ...]:
            last = _last(db)
            numbered = self._events(rows_in(db, _AFTER, (learner, others.after(last))))[0]
            given = tuple(kept(event) for event in decide(numbered, last))
            self._insert(db, learner, given)
            return given

        return self._store.write(work)

    def news(self, learner: str, others: Others) -> tuple[Found, int]:
        """What the learner did after what is known, and the last serial number of all."""

        def work(db: sqlite3.Connection) -> tuple[Found, int]:
            last = _last(db)
            rows = rows_in(db, _AFTER, (learner, others.after(last)))
            return self._events(rows)[0], last

        nothing: tuple[Found, int] = [], 0
        return self._store.read(work, nothing)

    def events(self, learner: str, after: int = 0) -> Found:
        """What a learner did after that serial number."""
        events, self.left_out = self._events(self.records(_AFTER, (learner, after)))
        return events

    def _events(self, rows: list[tuple[int, Record]]) -> tuple[Found, list[LeftOutRecord]]:
        """Those that count, and those that do not."""
        numbered: Found = []
        left: list[LeftOutRecord] = []
        upto = self.upto
        for serial, row in rows:
            event = read(row, upto)
            if isinstance(event, LeftOutRecord):
                left.append(event)
            else:
                numbered.append((serial, event))
        return numbered, left

    @property
    def upto(self) -> int:
        """The last millisecond that counts: what is of a day to come does not count yet."""
        return end_of(day_of(round(self._clock() * 1000)))

    def memo(self, learner: str, version: int) -> tuple[int, str]:
        """The fold of a learner that was written down last; 0 and nothing for none of that version."""
        query = "select serial, text from memo where learner = ? and version = ?"

        def work(db: sqlite3.Connection) -> tuple[int, str]:
            row = db.execute(query, (learner, version)).fetchone()
            return (row[0], row[1]) if row else (0, "")

        return self._store.read(work, (0, ""))

    def keep_memo(self, learner: str, version: int, serial: int, text: str) -> None:
        """Write a fold down."""
        query = (
            "insert into memo (learner, version, serial, text) values (?, ?, ?, ?)"
            " on conflict (learner) do update set"
            " version = excluded.version, serial = excluded.serial, text = excluded.text"
        )
        given = (learner, version, serial, text)
        self._store.write(lambda db: db.execute(query, given), sure=False)


def rows_in(
    db: sqlite3.Connection, where: str = "true", given: Sequence[Any] = ()
) -> list[tuple[int, Record]]:
    """Records of an open file in the order they came, each with its serial number."""
    query = f"select serial, {COLUMNS} from record where {where} order by serial"
    return [(row[0], Record(*row[1:])) for row in db.execute(query, given)]


def _last(db: sqlite3.Connection) -> int:
    """The serial number of the last record of all."""
    return int(db.execute("select coalesce(max(serial), 0) from record").fetchone()[0])
