"""What this computer can do for a visit besides showing it: print, read aloud, and what the terminal can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action

if TYPE_CHECKING:
    from collections.abc import Callable


MOST = 2
"""Steps to either side: slower and faster, softer and louder. Each visit begins at 0."""
WHILE_ON = frozenset({Action.SOFTER, Action.LOUDER, Action.SLOWER, Action.FASTER, Action.SILENT})
"""Actions that work while pages are read aloud."""


class Aloud:
    """How one visitor wants pages read aloud: gone with the visit."""

    def __init__(self) -> None:
        self.on = False
        self.agreed = False
        """Whether they have said that it may be heard."""
        self.pace = 0
        self.loudness = 0
        self.again = 0
        """Grows when the page is wanted once more."""
        self.broken = False
        """Whether nothing can be heard after all."""
        self._trouble = ""

    def pace_by(self, step: int) -> bool:
        """Faster or slower; False at the end of the scale."""
        before, self.pace = self.pace, _within(self.pace + step)
        return before != self.pace

    def loudness_by(self, step: int) -> bool:
        """Louder or softer; False at the end of the scale."""
        before, self.loudness = self.loudness, _within(self.loudness + step)
        return before != self.loudness

    def fail(self, trouble: str) -> None:
        """Nothing can be heard; why, in words."""
        self.on, self.broken, self._trouble = False, True, trouble

    def news(self) -> str:
        """What has gone wrong, once."""
        trouble, self._trouble = self._trouble, ""
        return trouble


def _within(step: int) -> int:
    return max(-MOST, min(MOST, step))


def _nobody(line: str) -> None:
    del line


class Devices:
    """None of them unless the settings say so and they are there."""

    def __init__(self) -> None:
        self.print_command: tuple[str, ...] = ()
        """The program that prints, with its options; empty where there is none."""
        self.printed = 0
        """How often it has been asked to."""
        self.paper: object = None
        """What it has taken last: the same is not printed twice."""
        self.has_paper: Callable[[], bool] = lambda: True
        """Whether it may still be asked to, after all that others have printed."""
        self.prints: Callable[[], None] = lambda: None
        """Told when it is asked to."""
        self.aloud: Aloud | None = None
        self.terminal: Callable[[Action], None] = _nobody
        """Draws all anew (`redraw`), or gives way to the shell for a while (`suspend`)."""
        self.note: Callable[[str], None] = _nobody
        """Told when one of them fails, without a word of what it was for: for who looks after it."""

    @property
    def reading(self) -> frozenset[Action]:
        """Actions that work now because pages can be read aloud."""
        if self.aloud is None or self.aloud.broken:
            return frozenset()
        return frozenset({Action.ALOUD}) | (WHILE_ON if self.aloud.on else frozenset())

    def news(self) -> str:
        """What has just gone wrong with one of them, once."""
        return self.aloud.news() if self.aloud else ""
