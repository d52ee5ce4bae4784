"""The terminal itself: its cursor stays visible, and when it is gone the program ends.

Textual's own driver hides the cursor, which console screen readers and braille displays follow, and
its input thread spins when the other side of the terminal has closed; both are put right here, on the
pinned version.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from edu_tui.tui.gone import TerminalGone

SHOW_CURSOR = "\x1b[?25h"
READ = 4096
TICK = 0.1
"""Seconds after which a lone Escape is known to be one."""


class Terminal(LinuxDriver):
    """Textual's Linux driver with a visible cursor and an end."""

    def start_application_mode(self) -> None:
        """Start as Textual does, then show the cursor."""
        # Textual leaves this one without types.
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.write(SHOW_CURSOR)
        self.flush()

    def run_input_thread(self) -> None:
        """Pass on what is typed until the app ends or the terminal is gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(TICK):
                    data = self._read()
                    if not data:
                        self._app.post_message(TerminalGone())
                        return
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        try:
            for event in parser.feed(""):
                self.process_message(event)
        except (EOFError, ParseError):
            # An escape sequence cut off by the end means nothing.
            return

    def _read(self) -> bytes:
        """What has come; nothing when the other side is gone."""
        try:
            return os.read(self.fileno, READ)
        except OSError:
            return b""
