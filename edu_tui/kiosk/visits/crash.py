"""What is kept about a crash: when, which kind of error, which lines of code. Never a word of it.

A message and the values of names may hold what a visitor typed; kinds and places cannot.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import gmtime, strftime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

MOST_PLACES = 12
MOST_BYTES = 256 * 1024
"""Then the older half of the log goes."""
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_NONBLOCK


def places(error: BaseException) -> str:
    """The kind of error, and the innermost places it came through, outermost first."""
    frames: list[str] = []
    at: TracebackType | None = error.__traceback__
    while at is not None:
        code = at.tb_frame.f_code
        frames.append(f"{_short(code.co_filename)}:{at.tb_lineno} {code.co_name}")
        at = at.tb_next
    kind = type(error)
    return " < ".join([f"{kind.__module__}.{kind.__qualname__}", *reversed(frames[-MOST_PLACES:])])


def _short(file: str) -> str:
    parts = file.replace(os.sep, "/").split("/")
    return "/".join(parts[-3:])


class CrashLog:
    """A small file that says what happened to visits, one line each. It never stops the kiosk."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def write(self, line: str) -> None:
        """Add a line with its time, where it can be written."""
        if self._path is None:
            return
        clean = "".join(char if char.isprintable() else " " for char in line)[:2000]
        entry = f"{strftime('%Y-%m-%dT%H:%M:%SZ', gmtime())} {clean}\n".encode()
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._shorten()
            handle = os.open(self._path, _FLAGS, 0o600)
            try:
                os.write(handle, entry)
            finally:
                os.close(handle)

    def excepthook(
        self, kind: type[BaseException], error: BaseException, at: TracebackType | None
    ) -> None:
        """In place of a traceback on the screen: the supervisor itself has failed."""
        del kind, at
        self.write(f"the kiosk ended: {places(error)}")
        os.write(2, b"edu-tui: the kiosk has stopped because of an error in the program.\n")

    def _shorten(self) -> None:
        if self._path is None or not self._path.is_file():
            return
        if self._path.stat().st_size <= MOST_BYTES:
            return
        kept = self._path.read_bytes()[-MOST_BYTES // 2 :].partition(b"\n")[2]
        spare = self._path.with_suffix(".new")
        spare.write_bytes(kept)
        spare.replace(self._path)


def where(pid: int) -> str:
    """What the kernel says that a process does: where it waits, or how much it works."""
    try:
        waits = Path(f"/proc/{pid}/wchan").read_text()
        state, *rest = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return "gone"
    return f"state {state}, in {waits or '?'}, {rest[10]} ticks of work"
