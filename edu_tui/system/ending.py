"""Told to end from outside, the process is gone in time, whatever any of its threads does.

Python runs a signal's handler when its main thread comes to it, and that may be making a PDF, or waiting
for a database or for a terminal that takes nothing. So a thread hears of each signal at once, passes it
on, and ends the process itself when nothing else has.
"""

from __future__ import annotations

import os
import signal
import time
from threading import Thread
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import FrameType

PATIENCE = 1.0
"""Seconds in which a process that is told to end may close what it has open."""
LAST_WORDS = 0.2
"""Seconds for what has to be done at a forced end."""
LATEST = 0.8
"""Seconds after the process's patience when the kernel ends it, should no thread have come to it."""
READ = 64


def _nothing(*given: object) -> None:
    del given


class Watch:
    """Hears signals from `start` to `stop`, and to the end of the process once it is told to end.

    `ending` are the signals that end it, after `patience` seconds at the latest, with 128 plus their
    number; `others` are only passed on. `tell` is called in the watching thread, as is `last_words`
    before an end by force. Both calls are the main thread's.
    """

    def __init__(
        self,
        tell: Callable[[signal.Signals], None] = _nothing,
        last_words: Callable[[], None] = _nothing,
        *,
        ending: Iterable[signal.Signals] = (signal.SIGTERM, signal.SIGHUP),
        others: Iterable[signal.Signals] = (),
        patience: float = PATIENCE,
    ) -> None:
        self._tell = tell
        self._last_words = last_words
        self._ending = frozenset(ending)
        self._numbers = self._ending | frozenset(others)
        self._patience = patience
        self._before: dict[signal.Signals, Callable[[int, FrameType | None], object] | int | None]
        self._told = False

    def start(self) -> None:
        """Hear signals from now on."""
        hears, self._ear = os.pipe()
        os.set_blocking(self._ear, False)
        signal.set_wakeup_fd(self._ear, warn_on_full_buffer=False)
        self._before = {signals: signal.signal(signals, _nothing) for signals in self._numbers}
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        Thread(target=self._listen, args=(hears,), name="signals", daemon=True).start()

    def stop(self) -> None:
        """Leave signals to whoever had them before; a process that is told to end stays so."""
        if self._told:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(-1)
        os.close(self._ear)

    def _listen(self, hears: int) -> None:
        while numbers := os.read(hears, READ):
            for number in map(signal.Signals, numbers):
                if number in self._ending:
                    self._end(number)
                if number in self._numbers:
                    self._tell(number)
        os.close(hears)

    def _end(self, number: signal.Signals) -> NoReturn:
        self._told = True
        # The kernel's own clock: it ends also an interpreter that lets no thread run any more.
        signal.setitimer(signal.ITIMER_REAL, self._patience + LATEST)
        self._tell(number)
        # So long the program has to end by itself.
        time.sleep(self._patience)
        # A terminal that takes nothing may hold up whoever writes to it, but not this.
        words = Thread(target=self._last_words, name="last words", daemon=True)
        words.start()
        words.join(LAST_WORDS)
        os._exit(128 + number)
