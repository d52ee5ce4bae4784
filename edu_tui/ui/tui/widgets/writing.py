"""The field with several lines: it wraps, and grows with what is written, as far as the page leaves room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import TextArea

from edu_tui.system.typing import override
from edu_tui.ui.tui.widgets.field import HELD, Own, Refused, Typed, asks_first
from edu_tui.ui.tui.widgets.strip import MARGIN

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size

    from edu_tui.journey.place import Place
    from edu_tui.journey.view import Field as Given

NEW_LINE = frozenset({"ctrl+j", "alt+enter", "shift+enter"})
"""Keys that begin a new line. Not every terminal tells the last two from Enter."""
SHARE = 3
"""It is no higher than one line in so many of the screen."""


class Writing(Own, TextArea, inherit_bindings=False):
    """A place's own words. Enter and the arrows that lead out of it are the page's to obey."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "cursor_left", ""),
        ("right", "cursor_right", ""),
        ("home", "home", ""),
        ("end", "end", ""),
        ("backspace", "delete_left", ""),
        ("delete", "delete_right", ""),
    ]

    def __init__(self, place: Place, given: Given) -> None:
        super().__init__(
            given.value,
            compact=True,
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
        )
        self.cursor_blink = False
        self.place, self.password = place, False
        self.move_cursor(self.document.end)

    # mypy looks for the mark on a property that can be set, and does not find it there.
    @property  # type: ignore[explicit-override]
    @override
    def value(self) -> str:
        """What is written."""
        return self.text

    @value.setter
    def value(self, value: str) -> None:
        self.text = value
        self.move_cursor(self.document.end)

    @override
    def put(self, value: str) -> None:
        """Other words in place of those that are written; nobody is told that they changed."""
        with self.prevent(TextArea.Changed):
            self.value = value

    @override
    def fit(self, window: Size) -> None:
        """Be as high as what is written, and leave the page the most of the screen."""
        # No padding: it wraps anew only when it gets another size. And no margin: that of one widget
        # takes room from all that stand over and under it.
        self.styles.width = max(1, window.width - 2 * MARGIN)
        self.styles.offset = (MARGIN, 0)
        self.styles.max_height = max(1, window.height // SHARE)

    @override
    def move(self, by: int) -> bool:
        """A line up or down; False where there is none, and the rows come next."""
        at = self.cursor_location
        if by < 0 and not self.navigator.is_first_wrapped_line(at):
            self.action_cursor_up()
        elif by > 0 and not self.navigator.is_last_wrapped_line(at):
            self.action_cursor_down()
        else:
            return False
        return True

    def action_home(self) -> None:
        """To the beginning of the line."""
        self.action_cursor_line_start()

    def action_end(self) -> None:
        """To the end of the line."""
        self.action_cursor_line_end()

    def insert_words(self, text: str) -> None:
        """Put them where the cursor is, in place of what is selected; all of them, or none."""
        if len(self.text) + len(text) > HELD:
            self.post_message(Refused())
        else:
            self.replace(text, *self.selection, maintain_selection_offset=False)

    @override
    async def _on_key(self, event: events.Key) -> None:
        """Enter adds no line here; a character that there is no room for is refused and said."""
        if event.key == "enter" or asks_first(self, event):
            event.prevent_default()
        elif event.key in NEW_LINE:
            event.stop()
            self.insert_words("\n")
        elif event.is_printable and len(self.text) >= HELD:
            event.stop()
            event.prevent_default()
            self.post_message(Refused())

    @override
    async def _on_paste(self, event: events.Paste) -> None:
        """Its lines stay lines."""
        event.stop()
        event.prevent_default()
        self.insert_words("\n".join(" ".join(line.split("\t")) for line in event.text.splitlines()))

    def on_mouse_down(self) -> None:
        """Who touches it wants to type in it."""
        self.post_message(Typed(self))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the page in the way of all fields."""
        event.stop()
        self.post_message(Typed(self))
