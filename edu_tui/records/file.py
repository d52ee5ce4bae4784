"""The file of the records: made by us for its owner alone, opened with care, moved aside when damaged.

Nothing here is reached by way of a symlink, and a file that is damaged or newer is never written to:
where the last end was not clean it is looked at through a connection that cannot write.
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import time
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.records.migrate import APPLICATION, is_ours, migrate, version_of
from edu_tui.records.refusal import refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from edu_tui.records.migrate import Step

_PAUSE = 0.005
"""Seconds between tries for what SQLite itself does not wait for."""

as_text = partial(str, encoding="utf-8", errors="replace")
"""Bytes of a row as text: one that is no UTF-8 makes that row odd, and no other unreadable."""


class Identity(NamedTuple):
    """Which file it is, whatever its name is now."""

    device: int
    inode: int


def identity(path: Path) -> Identity | None:
    """Which ordinary file is there; None for none. Raises RecordsError where something else is."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise refused("not-a-file")
    return Identity(status.st_dev, status.st_ino)


def make(path: Path) -> None:
    """Make the file, and the folders it is in; nothing happens where it is there already."""
    _make_folder(path.parent)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    # Made by us first: SQLite would make it readable for everyone.
    with suppress(FileExistsError):
        os.close(os.open(path, flags, 0o600))


def open_file(
    path: Path, steps: Sequence[Step], wait: float, application: int = APPLICATION
) -> sqlite3.Connection:
    """Open it for reading and writing, at the newest version."""
    if has_unfinished(path):
        _look(path, len(steps), wait, application)
    db = _connect(path, "mode=rw", wait)
    try:
        _refuse(db, len(steps), application)
        _use_wal(db, wait)
        db.execute("pragma secure_delete = on")
        migrate(db, path, steps, application)
    except BaseException:
        db.close()
        raise
    return db


def open_read_only(
    path: Path, steps: Sequence[Step], application: int = APPLICATION
) -> sqlite3.Connection | None:
    """Open it where nothing may be written at all; None where that cannot be done faithfully.

    Without a log beside it the file alone is all there is, and nobody can be changing it there.
    """
    if has_unfinished(path):
        return None
    db = _connect(path, "mode=ro&immutable=1", 0)
    try:
        _refuse(db, len(steps), application)
        is_newest = version_of(db) == len(steps)
    except BaseException:
        db.close()
        raise
    if is_newest:
        return db
    db.close()
    return None


def has_unfinished(path: Path) -> bool:
    """Whether something stands in the log beside it: another program has it open, or ended badly."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def set_aside(path: Path, damaged: Identity | None, at: float) -> str:
    """Give the damaged file another name, untouched; the name, or nothing where another program was first."""
    now = identity(path)
    if now is None or (damaged is not None and now != damaged):
        return ""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(at))
    name, number = f"{path.stem}.damaged-{stamp}{path.suffix}", 1
    while path.with_name(name).exists():
        number += 1
        name = f"{path.stem}.damaged-{stamp}-{number}{path.suffix}"
    path.rename(path.with_name(name))
    for end in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).rename(path.with_name(name + end))
    return name


def copies(path: Path) -> list[Path]:
    """The copies beside it: what was moved aside, and what was copied before a new version."""
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    ours = re.compile(rf"{stem}\.(?:damaged-[\d-]+|before-v\d+){suffix}(?:\.new)?(?:-\w+)?")
    try:
        names = sorted(os.listdir(path.parent))  # noqa: PTH208 - names are what is matched
    except FileNotFoundError:
        return []
    return [path.with_name(name) for name in names if ours.fullmatch(name)]


def is_damaged(copy: Path) -> bool:
    """Whether that copy was moved aside because it is damaged."""
    return ".damaged-" in copy.name


def all_files(path: Path) -> list[Path]:
    """Every file that holds records, the file itself first; raises RecordsError for anything but a file."""
    own = [path] if identity(path) else []
    own += [
        beside for end in ("-wal", "-shm") if (beside := path.with_name(path.name + end)).exists()
    ]
    return own + copies(path)


def _connect(path: Path, how: str, wait: float) -> sqlite3.Connection:
    """By its URI, so that a file is never made here."""
    uri = f"{path.absolute().as_uri()}?{how}"
    db = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    db.text_factory = as_text
    return db


def _look(path: Path, newest: int, wait: float, application: int) -> None:
    """Before anything can be written: is it ours, not newer, and whole after that end?"""
    with closing(_connect(path, "mode=ro", wait)) as db:
        _refuse(db, newest, application)
        if db.execute("pragma quick_check(1)").fetchone() != ("ok",):
            raise refused("damaged")


def _refuse(db: sqlite3.Connection, newest: int, application: int) -> None:
    # One moment for both questions: another program may be making the tables just now.
    db.execute("begin")
    try:
        if not is_ours(db, application):
            raise refused("damaged")
        if version_of(db) > newest:
            raise refused("newer")
    finally:
        with suppress(sqlite3.Error):
            db.execute("rollback")


def _use_wal(db: sqlite3.Connection, wait: float) -> None:
    """SQLite does not wait here when two programs make the file at the same moment."""
    end = time.monotonic() + wait
    while True:
        try:
            db.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= end:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _make_folder(folder: Path) -> None:
    """With the folders it is in, each for its owner alone; their names are on the disk afterwards."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if hasattr(os, "O_DIRECTORY"):
        parent = os.open(folder.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(parent)
        finally:
            os.close(parent)
