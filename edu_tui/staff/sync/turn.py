"""One sync at a time on a device: a lock on a file beside the records, which the system lets go of by itself.

Two at once would lose nothing, but they would send everything twice.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from edu_tui.system.errors import EduError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class BusyError(EduError):
    """Another sync is at work on the same records."""


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Hold the lock for the records in that file; raises BusyError where another program holds it."""
    lock = path.with_name(f"{path.stem}.sync-lock")
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        try:
            _take(handle)
        except OSError:
            raise BusyError(
                "another edu-tui sync is at work on these records. Nothing was done here; it sends "
                "what waits."
            ) from None
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
