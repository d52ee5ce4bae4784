"""The field: one line of words, typed or pasted, for one place alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events

    from edu_tui.journey.place import Place
    from edu_tui.journey.view import Field as Given

ERASE = frozenset({"backspace", "delete"})
"""Keys that change what is typed, even while the mark is on a row."""
WITHIN = frozenset({"left", "right", "home", "end"})
"""Keys that move within what is typed."""
CLEAR = "ctrl+u"
"""The key that takes everything away."""
LONGEST = 400
"""Characters."""


class Field(Input):
    """A place's own: it is made with the words the place has, and never shows those of another.

    Keys come as usual; what is pasted stays whole.
    """

    def __init__(self, place: Place, given: Given) -> None:
        super().__init__(
            given.value,
            password=given.secret,
            compact=True,
            select_on_focus=False,
            max_length=LONGEST,
        )
        self.cursor_blink = False
        self.place = place
        """Whose words are typed here."""

    def put(self, value: str) -> None:
        """Other words in place of those that are typed; nobody is told that they changed."""
        with self.prevent(Input.Changed):
            self.value = value
        self.cursor_position = len(value)

    def forget(self) -> None:
        """It is left: what nobody may see is not kept until it is taken out of memory."""
        if self.password:
            self.put("")

    def on_paste(self, event: events.Paste) -> None:
        """Several lines become one, for a field has no more; what is too long is cut and not refused."""
        event.stop()
        event.prevent_default()
        lines = (" ".join(line.split("\t")) for line in event.text.splitlines())
        text = " ".join(line for line in lines if line.strip())
        kept = len(self.value) - len(self.selected_text)
        self.replace(text[: LONGEST - kept], *self.selection)


def edits(key: str, *, typing: bool) -> bool:
    """Whether the key belongs to the field, also while the mark is on a row."""
    return key in ERASE or (typing and key in WITHIN)
