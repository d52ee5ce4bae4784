"""A terminal of its own for one run of the program: real bytes in, real characters out."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "tui" / "sample"
PATIENCE = 30.0
"""Seconds after which what was waited for is said never to come."""
NUMBER_OF_PTY = 0x80045430
"""Linux's TIOCGPTN, which Python has no name for."""
COLOUR = re.compile(rb"\x1b\[([\d;:]*)m")
KEYS = {"down": "\x1b[B", "up": "\x1b[A", "enter": "\r", "escape": "\x1b", "backspace": "\x7f"}


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """A home of its own, nothing inherited but the path."""
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    return {**env, **more}


class Terminal:
    """One run; ended when its block is left."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        command: Sequence[str] = ("-m", "edu_tui"),
        library: Path | None = SAMPLE,
        size: tuple[int, int] = (80, 24),
        **more: str,
    ) -> None:
        columns, lines = size
        self.raw = b""
        # Where a terminal was never given a size, the usual one is drawn.
        self.screen = pyte.Screen(columns or 80, lines or 24)
        self._stream = pyte.ByteStream(self.screen)
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            [*command, *(("--library", str(library)) if library else ()), *arguments],
            env=surroundings(home, **more),
            dimensions=(lines, columns),
            cwd=str(home),
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if kind is not None and not self.child.terminated:
            # What does not end would be waited for.
            os.kill(self.pid, signal.SIGKILL)
        self.child.close(force=True)

    @property
    def pty(self) -> Any:
        """Ptyprocess's own, of which pexpect's types do not tell."""
        return vars(self.child)["ptyproc"]

    @property
    def pid(self) -> int:
        """That of the process that was started."""
        assert self.child.pid is not None
        return self.child.pid

    def read(self, patience: float) -> bytes:
        """What comes within so many seconds; nothing when nothing comes, or the program has ended."""
        try:
            data = self.child.read_nonblocking(65536, timeout=patience)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return b""
        self.raw += data
        # pyte does not know kitty's keyboard protocol and would print its ends.
        self._stream.feed(data.replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b""))
        return data

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Read until it is so."""
        end = time.monotonic() + PATIENCE
        while not until():
            assert time.monotonic() < end, f"{what} never came:\n{self.text}"
            self.read(0.2)

    def wait_for(self, *words: str) -> None:
        """Read until all of that can be seen and the paint is whole."""
        self.wait(lambda: all(word in self.text for word in words), repr(words))
        while self.read(0.1):
            pass

    def press(self, key: str, *words: str) -> None:
        """Press a key; wait for those words, or for any answer."""
        before = len(self.raw)
        self.child.send(KEYS.get(key, key))
        self.wait(lambda: len(self.raw) > before, f"an answer to {key!r}")
        self.wait_for(*words)

    @property
    def device(self) -> Path:
        """The program's side of the terminal, where others write to it; of a kiosk /proc shows it to root alone."""
        (number,) = struct.unpack("i", fcntl.ioctl(self.child.child_fd, NUMBER_OF_PTY, bytes(4)))
        return Path(f"/dev/pts/{number}")

    @property
    def lines(self) -> list[str]:
        """The characters on the screen."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def marked(self) -> list[int]:
        """Indexes of the lines that begin with the mark of focus."""
        return [i for i, line in enumerate(self.lines) if f"{line} ".lstrip().startswith("> ")]

    @property
    def colours(self) -> set[str]:
        """Every colour that was asked for, as the numbers of its code."""
        colours = set()
        for match in COLOUR.finditer(self.raw):
            numbers = match[1].decode().replace(":", ";").split(";")
            while numbers:
                number = numbers.pop(0)
                if number in {"38", "48"}:
                    kind = numbers.pop(0)
                    rest = [numbers.pop(0) for _ in range(3 if kind == "2" else 1)]
                    colours.add(f"{number};{kind};{';'.join(rest)}")
                elif number.isdigit() and (30 <= int(number) <= 49 or 90 <= int(number) <= 107):
                    colours.add(number)
        return colours

    def end(self) -> int:
        """Read to the end; the exit status, 128 and the signal's number where one ended it."""
        end = time.monotonic() + PATIENCE
        while not self.has_ended(0.02):
            assert time.monotonic() < end, f"it does not end:\n{self.text}"
            self.read(0.2)
        self.child.wait()
        while self.read(0.1):
            pass
        status = self.child.exitstatus
        return 128 + (self.child.signalstatus or 0) if status is None else status

    def has_ended(self, patience: float) -> bool:
        """Whether it ends within so many seconds, read or not."""
        if self.child.terminated:
            return True
        alive = os.pidfd_open(self.pid)
        try:
            return bool(select.select([alive], [], [], patience)[0])
        finally:
            os.close(alive)

    def kill(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.pid, number)
