"""One visit after the other, for weeks: the process that owns the terminal and never reads a key.

It has loaded all that is slow and forks a process for every visit, so that the next welcome is there at
once. It has no thread, and SQLite is closed while it forks. A visit that ends, crashes, hangs or is
killed costs that visit alone; one that cannot begin is tried again after ever longer pauses.
"""

from __future__ import annotations

import os
import select
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.kiosk.health import KioskHealth
from edu_tui.kiosk.lock import Tries
from edu_tui.kiosk.months import Months
from edu_tui.kiosk.paper import PrintLimit
from edu_tui.kiosk.visits import visit
from edu_tui.kiosk.visits.crash import where
from edu_tui.kiosk.visits.visit import Start
from edu_tui.kiosk.visits.wire import Heard, Wire, WireMessage
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.kiosk.library import LibraryReading
    from edu_tui.kiosk.places.welcome import Why
    from edu_tui.kiosk.terminal.console import Console
    from edu_tui.kiosk.visits.crash import CrashLog
    from edu_tui.kiosk.visits.visit import KioskConfig

NOT_CLEARED = 71
"""Exit status: a visitor's words may stand on the screen. Who started the kiosk has to take it away."""
CLEARING = 10.0
"""Seconds in which the screen is cleared again and again before all is given up."""
AGAIN = 0.5
"""Seconds between two tries to clear the screen."""
LONGEST_PAUSE = 60.0
LONG = 60.0
"""Seconds after which a visit that crashes is no beginning that failed."""
READ = 65536
_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD, signal.SIGCONT)


class Process(NamedTuple):
    """A visit's process and what is heard of it."""

    pid: int
    ear: int
    life: int
    """Held open while this supervisor lives."""
    heard: Heard


class Supervisor:
    """Runs until it is told to end, or staff leave."""

    def __init__(
        self,
        terms: KioskConfig,
        reading: LibraryReading,
        console: Console,
        log: CrashLog,
        health: KioskHealth | None = None,
    ) -> None:
        self._terms = terms
        self._reading = reading
        self._console = console
        self._log = log
        self._health = health or KioskHealth(None)
        self._hangs = terms.pace.hangs
        self._tries = Tries()
        self._paper = PrintLimit()
        self._months = Months(terms.counters, self._log_once)
        self._visit = 0
        """The process of the visit that goes on; 0 between two."""
        self._told: signal.Signals | None = None
        """The signal that ends everything."""
        self._ending = ""
        self._began = self._last_sign = 0.0
        self._shown = False
        self._logged = ""
        """What this visit has had noted last."""
        self._failures = 0
        """Visits in a row that ended in no good way."""
        self._stuck = False
        """Whether something of a visit may stand on the screen and cannot be cleared."""

    def run(self) -> int:
        """Until the end; the exit status."""
        awake, self._wake = os.pipe()
        for descriptor in (awake, self._wake):
            os.set_blocking(descriptor, False)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, self._take_signal)
        self._awake = awake
        self._console.enter()
        why: Why = ""
        try:
            cleared = self._clear()
            while cleared and self._told is None:
                self._months.begin()
                ending = self._one_visit(why)
                cleared = self._clear()
                if ending == "staff" and cleared:
                    return 0
                why = "crash" if ending == "crash" else "idle" if ending == "idle" else ""
                if cleared:
                    self._pause(ending)
        finally:
            signal.set_wakeup_fd(-1)
            self._console.leave()
            if not self._stuck:
                self._health.now("ended")
        return NOT_CLEARED if self._told is None else 128 + self._told

    def _clear(self) -> bool:
        """Nothing of a visit stands on the screen; False when it cannot be cleared, and all has to end."""
        end = time.monotonic() + CLEARING
        while not self._console.wipe():
            if self._told is not None or time.monotonic() > end:
                return False
            if not self._stuck:
                self._stuck = True
                self._log.write("the screen cannot be cleared: it takes nothing")
                self._health.failed("screen not cleared")
                self._health.now("stuck")
            self._wait(AGAIN)
        self._stuck = False
        return True

    # one visit

    def _one_visit(self, why: Why) -> str:
        """From its start to its end: `left`, `idle`, `staff`, `crash`, or empty when all ends."""
        self._ending, self._shown, self._logged = "", False, ""
        self._began = self._last_sign = time.monotonic()
        process = self._fork(why)
        try:
            ended = False
            while not ended and self._told is None:
                ended = self._listen(process)
        finally:
            self._end(process)
        return self._ending or ("" if self._told else "crash")

    def _fork(self, why: Why) -> Process:
        ear, mouth = os.pipe()
        life, hold = os.pipe()
        start = Start(
            self._reading.library, why, self._tries, self._paper, self._console.output, life
        )
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            for descriptor in (ear, hold, self._awake, self._wake):
                os.close(descriptor)
            visit.run(self._terms, start, Wire(mouth))
        self._visit = pid
        os.close(mouth)
        os.close(life)
        return Process(pid, ear, hold, Heard())

    def _listen(self, process: Process) -> bool:
        """Wait for a word, a signal, the terminal's end or a moment without work; True when it is over."""
        poll = select.poll()
        poll.register(process.ear, select.POLLIN)
        poll.register(self._awake, select.POLLIN)
        # Only its end is of interest here: what is typed is the visit's.
        poll.register(self._console.input, 0)
        due = self._reading.due_in() if self._shown else self._hangs
        silent = self._hangs - (time.monotonic() - self._last_sign)
        ready = dict(poll.poll(max(0.0, min(due, silent)) * 1000))
        self._drain(ready)
        if process.ear in ready and not self._hear(process):
            return True
        if time.monotonic() - self._last_sign > self._hangs:
            self._log.write(f"visit hangs and is ended: {where(process.pid)}")
            self._health.failed("hangs")
            return True
        if self._shown and self._reading.due_in() <= 0:
            self._reading.look_again(lambda: self._told is not None)
            self._months.begin()
        return False

    def _drain(self, ready: dict[int, int]) -> None:
        if self._awake in ready:
            with suppress(BlockingIOError):
                os.read(self._awake, READ)
        if ready.get(self._console.input, 0) & (select.POLLHUP | select.POLLERR | select.POLLNVAL):
            self._told = self._told or signal.SIGHUP

    def _hear(self, process: Process) -> bool:
        """Take what it says; False when it says no more."""
        data = os.read(process.ear, READ)
        for message in process.heard.take(data):
            self._take(message)
        return bool(data)

    def _take(self, message: WireMessage) -> None:
        self._last_sign = time.monotonic()
        if message.kind == "shown":
            self._shown = True
            self._health.now("open")
        elif message.kind == "wrong":
            self._tries.failed(time.monotonic())
        elif message.kind == "prints":
            self._paper.took(time.monotonic())
        elif message.kind == "end":
            self._ending = message.about
            if message.about == "gone":
                self._told = self._told or signal.SIGHUP
        elif message.kind in {"crash", "note"}:
            self._log_once(f"visit {message.kind}: {message.about}")
            if message.kind == "crash":
                self._health.failed(message.about.partition(" ")[0])

    def _log_once(self, line: str) -> None:
        """What goes wrong again and again in the same way is noted once in a row."""
        if line != self._logged:
            self._logged = line
            self._log.write(line)

    def _end(self, process: Process) -> None:
        """However it went: its process is gone, and what it still had to say is heard."""
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
        self._visit = 0
        _, status = os.waitpid(process.pid, 0)
        while self._hear(process):
            pass
        os.close(process.ear)
        os.close(process.life)
        code = os.waitstatus_to_exitcode(status)
        if not self._ending and self._told is None:
            self._log.write(f"visit ended without a word: {code}")
            self._health.failed(f"exit {code}")

    # what goes wrong

    def _pause(self, ending: str) -> None:
        """After a crash at once, then after ever longer, with a calm screen meanwhile."""
        lasted = time.monotonic() - self._began
        if ending != "crash" or lasted > LONG:
            self._failures = 0
        if ending != "crash":
            return
        self._failures += 1
        seconds = min(LONGEST_PAUSE, 2.0 ** (self._failures - 2)) if self._failures > 1 else 0.0
        if not seconds:
            return
        self._log.write(f"{self._failures} visits in a row failed: waiting {seconds:.0f} s")
        self._health.now("break")
        self._console.show(
            say(
                "This screen is having a short break. Please ask the front desk if you need help now."
            )
        )
        self._wait(seconds)
        self._console.wipe()

    def _wait(self, seconds: float) -> None:
        """So long, or until all has to end."""
        poll = select.poll()
        poll.register(self._awake, select.POLLIN)
        poll.register(self._console.input, 0)
        end = time.monotonic() + seconds
        while self._told is None and (left := end - time.monotonic()) > 0:
            self._drain(dict(poll.poll(left * 1000)))

    def _take_signal(self, number: int, frame: object) -> None:
        del frame
        if number in {signal.SIGTERM, signal.SIGHUP}:
            self._told = self._told or signal.Signals(number)
        elif number == signal.SIGCONT:
            self._console.enter()
            if self._visit:
                os.kill(self._visit, signal.SIGCONT)
