"""How much is drawn for one key: what has changed, and never what was there before in another room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual._compositor import LayoutUpdate
from textual.filter import ANSIToTruecolor
from textual.geometry import Size

from edu_tui.journey.reading import reading
from edu_tui.ui.tui.page import Page
from edu_tui.ui.tui.widgets.edges import Label, TooSmall
from edu_tui.ui.tui.widgets.sheet import Sheet

from .reader import SHIPPED, Reader, sitting

if TYPE_CHECKING:
    from collections.abc import Callable


class Painted:
    """The paints of a program since it was last asked, and how often its page was filled."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.first_lines: list[str] = []
        self.whole = 0
        """How many of them were of all of the screen."""
        self.filled = 0
        self._display = reader.app._display

    def display(self, screen: object, renderable: object) -> None:
        """In place of Textual's own: remember it, and draw."""
        self.first_lines.append(self._reader.lines[0].strip())
        self.whole += isinstance(renderable, LayoutUpdate)
        self._display(screen, renderable)  # type: ignore[arg-type]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Reader], Painted]:
    """Watch what that reader's program draws from now on."""

    def watch(reader: Reader) -> Painted:
        paints = Painted(reader)
        fill = Page.show

        def show(page: Page) -> None:
            paints.filled += 1
            fill(page)

        monkeypatch.setattr(reader.app, "_display", paints.display)
        monkeypatch.setattr(Page, "show", show)
        return paints

    return watch


@pytest.mark.parametrize("size", [(80, 24), (120, 33)])
async def test_a_page_draws_only_what_has_changed(
    painted: Callable[[Reader], Painted], size: tuple[int, int]
) -> None:
    """The next page, the one before and home: the window has another title then, and no line that stays is drawn."""
    async with sitting(SHIPPED, size) as reader:
        await reader.choose("What it may help")
        await reader.choose("Read about it")
        paints = painted(reader)
        title = reader.app.title
        for key in ("space", "space", "b", "h"):
            before = reader.text
            await reader.press(key)
            assert reader.text != before
            assert paints.whole == 0, key
        assert reader.app.title != title


@pytest.mark.parametrize("size", [(80, 24), (40, 16), (120, 33)])
@pytest.mark.parametrize(("key", "title"), [("o", "Outline"), ("/", "Find")])
async def test_a_field_never_comes_over_what_was_there_before(
    painted: Callable[[Reader], Painted], key: str, title: str, size: tuple[int, int]
) -> None:
    """The first paint after the key is the new place, made once for the room that the field leaves it; so is the way back."""
    async with sitting(SHIPPED, size) as reader:
        paints = painted(reader)
        await reader.press(key)
        assert all(line.startswith(title) for line in paints.first_lines)
        assert paints.filled == 1
        paints.first_lines.clear()
        await reader.press("escape")
        assert not any(line.startswith(title) for line in paints.first_lines)
        assert paints.filled == 2


async def test_a_new_size_of_what_draws_itself_is_no_reason_for_another_layout() -> None:
    """Textual would lay out and draw all again for scrollbars that nothing here has."""
    async with sitting(SHIPPED) as reader:
        for name in ("Top", "Sheet", "Bottom", "Across", "RightOfPage"):
            for widget in reader.app.screen.query(name):
                widget.virtual_size = Size(1, 1)
                assert not widget._layout_required, name


async def test_a_letter_lays_nothing_out() -> None:
    """What is typed changes what is drawn and not where anything stands: the screen is laid out for no letter."""
    async with sitting(SHIPPED) as reader:
        await reader.press("/")
        laid_out: list[object] = []
        screen = reader.app.screen
        screen.screen_layout_refresh_signal.subscribe(screen, laid_out.append, immediate=True)
        for letter in "drive":
            before = reader.text
            await reader.press(letter)
            assert reader.text != before
        assert laid_out == []
        await reader.press("escape")
        assert laid_out


def _counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[object]:
    """What that is called with from now on; it does what it did."""
    calls: list[object] = []
    does = getattr(owner, name)

    def counting(*given: object, **named: object) -> object:
        calls.append(given)
        return does(*given, **named)

    monkeypatch.setattr(owner, name, counting)
    return calls


async def test_a_page_turned_makes_no_text_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text of a section is made once for all its pages, and anew where more detail or a larger window asks for it."""
    made = _counted(monkeypatch, reading, "section_parts")
    async with sitting(SHIPPED, (40, 16)) as reader:
        await reader.choose("What it may help")
        await reader.choose("Read about it")
        await reader.resize(40, 14)
        sections, pages, changes = set(), 0, 1
        while isinstance(place := reader.app.journey.place, reading.Reading):
            sections.add(place.section.id)
            pages += 1
            if place.section.more and changes == 1:
                await reader.press("m")
                changes = 2
            assert len(made) == len(sections) + changes
            await reader.press("space")
        assert pages > len(sections) > changes > 1


async def test_a_page_turned_asks_for_each_thing_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet is told once what to draw, nobody is told of a move, colours that are those of the terminal
    are translated nowhere, and what is not on the screen makes no lines.
    """
    async with sitting(SHIPPED) as reader:
        await reader.choose("What it may help")
        await reader.choose("Read about it")
        asked = _counted(monkeypatch, Sheet, "refresh")
        moves = _counted(monkeypatch, Sheet.Moved, "__init__")
        translated = _counted(monkeypatch, ANSIToTruecolor, "apply")
        unseen = [_counted(monkeypatch, kind, "lines") for kind in (TooSmall, Label)]
        before = reader.text
        await reader.press("space")
        assert reader.text != before
        assert len(asked) == 1
        assert [moves, translated, *unseen] == [[], [], [], []]
