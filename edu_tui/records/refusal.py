"""Refusals: what SQLite or the system says, as a reason and one line in plain words.

Told apart by error codes, never by the text of a message: those change, and are translated.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from typing import TYPE_CHECKING

from edu_tui.system.errors import RecordsError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.system.errors import Reason

_BY_CODE: dict[int, Reason] = {
    sqlite3.SQLITE_FULL: "full",
    # What a quota or a limit on the size of files says; a full disk may say it of shared memory.
    sqlite3.SQLITE_IOERR_WRITE: "full",
    sqlite3.SQLITE_IOERR_SHMSIZE: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_AUTH: "read-only",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_PROTOCOL: "busy",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_IOERR_SHORT_READ: "damaged",
    sqlite3.SQLITE_CANTOPEN_ISDIR: "not-a-file",
    sqlite3.SQLITE_CANTOPEN_SYMLINK: "not-a-file",
}
"""The exact code is looked up first, then its family (its low byte)."""
_BY_ERRNO: dict[int, Reason] = {
    errno.ENOSPC: "full",
    errno.EFBIG: "full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.ELOOP: "not-a-file",
    errno.EISDIR: "not-a-file",
    errno.ENOTDIR: "not-a-file",
    errno.ENXIO: "not-a-file",
}


def refusal(error: sqlite3.Error | OSError, path: Path) -> RecordsError:
    """The error to tell the reader of, for records that should be in that file."""
    if isinstance(error, OSError):
        reason = _BY_ERRNO.get(error.errno or 0, "other")
        return refused(reason, error.strerror or type(error).__name__)
    # What Python's own layer raises, such as for text that is not UTF-8, has no code.
    code = getattr(error, "sqlite_errorcode", 0)
    reason = _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF, "other")
    cannot_open = code & 0xFF == sqlite3.SQLITE_CANTOPEN or _is_of_shared_memory(code)
    if reason == "other" and cannot_open and not _may_write(path):
        reason = "read-only"
    return refused(reason, getattr(error, "sqlite_errorname", type(error).__name__))


def refused(reason: Reason, code: str = "") -> RecordsError:
    """A refusal in the reader's words."""
    facts = {
        "full": say("The disk is full, or no more may be written to it."),
        "read-only": say("Your records cannot be written: the folder or the file is read-only."),
        "busy": say("Another program is using your records."),
        "damaged": say("Your records are damaged and cannot be moved aside."),
        "newer": say(
            "Your records are from a newer edu-tui: install that. They are left as they are."
        ),
        "not-a-file": say(
            "A folder, or something else that is no file, stands where your records should be. "
            "To see where: edu-tui records where."
        ),
        "other": say("Your records cannot be opened ({code}).", code=code),
    }
    so = say("What you do now is not kept. You can go on reading.")
    if reason == "busy":
        so = say("What you do now is not kept yet. You can go on reading.")
    return RecordsError(reason, facts[reason], so)


def _is_of_shared_memory(code: int) -> bool:
    return code in {sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMMAP}


def _may_write(path: Path) -> bool:
    """Whether this user may write there: to the folder, and to the file if there is one."""
    ways = os.W_OK | os.X_OK
    effective = os.access in os.supports_effective_ids
    if not os.access(path.parent, ways, effective_ids=effective):
        return False
    return not path.exists() or os.access(path, os.R_OK | os.W_OK, effective_ids=effective)
