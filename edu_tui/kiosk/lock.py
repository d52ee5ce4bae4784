"""How staff leave: a sequence of keys, then a PIN (`records/pin.py`).

The count of wrong tries is the supervisor's: a visit's end does not bring it back.
"""

from __future__ import annotations

import re

from edu_tui.records.pin import wait_after

CHORD = ("f12", "f12", "f12")
"""Pressed one after the other."""
_KEY = re.compile(r"f([1-9]|1[0-2])|ctrl\+[a-z]", re.ASCII)
_TAKEN = frozenset({*(f"f{at}" for at in range(1, 11)), *(f"ctrl+{at}" for at in "hijm")})
"""Keys that do something else here, or that are Enter, Tab and Backspace."""


def chord_of(text: str) -> tuple[str, ...] | None:
    """The keys of a chord, such as `f12 f12 f12`; None for what cannot be one."""
    keys = tuple(text.lower().split())
    good = all(_KEY.fullmatch(key) and key not in _TAKEN for key in keys)
    return keys if 2 <= len(keys) <= 8 and good else None


class Tries:
    """Wrong tries so far, and when the next is allowed; by a clock that never goes back."""

    def __init__(self) -> None:
        self.wrong = 0
        self._at = float("-inf")

    def failed(self, now: float) -> None:
        """A wrong PIN was given."""
        self.wrong += 1
        self._at = now

    def wait(self, now: float) -> float:
        """Seconds until a try is looked at."""
        return max(0.0, self._at + wait_after(self.wrong) - now)
