"""What room there is goes to what is read: few pages in a small window, one in a large one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.open_library import OpenLibrary
from edu_tui.ui.tui.widgets.edges import Bottom
from edu_tui.ui.tui.widgets.right import RightOfPage
from edu_tui.ui.tui.widgets.sheet import Sheet

from .reader import SHIPPED, Reader, sitting, squeezed

if TYPE_CHECKING:
    from pathlib import Path


ROW = re.compile(r"\s*(> )?1 ")


def text(reader: Reader) -> list[str]:
    """The lines of words over the rows, without the empty one between."""
    column = reader.column
    lines = column[: next(number for number, line in enumerate(column) if ROW.match(line))]
    return lines if lines[-1].strip() else lines[:-1]


async def walk(reader: Reader) -> None:
    """Open the first step of the drip's day."""
    await reader.choose("What to expect in a session")
    await reader.choose("What to expect on the day")
    await reader.choose("A drip in the arm")


async def test_a_walk_in_a_small_window_has_few_pages(tmp_path: Path) -> None:
    """At 40x16 the drip's 18 steps take 30 pages at most, and none leaves half its lines to nothing."""
    async with sitting(SHIPPED, (40, 16), records=tmp_path / "records.sqlite") as reader:
        await walk(reader)
        number = 1
        while not reader.row("Answer 1 short question"):
            if reader.row("Next page"):
                assert len(text(reader)) * 2 >= len(reader.column) - 1, reader.text
            assert reader.focused.startswith("1 Next"), reader.text
            await reader.press("space")
            number += 1
        assert "step 18 of 18" in reader.lines[0]
        assert number <= 30


async def test_what_needs_no_row_in_a_small_window_is_a_key_and_a_touch_away(
    tmp_path: Path,
) -> None:
    """A page that is full has one row; the key of help and a touch on it lead to all that can be done."""
    async with sitting(SHIPPED, (40, 16), records=tmp_path / "records.sqlite") as reader:
        await walk(reader)
        while len(text(reader)) != len(reader.column) - 1:
            await reader.press("space")
        page = reader.text
        assert list(reader.rows) == [1]
        await reader.press("?")
        assert "Go to another step" in reader.words
        await reader.press("escape")
        assert reader.text == page
        await reader.click(reader.lines[-1].index("? Help") + 2, 15)
        assert reader.lines[0].strip() == "Help"
        await reader.press("escape")
        await reader.click(6, reader.rows[1])
        assert reader.text != page


async def test_a_short_message_in_a_small_window_leaves_the_key_for_help_in_crisis(
    tmp_path: Path,
) -> None:
    """It stands on the line of the keys, and the page under it does not move; a touch there works."""
    async with sitting(SHIPPED, (40, 16), records=tmp_path / "records.sqlite") as reader:
        await walk(reader)
        page = reader.lines[:15]
        await reader.press("+")
        assert reader.lines[:15] == page
        assert reader.lines[15].strip() == "Added to my questions. ! Crisis"
        await reader.click(6, 15)
        assert reader.lines[:15] == page
        await reader.press("+")
        await reader.click(reader.lines[15].index("! Crisis") + 3, 15)
        assert "988" in reader.words


@pytest.mark.parametrize("size", [(120, 40), (160, 45), (80, 50)])
async def test_a_part_that_fits_a_tall_window_is_one_page(size: tuple[int, int]) -> None:
    """However many lines there are, a page is what fits on them, and no page is left with a line or two."""
    module = OpenLibrary(SHIPPED, None).module("going-home", "en").for_audience("patient")
    async with sitting(SHIPPED, size) as reader:
        await reader.choose(module.title)
        await reader.choose("Read about it")
        lines: dict[str, list[int]] = {}
        while not reader.row("Finish:"):
            part = reader.app.journey.shown.where[1]
            lines.setdefault(part, []).append(len(text(reader)))
            await reader.press("space")
    room = size[1] - 3 - 2
    for part, pages in lines.items():
        assert len(pages) == 1 or sum(pages) > room - 6, (part, pages)
        assert max(pages) - min(pages) <= max(pages) // 2, (part, pages)


async def test_keys_have_their_two_lines_where_there_is_room() -> None:
    """One line of keys in a low window, and one more for news in a higher one."""
    async with sitting(size=(40, 19)) as reader:
        bottom = reader.app.screen.query_one(Bottom)
        assert bottom.size.height == 1
        for size, height in (((40, 20), 2), ((39, 19), 2), ((80, 24), 2)):
            await reader.resize(*size)
            assert bottom.size.height == height


async def reading(reader: Reader) -> None:
    """Open the first part of going home."""
    await reader.choose("Going home")
    await reader.choose("Read about it")


def right_of_page(reader: Reader) -> str:
    """The words of the side notes."""
    notes = reader.app.screen.query_one(RightOfPage)
    lines = reader.lines[2 : -reader.keys] if notes.display else []
    return squeezed([line[notes.region.x :] for line in lines])


@pytest.mark.parametrize("size", [(140, 40), (160, 45), (200, 60), (256, 80)])
@pytest.mark.parametrize("outline", [True, False])
async def test_side_notes_say_what_the_keys_for_words_and_sources_show(
    size: tuple[int, int], *, outline: bool
) -> None:
    """Right of a page its words are explained and its sources named, as behind the keys; not on home."""
    async with sitting(SHIPPED, size) as reader:
        assert "Words on this page" not in reader.words
        await reading(reader)
        if not outline:
            await reader.press("tab", *["down"] * 60, "enter")
        assert bool(reader.outline) is outline
        notes = right_of_page(reader)
        assert "Words on this page" in notes
        escort = "escort (ESS-kort): The adult who takes you home."
        assert escort in notes
        assert "[2] Esketamine nasal spray for the rapid reduction" in notes
        await reader.press("g")
        assert escort in reader.words
        assert not right_of_page(reader)
        await reader.press("escape", "s")
        assert "Esketamine nasal spray for the rapid reduction" in reader.words
        await reader.press("escape")
        assert right_of_page(reader) == notes


async def test_side_notes_come_and_go_with_the_room() -> None:
    """Below 140 columns there are none, the page is the same with them, and one without any has none."""
    async with sitting(SHIPPED, (139, 40)) as reader:
        await reading(reader)
        assert not right_of_page(reader)
        column = [line[:74].rstrip() for line in reader.column]
        await reader.resize(140, 40)
        assert "Words on this page" in right_of_page(reader)
        assert [line[:74].rstrip() for line in reader.column] == column
        await reader.press(*["space"] * 8)
        await reader.press("?")
        assert not right_of_page(reader)
        await reader.press("escape")
        await reader.resize(139, 40)
        assert not right_of_page(reader)


async def test_side_notes_that_are_too_many_name_the_key_to_all() -> None:
    """In a low window each kind ends with its key, and no note is cut in the middle."""
    async with sitting(SHIPPED, (140, 20)) as reader:
        await reading(reader)
        notes = right_of_page(reader)
        assert "more: press G Sources" in notes
        assert notes.endswith("more: press S")
        assert (
            "label (LAY-bul): The official facts about a medicine, as agreed with the FDA." in notes
        )


@pytest.mark.parametrize("size", [(40, 16), (80, 24), (160, 45), (200, 60), (256, 80)])
async def test_title_and_text_have_one_edge(size: tuple[int, int]) -> None:
    """The top line, the text of home and that of a page begin at one column, and no line is wider than 76."""
    async with sitting(SHIPPED, size) as reader:
        title = len(reader.lines[0]) - len(reader.lines[0].lstrip())
        for _ in range(2):
            edges = {
                len(line) - len(line.lstrip(" >"))
                for line in text(reader)
                if line.strip() and not line.startswith("   ")
            }
            assert edges == {title}, reader.text
            await reader.press("y")
        await reader.press("escape")
        await reading(reader)
        sheet = reader.app.screen.query_one("#page", Sheet)
        assert sheet.region.x == reader.outline
        assert sheet.size.width <= 74
        assert text(reader)[0].startswith("  An adult takes you home")
