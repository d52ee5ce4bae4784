"""What a widget tells the page: that a row was chosen, or a key touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from edu_tui.journey.view import Request


class Requested(Message):
    """Something was asked for with a row or a touch."""

    def __init__(self, request: Request, turn: int = 0, *, beside: bool = False) -> None:
        super().__init__()
        self.request = request
        self.turn = turn
        """Of the sheet that it was chosen on; 0 for what works on each."""
        self.beside = beside
        """Whether it was in the outline beside the page."""
