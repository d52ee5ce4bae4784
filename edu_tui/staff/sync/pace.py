"""How long to wait before the next try: longer after each failure, and never as long as the others.

Many devices lose a server at the same moment; what they wait is drawn by lot, so that they do not all
come back at the same one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

FIRST, LONGEST = 1.0, 60.0
"""Seconds: the longest wait after the first failure, and after many."""
TRIES = 6
"""In a row without anything sent; then it is left for the next run."""
MOST_ASKED = 300.0
"""A longer wait than this, asked for by the other side, is left for the next run."""


class RetryPace:
    """Waits between tries; `wait` is what waits, so that a test need not."""

    def __init__(self, wait: Callable[[float], object], lot: Random) -> None:
        self._wait = wait
        self._lot = lot
        self._failures = 0

    def went_well(self) -> None:
        """Something was sent."""
        self._failures = 0

    def may_try_again(self, after: float = 0) -> bool:
        """Wait, and say True; or say that it is no use now. `after` is what the other side asked for."""
        self._failures += 1
        if self._failures >= TRIES or after > MOST_ASKED:
            return False
        most = min(LONGEST, FIRST * 2.0 ** (self._failures - 1))
        self._wait(max(after, most * (0.5 + self._lot.random() / 2)))
        return True
