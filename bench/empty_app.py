"""What everything is compared with: a Textual app that does next to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.widgets import Footer, Header, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

TITLE = "Empty app"
LINE = "Nothing to see here"


class EmptyApp(App[None]):
    """A header, a line, a footer; the key `j` changes the line, `q` leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "change", "Change"),
        ("q", "quit", "Quit"),
    ]
    TITLE = TITLE

    def __init__(self) -> None:
        super().__init__()
        self._changes = 0

    def compose(self) -> ComposeResult:
        """The three of them."""
        yield Header()
        yield Static(LINE)
        yield Footer()

    def action_change(self) -> None:
        """Another line."""
        self._changes += 1
        self.query_one(Static).update(f"Changed {self._changes} times")


def main() -> None:
    """Run until `q`."""
    EmptyApp().run()
