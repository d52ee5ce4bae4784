"""An error that nobody foresaw: a line for the user, and a file that a bug report can carry.

The file has kinds of errors and lines of code. It has no message and no value: those may hold what a reader
typed.
"""

from __future__ import annotations

import os
from time import gmtime, strftime
from traceback import format_tb
from typing import TYPE_CHECKING

from edu_tui import __version__
from edu_tui.system.paths import state_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EXIT_CODE = 3
KEPT = 5
"""Files; older ones are deleted."""
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


def keep(error: BaseException, command: str) -> Path | None:
    """Write the file, for this user alone; None where that cannot be done."""
    folder = state_folder()
    if folder is None:
        return None
    path = folder / f"error-{strftime('%Y%m%d-%H%M%S', gmtime())}-{os.getpid()}.log"
    text = "".join([f"edu-tui {__version__}, {command}\n", *_told(error)])
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, _FLAGS, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        for older in sorted(folder.glob("error-*.log"))[:-KEPT]:
            older.unlink()
    except OSError:
        return None
    return path


def _told(error: BaseException) -> Iterator[str]:
    """The error that caused it, then itself."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
        yield "\nThen:\n"
    home = os.environ.get("HOME") or "~"
    yield from (line.replace(home, "~") for line in format_tb(error.__traceback__))
    yield f"{type(error).__module__}.{type(error).__qualname__}\n"
