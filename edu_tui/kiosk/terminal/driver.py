"""The terminal as a visit has it: keys in, words and colours out, nothing else either way.

It has no thread and sets no mode: both are the supervisor's. It reads no more while the screen has not
caught up with what was typed, and of a flood it takes a few keys and lets the rest go.
"""

from __future__ import annotations

import os
import select
import signal
import time
from typing import TYPE_CHECKING, Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key

from edu_tui.kiosk import shield
from edu_tui.kiosk.terminal.keys import Key, Keys, Touch
from edu_tui.kiosk.terminal.output import let_through
from edu_tui.system.typing import override
from edu_tui.ui.tui.gone import Continued, TerminalGone
from edu_tui.ui.tui.size import kernel_size

if TYPE_CHECKING:
    from asyncio import TimerHandle

    from textual.app import App
    from textual.message import Message

READ = 1024
FEW = 12
"""Keys and touches taken from either end of one read: nobody presses more at once, and the last of a
flood may be somebody's."""
BACKLOG = 32
"""Messages that may wait; while there are more nothing is read."""
PAUSE = 0.02
CHUNK = 4096
"""Bytes written at a time."""
HELD = 0.2
"""Seconds after which a terminal that takes nothing is taken for one that is held, as by Scroll Lock."""
TICK = 0.1
"""Seconds after which a lone Escape is known to be one."""
SMALLEST, LARGEST = Size(20, 5), Size(240, 80)
"""Sizes that are drawn; a window beyond them shows a part, or has room to spare."""
_MOUSE: dict[str, type[events.MouseEvent]] = {
    "down": events.MouseDown,
    "up": events.MouseUp,
    "wheel down": events.MouseScrollDown,
    "wheel up": events.MouseScrollUp,
}


class VisitTerminal(Driver):
    """Textual's way to the terminal. `output` is the descriptor that draws."""

    output = 1
    life = -1
    """Can be read once the supervisor is gone."""
    chord: tuple[str, ...] = ()

    def alive(self) -> None:
        """Something has been written."""

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
        self._keys = Keys(self.chord)
        self._settling: TimerHandle | None = None
        self._resizing = False
        self._reading = False
        self._size = self._size or self.kernel_size()

    # in

    @override
    def start_application_mode(self) -> None:
        """Begin to read, and tell the size."""
        signal.signal(signal.SIGWINCH, self._take_resize)
        self._loop.add_signal_handler(signal.SIGCONT, self._go_on)
        if self.life >= 0:
            self._loop.add_reader(self.life, self._orphaned)
        self._read_on()
        self._tell_size()

    @override
    def disable_input(self) -> None:
        """Read no more."""
        self._pause()
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        self._loop.remove_signal_handler(signal.SIGCONT)

    @override
    def stop_application_mode(self) -> None:
        """There is nothing to restore here."""
        self.disable_input()

    def _read_on(self) -> None:
        if not self._reading:
            self._reading = True
            self._loop.add_reader(0, self._read)

    def _pause(self) -> None:
        if self._reading:
            self._reading = False
            self._loop.remove_reader(0)

    def _read(self) -> None:
        try:
            data = os.read(0, READ)
        except OSError:
            data = b""
        if not data:
            self._pause()
            self._app.post_message(TerminalGone())
            return
        self._pass_on(self._keys.feed(data))
        if self._settling is not None:
            self._settling.cancel()
            self._settling = None
        if self._keys.waiting:
            self._settling = self._loop.call_later(TICK, self._settle)
        self._wait_for_the_screen()

    def _go_on(self) -> None:
        """The supervisor has taken the terminal anew: nothing is on it."""
        self._app.post_message(Continued())

    def _orphaned(self) -> None:
        """Nobody will wipe the screen after this visit: do it, and be gone."""
        self._loop.remove_reader(self.life)
        self.write("\x1b[0m\x1b[H\x1b[2J\x1b[3J")
        self._app.post_message(TerminalGone())

    def _settle(self) -> None:
        self._settling = None
        self._pass_on(self._keys.settle())

    def _wait_for_the_screen(self) -> None:
        if self._backlog <= BACKLOG:
            self._read_on()
            return
        self._pause()
        self._loop.call_later(PAUSE, self._wait_for_the_screen)

    @property
    def _backlog(self) -> int:
        app = self._app
        pumps = {app, *app.screen_stack, *([app.focused] if app.focused else [])}
        return sum(pump.message_queue_size for pump in pumps)

    def _pass_on(self, inputs: list[Key | Touch]) -> None:
        few = inputs if len(inputs) <= 2 * FEW else inputs[:FEW] + inputs[-FEW:]
        for key in few:
            message = _key(key) if isinstance(key, Key) else self._mouse_event(key)
            if message is not None:
                message.set_sender(self._app)
                self._app.post_message(message)

    def _mouse_event(self, touch: Touch) -> Message | None:
        width, height = self._app.size
        if touch.x >= width or touch.y >= height:
            return None
        button = 0 if touch.kind.startswith("wheel") else 1
        return _MOUSE[touch.kind](
            widget=None, x=touch.x, y=touch.y, delta_x=0, delta_y=0, button=button,
            shift=False, meta=False, ctrl=False, screen_x=touch.x, screen_y=touch.y,
        )  # fmt: skip

    # its size

    def _take_resize(self, number: int, frame: object) -> None:
        """One word to the loop for a whole storm of them: a plain handler, for asyncio queues each."""
        del number, frame
        if not self._resizing:
            self._resizing = True
            self._loop.call_soon_threadsafe(self._loop.call_later, TICK / 2, self._tell_size)

    def _tell_size(self) -> None:
        self._resizing = False
        size = self.kernel_size()
        self._app.post_message(events.Resize(size, size))

    def kernel_size(self) -> Size:
        """What the kernel says, within what makes sense."""
        columns, lines = kernel_size(0)
        return Size(
            min(max(columns, SMALLEST.width), LARGEST.width),
            min(max(lines, SMALLEST.height), LARGEST.height),
        )

    # out

    @override
    def write(self, data: str) -> None:
        """Write what is let through, all of it, before anything else happens."""
        rest = memoryview(let_through(data).encode(errors="replace"))
        while rest:
            try:
                if not select.select([], [self.output], [], HELD)[1]:
                    shield.release(self.output)
                    continue
                rest = rest[os.write(self.output, rest[:CHUNK]) :]
                # A slow terminal that takes a little is no hanging visit.
                self.alive()
            except BlockingIOError:
                # Somebody else made the terminal non-blocking: it will take more in a moment.
                time.sleep(PAUSE)
            except OSError:
                self._app.post_message(TerminalGone())
                return

    @override
    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing is opened."""

    @override
    def deliver_binary(self, binary: Any, **given: Any) -> None:
        """Nothing is written."""


def _key(key: Key) -> events.Key:
    name = key.name
    if key.character and key.name == key.character and not key.name.isalnum():
        name = _character_to_key(key.name)
        name = KEY_NAME_REPLACEMENTS.get(name, name)
    return events.Key(name, key.character or None)
