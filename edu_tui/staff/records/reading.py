"""Looking at staff records, for reports, senders and certificates: nothing is moved, nothing is changed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVar

from edu_tui.records.store import Store
from edu_tui.staff.records.schema import APPLICATION, STEPS
from edu_tui.staff.records.store import rows_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from edu_tui.staff.records.record import Record

T = TypeVar("T")


def look(path: Path, work: Callable[[sqlite3.Connection], T], nothing: T) -> T:
    """What `work` finds in the file as it is at one moment; `nothing` where there is no file.

    Raises RecordsError: a file that is damaged, newer or not ours stays as it is. `work` cannot write.
    """

    def looking(db: sqlite3.Connection) -> T:
        db.execute("pragma query_only = on")
        db.execute("begin")
        try:
            return work(db)
        finally:
            db.execute("rollback")

    store = Store(path, time.time, STEPS, APPLICATION)
    try:
        return store.read(looking, nothing, in_place=True)
    finally:
        store.close()


def records(path: Path, where: str = "true", given: Sequence[Any] = ()) -> list[tuple[int, Record]]:
    """Records in the order they came, each with its serial number; none where there is no file."""
    return look(path, lambda db: rows_in(db, where, given), [])
