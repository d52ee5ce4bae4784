"""The terminal as the supervisor has it: entered once, wiped between visits, given back at the end.

Nothing a visit leaves behind outlasts `wipe`: not on the screen, not in what a terminal lets scroll back
to, not typed and unread. Standard output and error lead nowhere meanwhile, so that no library and no
fatal error of Python can write on the screen.
"""

from __future__ import annotations

import os
import select
import termios
import textwrap
import time
import tty
from contextlib import suppress
from typing import TYPE_CHECKING

from edu_tui.kiosk import shield
from edu_tui.ui.tui.title import GIVE_BACK, PUT_ASIDE, has_title, titled

if TYPE_CHECKING:
    from edu_tui.kiosk.shield import Modes

_OTHER_SCREEN, _OWN_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
_NO_EXTRAS = "\x1b[?2004l\x1b[?1004l\x1b[?1003l\x1b[?1015l\x1b[?2048l"
"""No bracketed paste, no reports of focus, of movement, of sizes."""
_MOUSE, _NO_MOUSE = "\x1b[?1000h\x1b[?1006h", "\x1b[?1006l\x1b[?1000l"
_WIPE = "\x1b[?2026l\x1b[0m\x1b[H\x1b[2J\x1b[3J\x1b[?25h"
TITLE = "edu-tui"
"""Of the window: it tells nothing of what visitors read."""
PATIENCE = 0.1
"""Seconds for a terminal that takes nothing: output may be stopped, or the other side is stuck."""


class Console:
    """One terminal, from start to end."""

    def __init__(self, before: Modes | None, *, mouse: bool) -> None:
        self.input = 0
        self._before = before
        self._mouse = mouse
        self._has_title, self._put_aside = has_title(os.environ), False
        """Whether the window has a title, and whether the one it had is put aside."""
        self.output = os.dup(1)
        os.set_inheritable(self.output, False)  # noqa: FBT003
        self._streams = [os.dup(number) for number in (1, 2)]
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in (1, 2):
            os.dup2(nowhere, number)
        os.close(nowhere)

    def enter(self) -> None:
        """Raw keys, a screen without scrollback, the mouse where it is of use, the program's name over it."""
        self._take_keys()
        title = f"{'' if self._put_aside else PUT_ASIDE}{titled(TITLE)}" if self._has_title else ""
        self._put_aside = self._has_title
        self.write(f"{title}{_OTHER_SCREEN}{self._modes}{_WIPE}")

    def wipe(self) -> bool:
        """Nothing of the last visit, and the modes as they have to be, whatever it did to them.

        False where the terminal does not take it, even when output that was held goes on: then what the
        last visit wrote may still stand there.
        """
        self._take_keys()
        shield.release(self.output)
        self.drop_input()
        if self.write(f"{_WIPE}{self._modes}"):
            return True
        with suppress(termios.error):
            # What the visit wrote and nobody has taken yet: there is no need for it, and it is in the way.
            termios.tcflush(self.output, termios.TCOFLUSH)
        return False

    def _take_keys(self) -> None:
        """Every key is a character, none is a signal, none holds the output."""
        with suppress(termios.error):
            tty.setraw(self.input, termios.TCSANOW)
            modes = termios.tcgetattr(self.input)
            modes[tty.OFLAG] |= termios.OPOST | termios.ONLCR
            termios.tcsetattr(self.input, termios.TCSANOW, modes)

    @property
    def _modes(self) -> str:
        return f"\x1b[?7l{_NO_EXTRAS}{_MOUSE if self._mouse else _NO_MOUSE}"

    def drop_input(self) -> None:
        """What was typed and not read is dropped."""
        with suppress(termios.error):
            termios.tcflush(self.input, termios.TCIFLUSH)

    def leave(self) -> None:
        """Give it back as it was, with nothing on it."""
        shield.release(self.output)
        title = GIVE_BACK if self._put_aside else ""
        self._put_aside = False
        self.write(f"{_WIPE}{_NO_MOUSE}\x1b[?7h{_OWN_SCREEN}{_WIPE}{title}")
        shield.restore(self.input, self._before)
        for number, kept in zip((1, 2), self._streams, strict=True):
            os.dup2(kept, number)

    def show(self, words: str) -> None:
        """A few words in the middle of an empty screen."""
        try:
            columns, lines = os.get_terminal_size(self.input)
        except OSError:
            columns, lines = 80, 24
        wrapped = textwrap.wrap(words, max(10, min(columns - 4, 60)))[: max(1, lines)]
        top = max(1, (lines - len(wrapped)) // 2)
        left = max(1, (columns - max(map(len, wrapped))) // 2)
        self.write(
            _WIPE + "".join(f"\x1b[{top + at};{left}H{part}" for at, part in enumerate(wrapped))
        )

    def write(self, text: str) -> bool:
        """Write it; False where a terminal takes nothing for a while and goes without the rest."""
        data = text.encode()
        end = time.monotonic() + PATIENCE
        try:
            # It may be held at any moment, and whoever writes then would wait for ever.
            os.set_blocking(self.output, False)
            while data:
                wait = end - time.monotonic()
                if wait <= 0 or not select.select([], [self.output], [], wait)[1]:
                    return False
                with suppress(BlockingIOError):
                    data = data[os.write(self.output, data) :]
        except OSError:
            return False
        finally:
            with suppress(OSError):
                os.set_blocking(self.output, True)
        return True
