"""Counting: a keeper that keeps nothing of a visitor; what may be counted goes into one visit's tally."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.learning.tally import Tally
from edu_tui.records.keeper import Recorder
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from edu_tui.learning.event import Event


class Counting(Recorder):
    """For a waiting room: there is no log behind it, and its tally is thrown away with the visit."""

    def __init__(self) -> None:
        super().__init__()
        self.tally = Tally()

    @override
    def keep(self, event: Event, *, sure: bool = True) -> None:
        """Count it."""
        self.tally.take(event)

    @override
    def skipped(self, module: str, language: str, unit: str, version: str) -> None:
        """Count it."""
        self.tally.skip(module, language, unit, version)
