"""One voice: what is said last is heard, what was being said stops at once, and nobody waits for it.

The program runs beside everything, started by a thread of its own. Its end is never waited for by the
screen; where this process ends, however it ends, the voice ends too.
"""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.ui.speech.program import Program, Tone, which

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_SAID = 4096
"""Bytes of a program's complaint that are looked at."""
HUSHED = 2.0
"""Seconds for a program that only has to ask another for silence."""


class _Words(NamedTuple):
    text: str
    tone: Tone


class Speaker:
    """Speaks with that program; `lost` is called once, by another thread, when it cannot."""

    def __init__(self, program: Program, lost: Callable[[], None] = lambda: None) -> None:
        self._program = program
        self._lost = lost
        self._wanted: _Words | None = None
        self._turn = 0
        """Grows with whatever ends what is being said."""
        self._running: subprocess.Popen[bytes] | None = None
        self._thread: Thread | None = None
        self._over = False
        self._changed = Condition()
        # The kernel ends the voice with us: a visit's process is ended without a chance to do so.
        keeper = which("setpriv")
        self._with_us = [keeper, "--pdeathsig", "KILL", "--"] if keeper else []

    def say(self, text: str, tone: Tone) -> None:
        """Say this instead of whatever is being said."""
        self._next(_Words(text, tone))

    def stop(self) -> None:
        """Be silent."""
        self._next(None)

    def close(self) -> None:
        """Be silent for good."""
        self._over = True
        self._next(None)
        if self._thread is not None:
            self._thread.join(HUSHED * 2)

    @property
    def busy(self) -> bool:
        """Whether something is being said, or about to be."""
        with self._changed:
            return self._wanted is not None or self._running is not None

    def _next(self, words: _Words | None) -> None:
        with self._changed:
            self._turn += 1
            self._wanted = None if self._over else words
            _kill(self._running)
            if self._thread is None and self._wanted is not None:
                self._thread = Thread(target=self._work, name="speech", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted is not None or self._over)
                words, self._wanted = self._wanted, None
                turn = self._turn
            if words is None:
                return
            if not self._speak(words, turn):
                with self._changed:
                    first, self._over = not self._over, True
                if first:
                    self._lost()
                return

    def _speak(self, words: _Words, turn: int) -> bool:
        """Say it to its end or until something else is wanted; False when it cannot be said."""
        try:
            program = self._start(words, turn)
        except (OSError, ValueError):
            return False
        complaint = _talk(program, words.text)
        with self._changed:
            self._running = None
            interrupted = turn != self._turn
        if interrupted:
            self._hush()
            return True
        # espeak-ng ends well where it finds no loudspeaker.
        return program.returncode == 0 and b"error:" not in complaint.lower()

    def _start(self, words: _Words, turn: int) -> subprocess.Popen[bytes]:
        program = subprocess.Popen(
            [*self._with_us, *self._program.speak(words.tone)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
            start_new_session=True,
        )
        with self._changed:
            self._running = program
            if turn != self._turn:
                _kill(program)
        return program

    def _hush(self) -> None:
        command = self._program.hush()
        if command:
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=HUSHED,
                    check=False,
                )


def _talk(program: subprocess.Popen[bytes], text: str) -> bytes:
    """Give it the words, take its complaints to their end, and see it gone."""
    data = b""
    if program.stdin is not None and program.stderr is not None:
        with suppress(OSError):
            program.stdin.write(text.encode(errors="replace"))
        with suppress(OSError):
            program.stdin.close()
        while more := os.read(program.stderr.fileno(), MOST_SAID):
            data = (data + more)[:MOST_SAID]
        program.stderr.close()
    program.wait()
    return data


def _kill(program: subprocess.Popen[bytes] | None) -> None:
    """It and what it has started."""
    if program is not None and program.returncode is None:
        with suppress(OSError):
            os.killpg(program.pid, signal.SIGKILL)
