"""Long work: how far it is, said to a terminal now and then, and what holds after it was stopped."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from edu_tui.commands.output import tell

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

BETWEEN = 2.0
"""Seconds before the first line that says how far it is, and between two."""


class Progress:
    """Says how far it is where somebody looks on; used as `with`, what holds once Ctrl+C has stopped it."""

    def __init__(self, doing: str, stopped: str) -> None:
        self._doing = doing
        self._stopped = stopped
        self._next = time.monotonic() + BETWEEN
        self._hint = " (Ctrl+C stops)"

    def __call__(self, done: int, of: int = 0) -> None:
        """So many are done; of so many, where that is known."""
        if time.monotonic() < self._next or not sys.stderr.isatty():
            return
        self._next = time.monotonic() + BETWEEN
        tell(f"{self._doing}: {done:,}{f' of {of:,}' if of else ''}{self._hint}")
        # Once is enough: the lines stand one under the other.
        self._hint = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Say what holds; the interrupt itself ends the command."""
        del error, traceback
        if kind is KeyboardInterrupt:
            tell(f"stopped. {self._stopped}")


def getting_ready() -> Progress:
    """Of the library's index, which is made once and takes in what changed afterwards."""
    return Progress("getting the library ready", "What was read so far is kept for the next time.")
