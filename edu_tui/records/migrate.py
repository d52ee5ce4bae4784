"""Migrations: the steps from one version of the file to the next, each done whole or not at all.

All steps that are due run in one transaction that sets the version too, so a kill, a fault in a step
or a full disk leaves the file as it was. Before that it is copied beside itself. A step is never
changed once it has shipped: files made by it are out there.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, TypeAlias

from edu_tui.records.refusal import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Step: TypeAlias = Callable[[sqlite3.Connection], None]

APPLICATION = 0x65647574
"""Marks the file as ours ("edut"); each other sort of file has a mark of its own."""


def _first(db: sqlite3.Connection) -> None:
    db.execute("""
        create table event (
          serial integer primary key autoincrement,
          id text not null unique,
          at integer not null,
          kind text not null,
          module text not null, language text not null, version text not null,
          unit text not null, unit_version text not null,
          detail text not null
        ) strict""")
    db.execute("""
        create trigger event_never_changes before update on event
        begin select raise(abort, 'what happened is never changed'); end""")
    # One row: the fold that was written down last. `epoch` counts what made older folds worthless.
    db.execute("""
        create table memo (
          one integer primary key check (one = 1),
          epoch integer not null, version integer not null, serial integer not null,
          text text not null
        ) strict""")
    db.execute("insert into memo values (1, 0, 0, 0, '')")


STEPS: tuple[Step, ...] = (_first,)
"""The step at place N makes version N + 1."""


def version_of(db: sqlite3.Connection) -> int:
    """The version of the file; 0 where nothing is in it yet."""
    return int(db.execute("pragma user_version").fetchone()[0])


def is_ours(db: sqlite3.Connection, application: int = APPLICATION) -> bool:
    """Whether the file holds what has that mark, or nothing yet."""
    if db.execute("pragma application_id").fetchone()[0] == application:
        return True
    return bool(db.execute("select count(*) from sqlite_master").fetchone()[0] == 0)


def migrate(
    db: sqlite3.Connection,
    path: Path,
    steps: Sequence[Step] = STEPS,
    application: int = APPLICATION,
) -> None:
    """Bring the file to the newest version; raises RecordsError for one that is newer still."""
    if version_of(db) == len(steps):
        return
    try:
        db.execute("begin immediate")
        # Another program may have done it while this one waited.
        version = version_of(db)
        if version > len(steps):
            raise refused("newer")
        if 0 < version < len(steps):
            _copy(path, path.with_name(f"{path.stem}.before-v{len(steps)}{path.suffix}"))
        for step in steps[version:]:
            step(db)
        db.execute(f"pragma application_id = {application}")
        db.execute(f"pragma user_version = {len(steps)}")
        db.execute("commit")
    except BaseException:
        with suppress(sqlite3.Error):
            db.execute("rollback")
        raise


def _copy(path: Path, copy: Path) -> None:
    """The file as it is, whole under its name or not there; for its owner alone."""
    new = copy.with_name(f"{copy.name}.new")
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        # Its own connection: the one that migrates holds the lock, and readers need none.
        with (
            closing(sqlite3.connect(path, isolation_level=None)) as there,
            closing(sqlite3.connect(new, isolation_level=None)) as here,
        ):
            there.backup(here)
            # One file that needs no other beside it.
            here.execute("pragma journal_mode = delete")
        new.replace(copy)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
