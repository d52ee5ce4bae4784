"""The terminal itself: what is switched on there is switched off, and when it is gone the program ends.

In place of Textual's own driver, which draws on standard error, leaves the pixel mouse on, hides the
cursor that screen readers and braille displays follow, and writes through a thread whose end it waits
for, also after that thread has died with its terminal. Here nothing is waited for but the terminal, and
for that not for long once the program has to end.
"""

from __future__ import annotations

import os
import select
import signal
import termios
import time
import tty
from codecs import getincrementaldecoder
from contextlib import suppress
from errno import EINTR
from typing import TYPE_CHECKING, Any

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.messages import InBandWindowResize

from edu_tui.system.ending import Watch
from edu_tui.system.typing import override
from edu_tui.ui.tui.gone import Continued, TerminalGone, ToldToEnd
from edu_tui.ui.tui.size import kernel_size
from edu_tui.ui.tui.title import GIVE_BACK, PUT_ASIDE, has_title

if TYPE_CHECKING:
    from asyncio import TimerHandle

    from textual.app import App
    from textual.geometry import Size
    from textual.message import Message

INPUT, OUTPUT = 0, 1
READ = WRITE = 4096
TICK = 0.1
"""Seconds between two looks whether a terminal that takes nothing is still worth waiting for."""
HURRY = 0.3
"""Seconds for a terminal to take what is still to be written when the program is told to end."""
MODES = (
    ("\x1b[?1049h", "\x1b[?1049l"),  # a screen of its own
    (
        "\x1b[<u\x1b[>1u",
        "\x1b[<u",
    ),  # kitty's keys, whose Escape is no beginning; each screen has its own
    ("\x1b[?1000h", "\x1b[?1000l"),  # buttons of the mouse
    ("\x1b[?1003h", "\x1b[?1003l"),  # its moves
    ("\x1b[?1006h", "\x1b[?1006l"),  # where it is, in digits
    ("\x1b[?2004h", "\x1b[?2004l"),  # what is pasted is marked as such
    ("\x1b[?7l", "\x1b[?7h"),  # no wrapping at the edge
    ("", "\x1b[?2026l"),  # an update cut short is shown all the same
    ("", "\x1b[0m"),
    ("\x1b[?25h", "\x1b[?25h"),  # a cursor
)
"""What is switched on, in this order, and how it is switched off, in the other."""
ON = "".join(on for on, _ in MODES)
OFF = "".join(off for _, off in reversed(MODES))
ASK_FOR_WHOLE_UPDATES = "\x1b[?2026$p"


class Terminal(Driver):
    """Textual's way to the terminal, from standard input to standard output."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=False, mouse=mouse, size=size)
        del debug
        self._size = self._size or kernel_size(OUTPUT)
        self._told_size: Size | None = None
        self._parser = XTermParser()
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._settling: TimerHandle | None = None
        self._before: list[Any] | None = None
        self._has_title, self._put_aside = has_title(os.environ), False
        """Whether the window has a title, and whether the one it had is put aside."""
        self._reading = self._gone = False
        self._theirs = [number for number in (0, 1, 2) if os.isatty(number)]
        """Descriptors that are of no use any more when it is gone."""
        self._until = float("inf")
        """When nothing is waited for any more."""
        self._watch = Watch(
            self._hear,
            self._give_back,
            others=(signal.SIGINT, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH),
        )

    @property
    @override
    def can_suspend(self) -> bool:
        """Whether SIGTSTP stops it with the terminal given back."""
        return True

    # from start to end

    @override
    def start_application_mode(self) -> None:
        """Take the terminal, and begin to read."""
        self._watch.start()
        self._take()
        self.write(ASK_FOR_WHOLE_UPDATES)

    @override
    def disable_input(self) -> None:
        """Read no more; what was typed and not read is dropped, or a shell would run it."""
        self._read_no_more()
        with suppress(termios.error):
            termios.tcflush(INPUT, termios.TCIFLUSH)

    @override
    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        self._give_back()

    @override
    def close(self) -> None:
        """Nothing is left to be done at the end but to end."""
        self._watch.stop()

    def _take(self) -> None:
        """Have the terminal; one that another program has had in between is taken anew."""
        with suppress(termios.error):
            before = termios.tcgetattr(INPUT)
            self._before = self._before or before
            modes = [*before]
            modes[tty.IFLAG] &= ~(
                termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
            )
            modes[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            modes[tty.CC] = [*modes[tty.CC]]
            modes[tty.CC][termios.VMIN], modes[tty.CC][termios.VTIME] = 1, 0
            # In the background this stops the process until it is in the foreground again.
            _set(modes)
        # Once: a terminal that was only stopped has it put aside still.
        aside = self._has_title and not self._put_aside
        self._put_aside = self._has_title
        self.write(f"{PUT_ASIDE if aside else ''}{ON}")
        self._tell_size()
        if not self._reading and not self._gone:
            self._reading = True
            self._loop.add_reader(INPUT, self._read)

    def _give_back(self) -> None:
        if self._before is None:
            return
        self.write(f"{OFF}{GIVE_BACK if self._put_aside else ''}")
        self._put_aside = False
        with suppress(termios.error):
            _set(self._before)
        self._before = None

    # signals

    def _hear(self, number: signal.Signals) -> None:
        """A signal has come; called by the thread that watches for them."""
        if number in {signal.SIGTERM, signal.SIGHUP}:
            self._until = time.monotonic() + HURRY
        # The loop may have ended.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._heed, number)

    def _heed(self, number: signal.Signals) -> None:
        if number == signal.SIGWINCH:
            self._tell_size()
        elif number == signal.SIGTSTP:
            self._stop()
        elif number == signal.SIGCONT:
            self._go_on()
        elif number == signal.SIGHUP:
            self._lose()
        else:
            self._read_no_more()
            self._app.post_message(ToldToEnd(number))

    def _stop(self) -> None:
        """Stop as any program does, with all of its job, but not before the terminal is given back."""
        self._give_back()
        ours = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        # The kernel lets a job be that nobody could continue.
        os.killpg(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, ours)
        self._go_on()

    def _go_on(self) -> None:
        """Who knows what is on the screen now, how large it is and which modes it has."""
        self._take()
        self._app.post_message(Continued())

    def _lose(self) -> None:
        """The terminal is gone: what still writes to it would fail or wait, so it goes nowhere."""
        if self._gone:
            return
        self._gone = True
        self._read_no_more()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in self._theirs:
            os.dup2(nowhere, descriptor)
        os.close(nowhere)
        self._app.post_message(TerminalGone())
        # Also where nobody has said so it has to end in time.
        signal.raise_signal(signal.SIGHUP)

    # in

    def _read(self) -> None:
        try:
            data = os.read(INPUT, READ)
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        text = self._decode(data)
        if text:
            for message in self._parser.feed(text):
                self.process_message(message)
        if self._settling is not None:
            self._settling.cancel()
        self._settling = self._loop.call_later(constants.ESCAPE_DELAY, self._settle)

    def _settle(self) -> None:
        """An Escape that nothing follows is one."""
        self._settling = None
        for message in self._parser.tick():
            self.process_message(message)

    def _read_no_more(self) -> None:
        if self._reading:
            self._reading = False
            self._loop.remove_reader(INPUT)

    @override
    def process_message(self, message: Message) -> None:
        """Pass it on; of its size the kernel alone tells."""
        if not isinstance(message, (events.Resize, InBandWindowResize)):
            super().process_message(message)

    @override
    def send_message(self, message: Message) -> None:
        """Into the app's queue: this is its own thread."""
        self._app.post_message(message)

    def _tell_size(self) -> None:
        size = kernel_size(OUTPUT)
        if size != self._told_size:
            self._told_size = size
            self._app.post_message(events.Resize(size, size))

    # out

    @override
    def write(self, data: str) -> None:
        """Write all of it before anything else happens; told to end, as much as is taken at once."""
        rest = memoryview(data.encode(errors="replace"))
        while rest and not self._gone:
            wait = max(0.0, min(TICK, self._until - time.monotonic()))
            try:
                if select.select((), (OUTPUT,), (), wait)[1]:
                    rest = rest[os.write(OUTPUT, rest[:WRITE]) :]
                elif time.monotonic() >= self._until:
                    return
            except BlockingIOError:
                # Somebody else made the terminal non-blocking: it will take more in a moment.
                time.sleep(TICK / 10)
            except OSError:
                with suppress(RuntimeError):
                    self._loop.call_soon_threadsafe(self._lose)
                return

    @override
    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing is opened."""


def _set(modes: list[Any]) -> None:
    """Set the terminal's modes, also when a signal comes in between."""
    while True:
        try:
            termios.tcsetattr(INPUT, termios.TCSANOW, modes)
        except termios.error as error:
            if error.args[0] != EINTR:
                raise
        else:
            return
