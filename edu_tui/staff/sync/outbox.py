"""The outbox: which records wait for a target, which it has, which it refused. Part of a device's file.

A record without a row in `delivery` has not been tried. A row is made, with the bytes that will be sent,
before they are sent for the first time; from then on only those are sent.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.records.store import Store
from edu_tui.staff.records.record import COLUMNS, Record, is_whole
from edu_tui.staff.records.schema import APPLICATION, STEPS
from edu_tui.staff.sync.target import Parcel, RefusedError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path

    from edu_tui.staff.sync.target import Target

CHANGED = "it was changed after it was written: it no longer fits its own digest"
LOST = "what was to be sent of it was taken away by hand"
_LOST = (
    "update delivery set state = 'parked', reason = ?, at = ?"
    " where target = ? and state = 'waiting' and body is null"
)
SHOWN = 10
"""Parked records of one reason whose ids are told."""
# What is sent at all: an answer only where it belongs to an assessment.
_SENT = "r.kind in ({marks}) and (r.kind <> 'answered' or r.attempt <> '')"


class Parked(NamedTuple):
    """Records that were refused for one reason."""

    reason: str
    number: int
    ids: tuple[str, ...]
    """The first of them."""


class DeliveryCounts(NamedTuple):
    """How a target stands."""

    sent: int
    waiting: int
    oldest: int
    """Since when the oldest that waits has waited, in milliseconds; 0 for none."""
    last: int
    """When something was sent last; 0 for never."""
    parked: tuple[Parked, ...]


class _Staged(NamedTuple):
    """What was made ready."""

    looked: int
    parked: int


class Outbox:
    """What one device has to send."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self._store = Store(path, clock, STEPS, APPLICATION)
        self._clock = clock
        self._looked: dict[str, int] = {}
        """Up to which serial number records have been looked at in this run, by target."""
        self.put_aside = 0
        """Records that were parked before they were ever sent."""

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def is_there(self) -> bool:
        """Whether there are staff records; a file that cannot be used is left as it is: RecordsError."""
        row = self._store.read(lambda db: db.execute("select 1").fetchone(), None, in_place=True)
        return row is not None

    def next(self, target: Target, most: int) -> list[Parcel]:
        """What to send now, the oldest first; what the other side has failed on goes last."""
        query = """
            select d.id, d.body, d.tries from delivery d join record r on r.id = d.id
            where d.target = ? and d.state = 'waiting' order by d.tries, r.serial limit ?"""

        def work(db: sqlite3.Connection) -> tuple[list[Parcel], _Staged]:
            staged = self._stage(db, target, most)
            lost = db.execute(_LOST, (LOST, self._now(), target.name)).rowcount
            batch = [Parcel(*row) for row in db.execute(query, (target.name, most))]
            return batch, staged._replace(parked=staged.parked + lost)

        parcels, staged = self._store.write(work)
        # Not before it is on the disk: what was rolled back is looked at again.
        self._looked[target.name] = staged.looked
        self.put_aside += staged.parked
        return parcels

    def acknowledge(self, target: str, ids: Collection[str]) -> None:
        """The target has said that it has them; what was sent need not be kept any longer."""
        self._mark(target, ((record_id, "") for record_id in ids), "sent")

    def park(self, target: str, refused: Mapping[str, str]) -> None:
        """Put aside what was refused, each with its reason."""
        self._mark(target, refused.items(), "parked")

    def failed(self, target: str, ids: Iterable[str], reason: str) -> None:
        """The other side failed on them; they go behind the others."""
        query = "update delivery set tries = tries + 1, reason = ? where target = ? and id = ?"
        rows = [(reason, target, record_id) for record_id in ids]
        self._store.write(lambda db: db.executemany(query, rows))

    def retry(self, target: str) -> int:
        """What was parked is made anew and sent like the rest; how many."""
        query = "delete from delivery where target = ? and state = 'parked'"
        self._looked.pop(target, None)
        return self._store.write(lambda db: db.execute(query, (target,)).rowcount)

    def nothing_left(self, target: str) -> None:
        """A run has come to its end, and nothing waits for the target."""
        query = "insert into clean values (?, ?) on conflict do update set at = excluded.at"
        self._store.write(lambda db: db.execute(query, (target, self._now())))

    def forget(self, target: str) -> int:
        """Nothing is known of the target any more; how many records something was known of."""

        def work(db: sqlite3.Connection) -> int:
            db.execute("delete from clean where target = ?", (target,))
            return db.execute("delete from delivery where target = ?", (target,)).rowcount

        self._looked.pop(target, None)
        return self._store.write(work)

    def names(self) -> list[str]:
        """Targets that something was kept for."""
        query = "select target from delivery union select target from clean order by target"
        return self._store.read(lambda db: [name for (name,) in db.execute(query)], [], in_place=True)  # fmt: skip

    def counts(self, target: str, kinds: tuple[str, ...]) -> DeliveryCounts:
        """How the target stands; only looks."""
        nothing = DeliveryCounts(0, 0, 0, 0, ())
        now = self._now()
        return self._store.read(lambda db: _counts(db, target, kinds, now), nothing, in_place=True)

    def _stage(self, db: sqlite3.Connection, target: Target, most: int) -> _Staged:
        """Have as many ready as a batch holds, not counting those that failed before."""
        ready = "select count(*) from delivery where target = ? and state = 'waiting' and tries = 0"
        missing = most - int(db.execute(ready, (target.name,)).fetchone()[0])
        marks = _SENT.format(marks=", ".join("?" * len(target.kinds)))
        columns = ", ".join(f"r.{name}" for name in COLUMNS.split(", "))
        query = f"""
            select r.serial, {columns} from record r where r.serial > ? and {marks}
            and not exists (select 1 from delivery d where d.target = ? and d.id = r.id)
            order by r.serial limit ?"""
        looked, parked = self._looked.get(target.name, 0), 0
        while missing > 0:
            rows = db.execute(query, (looked, *target.kinds, target.name, missing)).fetchall()
            if not rows:
                break
            looked = rows[-1][0]
            ready_now = sum(self._keep(db, target, Record(*row[1:])) for row in rows)
            missing -= ready_now
            parked += len(rows) - ready_now
        return _Staged(looked, parked)

    def _keep(self, db: sqlite3.Connection, target: Target, record: Record) -> bool:
        """Keep what will be sent; False for what never can be, which is parked."""
        state, body, reason = "waiting", None, ""
        try:
            if not is_whole(record):
                raise RefusedError(CHANGED)
            body = target.body(record)
        except RefusedError as error:
            state, reason = "parked", str(error)
        query = (
            "insert into delivery (target, id, state, body, reason, at) values (?, ?, ?, ?, ?, ?)"
        )
        db.execute(query, (target.name, record.id, state, body, reason, self._now()))
        return body is not None

    def _mark(self, target: str, reasons: Iterable[tuple[str, str]], state: str) -> None:
        query = (
            "update delivery set state = ?, reason = ?, at = ?, body = null"
            " where target = ? and id = ? and state <> 'sent'"
        )
        rows = [(state, reason, self._now(), target, record_id) for record_id, reason in reasons]
        if rows:
            self._store.write(lambda db: db.executemany(query, rows))

    def _now(self) -> int:
        return round(self._clock() * 1000)


def _counts(
    db: sqlite3.Connection, target: str, kinds: tuple[str, ...], now: int
) -> DeliveryCounts:
    marks = _SENT.format(marks=", ".join("?" * len(kinds)))
    waiting, oldest = db.execute(
        f"""select count(*), coalesce(min(r.at), 0) from record r
        left join delivery d on d.target = ? and d.id = r.id
        where {marks} and coalesce(d.state, 'waiting') = 'waiting'""",
        (target, *kinds),
    ).fetchone()
    sent, last = db.execute(
        "select count(*), coalesce(max(at), 0) from delivery where target = ? and state = 'sent'",
        (target,),
    ).fetchone()
    ids: dict[str, list[str]] = {}
    for reason, record_id in db.execute(
        "select reason, id from delivery where target = ? and state = 'parked' order by at, id",
        (target,),
    ):
        ids.setdefault(reason, []).append(record_id)
    parked = tuple(Parked(reason, len(all_), tuple(all_[:SHOWN])) for reason, all_ in ids.items())
    clean = db.execute("select coalesce(max(at), 0) from clean where target = ?", (target,))
    left = int(clean.fetchone()[0])
    if waiting:
        # A time that is still to come says nothing of how long it has waited.
        oldest = max(left, oldest if oldest <= now else 0) or now
    return DeliveryCounts(sent, waiting, oldest, last, parked)
