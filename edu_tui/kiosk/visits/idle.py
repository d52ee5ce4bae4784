"""When nobody is there any more. Time comes from outside; here it is only counted.

A visit that nobody has begun has no end: the welcome screen may stand for weeks and do nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Step = Literal["none", "warn", "count", "over"]
STRIDE = 5
"""Seconds between two numbers of the countdown: less moves, less is written."""
LONGER = 10
LIES = 30
"""Times that a key comes and changes nothing, until it is taken for one that lies pressed."""
LETS_GO = 2.0
"""Seconds without it, after which it was let go."""


class Limits(NamedTuple):
    """Seconds without a key."""

    before_warning: float = 90.0
    warning: float = 30.0
    leaving: float = 30.0
    """After "they called my name"."""


class Idle:
    """One visit's clock."""

    def __init__(self, clock: Callable[[], float], limits: Limits = Limits()) -> None:  # noqa: B008
        self.clock = clock
        """Seconds, by a clock that never goes back."""
        self._limits = limits
        self._since = clock()
        self._times = 1
        self.begun = False
        """Whether anything has been done that another must not see."""
        self.leaving = False
        """Whether the visitor has said that they go."""
        self.warned = False

    @property
    def longer(self) -> bool:
        """Whether "I need more time" holds."""
        return self._times > 1

    def touched(self) -> None:
        """A key, a touch: somebody is there."""
        self._since = self.clock()
        self.warned = False

    def need_more_time(self) -> None:
        """All limits are ten times as long from now on."""
        self._times = LONGER
        self.touched()

    @property
    def left(self) -> int:
        """Seconds that are left in the warning, as they are shown."""
        rest = self._end - self._elapsed
        stride = STRIDE * self._times
        return max(0, int(-(-rest // stride) * stride))

    def step(self) -> Step:
        """What is to be done now."""
        if not self.begun:
            return "none"
        if self._elapsed >= self._end:
            return "over"
        if self.leaving or self._elapsed < self._limits.before_warning * self._times:
            return "none"
        if self.warned:
            return "count"
        self.warned = True
        return "warn"

    def until_next(self) -> float | None:
        """Seconds until there is something to do; None for never."""
        if not self.begun:
            return None
        if self.warned:
            stride = STRIDE * self._times
            rest = self._end - self._elapsed
            return max(0.0, rest - (-(-rest // stride) - 1) * stride)
        end = self._end if self.leaving else self._limits.before_warning * self._times
        return max(0.0, end - self._elapsed)

    @property
    def _elapsed(self) -> float:
        return self.clock() - self._since

    @property
    def _end(self) -> float:
        if self.leaving:
            return self._limits.leaving * self._times
        return (self._limits.before_warning + self._limits.warning) * self._times


class Pressed:
    """Which key comes again and again: one that something lies on is nobody's."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._key = ""
        self._at = float("-inf")
        self._stood: object = None
        self._times = 0

    def lies(self, key: str, stands: object) -> bool:
        """Whether that key lies pressed; `stands` is where the page is, before the key does anything."""
        now = self._clock()
        same = key == self._key and now - self._at < LETS_GO
        moves = self._times < LIES and stands != self._stood
        self._times = self._times + 1 if same and not moves else 0
        self._key, self._at, self._stood = key, now, stands
        return self._times >= LIES
