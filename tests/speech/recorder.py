"""A program that speaks into a pipe: who it was, how it was asked, and its words."""

from __future__ import annotations

import os
import select
import time
from typing import TYPE_CHECKING, NamedTuple

import psutil

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 30.0
SILENCE = 0.4
"""Seconds in which nothing is said."""
GOES_ON = "exec sleep 1000"
"""What a program does that is still speaking."""


class Heard(NamedTuple):
    """One start of the program."""

    pid: int
    options: str
    text: str

    @property
    def gone(self) -> bool:
        """Whether it has ended; waits for that a while."""
        try:
            psutil.Process(self.pid).wait(PATIENCE)
        except psutil.NoSuchProcess:
            pass
        except psutil.TimeoutExpired:
            return False
        return True


class Recorder:
    """Put in a folder under a speech program's name; `body` is what it does once it has its words.

    Asked for silence it has none, and ends.
    """

    def __init__(self, folder: Path, name: str = "espeak-ng", body: str = "") -> None:
        self.bin = folder / "bin"
        self.bin.mkdir(exist_ok=True)
        pipe = folder / "heard"
        if not pipe.exists():
            os.mkfifo(pipe)
        self._pipe = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
        self._rest = b""
        path = self.bin / name
        path.write_text(
            f'#!/bin/sh\n[ "$1" = -C ] || text="$(tr "\\n" "|")"\n'
            f'printf "%s\\t%s\\t%s\\n" "$$" "$*" "$text" > {pipe}\n[ "$1" = -C ] || {{ {body or ":"}\n}}\n'
        )
        path.chmod(0o755)
        self.path = str(path)

    def next(self, patience: float = PATIENCE) -> Heard | None:
        """What is said next; None when nothing is for so long."""
        end = time.monotonic() + patience
        while b"\n" not in self._rest:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._pipe], [], [], left)[0]:
                return None
            self._rest += os.read(self._pipe, 65536)
        line, _, self._rest = self._rest.partition(b"\n")
        pid, options, text = line.decode().split("\t")
        return Heard(int(pid), options, text.rstrip("|"))

    def hear(self) -> Heard:
        """What is said next."""
        heard = self.next()
        assert heard is not None, "nothing was said"
        return heard

    def close(self) -> None:
        """Listen no more."""
        os.close(self._pipe)
