"""The log: events appended to one SQLite file, each on the disk before it is acknowledged.

Owns that nothing acknowledged is lost: not by a kill at any moment, a full disk, another program that
writes to the same file, or a file that is damaged or from a newer version. What cannot be kept raises
`RecordsError`, and a later try may succeed. Nothing is made on the disk before the first append.

Events are never changed. They are deleted only where the reader wants them forgotten, and a draft where
it was written on, added or thrown away.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.event import Forgotten
from edu_tui.records.merge import Merged, merge
from edu_tui.records.migrate import STEPS
from edu_tui.records.others import Others
from edu_tui.records.rows import (
    COLUMNS,
    LeftOutRecord,
    drop_drafts,
    drop_memo,
    event_of,
    insert,
    kept,
    scope,
    throws_away,
)
from edu_tui.records.store import Store
from edu_tui.system.wording import say

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from edu_tui.learning.event import Event
    from edu_tui.records.migrate import Step


class Log:
    """One reader's records. May be called from any thread; making one touches no disk."""

    in_time = True
    again: tuple[type[NamedTuple], ...] = ()

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], float] = time.time,
        steps: Sequence[Step] = STEPS,
    ) -> None:
        self._store = Store(path, clock, steps)
        self.left_out: list[LeftOutRecord] = []
        """Records that could not be read when they were asked for last."""
        self._epoch = -1
        self._others = Others()

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def notice(self) -> str:
        """What the reader should know of the file, in one line; empty when all is well."""
        if self._store.notice or not self.left_out:
            return self._store.notice
        return say(
            "{n} entry of your records cannot be read. It is left out.",
            "{n} entries of your records cannot be read. They are left out.",
            n=len(self.left_out),
        )

    def close(self) -> None:
        """End cleanly: all is in the one file, and nothing beside it unless another program uses it."""
        self._store.close()

    # what is in it

    def events(self, after: int = 0) -> list[tuple[int, Event]]:
        """What came after that serial number, each event with its own, in the order it came in."""

        def work(db: sqlite3.Connection) -> list[tuple[int, Event]]:
            numbered, self.left_out = _events(db, after)
            return numbered

        events: list[tuple[int, Event]] = self._store.read(work, [])
        self._others.looked(events[-1][0] if events else after)
        return events

    def news(self) -> list[Event]:
        """What other programs have kept since this one looked last."""

        def work(db: sqlite3.Connection) -> list[Event]:
            last = _last(db)
            return self._others.news(_events(db, self._others.after(last))[0], last)

        return self._store.read(work, [])

    def is_to_come(self, at: int) -> bool:
        """Of a reader all counts, whatever the clock has said: nothing of it is good until a day."""
        del at
        return False

    def memo(self, version: int) -> tuple[int, str]:
        """The fold written down last: the serial number it counts up to, and its text.

        0 and nothing where there is none, or it was made by another version of the fold.
        """
        query = "select epoch, version, serial, text from memo"

        def work(db: sqlite3.Connection) -> tuple[int, str]:
            self._epoch, made_by, serial, text = db.execute(query).fetchone()
            return (serial, text) if made_by == version else (0, "")

        return self._store.read(work, (0, ""))

    def keep_memo(self, version: int, serial: int, text: str) -> None:
        """Write a fold down, unless something was forgotten or taken in since `memo` was asked."""
        query = "update memo set version = ?, serial = ?, text = ? where epoch = ?"
        given = (version, serial, text, self._epoch)
        self._store.write(lambda db: db.execute(query, given), sure=False)

    # changing it

    def append(self, events: Sequence[Event], *, sure: bool = True) -> tuple[Event, ...]:
        """Keep them, all or none; given back with their ids, as they are kept.

        On return they are safe from a crash and a kill; with `sure` from a power cut too, without it
        from that once the next sure ones are kept.
        """
        rows = tuple(kept(event) for event in events)

        def work(db: sqlite3.Connection) -> None:
            # One after the other: a draft and what replaces it may have waited together.
            for row in rows:
                drop_drafts(db, [row])
                insert(db, [row])

        if rows:
            self._store.write(work, sure=sure)
        if any(map(throws_away, rows)):
            self._store.scrub(copies=False)
        self._others.kept(rows)
        return rows

    def settle(self, decide: Callable[[list[Event]], Sequence[Event]]) -> tuple[Event, ...]:
        """Look and keep in one transaction: `decide` gets the news and says what is kept, all or none."""

        def work(db: sqlite3.Connection) -> tuple[Event, ...]:
            last = _last(db)
            news = self._others.news(_events(db, self._others.after(last))[0], last)
            rows = tuple(kept(event) for event in decide(news))
            insert(db, rows)
            return rows

        given = self._store.write(work)
        self._others.kept(given)
        return given

    def merge(self, events: Sequence[Event]) -> Merged:
        """Take in what another log held: all that is new, and was not forgotten here."""
        rows = [kept(event) for event in events]
        merged = self._store.write(lambda db: merge(db, rows))
        if merged.forgotten:
            self._store.scrub()
        return merged

    def forget(self, event: Event) -> int:
        """Delete all that the `forgotten` is about, and keep it in its place; how many events went.

        It stays, so that an older export cannot bring back what was forgotten.
        """
        if not isinstance(event.fact, Forgotten):
            raise ValueError(f"not a forgotten: {event.kind}")
        where, given = scope(event.module, event.unit)

        def work(db: sqlite3.Connection) -> int:
            count, latest = db.execute(
                "select count(*) filter (where kind <> 'forgotten'), coalesce(max(at), 0)"
                f" from event where {where}",
                given,
            ).fetchone()
            db.execute(f"delete from event where {where}", given)
            # Not older than what it forgets, whatever the clock did meanwhile.
            insert(db, [kept(event._replace(at=max(event.at, latest)))])
            drop_memo(db)
            return int(count)

        gone = self._store.write(work)
        self._store.scrub()
        return gone

    def files(self) -> tuple[Path, ...]:
        """Every file that holds records, the one in use first; none where nothing is kept."""
        return self._store.files()

    def delete_all(self) -> tuple[Path, ...]:
        """Remove every file that holds records, readable or not; the paths that are gone."""
        return self._store.remove()


def _events(
    db: sqlite3.Connection, after: int
) -> tuple[list[tuple[int, Event]], list[LeftOutRecord]]:
    """Those after that serial number in the order they came in; and what cannot be read of them."""
    query = f"select serial, {COLUMNS} from event where serial > ? order by serial"
    numbered: list[tuple[int, Event]] = []
    left: list[LeftOutRecord] = []
    for serial, *row in db.execute(query, (after,)):
        event = event_of(tuple(row))
        if isinstance(event, LeftOutRecord):
            left.append(event)
        else:
            numbered.append((serial, event))
    return numbered, left


def _last(db: sqlite3.Connection) -> int:
    return int(db.execute("select coalesce(max(serial), 0) from event").fetchone()[0])
