"""Ending when told to from outside: at once, without a traceback, with the exit code a shell expects."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from edu_tui.system.ending import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def ending_at_once() -> Iterator[None]:
    """While it lasts SIGTERM and SIGHUP end the program with 128 plus their number.

    One that whoever started the program has switched off, as `nohup` does, stays off. Nothing is waited
    for: what was kept is on the disk, and a terminal may be gone, or take nothing more.
    """
    heeded = [
        number
        for number in (signal.SIGTERM, signal.SIGHUP)
        if signal.getsignal(number) is not signal.SIG_IGN
    ]
    watch = Watch(ending=heeded, patience=0.0)
    watch.start()
    try:
        yield
    finally:
        watch.stop()
