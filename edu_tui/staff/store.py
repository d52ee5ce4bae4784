"""The staff file of a device: records of several learners, who they are, and their PINs.

`StaffLog` is one learner's view of it, as a keeper needs it. Nothing in it is ever changed or deleted.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from edu_tui.errors import RecordsError
from edu_tui.learning.event import Event
from edu_tui.records.rows import json_of, kept
from edu_tui.records.store import Store
from edu_tui.staff.record import COLUMNS, Record, sealed
from edu_tui.staff.schema import APPLICATION, STEPS
from edu_tui.wording import say

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from edu_tui.records.migrate import Step

_FIELDS = len(Record._fields)
_INSERT = (
    f"insert into record ({COLUMNS}) values ({', '.join('?' * _FIELDS)})"
    " on conflict (id) do nothing"
)


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
        self.site = site
        self.unreadable = 0
        """Records that could not be read when they were asked for last."""

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
        query = "select id from learner order by id"
        return self._store.read(lambda db: [name for (name,) in db.execute(query)], [])

    def add(self, learner: str) -> bool:
        """Add a learner; False where they are there already."""
        query = "insert into learner (id) values (?) on conflict do nothing"
        return self._store.write(lambda db: db.execute(query, (learner,)).rowcount > 0)

    def pin_of(self, learner: str) -> str:
        """The hash of a learner's PIN; empty for none."""
        query = "select pin from learner where id = ?"

        def work(db: sqlite3.Connection) -> str:
            row = db.execute(query, (learner,)).fetchone()
            return str(row[0]) if row else ""

        return self._store.read(work, "")

    def set_pin(self, learner: str, hashed: str) -> None:
        """Keep the hash of a PIN; empty takes it away."""
        query = "update learner set pin = ? where id = ?"
        self._store.write(lambda db: db.execute(query, (hashed, learner)))

    # records

    def records(self, where: str = "true", given: Sequence[Any] = ()) -> list[tuple[int, Record]]:
        """Records in the order they came, each with its serial number."""
        query = f"select serial, {COLUMNS} from record where {where} order by serial"

        def work(db: sqlite3.Connection) -> list[tuple[int, Record]]:
            return [(row[0], Record(*row[1:])) for row in db.execute(query, given)]

        return self._store.read(work, [])

    def append(
        self, learner: str, events: Iterable[Event], *, sure: bool = True
    ) -> tuple[Event, ...]:
        """Keep what a learner did, all or none; given back with ids."""
        given = tuple(kept(event) for event in events)
        if given:
            self._store.write(lambda db: self._insert(db, learner, given), sure=sure)
        return given

    def _insert(self, db: sqlite3.Connection, learner: str, events: Sequence[Event]) -> None:
        device = str(db.execute("select id from device").fetchone()[0])
        rows = (record_of(event, learner, self.site, device) for event in events)
        db.executemany(_INSERT, rows)

    def events(self, learner: str, after: int = 0) -> list[tuple[int, Event]]:
        """What a learner did after that serial number."""
        rows = self.records("learner = ? and serial > ?", (learner, after))
        found = [(serial, event) for serial, row in rows if (event := event_of(row)) is not None]
        self.unreadable = len(rows) - len(found)
        return found

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


class StaffLog:
    """One learner's records."""

    def __init__(self, file: StaffFile, learner: str) -> None:
        self.file = file
        self.learner = learner

    @property
    def path(self) -> Path:
        """The file."""
        return self.file.path

    @property
    def notice(self) -> str:
        """What the learner should know of the file, in a line."""
        if self.file.unreadable:
            return say(
                "{n} entry of your records cannot be read. It is left out.",
                "{n} entries of your records cannot be read. They are left out.",
                n=self.file.unreadable,
            )
        return self.file.notice

    def events(self, after: int = 0) -> list[tuple[int, Event]]:
        """What the learner did after that serial number."""
        return self.file.events(self.learner, after)

    def memo(self, version: int) -> tuple[int, str]:
        """The fold that was written down last."""
        return self.file.memo(self.learner, version)

    def keep_memo(self, version: int, serial: int, text: str) -> None:
        """Write a fold down."""
        self.file.keep_memo(self.learner, version, serial, text)

    def append(self, events: Sequence[Event], *, sure: bool = True) -> tuple[Event, ...]:
        """Keep them, all or none."""
        return self.file.append(self.learner, events, sure=sure)

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


# events and records


def record_of(event: Event, learner: str, site: str, device: str) -> Record:
    """The event as a record; details that reports ask for stand in columns of their own."""
    detail = dict(event.detail)
    result = detail.pop("verdict" if event.kind == "answered" else "result", "")
    wrong = detail.pop("misconceptions", ())
    # Of an attempt as a whole it is a score, and stays in the detail.
    must_know = int(bool(detail.pop("must_know", False))) if event.kind == "answered" else 0
    made = Record(
        id=event.id,
        site=site,
        device=device,
        learner=learner,
        at=event.at,
        kind=event.kind,
        course=str(detail.pop("course", "")),
        module=event.module,
        language=event.language,
        version=event.version,
        unit=event.unit,
        unit_version=event.unit_version,
        attempt=str(detail.pop("attempt", "")),
        try_=int(detail.pop("try", 0)),
        result=str(result),
        must_know=must_know,
        misconceptions=" ".join(wrong),
        detail=json_of(detail),
    )
    return sealed(made)


def event_of(record: Record) -> Event | None:
    """The event that was kept; None where it cannot be read."""
    try:
        detail = json.loads(record.detail)
    except ValueError:
        return None
    if not isinstance(detail, dict):
        return None
    answered = record.kind == "answered"
    columns: dict[str, Any] = {
        "course": record.course,
        "attempt": record.attempt,
        "try": record.try_,
        "verdict" if answered else "result": record.result,
        "misconceptions": record.misconceptions.split(),
    }
    detail |= {name: value for name, value in columns.items() if value}
    if answered and record.attempt:
        detail["must_know"] = bool(record.must_know)
    return Event(
        record.kind,  # type: ignore[arg-type] # as it was kept
        record.at,
        record.module,
        record.language,
        record.version,
        record.unit,
        record.unit_version,
        detail,
        record.id,
    )
