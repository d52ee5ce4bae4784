"""A program in a pseudo-terminal: what it paints and when, and what it takes from the machine.

The timed path only reads bytes and looks for words in them. Queries that the program asks of its
terminal are not answered, neither ours nor the empty app's.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

ROOT = Path(__file__).parent.parent
COLUMNS, LINES = 80, 24
QUIET = 0.05
"""Seconds without a byte after which a paint is over."""
PATIENCE = 60.0
READ = 65536
OURS = "import sys; from edu_tui.__main__ import main; sys.exit(main())"
EMPTY = "from bench.empty_app import main; main()"
KEYS = {"enter": b"\r", "down": b"\x1b[B", "up": b"\x1b[A", "escape": b"\x1b", "space": b" "}


class BenchError(Exception):
    """The program did not do what was waited for."""


def environment(home: Path) -> dict[str, str]:
    """The same for each side: a home of its own, and compiled code kept."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


class Program:
    """One program, started when it is made and ended when its block is left."""

    def __init__(self, code: str, home: Path, arguments: Sequence[str] = ()) -> None:
        self._seen = bytearray()
        self._marks: list[tuple[int, float]] = []
        self._unshown = 0
        self._shown = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._shown)
        command = [sys.executable, "-c", code, *arguments]
        surroundings = environment(home)
        self.started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.chdir(home)
            os.execve(command[0], command, surroundings)

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        finally:
            os.close(self._terminal)
            os.waitpid(self.pid, 0)

    # painting

    def wait_for(self, *wanted: bytes, since: int = 0, patience: float = PATIENCE) -> float:
        """When all of that had been written, by `time.perf_counter`."""
        end = time.perf_counter() + patience
        while not all(words in self._seen[since:] for words in wanted):
            if not self._read(end - time.perf_counter()):
                raise BenchError(f"{wanted!r} never came; the screen was:\n{self.screen()}")
        return time.perf_counter()

    def written_at(self, words: bytes) -> float:
        """When words that have been written had been; by `time.perf_counter`."""
        place = self._seen.index(words) + len(words)
        return next(moment for end, moment in self._marks if end >= place)

    def settle(self, quiet: float = 1.0) -> None:
        """Wait until nothing has been written for so long."""
        end = time.perf_counter() + PATIENCE
        while self._read(quiet) and time.perf_counter() < end:
            pass

    def press(self, key: str, *wanted: bytes, quiet: float = QUIET) -> float:
        """Milliseconds from a key to the last byte of what it painted, `wanted` within it."""
        since, start = self.send(key)
        last = self.wait_for(*(wanted or (b"\x1b",)), since=since)
        while self._read(quiet):
            last = time.perf_counter()
        return (last - start) * 1000

    def send(self, key: str) -> tuple[int, float]:
        """Press a key and wait for nothing; where in the bytes its paint will begin, and the time."""
        place, now = len(self._seen), time.perf_counter()
        os.write(self._terminal, KEYS.get(key) or key.encode())
        return place, now

    def written(self, seconds: float) -> int:
        """Bytes written in so many seconds."""
        before, end = len(self._seen), time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        return len(self._seen) - before

    def screen(self) -> str:
        """What is on the screen now; never within the timed path."""
        data, self._unshown = self._seen[self._unshown :], len(self._seen)
        # pyte does not know kitty's keyboard protocol and prints its ends.
        self._stream.feed(bytes(data).replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b""))
        return "\n".join(line.rstrip() for line in self._shown.display)

    def _read(self, patience: float) -> bool:
        if patience <= 0 or not select.select([self._terminal], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._terminal, READ)
        except OSError:
            data = b""
        if not data:
            raise BenchError(f"the program has ended; the screen was:\n{self.screen()}")
        self._seen += data
        self._marks.append((len(self._seen), time.perf_counter()))
        return True

    # what it takes

    @property
    def memory(self) -> tuple[float, float]:
        """Resident and proportional set size in MiB."""
        text = Path(f"/proc/{self.pid}/smaps_rollup").read_text("ascii")
        sizes = {row.split(":")[0]: row.split()[1] for row in text.splitlines()[1:]}
        return int(sizes["Rss"]) / 1024, int(sizes["Pss"]) / 1024

    @property
    def wake_ups(self) -> int:
        """Voluntary context switches of all its threads so far."""
        total = 0
        for status in Path(f"/proc/{self.pid}/task").glob("*/status"):
            for row in status.read_text("ascii").splitlines():
                if row.startswith("voluntary_ctxt_switches"):
                    total += int(row.split()[1])
        return total
