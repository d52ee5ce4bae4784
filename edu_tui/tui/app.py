"""The program on the screen: its look, the library's index brought up to date beside it, its end.

Textual's own keys, palette and actions are switched off: whoever asks, only `edu_tui` actions run.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import time
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App
from textual.geometry import Size

from edu_tui.page.look import depth, medium
from edu_tui.tui.gone import TerminalGone
from edu_tui.tui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from edu_tui.journey.journey import Journey
    from edu_tui.library.shelf import Contents
    from edu_tui.page.line import Medium
    from edu_tui.page.look import Depth

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
        self._medium: Medium = medium_ or medium(os.environ)
        self._clock = clock
        self._stopping = False
        self._page = Page(journey, self._depth, self._medium, clock, self.LEAST)
        self.animation_level = "none"
        self.exit_status = 0

    def get_default_screen(self) -> Page:
        """The one screen; another under it would be laid out and drawn for nobody."""
        return self._page

    def on_mount(self) -> None:
        """Be ready to be told to end."""
        self._watch_signals()

    def _watch_signals(self) -> None:
        """Told to end, end at once: the terminal restored, nothing asked."""
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end, number)

    def _end(self, number: signal.Signals) -> None:
        if number == signal.SIGHUP:
            self._let_go_of_terminal()
        self.exit_status = 128 + number
        self.exit()

    @on(TerminalGone)
    def _gone(self) -> None:
        self._end(signal.SIGHUP)

    @staticmethod
    def _let_go_of_terminal() -> None:
        """A write to a terminal that is gone fails or waits for ever: it goes nowhere instead."""
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)
        os.close(nowhere)

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

        contents = visit.shelf.refresh(visit.language, progress, lambda: self._stopping)
        if not self._stopping:
            self.call_from_thread(self._take_contents, contents)
            visit.get_ready()

    def _tell_progress(self, done: int, total: int) -> None:
        self.journey.visit.getting_ready = (done, total)
        self._show_if_home()

    def _take_contents(self, contents: Contents) -> None:
        visit = self.journey.visit
        known = visit.getting_ready is None and contents == visit.contents
        visit.getting_ready = None
        if contents.language == visit.language:
            visit.contents = contents
        if not known:
            self._show_if_home()

    def _show_if_home(self) -> None:
        """A page being read does not change because a file was read."""
        if self.journey.at_home:
            self._page.show()

    def on_unmount(self) -> None:
        """Tell the reading thread to stop."""
        self._stopping = True


def run(journey: Journey) -> int:
    """Run until the reader leaves or the terminal is gone; the exit status."""
    from edu_tui.tui.terminal import Terminal

    app = EduApp(journey, driver_class=Terminal)
    app.run()
    return app.exit_status or app.return_code or 0
