"""A kiosk without one signed text: a plain page says so until the clinic has signed, and health does too."""

from __future__ import annotations

import select
import signal
import sys
import time
from typing import TYPE_CHECKING, NoReturn

from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.kiosk.library import LibraryReading
    from edu_tui.kiosk.terminal.console import Console

GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


def wait(console: Console, reading: LibraryReading, is_signed: Callable[[], bool]) -> None:
    """Return once something is signed. A signal, or the terminal's end, ends the program instead."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    console.enter()
    try:
        while not is_signed():
            console.show(
                say(
                    "This screen is not ready yet. Please ask the front desk. "
                    "For staff: the clinic has not signed any text on this screen. See edu-tui review."
                )
            )
            _rest(console, reading)
            reading.look_again(lambda: False)
    except BaseException:
        console.leave()
        raise


def _rest(console: Console, reading: LibraryReading) -> None:
    poll = select.poll()
    # What is typed means nothing here; it is dropped when the first visit begins.
    poll.register(console.input, 0)
    end = time.monotonic() + reading.due_in()
    while (left := end - time.monotonic()) > 0:
        if any(number & GONE for _, number in poll.poll(left * 1000)):
            _end(signal.SIGHUP, None)


def _end(number: int, frame: object) -> NoReturn:
    del frame
    sys.exit(128 + number)
