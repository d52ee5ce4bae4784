"""The kiosk for weeks: an attack of a million events, and 5,000 visits one after the other."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench import libraries
from bench.adversary import Adversary
from bench.goals import Result, p50
from bench.terminal import OURS, BenchError, environment

if TYPE_CHECKING:
    from types import TracebackType

EVENTS, QUICK_EVENTS = 1_000_000, 20_000
SLICE = 10_000
"""Events after which memory and processes are looked at."""
VISITS, FIRST, QUICK_VISITS, QUICK_FIRST = 5_000, 500, 200, 50
SOME = 50
"""Visits whose median is one number."""
PATIENCE = 60.0
WELCOME = b"only a few minutes"
OWN = {"kiosk.log", "counters.sqlite"}
NAME_CALLED, END = b"\x1b[21~", b"1"


class Kiosk:
    """One kiosk in a terminal; what it draws is only looked through for words."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._fresh = b""
        arguments = ["kiosk", "--no-exit", "--allow-unreviewed"]
        command = [sys.executable, "-c", OURS, *arguments, *libraries.shipped().arguments]
        surroundings = environment(home) | {"XDG_STATE_HOME": str(home / "state")}
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            os.execve(command[0], command, surroundings)
        Adversary(0, self.terminal, self.take).resize(80, 24)

    def __enter__(self) -> Kiosk:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        os.kill(self.pid, signal.SIGTERM)
        os.close(self.terminal)
        os.waitpid(self.pid, 0)

    def take(self, data: bytes) -> None:
        """Remember the last of what has been drawn."""
        self._fresh = (self._fresh + data)[-65536:]

    def wait_for(self, words: bytes) -> float:
        """When those words had been drawn, since the last wait."""
        end = time.perf_counter() + PATIENCE
        while words not in self._fresh:
            if not select.select([self.terminal], [], [], max(0.0, end - time.perf_counter()))[0]:
                raise BenchError(f"{words!r} never came: {self._fresh[-2000:]!r}")
            self.take(os.read(self.terminal, 65536))
        now = time.perf_counter()
        self._fresh = b""
        return now

    def press(self, key: bytes) -> None:
        """Press a key."""
        os.write(self.terminal, key)

    def visit(self) -> float:
        """Read a little and leave; milliseconds from the end to the next welcome, drawn."""
        self.press(b"1")
        self.wait_for(b"What is ketamine")
        self.press(NAME_CALLED)
        self.wait_for(b"End and clear")
        start = time.perf_counter()
        self.press(END)
        return (self.wait_for(WELCOME) - start) * 1000

    @property
    def visits(self) -> list[int]:
        """The processes below it."""
        text = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text("ascii")
        return [int(one) for one in text.split()]

    @property
    def memory(self) -> float:
        """MiB of the supervisor that are its own."""
        return _own(self.pid)

    @property
    def crashes(self) -> int:
        """Lines in its log."""
        log = self.home / "state" / "edu-tui" / "kiosk.log"
        return log.read_text().count("\n") if log.exists() else 0


def _own(pid: int) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    sizes = {row.split(":")[0]: row.split()[1] for row in text.splitlines()[1:]}
    return int(sizes["Rss"]) / 1024


def measure(rounds: int, *, quick: bool) -> list[Result]:
    """Both, once each: they take long."""
    del rounds
    return [*_visits(quick=quick), *_attacked(quick=quick)]


def _visits(*, quick: bool) -> list[Result]:
    total, first = (QUICK_VISITS, QUICK_FIRST) if quick else (VISITS, FIRST)
    with TemporaryDirectory() as folder, Kiosk(Path(folder)) as kiosk:
        kiosk.wait_for(WELCOME)
        took = [kiosk.visit() for _ in range(first)]
        early = kiosk.memory
        took += [kiosk.visit() for _ in range(total - first)]
        late, crashes = kiosk.memory, kiosk.crashes
    grown = (late - early) / early * 100
    begin, end = p50(took[:SOME]), p50(took[-SOME:])
    return [
        Result(f"kiosk: growth over {total:,} visits, percent", late, early, "MiB", 5.0, grown),
        Result(
            "kiosk: from one visit's end to the next welcome", end, begin, "ms", 1.1, end / begin
        ),
        Result(f"kiosk: crashes in {total:,} visits", crashes, 0, "", 0.0, crashes),
    ]


def _attacked(*, quick: bool) -> list[Result]:
    events = QUICK_EVENTS if quick else EVENTS
    with TemporaryDirectory() as folder, Kiosk(Path(folder)) as kiosk:
        kiosk.wait_for(WELCOME)
        before = {path for path in Path(folder).rglob("*") if path.is_file()}
        early = kiosk.memory
        adversary = Adversary(11, kiosk.terminal, kiosk.take)
        done, most, largest = 0, 0, 0.0
        while done < events:
            done += adversary.attack(SLICE)
            below = kiosk.visits
            most = max(most, len(below))
            largest = max([largest, *(_own(pid) for pid in below if Path(f"/proc/{pid}").exists())])
        late, crashes = kiosk.memory, kiosk.crashes
        after = {path for path in Path(folder).rglob("*") if path.is_file()}
        paths = {path for path in after - before if path.name not in OWN}
    grown = (late - early) / early * 100
    return [
        Result(f"kiosk: growth over {done:,} events, percent", late, early, "MiB", 5.0, grown),
        Result("kiosk: largest visit in the attack", largest, early, "MiB", 1.5, largest / early),
        Result("kiosk: processes of a visit in the attack", most, 0, "", 1.0, most),
        Result("kiosk: crashes in the attack", crashes, 0, "", 0.0, crashes),
        Result("kiosk: files made in the attack", len(paths), 0, "", 0.0, len(paths)),
    ]
