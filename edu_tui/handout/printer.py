"""To the printer: a program that the clinic names gets the text, and nothing of it stays with us.

No shell reads the command and no file is written; what the program does with the text is up to it.
"""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from threading import Thread
from typing import IO, TYPE_CHECKING

from edu_tui.system.errors import PrintError

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 8.0
"""Seconds; a print queue takes a page in far less."""
MOST_SAID = 4096
"""Bytes of the program's complaint that are looked at."""


def send(command: Sequence[str], text: str, patience: float = PATIENCE) -> None:
    """Give it the text and wait until it has taken it; raises PrintError."""
    try:
        program = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise PrintError(f"{command[0]}: {reason or error}", "it did not start") from error
    data: list[bytes] = []
    # Neither a program that does not read nor one that never stops talking holds anyone up.
    writes = Thread(target=_write, args=(program.stdin, text.encode(errors="replace")), daemon=True)
    listens = Thread(target=_listen, args=(program.stderr, data), daemon=True)
    writes.start()
    listens.start()
    try:
        status = program.wait(patience)
    except subprocess.TimeoutExpired:
        _end(program)
        raise PrintError(f"{command[0]}: no answer", "no answer") from None
    # A child that it left behind may hold its end open.
    listens.join(0.2)
    if status:
        ended = f"it ended with {status}"
        raise PrintError(_first(data) or f"{command[0]}: {ended}", ended)


def _write(pipe: IO[bytes] | None, data: bytes) -> None:
    with suppress(OSError, ValueError):
        if pipe is not None:
            pipe.write(data)
    with suppress(OSError, ValueError):
        if pipe is not None:
            pipe.close()


def _listen(pipe: IO[bytes] | None, data: list[bytes]) -> None:
    with suppress(OSError, ValueError):
        if pipe is not None:
            data.append(pipe.read(MOST_SAID))
            pipe.close()


def _end(program: subprocess.Popen[bytes]) -> None:
    """It and what it has started are gone when this returns."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(program.pid, signal.SIGKILL)
    program.kill()
    program.wait()


def _first(data: list[bytes]) -> str:
    """The first line of the complaint, without what could move a cursor."""
    text = b"".join(data).decode(errors="replace").strip().partition("\n")[0][:200]
    return "".join(char for char in text if char.isprintable()).strip()
