"""Ending when told to from outside: at once, without a traceback, with the exit code a shell expects."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


@contextmanager
def ending_at_once() -> Iterator[None]:
    """While it lasts SIGTERM and SIGHUP end the program with 128 plus their number.

    One that whoever started the program has switched off, as `nohup` does, stays off.
    """
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    del frame
    # Not SystemExit: that waits for a terminal that may be gone to take what is still unwritten.
    os._exit(128 + number)
