"""The store: one try to read or write the file, and what follows when it fails.

Owns the connection. It belongs to the file that is there now: one that was deleted or moved aside
meanwhile, by whomever, is let go of. A file that turns out to be damaged is moved aside and the try
is made once more with a new one. After any other failure the next try starts afresh, and waits only
a moment for other programs until one try has succeeded.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from edu_tui.records import file
from edu_tui.records.migrate import APPLICATION, version_of
from edu_tui.records.refusal import refusal, refused
from edu_tui.system.errors import RecordsError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from edu_tui.records.migrate import Step

T = TypeVar("T")

PATIENT, SHORT = 2.0, 0.1
"""Seconds to wait for another program."""


class Store:
    """One file of records; nothing is made on the disk before the first write."""

    def __init__(
        self,
        path: Path,
        clock: Callable[[], float],
        steps: Sequence[Step],
        application: int = APPLICATION,
    ) -> None:
        self.path = path
        self.notice = ""
        """What the reader should know of the file, in one line; empty when all is well."""
        self.aside = ""
        """The name that a damaged file was given; empty where none was."""
        self._clock = clock
        self._steps = steps
        self._application = application
        self._lock = threading.RLock()
        self._db: sqlite3.Connection | None = None
        self._still = False
        """Whether the connection can only read."""
        self._file: file.Identity | None = None
        """The file that is open, or was tried last."""
        self._wait = PATIENT
        self._set: dict[str, str] = {}
        """The pragmas as they are set on the connection."""

    def close(self) -> None:
        """Let go of the file; what is in the log beside it goes into it."""
        with self._lock:
            self._release()

    def read(
        self, work: Callable[[sqlite3.Connection], T], nothing: T, *, in_place: bool = False
    ) -> T:
        """Ask something; `nothing` where there is no file yet. Raises RecordsError.

        With `in_place` a damaged file stays where it is: who only looks moves nothing.
        """

        def reading() -> T:
            db = self._ready(to_write=False)
            return nothing if db is None else work(db)

        with self._lock:
            return self._once(reading) if in_place else self._tried(reading)

    def write(self, work: Callable[[sqlite3.Connection], T], *, sure: bool = True) -> T:
        """Change something in one transaction, on the disk when this returns. Raises RecordsError.

        Not `sure` is safe from a kill, and from a power cut with the next one that is sure.
        """

        def writing() -> T:
            db = self._ready(to_write=True)
            if db is None:
                raise refused("other")
            self._pragma(db, "synchronous", "full" if sure else "normal")
            return self._transaction(db, work)

        with self._lock:
            return self._tried(writing)

    def scrub(self, *, copies: bool = True) -> None:
        """What was deleted leaves the log beside the file too, and the copies from before a new version."""
        with self._lock, suppress(sqlite3.Error, OSError):
            if self._db is not None:
                self._db.execute("pragma wal_checkpoint(truncate)").fetchall()
            for path in file.copies(self.path) if copies else ():
                if not file.is_damaged(path):
                    path.unlink(missing_ok=True)

    def files(self) -> tuple[Path, ...]:
        """Every file that holds records."""
        try:
            return tuple(file.all_files(self.path))
        except OSError as error:
            raise refusal(error, self.path) from error

    def remove(self) -> tuple[Path, ...]:
        """Remove every file that holds records, readable or not; the paths that are gone."""
        with self._lock:
            self._release()
            gone = self.files()
            try:
                for path in gone:
                    path.unlink(missing_ok=True)
            except OSError as error:
                raise refusal(error, self.path) from error
            self.notice = ""
            return gone

    # one try

    def _tried(self, work: Callable[[], T]) -> T:
        try:
            return self._once(work)
        except RecordsError as error:
            if error.reason != "damaged":
                raise
            self._set_aside(error)
        return self._once(work)

    def _once(self, work: Callable[[], T]) -> T:
        try:
            done = work()
        except (RecordsError, sqlite3.Error, OSError) as error:
            problem = error if isinstance(error, RecordsError) else refusal(error, self.path)
            self._wait = SHORT
            # A lock or a full disk says nothing against the connection.
            if problem.reason not in {"busy", "full"}:
                self._release()
            if problem is error:
                raise
            raise problem from error
        self._wait = PATIENT
        return done

    def _transaction(self, db: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            db.execute("begin immediate")
            # A newer program may have been here since the file was opened.
            if version_of(db) > len(self._steps):
                raise refused("newer")
            done = work(db)
            db.execute("commit")
        except BaseException:
            with suppress(sqlite3.Error):
                db.execute("rollback")
            raise
        return done

    def _set_aside(self, error: RecordsError) -> None:
        self._release()
        try:
            name = file.set_aside(self.path, self._file, self._clock())
        except OSError:
            raise error from None
        self.aside = name
        if name:
            self.notice = say(
                "Your records were damaged. They are kept as {file}, and new ones begin.", file=name
            )

    # the connection

    def _ready(self, *, to_write: bool) -> sqlite3.Connection | None:
        """The connection to the file that is there now; None where there is nothing to read."""
        there = file.identity(self.path)
        if there is None or there != self._file or (to_write and self._still):
            self._release()
        if there is None and to_write:
            file.make(self.path)
            there = file.identity(self.path)
        self._file = there
        if there is None:
            return None
        if self._db is None:
            self._open(to_write=to_write)
        if self._db is not None:
            self._pragma(self._db, "busy_timeout", str(round(self._wait * 1000)))
        return self._db

    def _open(self, *, to_write: bool) -> None:
        try:
            self._db = file.open_file(self.path, self._steps, self._wait, self._application)
        except (sqlite3.Error, OSError) as error:
            if to_write or refusal(error, self.path).reason != "read-only":
                raise
            self._db = file.open_read_only(self.path, self._steps, self._application)
            self._still = True
            if self._db is None:
                raise

    def _pragma(self, db: sqlite3.Connection, name: str, value: str) -> None:
        if self._set.get(name) != value:
            db.execute(f"pragma {name} = {value}")
            self._set[name] = value

    def _release(self) -> None:
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
        self._db, self._still, self._set = None, False, {}
