"""How often visits print, all together: paper is not endless where nobody watches it.

The count is the supervisor's: a new visit does not begin it anew.
"""

from __future__ import annotations

HOUR = 3600.0
MOST = 20
"""Times in an hour."""


class PrintLimit:
    """When it was printed lately; by a clock that never goes back."""

    def __init__(self) -> None:
        self._at: list[float] = []

    def took(self, now: float) -> None:
        """Something is being printed."""
        self._at = [*self._lately(now), now]

    def is_left(self, now: float) -> bool:
        """Whether more may be printed."""
        return len(self._lately(now)) < MOST

    def _lately(self, now: float) -> list[float]:
        return [at for at in self._at if now - at < HOUR]
