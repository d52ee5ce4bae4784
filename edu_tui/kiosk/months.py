"""The month that visits are counted in: it begins and ends by the clock, whether anybody comes or not.

Were it over with the first visit of the next, that it is told would say that somebody came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.records.counters import Counters, this_month
from edu_tui.system.errors import CountersError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Months:
    """Those of one file of counters; None where nothing is counted."""

    def __init__(self, path: Path | None, note: Callable[[str], None]) -> None:
        self._path = path
        self._note = note
        self._running = ""

    def begin(self) -> None:
        """Let this month run, unless it does; what goes wrong is noted and tried again next time."""
        month = this_month()
        if self._path is None or month == self._running:
            return
        counters = Counters(self._path)
        try:
            counters.begin(month)
        except CountersError as error:
            self._note(f"the counters' month did not begin: {error.reason}")
        else:
            self._running = month
        if counters.aside:
            self._note(f"damaged counters were put aside: {counters.aside}")
