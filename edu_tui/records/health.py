"""How the records are, looked at without changing anything: nothing is made, moved or written.

A file of SQLite's that was not ended cleanly is only put right by writing to it. Where that is so it
is said, and the file is left for the next start.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.records.file import all_files, copies, has_unfinished, identity
from edu_tui.records.migrate import STEPS, is_ours, version_of
from edu_tui.records.refusal import refusal
from edu_tui.records.still import connect
from edu_tui.system.errors import RecordsError

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.system.errors import Reason

_OTHERS = 0o077
"""What a file may grant to anyone but its owner."""


class RecordsHealth(NamedTuple):
    """What can be said of the records without a word of what is in them."""

    there: bool
    trouble: Reason | Literal["", "unfinished"] = ""
    """Why they cannot be read; empty when they can."""
    open_to_others: tuple[Path, ...] = ()
    """Files that someone else on this computer may read."""
    copies: tuple[Path, ...] = ()
    """Copies beside it: what was damaged, or is from before a new version."""
    events: int = 0
    newest: int = 0
    """Milliseconds since 1970 of the newest; 0 for none."""


def look(path: Path) -> RecordsHealth:
    """How the records in that file are."""
    try:
        if identity(path) is None:
            return RecordsHealth(
                there=False, copies=tuple(copies(path)), open_to_others=_open(path)
            )
        health = RecordsHealth(there=True, copies=tuple(copies(path)), open_to_others=_open(path))
        if has_unfinished(path) and not path.with_name(f"{path.name}-shm").exists():
            return health._replace(trouble="unfinished")
        with closing(connect(path)) as db:
            return _read(db, health)
    except RecordsError as error:
        return RecordsHealth(there=True, trouble=error.reason)
    except (sqlite3.Error, OSError) as error:
        return RecordsHealth(there=True, trouble=refusal(error, path).reason)


def _read(db: sqlite3.Connection, health: RecordsHealth) -> RecordsHealth:
    version = version_of(db)
    if not is_ours(db):
        return health._replace(trouble="damaged")
    if version > len(STEPS):
        return health._replace(trouble="newer")
    if db.execute("pragma quick_check(1)").fetchone() != ("ok",):
        return health._replace(trouble="damaged")
    if version == 0:
        return health
    events, newest = db.execute("select count(*), max(at) from event").fetchone()
    return health._replace(events=events, newest=newest or 0)


def _open(path: Path) -> tuple[Path, ...]:
    if os.name != "posix":
        return ()
    return tuple(file for file in all_files(path) if file.stat().st_mode & _OTHERS)
