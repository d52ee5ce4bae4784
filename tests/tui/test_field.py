"""The field: what is typed can be seen, cleared at once and brought back; what is pasted stays whole."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual import events
from textual.geometry import Offset

from edu_tui.ui.tui.widgets.sheet import Sheet
from edu_tui.ui.tui.widgets.writing import Writing

from .reader import Reader, sitting, squeezed

if TYPE_CHECKING:
    from rich.color import Color

    from edu_tui.layout.look import Depth


async def paste(reader: Reader, text: str) -> None:
    """As a terminal sends it."""
    reader.app.post_message(events.Paste(text))
    await reader._rest()


async def test_ctrl_u_clears_the_field() -> None:
    """Wherever the cursor stands, also among the hits, and then one types anew."""
    async with sitting() as reader:
        await reader.press("/")
        for moves in ((), ("left", "left"), ("home",), ("down", "down")):
            await reader.write("safe")
            assert reader.row("No driving")
            await reader.press(*moves, "ctrl+u")
            assert "safe" not in reader.words
            assert "Type a word" in reader.words
        await reader.write("chest")
        assert reader.row("The medicine starts") == 1


async def test_ctrl_u_does_nothing_where_there_is_no_field() -> None:
    """On a page it is no key."""
    async with sitting() as reader:
        before = reader.text
        await reader.press("ctrl+u")
        assert reader.text == before


async def test_what_ctrl_u_took_comes_back() -> None:
    """Where nothing is left the same key brings back what it took, in a line and in several."""
    async with sitting() as reader:
        for key in ("/", "w"):
            await reader.press(key)
            await reader.write("safe and sound")
            await reader.press("ctrl+u")
            assert "safe and sound" not in reader.words
            await reader.press("ctrl+u")
            assert reader.field
            assert reader.field.value == "safe and sound"
            await reader.press("escape")


async def test_pasted_lines_keep_all_words() -> None:
    """Several lines, blank ones and tabs among them, stay lines; where there is one, a space is between."""
    pasted = "Can I drive\r\non Monday,\n\n\tor the day\nafter"
    async with sitting() as reader:
        await reader.press("y")
        await reader.choose("Write a question")
        await reader.write("So: ?")
        await reader.press("left")
        await paste(reader, pasted)
        assert "So: Can I drive" in reader.lines[4]
        assert "or the day" in reader.lines[7]
        await reader.press("enter")
        assert "So: Can I drive on Monday, or the day after?" in reader.words
        await reader.press("/")
        await paste(reader, pasted)
        assert reader.field
        assert " ".join(reader.field.value.split()) == "Can I drive on Monday, or the day after"


@pytest.mark.parametrize("size", [(80, 24), (40, 16), (30, 10)])
async def test_it_wraps_and_grows_and_the_cursor_is_where_it_is_drawn(
    size: tuple[int, int],
) -> None:
    """With each word all near the cursor can be seen, and the terminal's cursor is on the drawn one."""
    async with sitting(size=size) as reader:
        await reader.press("w")
        text = "I could not speak for a while, and felt far away. Is that how it has to be? ok"
        for word in text.split(" "):
            await reader.write(word + " ")
            assert drawn_cursor(reader) == reader.app.cursor_position, reader.text
        assert reader.field
        assert 1 < reader.field.size.height <= max(1, size[1] // 3)
        await reader.press("ctrl+j")
        await reader.write("A last line")
        assert reader.field.value == text + " \nA last line"
        assert reader.field.region.bottom > reader.app.cursor_position.y
        for key in ("left", "home", "up", "end", "right", "delete", "backspace", "up"):
            await reader.press(key)
            assert drawn_cursor(reader) == reader.app.cursor_position, (key, reader.text)
        await reader.press(*["down"] * (reader.field.size.height + 3))
        assert reader.app.cursor_position.y >= reader.field.region.bottom
        await reader.top()
        assert drawn_cursor(reader) == reader.app.cursor_position
        assert isinstance(reader.field, Writing)
        assert reader.field.navigator.is_first_wrapped_line(reader.field.cursor_location)
        await reader.press("tab")
        if "Add it" not in reader.focused:
            # Where the window is as small as can be, the words before the rows are a stop of their own.
            await reader.press("down")
        assert "Add it" in reader.focused


@pytest.mark.parametrize("key", ["w", "/"])
@pytest.mark.parametrize("width", [79, 99, 100, 101, 120, 160])
async def test_it_takes_no_room_from_the_page(key: str, width: int) -> None:
    """In a window of any width the page comes to rest, as wide as words need, and both begin in one column."""
    async with sitting(size=(width, 30)) as reader:
        await reader.press(key)
        await reader.write("May")
        (line,) = (line for line in reader.lines if line.strip() == "May")
        assert reader.app.screen.query_one("#page", Sheet).size.width == min(74, width)
        await reader.press("tab")
        assert reader.lines[reader.marked[0]].index(reader.focused) == line.index("May")


@pytest.mark.parametrize(
    ("size", "depth"), [((80, 24), "full"), ((40, 16), "sixteen"), ((40, 16), "none")]
)
async def test_in_a_line_too_the_cursor_is_where_it_is_drawn(
    size: tuple[int, int], depth: Depth
) -> None:
    """At the end, within, and where the words are longer than the line."""
    async with sitting(size=size, depth=depth) as reader:
        await reader.press("/")
        for character in "a ride home, and what else there may be to be said of it in a long line":
            await reader.press(character)
            assert drawn_cursor(reader) == reader.app.cursor_position, reader.text
        for key in ("left", "left", "home", "right", "end", "backspace"):
            await reader.press(key)
            assert drawn_cursor(reader) == reader.app.cursor_position, (key, reader.text)


def drawn_cursor(reader: Reader) -> Offset:
    """The cell that is drawn in other colours than those around it, in the field."""
    assert reader.field
    region = reader.field.content_region
    offsets = []
    for y in range(region.y, region.bottom):
        x = 0
        for piece in reader.segments[y]:
            styles = piece.style
            if styles and (styles.reverse or styles.bgcolor != ground(reader, y)) and piece.text:
                offsets.append(Offset(x, y))
            x += cell_len(piece.text)
    assert len(offsets) == 1, (offsets, reader.text)
    return offsets[0]


def ground(reader: Reader, y: int) -> Color | None:
    """The colour under the field's words."""
    assert reader.field
    x = 0
    for piece in reader.segments[y]:
        x += cell_len(piece.text)
        if x > reader.field.region.right - 1:
            return piece.style.bgcolor if piece.style else None
    raise AssertionError(reader.text)


async def test_what_is_too_long_is_not_cut() -> None:
    """More than fits is there to be made shorter, with its number in sight; more than a field holds is refused."""
    async with sitting(size=(40, 16)) as reader:
        await reader.press("w")
        await reader.write("Why ")
        await paste(reader, "word " * 500)
        assert "2503 of 2000" in reader.words
        await reader.press("enter")
        assert (
            "Too long by 503 characters. Make it shorter, or write two questions. It is still here."
            in (squeezed(reader.column))
        )
        assert reader.field
        assert reader.field.value == "Why " + "word " * 500
        await paste(reader, "x" * 20_000)
        assert "too much to put in here" in reader.words
        assert reader.field.value == "Why " + "word " * 500
        await reader.press("escape", "/")
        await paste(reader, "x" * 20_001)
        assert "too much to put in here" in reader.words
        assert reader.field.value == ""


async def test_enter_right_after_a_letter_adds_that_letter_too() -> None:
    """However fast it follows: what is in the field is what is added."""
    async with sitting() as reader:
        await reader.press("w")
        for key in (*"How long?", "enter"):
            reader._send(key)
        await reader._rest()
        assert [ask.text for ask in reader.app.journey.visit.asks.asks] == ["How long?"]


@pytest.mark.parametrize("key", ["/", "w"])
async def test_who_touches_the_field_types_in_it(key: str) -> None:
    """From a row the mark and the cursor come back to it."""
    async with sitting() as reader:
        await reader.press(key)
        await reader.write("ride")
        await reader.press("down", "down")
        assert reader.field
        assert reader.app.cursor_position.y > reader.field.region.y
        await reader.click(5, reader.field.region.y)
        assert len(reader.marked) == 1
        assert reader.focused.endswith(":")
        assert drawn_cursor(reader) == reader.app.cursor_position


async def test_escape_keeps_what_was_written() -> None:
    """It is in the field again, with the cursor at its end, and can be thrown away."""
    async with sitting() as reader:
        await reader.press("w")
        await reader.write("How lo")
        await reader.press("escape")
        assert "It waits in My questions" in reader.words
        await reader.press("w")
        await reader.write("ng?")
        assert reader.field
        assert reader.field.value == "How long?"
        await reader.choose("Throw away")
        await reader.press("w")
        assert reader.field
        assert reader.field.value == ""


async def test_a_paste_on_a_page_does_nothing() -> None:
    """Where there is no field, pasted words go nowhere."""
    async with sitting() as reader:
        before = reader.text
        await paste(reader, "q\n1")
        assert reader.text == before


@pytest.mark.parametrize("key", ["w", "/"])
async def test_a_touch_where_a_field_was_a_moment_ago_does_nothing(key: str) -> None:
    """A field that is gone is drawn by nobody, though it stands in the layout until the next one is made."""
    async with sitting() as reader:
        await reader.press(key)
        field = reader.field
        assert field
        at, screen = field.region.offset, reader.app.screen
        field.remove()
        while field.is_attached:
            await asyncio.sleep(0)
        assert screen.get_widget_at(*at)[0] is field
        screen.get_style_at(*at)
        screen._compositor.render_strips()
