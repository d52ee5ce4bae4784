"""Home on the screen: digits that stay, how far the reader is, and what the marked module is."""

from __future__ import annotations

import pytest

from .reader import SHIPPED, sitting


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
