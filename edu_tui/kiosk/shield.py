"""The first thing a kiosk does, before any slow import: no key may stop it while it starts.

Ctrl+C, Ctrl+backslash and Ctrl+Z are keys like others once the terminal makes no signals of them. What
is ignored here stays ignored in a new interpreter, which begins with what this one leaves.
"""

from __future__ import annotations

import os
import signal
import termios
from contextlib import suppress
from typing import Any

IGNORED = ("INT", "QUIT", "TSTP", "TTIN", "TTOU", "USR1", "USR2", "ALRM", "PIPE")
_LOCAL = 3
_TALKING = termios.ISIG | termios.ECHO | termios.ICANON | termios.IEXTEN
_NOT_DUMPABLE = 4

Modes = list[Any]


def ignore_signals() -> None:
    """None of these is meant for a kiosk, whoever sends it."""
    for name in IGNORED:
        signal.signal(getattr(signal, f"SIG{name}"), signal.SIG_IGN)


def silence(terminal: int) -> Modes | None:
    """Echo nothing and make no signal of a key; the modes to go back to, or None where there are none.

    Those are a shell's, whatever was found: the interpreter that began this has silenced it already.
    """
    try:
        before = termios.tcgetattr(terminal)
        now = termios.tcgetattr(terminal)
        before[_LOCAL] |= _TALKING
        now[_LOCAL] &= ~_TALKING
        termios.tcsetattr(terminal, termios.TCSANOW, now)
    except termios.error:
        return None
    return before


def restore(terminal: int, modes: Modes | None) -> None:
    """The modes as they were; what was typed meanwhile is dropped, or a shell would run it."""
    if modes is not None:
        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSAFLUSH, modes)


def release(terminal: int) -> None:
    """Let output go on that is held: by Scroll Lock, by Ctrl+S, by another program."""
    with suppress(termios.error):
        # Only what was held in this very way is let go on; so it is held first.
        termios.tcflow(terminal, termios.TCOOFF)
        termios.tcflow(terminal, termios.TCOON)


def keep_memory_private() -> None:
    """No core file, and no other program of this user may look into this one's memory."""
    import resource
    from ctypes import CDLL

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, AttributeError):
        CDLL(None).prctl(_NOT_DUMPABLE, 0, 0, 0, 0)


def is_terminal(*descriptors: int) -> bool:
    """Whether all of them are a terminal."""
    return all(os.isatty(descriptor) for descriptor in descriptors)
