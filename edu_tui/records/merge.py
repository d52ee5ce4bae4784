"""Merging: taking in what another machine's log held, so that both logs know the same afterwards.

Each log is in itself consistent: what was forgotten is not in it. So what comes in is held against
what was forgotten here, and what is here against what was forgotten there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.event import Event, Forgotten
from edu_tui.records.rows import COLUMNS, covers, drop_memo, event_of, insert, scope

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


class Merged(NamedTuple):
    """What became of the events that came in, and of those that were here."""

    new: int
    already: int
    left_out: int
    """They came before something that was forgotten here, and are about it."""
    forgotten: int
    """Events of this log that were forgotten there, and are deleted now."""


def merge(db: sqlite3.Connection, events: Sequence[Event]) -> Merged:
    """Take them in, within the transaction that is open."""
    last = db.execute("select coalesce(max(serial), 0) from event").fetchone()[0]
    here = _forgotten(db)
    known = {name for (name,) in db.execute("select id from event")}
    new: dict[str, Event] = {}
    already = left_out = 0
    for event in events:
        if event.id in known or event.id in new:
            already += 1
        elif any(covers(forgotten, event) for forgotten in here):
            left_out += 1
        else:
            new[event.id] = event
    if not new:
        return Merged(0, already, left_out, 0)
    insert(db, new.values())
    forgotten = sum(
        _apply(db, event, last) for event in new.values() if isinstance(event.fact, Forgotten)
    )
    drop_memo(db)
    return Merged(len(new), already, left_out, forgotten)


def _forgotten(db: sqlite3.Connection) -> list[Event]:
    rows = db.execute(f"select {COLUMNS} from event where kind = 'forgotten'").fetchall()
    return [event for row in rows if isinstance(event := event_of(row), Event)]


def _apply(db: sqlite3.Connection, forgotten: Event, last: int) -> int:
    """Delete what it is about among the events that were here before; how many of them count."""
    where, given = scope(forgotten.module, forgotten.unit)
    before = f"{where} and serial <= ? and (at < ? or (at = ? and kind <> 'forgotten'))"
    values = (*given, last, forgotten.at, forgotten.at)
    count = db.execute(
        f"select count(*) from event where {before} and kind <> 'forgotten'", values
    ).fetchone()[0]
    db.execute(f"delete from event where {before}", values)
    return int(count)
