"""The field: one line of words, typed or pasted, for one place alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input

from edu_tui.system.typing import override
from edu_tui.ui.tui.widgets.strip import MARGIN

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Region
    from textual.widget import Widget

    from edu_tui.journey.place import Place
    from edu_tui.journey.view import Field as Given

ERASE = frozenset({"backspace", "delete"})
"""Keys that change what is typed, even while the mark is on a row."""
WITHIN = frozenset({"left", "right", "home", "end"})
"""Keys that move within what is typed."""
CLEAR = "ctrl+u"
"""The key that takes everything away, and brings it back where there is nothing."""
HELD = 20_000
"""Characters that a field holds: far more than fits anywhere, so that what is too long can be made shorter."""


class Typed(Message):
    """What is typed has changed, or is going to be: the field was touched."""

    def __init__(self, field: Own) -> None:
        super().__init__()
        self.field = field


class Refused(Message):
    """More came than a field holds: none of it was taken."""


if TYPE_CHECKING:
    _Part = Widget
else:
    # Textual takes the style of a widget from the first of its bases that is one: here that is its own field.
    _Part = object


class Own(_Part):
    """What both kinds of field have: the place whose words they are."""

    place: Place
    """Whose words are typed here."""
    page: Widget | None = None
    """Told once more when the field is gone."""
    password: bool
    aside = False
    """Whether what is no letter is for the rows until something is typed."""
    value: str
    _taken = ""
    if TYPE_CHECKING:

        @property
        def cursor_screen_offset(self) -> Offset:
            """Where the cursor is on the screen."""

    def put(self, value: str) -> None:
        """Other words in place of those that are typed; nobody is told that they changed."""
        raise NotImplementedError

    def fit(self, window: Size) -> None:
        """Be no higher than a screen of that size lets it be."""
        raise NotImplementedError

    def move(self, by: int) -> bool:
        """A line up or down; False where there is none, and the rows come next."""
        del by
        return False

    def clear_or_restore(self) -> None:
        """Take everything away; where nothing is left, bring back what was taken last."""
        taken, back = self.value, self._taken
        self._taken = "" if self.password else taken
        self.value = "" if taken else back

    def on_unmount(self) -> None:
        """Keys that waited are typed by now, and their own news ended with the field."""
        if self.page is not None and not self.password:
            self.page.post_message(Typed(self))

    @override
    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing once it is gone: until the next layout a touch may still look at what stood there."""
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    def forget(self) -> None:
        """It is left: what nobody may see is not kept until it is taken out of memory."""
        if self.password:
            self.put("")


class LineField(Own, Input):
    """A place's own: it is made with the words the place has, and never shows those of another.

    Keys come as usual; what is pasted stays whole.
    """

    # Textual lays the whole screen out anew when it changes, which is with each letter.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self, place: Place, given: Given) -> None:
        super().__init__(given.value, password=given.secret, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.place = place
        self.aside = given.aside

    @override
    def put(self, value: str) -> None:
        """Other words in place of those that are typed; nobody is told that they changed."""
        with self.prevent(Input.Changed):
            self.value = value
        self.cursor_position = len(value)

    @override
    def fit(self, window: Size) -> None:
        """It is always one line high."""
        self.styles.padding = (0, MARGIN)

    @property
    @override
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is drawn; Textual's own is a column further on at the end of the words."""
        x, y = super().cursor_screen_offset
        return Offset(x - self.cursor_at_end, y)

    @override
    def watch_scroll_x(self, old: float, new: float) -> None:
        """The words move under the cursor, which Textual has placed before."""
        super().watch_scroll_x(old, new)
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset

    @override
    async def _on_key(self, event: events.Key) -> None:
        """A character that there is no room for is refused and said."""
        if asks_first(self, event) or (
            self.aside and not self.value and not (event.character or "").isalpha()
        ):
            event.prevent_default()
        elif event.is_printable and len(self.value) >= HELD:
            event.stop()
            event.prevent_default()
            self.post_message(Refused())

    def on_paste(self, event: events.Paste) -> None:
        """Several lines become one, for a field has no more; all of it, or where it is too much none."""
        event.stop()
        event.prevent_default()
        lines = (" ".join(line.split("\t")) for line in event.text.splitlines())
        text = " ".join(line for line in lines if line.strip())
        if len(self.value) + len(text) > HELD:
            self.post_message(Refused())
        else:
            self.replace(text, *self.selection)

    def on_mouse_down(self) -> None:
        """Who touches it wants to type in it."""
        self.post_message(Typed(self))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the page in the way of all fields."""
        event.stop()
        self.post_message(Typed(self))


def asks_first(field: Own, event: events.Key) -> bool:
    """Whether it asks for help or crisis help, as everywhere: nobody begins to write with these signs."""
    return event.character in {"!", "?"} and not (field.value or field.password)


def edits(key: str, *, typing: bool) -> bool:
    """Whether the key belongs to the field, also while the mark is on a row."""
    return key in ERASE or (typing and key in WITHIN)
