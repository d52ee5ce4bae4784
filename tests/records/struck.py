"""A process that is killed at a random moment of its work, and what it had acknowledged by then."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from .making import fork

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


def struck(
    work: Callable[[int], object], width: int, most: int, most_spin: float, rng: Random
) -> bytes:
    """Let `work` write acknowledgements of so many bytes to the descriptor it gets, and kill it.

    The kill comes after some of at most `most` acknowledgements, and up to `most_spin` seconds more.
    """
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        try:
            os.close(reading)
            work(writing)
        finally:
            os._exit(2)
    os.close(writing)
    heard = b""
    wanted = rng.randrange(most) * width
    while len(heard) < wanted and (more := os.read(reading, width)):
        heard += more
    end = time.perf_counter() + rng.random() * most_spin
    while time.perf_counter() < end:
        pass
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        heard += more
    os.close(reading)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"it ended by itself: {os.waitstatus_to_exitcode(status)}")
    return heard
