"""The mouse: words and source numbers lead somewhere, and what it is over is lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.profile import STUDY
from edu_tui.kiosk.profile import KIOSK
from edu_tui.system.settings.table import LOOKS
from edu_tui.ui.tui.palette import palette

from .places import go
from .reader import SHIPPED, Reader, sitting

if TYPE_CHECKING:
    from rich.style import Style

    from edu_tui.journey.profile import Profile
    from edu_tui.layout.look import Depth

TERM = "dissociation"


def place_of(reader: Reader, words: str) -> tuple[int, int]:
    """The cell in the middle of those words."""
    y = next(y for y, line in enumerate(reader.lines) if words in line)
    return reader.lines[y].index(words) + len(words) // 2, y


def lit(reader: Reader, style: Style | None = None) -> dict[int, str]:
    """What is drawn as pointed at, by line."""
    wanted = style or reader.app._page.palette.lit["pointed"]
    found = {}
    for y, line in enumerate(reader.segments):
        text = "".join(
            piece.text for piece in line if piece.style and piece.style + wanted == piece.style
        )
        if text.strip():
            found[y] = text.strip()
    return found


# words and source numbers


@pytest.mark.parametrize("profile", [STUDY, KIOSK], ids=["at home", "waiting room"])
async def test_a_word_that_is_explained_can_be_clicked(profile: Profile) -> None:
    """A click on it opens what it means; the way back leads to the same page."""
    async with sitting(profile=profile._replace(signed_only=False)) as reader:
        await go(reader, "reading, a long part")
        before = reader.text
        await reader.drag(place_of(reader, TERM), place_of(reader, TERM))
        assert f"{TERM} (" in reader.words
        assert "nausea (" not in reader.words
        await reader.press("escape")
        assert reader.text == before


async def test_a_source_number_can_be_clicked() -> None:
    """A click on it opens the sources of the page, in reading and in a step; back leads to the same page."""
    for place in ("reading", "reading, with a picture"):
        async with sitting() as reader:
            await go(reader, place)
            before = reader.text
            await reader.drag(place_of(reader, "[1]"), place_of(reader, "[1]"))
            assert reader.lines[0].strip().startswith("How do we know this?")
            await reader.press("escape")
            assert reader.text == before


async def test_a_source_number_opens_at_that_source() -> None:
    """Where the sources take more than a page, it is the page with the one that was clicked."""
    async with sitting(SHIPPED, (60, 16)) as reader:
        await reader.press("1", "1")
        for number in ("[1]", "[2]"):
            await reader.drag(place_of(reader, number), place_of(reader, number))
            assert reader.lines[0].strip().startswith("How do we know this?")
            assert f"{number} " in reader.text
            await reader.press("escape")


async def test_a_word_on_the_second_page_leads_back_to_it() -> None:
    """Of a shipped module, in a small window, on a page that was turned to."""
    async with sitting(SHIPPED, (40, 16)) as reader:
        await reader.press("1", "1")
        while not (terms := underlined(reader)):
            await reader.press("space")
        before = reader.text
        await reader.drag(terms[0], terms[0])
        assert "What the words mean" in reader.lines[0]
        await reader.press("escape")
        assert reader.text == before


def underlined(reader: Reader) -> list[tuple[int, int]]:
    """Where words are drawn as those that are explained."""
    style = reader.app._page.palette.style("term")
    found = []
    for y, line in enumerate(reader.segments):
        x = 0
        for piece in line:
            if piece.style == style and piece.text.strip():
                found.append((x, y))
            x += piece.cell_length
    return found


async def test_a_touch_that_ends_beside_a_word_does_nothing() -> None:
    """From a word to the words beside it, to a row, to a number of a source, and the other way."""
    async with sitting() as reader:
        await go(reader, "reading")
        await reader.press("m")
        number = place_of(reader, "[1]")
        others = [(number[0] - 6, number[1]), place_of(reader, "[2]"), (30, reader.rows[1]), (1, 5)]
        before = reader.text
        for other in others:
            await reader.drag(number, other)
            assert reader.text == before, other
        for other in (others[0], others[2]):
            await reader.drag(other, number)
            assert reader.text == before, other


# what the mouse is over


@pytest.mark.parametrize("depth", ["full", "sixteen", "none"])
async def test_a_row_under_the_mouse_is_lit(depth: Depth) -> None:
    """That row alone, without another character, in every look; the row in focus keeps its own."""
    for look in LOOKS:
        async with sitting(depth=depth) as reader:
            reader.app.journey.visit.look = look
            await reader.resize(80, 25)
            worn, text, rows = palette(depth, look), reader.text, reader.rows
            assert worn.lit["pointed"] != worn.lit["focused"]
            for number in (2, 3):
                await reader.point(30, rows[number])
                assert list(lit(reader)) == [rows[number]]
                assert reader.text == text
            focused = reader.segments[rows[1]]
            await reader.point(30, rows[1])
            assert lit(reader) == {}
            assert reader.segments[rows[1]] == focused
            await reader.point(30, 0)
            assert lit(reader) == {}


async def test_a_word_and_a_number_under_the_mouse_are_lit() -> None:
    """The very words that can be clicked, and not those beside them."""
    for place, words in (("reading, a long part", TERM), ("reading", "[1]")):
        async with sitting() as reader:
            await go(reader, place)
            x, y = place_of(reader, words)
            await reader.point(x, y)
            assert lit(reader) == {y: words}
            await reader.point(x + len(words), y)
            assert lit(reader) == {}


async def test_keys_and_the_outline_are_lit_as_well() -> None:
    """In the last line the key with its word, in the outline beside the page its row."""
    async with sitting(size=(120, 33)) as reader:
        await go(reader, "reading")
        last = len(reader.lines) - 1
        await reader.point(reader.lines[last].index("! Crisis") + 3, last)
        assert lit(reader) == {last: "! Crisis help"}
        await reader.point(10, 8)
        assert list(lit(reader)) == [8]
        await reader.point(10, last)
        assert 8 not in lit(reader)


async def test_nothing_stays_lit_after_a_touch() -> None:
    """A finger tells no move: pressed, drawn over rows and let go, it leaves nothing lit, nor does a choice."""
    async with sitting() as reader:
        rows = reader.rows
        await reader.drag((30, rows[2]), (30, rows[4]))
        assert lit(reader) == {}
        await reader.point(30, rows[2])
        await reader.press_mouse(30, rows[2])
        await reader.release_mouse(30, rows[2])
        assert lit(reader) == {}
        await reader.press("h")
        assert lit(reader) == {}


async def test_what_scrolls_away_from_the_mouse_is_lit_no_more() -> None:
    """Where the arrows move the lines, what stood under the mouse stands elsewhere."""
    async with sitting(SHIPPED, (80, 16)) as reader:
        line = reader.rows[4]
        await reader.point(30, line)
        assert list(lit(reader)) == [line]
        while reader.rows.get(4) == line:
            await reader.press("down")
        assert reader.rows[4] > 1
        assert lit(reader) == {}
