"""How the kiosk is, in a small file for who watches over it: never a word of any visitor's, nor that they came.

It is written whole and put in its place at once, so that whoever reads it reads one state or the next.
That it cannot be written stops nothing.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from time import gmtime, strftime, time
from typing import TYPE_CHECKING, Literal

from edu_tui import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

State = Literal["starting", "open", "break", "stuck", "ended"]
"""`open` is ready for visitors; `break` the pause after visits that failed one after the other; `stuck` a
screen that cannot be cleared of a visit."""
FORMAT = 2
LARGEST = 65536
"""Bytes of it."""
READABLE = 0o644
"""By any monitoring on this machine: there is nothing to hide in it."""


class KioskHealth:
    """What is said of the kiosk; every change is written."""

    def __init__(self, path: Path | None, clock: Callable[[], float] = time) -> None:
        self._path = path
        self._clock = clock
        self._state: State = "starting"
        self._since = clock()
        self._day = ""
        self._crashes = 0
        self._last_error: dict[str, str] | None = None
        self._take_over()
        self._write()

    def now(self, state: State) -> None:
        """It is in that state from now on."""
        if state != self._state:
            self._state, self._since = state, self._clock()
            self._write()

    def failed(self, code: str) -> None:
        """A visit came to a bad end; `code` is a kind of error or an exit code, never its message."""
        self._new_day()
        self._crashes += 1
        self._last_error = {"at": _moment(self._clock()), "code": code}
        self._write()

    def _new_day(self) -> None:
        """Counts begin again at midnight, UTC."""
        today = strftime("%Y-%m-%d", gmtime(self._clock()))
        if today != self._day:
            self._day, self._crashes = today, 0

    def _take_over(self) -> None:
        """What was counted today before the kiosk was started again: else nobody would see that it was."""
        try:
            before = json.loads(_get(self._path)) if self._path else {}
            crashes = int(before["crashes"])
            error = before["last_error"] and {
                key: str(before["last_error"][key]) for key in ("at", "code")
            }
            is_today = before["day"] == strftime("%Y-%m-%d", gmtime(self._clock()))
        except (OSError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
            return
        self._last_error = error or None
        if is_today:
            self._day, self._crashes = before["day"], crashes

    def _write(self) -> None:
        if self._path is None:
            return
        self._new_day()
        record = {
            "format": FORMAT,
            "version": __version__,
            "pid": os.getpid(),
            "state": self._state,
            "since": _moment(self._since),
            "day": self._day,
            "crashes": self._crashes,
            "last_error": self._last_error,
        }
        with suppress(OSError):
            _put(self._path, json.dumps(record, ensure_ascii=True).encode() + b"\n")


def _moment(at: float) -> str:
    return strftime("%Y-%m-%dT%H:%M:%SZ", gmtime(at))


def _get(path: Path) -> bytes:
    """As much as there ever is in it; no link is followed, and nothing is waited for."""
    there = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        return os.read(there, LARGEST)
    finally:
        os.close(there)


def _put(path: Path, data: bytes) -> None:
    """In its place at once; nothing that stands at its name, or at the spare's, is written through."""
    spare = path.with_name(f".{path.name}.new")
    with suppress(FileNotFoundError):
        spare.unlink()
    number = os.open(spare, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, READABLE)
    try:
        # whatever the umask of the service is
        os.fchmod(number, READABLE)
        os.write(number, data)
    finally:
        os.close(number)
    spare.replace(path)
