"""What the terminal tells the app: that it is gone, that all has to end, that all has to be drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    import signal


class TerminalGone(Message):
    """The other side of the terminal has closed: there is nobody to show anything to."""


class ToldToEnd(Message):
    """A signal says that the program has to end."""

    def __init__(self, number: signal.Signals) -> None:
        super().__init__()
        self.number = number


class Continued(Message):
    """The program was stopped and goes on: who knows what is on the screen now."""
