"""A file of records that is only looked at: nothing is made, moved, brought up to date or written.

What cannot be read that way is said in one line that names the file, and the file is left as it is.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edu_tui.records.file import as_text, has_unfinished, identity
from edu_tui.records.migrate import is_ours, version_of
from edu_tui.records.refusal import refusal
from edu_tui.system.errors import RecordsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.system.errors import Reason

_TOLD: dict[str, str] = {
    "damaged": "it is damaged, or no file of such records. It is left as it is",
    "newer": "it is from a newer edu-tui: install that",
    "busy": "another program is writing to it just now. Try again",
    "not-a-file": "it is not a file",
    "read-only": "you may not read it",
}


def connect(path: Path) -> sqlite3.Connection:
    """One that writes nothing, not even the file that programs share to find each other's work."""
    how = "mode=ro&readonly_shm=1" if has_unfinished(path) else "mode=ro&immutable=1"
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=0)
    db.text_factory = as_text
    return db


class ReadOnlyStore:
    """The file; raises RecordsError for one that cannot be read."""

    def __init__(self, path: Path, application: int, version: int) -> None:
        # A link is followed: nothing is written by way of it.
        self.path = Path(os.path.realpath(path))
        self._shown = path
        self._db: sqlite3.Connection | None = None
        """None where there is no file, or nothing in it yet."""
        self._before: tuple[int, int] | None = None
        """How large the file was and when it was written, where another's writing would not be seen."""
        try:
            if self._is_there():
                self._open(application, version)
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise self._refused(error) from error

    def _is_there(self) -> bool:
        try:
            return identity(self.path) is not None
        except RecordsError as error:
            raise self._told(error.reason) from error

    def _open(self, application: int, version: int) -> None:
        unfinished = has_unfinished(self.path)
        if unfinished and not self.path.with_name(f"{self.path.name}-shm").exists():
            raise RecordsError(
                "other",
                f"{self._shown}: the file was not closed cleanly. Run `edu-tui staff list` once on the "
                "computer it is from.",
            )
        self._before = None if unfinished else self._stamp()
        db = self._db = connect(self.path)
        problem = version_of(db)
        if not is_ours(db, application):
            raise self._told("damaged")
        if problem > version:
            raise self._told("newer")
        if problem == 0:
            self.close()
        elif problem < version:
            message = "it is from an older edu-tui. Open it once with edu-tui staff list."
            raise RecordsError("other", f"{self._shown}: {message}")

    def rows(self, query: str, given: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """What the query finds; nothing where nothing was ever kept."""
        if self._db is None:
            return
        try:
            yield from self._db.execute(query, tuple(given))
            if self._before not in {None, self._stamp()}:
                raise self._told("busy")
        except (sqlite3.Error, OSError) as error:
            raise self._refused(error) from error

    def close(self) -> None:
        """Let go of it."""
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
        self._db = None

    def _stamp(self) -> tuple[int, int]:
        status = self.path.stat()
        return status.st_size, status.st_mtime_ns

    def _told(self, reason: Reason) -> RecordsError:
        return RecordsError(reason, f"{self._shown}: {_TOLD[reason]}.")

    def _refused(self, error: sqlite3.Error | OSError) -> RecordsError:
        problem = refusal(error, self.path)
        if problem.reason in _TOLD:
            return self._told(problem.reason)
        why = getattr(error, "sqlite_errorname", "") or getattr(error, "strerror", "") or error
        return RecordsError(problem.reason, f"{self._shown}: it cannot be read ({why}).")
