"""Keys that are held down: they come again and again, and must not answer a question twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

REPEAT = 0.3
"""Seconds in which a repeated Enter, Space or digit does nothing."""


class Held:
    """Knows the key that was pressed last, and when."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._key, self._at = "", float("-inf")

    def repeats(self, key: str) -> bool:
        """Whether the same key came too soon, where it is one that chooses."""
        now, last = self._clock(), self._at
        same, self._key, self._at = key == self._key, key, now
        return same and (key in {"enter", "space"} or key.isdigit()) and now - last < REPEAT
