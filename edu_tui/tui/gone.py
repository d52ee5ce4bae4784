"""The message that the terminal is gone."""

from __future__ import annotations

from textual.message import Message


class TerminalGone(Message):
    """The other side of the terminal has closed: there is nobody to show anything to."""
