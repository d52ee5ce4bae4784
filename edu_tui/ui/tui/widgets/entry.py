"""The entry: the field of the place that is shown, and the words over it.

Owns that each place has a field of its own. Another place is another field, whatever stood there
before: no words, cursor, mask or key that waits come along, in either direction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.ui.tui.widgets.edges import Label
from edu_tui.ui.tui.widgets.field import LineField

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.screen import Screen

    from edu_tui.journey.journey import Journey
    from edu_tui.journey.place import Place
    from edu_tui.journey.view import Field as Given
    from edu_tui.journey.view import View
    from edu_tui.ui.tui.palette import Palette
    from edu_tui.ui.tui.widgets.field import Own


class FieldArea:
    """What stands over the sheet where a place has a field, and nothing elsewhere."""

    def __init__(self, palette: Palette) -> None:
        self.label = Label(palette)
        self.field: Own | None = None
        """That of the place that is shown; None where it has none."""
        self._told = ""
        """What the journey was told is in it."""

    @property
    def typing(self) -> bool:
        """Whether keys go to the field, and not to a row."""
        return self.field is not None and self.label.typing

    @typing.setter
    def typing(self, typing: bool) -> None:
        self.label.typing = typing

    @property
    def takes_digits(self) -> bool:
        """Whether a digit is typed, and chooses no row."""
        return self.field is not None and not self.is_aside

    @property
    def is_aside(self) -> bool:
        """Whether the rows are at hand first, and nothing is typed yet."""
        return self.field is not None and self.field.aside and not self.field.value

    @property
    def text(self) -> str:
        """What is typed; empty where there is no field."""
        return self.field.value if self.field else ""

    @property
    def lines(self) -> int:
        """Lines that it takes from the page at first: what is written may need more."""
        return 2 if self.field else 0

    def hold(self, place: Place, view: View, page: Screen[None], palette: Palette) -> bool:
        """The field of that place, in the page; whether it is another than before.

        One that has just come is typed in at once, where the rows are not at hand first.
        """
        before = self.field
        if (before.place if before else None) is (place if view.field else None):
            return False
        self.field = _field(place, view.field) if view.field else None
        self._told = view.field.value if view.field else ""
        if self.field:
            self.dress(palette)
            page.mount(self.field, after=self.label)
            self.label.typing = not (view.field and view.field.aside)
        if before:
            before.page, before.display = page, False
            before.forget()
            before.remove()
        return True

    def show(self, view: View, palette: Palette, window: Size) -> None:
        """Draw it."""
        self.label.show(view, palette)
        if self.field:
            self.field.fit(window)

    def dress(self, palette: Palette) -> None:
        """Give the field these colours."""
        if self.field:
            self.field.styles.color, self.field.styles.background = palette.css

    def take(self, view: View) -> None:
        """A choice may have put other words into the field."""
        given, field = view.field, self.field
        if field and given and given.live and given.value != field.value.strip():
            field.put(given.value)
            self._told = field.value

    def move(self, by: int) -> bool:
        """Between the lines of the field; False where it has no more that way."""
        return bool(self.field and self.field.move(by))

    def tell(self, journey: Journey) -> None:
        """Pass on what is typed, where that is not known yet: the key that asks for something may be faster."""
        if self.field and self.field.value != self._told:
            self._told = self.field.value
            journey.typed(self._told)

    @staticmethod
    def tell_late(field: Own, journey: Journey) -> None:
        """Pass on what was typed into a field that is gone; what nobody may see is forgotten."""
        if not field.password:
            journey.typed(field.value, field.place)


def _field(place: Place, given: Given) -> Own:
    """One of the kind that the place needs; the larger is loaded with the first that does."""
    if not given.lines:
        return LineField(place, given)
    from edu_tui.ui.tui.widgets.writing import Writing

    return Writing(place, given)
