"""Home on the screen: digits that stay, how far the reader is, and what the marked module is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.open_library import OpenLibrary

from .reader import SHIPPED, sitting

if TYPE_CHECKING:
    from edu_tui.library.index.outline import OutlinePart


async def test_a_digit_opens_the_same_module_before_and_after_reading() -> None:
    """Where to go on stands apart without a digit: 7 is going home, on the first day and after."""
    async with sitting(SHIPPED) as reader:
        await reader.press("7")
        assert "Going home" in reader.lines[0]
        await reader.choose("Read about it")
        await reader.press("h")
        assert "Go on where you stopped: Going home" in reader.text
        assert reader.row("Going home") == 7
        await reader.press("7")
        assert "Going home" in reader.lines[0]


async def test_how_far_the_reader_is_stands_over_the_list() -> None:
    """Nothing of it at first; then parts read and safety points clear, as numbers beside bars."""
    async with sitting(SHIPPED) as reader:
        assert "Safety points clear" not in reader.text
        await reader.press("7")
        await reader.choose("Read about it")
        await reader.press("h")
        assert "0 of 10" in reader.text
        assert "Safety points clear" in reader.text


async def test_how_far_nobody_is_asks_the_index_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a start no module is asked for its parts, so that home is there sooner; after one, each once."""
    asked: list[str] = []
    outline = OpenLibrary.outline

    def asking(library: OpenLibrary, module_id: str, language: str) -> tuple[OutlinePart, ...]:
        asked.append(module_id)
        return outline(library, module_id, language)

    monkeypatch.setattr(OpenLibrary, "outline", asking)
    async with sitting(SHIPPED) as reader:
        assert asked == []
        await reader.press("7")
        await reader.choose("Read about it")
        asked.clear()
        await reader.press("h")
        await reader.press("down")
        assert len(asked) == len(set(asked)) == 10


async def test_the_marked_module_is_told_of_where_there_is_room() -> None:
    """From 120 columns its parts stand beside the list and follow the mark; below, the list has the room."""
    async with sitting(SHIPPED, (120, 33)) as reader:
        await reader.find("How it may work")
        assert "One leading idea, step by step" in reader.text
        await reader.press("down")
        assert "One leading idea, step by step" not in reader.text
        await reader.resize(119, 33)
        await reader.find("How it may work")
        assert "One leading idea, step by step" not in reader.text


@pytest.mark.parametrize("size", [(40, 16), (80, 24), (120, 33)])
async def test_chapters_are_headings_in_every_window(size: tuple[int, int]) -> None:
    """They stand over their modules and take no digit."""
    async with sitting(SHIPPED, size) as reader:
        assert "Before you decide" in reader.text
        assert reader.row("What is ketamine treatment?") == 1
