"""Asking at the terminal for what nobody may read while it is typed."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any


def hidden(ask: str) -> str:
    """What is typed without an echo; raises UsageError where nothing is.

    Told to end meanwhile, the terminal first echoes again: a shell need not see to that.
    """
    from getpass import getpass

    from edu_tui.system.ending import Watch
    from edu_tui.system.errors import UsageError

    modes = _modes()
    watch = Watch(last_words=lambda: _set(modes), patience=0.0)
    watch.start()
    try:
        return getpass(ask)
    except EOFError:
        raise UsageError("no PIN was typed.") from None
    finally:
        watch.stop()


def _modes() -> list[Any] | None:
    import termios

    with suppress(termios.error):
        return termios.tcgetattr(sys.stdin.fileno())
    return None


def _set(modes: list[Any] | None) -> None:
    import termios

    if modes is not None:
        with suppress(termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)
