"""The program on the screen: its look, the library's index brought up to date beside it, its end.

Textual's own keys, palette and actions are switched off: whoever asks, only `edu_tui` actions run.
"""

from __future__ import annotations

import gc
import os
import signal
import time
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App
from textual.geometry import Size
from textual.reactive import Reactive

from edu_tui.journey.action import BY_KEY, OF_TERMINAL, Action
from edu_tui.layout.look import depth, medium
from edu_tui.system.typing import override
from edu_tui.ui.tui.gone import Continued, TerminalGone, ToldToEnd
from edu_tui.ui.tui.page import Page
from edu_tui.ui.tui.title import has_title, titled

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from edu_tui.journey.journey import Journey
    from edu_tui.layout.line import Medium
    from edu_tui.library.open_library import Contents
from edu_tui.layout.look import Depth

CLEAR = "\x1b[0m\x1b[H\x1b[2J"
PROGRESS = 0.1
"""Seconds between two words about progress."""


class EduApp(App[None], inherit_bindings=False):
    """One journey on a screen."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    ALLOW_SELECT: ClassVar[bool] = False
    READS_BESIDE: ClassVar[bool] = True
    """Whether the index is brought up to date beside the screen."""
    LEAST: ClassVar[Size] = Size(30, 10)
    """A smaller window shows nothing that can be read: it only asks to be made larger."""
    # Here and not on the screen: its own would be read, and all the rest once more, after the start.
    CSS_PATH: ClassVar[str] = "page.tcss"
    # Textual draws all of the screen anew for a title that only the window shows.
    title: Reactive[str] = Reactive("", repaint=False, compute=False)

    def __init__(
        self,
        journey: Journey,
        *,
        depth_: Depth | None = None,
        medium_: Medium | None = None,
        clock: Callable[[], float] = time.monotonic,
        driver_class: type[Driver] | None = None,
    ) -> None:
        self._depth: Depth = depth_ or depth(os.environ)
        super().__init__(driver_class=driver_class, ansi_color=self._depth != "full")
        self.journey = journey
        journey.visit.devices.terminal = self._ask_terminal
        self._medium: Medium = medium_ or medium()
        self._clock = clock
        self._stopping = False
        self._page = Page(journey, self._depth, self._medium, clock, self.LEAST)
        self.animation_level = "none"
        self.exit_status = 0

    @override
    def get_default_screen(self) -> Page:
        """The one screen; another under it would be laid out and drawn for nobody."""
        return self._page

    @override
    async def on_event(self, event: events.Event) -> None:
        """What is asked of the terminal is no matter of the page, nor of a field that is typed in."""
        action = BY_KEY.get(event.key) if isinstance(event, events.Key) else None
        if action and action in OF_TERMINAL - self.journey.visit.profile.withheld:
            self._ask_terminal(action)
            return
        await super().on_event(event)

    def _end(self, number: signal.Signals) -> None:
        """Told to end, end at once: the terminal restored, nothing asked."""
        self.exit_status = 128 + number
        self.exit()

    @on(ToldToEnd)
    def _told_to_end(self, message: ToldToEnd) -> None:
        self._end(message.number)

    @on(TerminalGone)
    def _gone(self) -> None:
        self._end(signal.SIGHUP)

    @on(Continued)
    def redraw(self) -> None:
        """Draw everything anew, over whatever another program has written there."""
        if self._driver is not None:
            self._driver.write(CLEAR)
        self.watch_title(self.title)
        self.refresh(layout=True)

    def watch_title(self, title: str) -> None:
        """What is open stands over the window too, where it has a title."""
        if self._driver is not None and has_title(os.environ):
            self._driver.write(titled(title))

    def _ask_terminal(self, action: Action) -> None:
        if action is Action.REDRAW:
            self.redraw()
        elif self._driver is not None and self._driver.can_suspend:
            signal.raise_signal(signal.SIGTSTP)

    @override
    def _set_pointer_shape(self, shape: str) -> None:
        """A mode of the terminal that nothing would set back."""

    @on(Page.Shown)
    @on(Page.LanguageChanged)
    def _begin_reading(self) -> None:
        """Not before the first paint: the parser takes as long to load as the paint may."""
        # What the start made stays; what screens leave behind is to be found soon, for weeks on end.
        gc.freeze()
        gc.set_threshold(1_000, 10, 10)
        if not self.READS_BESIDE:
            return
        self.run_worker(self._read_library, thread=True, exit_on_error=False, name="library")

    def _read_library(self) -> None:
        """Bring the index up to date; in a thread of its own."""
        visit = self.journey.visit
        last = self._clock()

        def progress(done: int, total: int) -> None:
            nonlocal last
            if self._clock() - last >= PROGRESS and not self._stopping:
                last = self._clock()
                self.call_from_thread(self._tell_progress, done, total)

        contents = visit.open_library.refresh(visit.language, progress, lambda: self._stopping)
        if not self._stopping:
            self.call_from_thread(self._take_contents, contents)
            visit.get_ready()

    def _tell_progress(self, done: int, total: int) -> None:
        self.journey.visit.getting_ready = (done, total)
        self._show_modules()

    def _take_contents(self, contents: Contents) -> None:
        visit = self.journey.visit
        known = visit.getting_ready is None and contents == visit.contents
        visit.getting_ready = None
        if contents.language == visit.language:
            visit.contents = contents
        if not known:
            self._show_modules()

    def _show_modules(self) -> None:
        """A page being read does not change because a file was read."""
        if self.journey.at_home or self.journey.place.lists_modules:
            self._page.show()

    @override
    def _fatal_error(self) -> None:
        """Leave the screen; `run` raises the error. Textual would print it with what is typed."""
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        """Tell the reading thread to stop."""
        self._stopping = True


def run(journey: Journey, *, ascii_alone: bool = False) -> int:
    """Run until the reader leaves or the terminal is gone; the exit status.

    An error that nobody caught is raised when the terminal is as it was.
    """
    from edu_tui.ui.tui.terminal import Terminal

    app = EduApp(journey, driver_class=Terminal, medium_="ascii" if ascii_alone else None)
    app.run()
    if app._exception is not None:
        raise app._exception
    return app.exit_status or app.return_code or 0
