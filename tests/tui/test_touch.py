"""A touch acts where it began: pressed on one target and released on another, nothing happens."""

from __future__ import annotations

from itertools import pairwise

import pytest

from .places import go
from .reader import sitting


@pytest.mark.parametrize("place", ["home", "reading", "single, chosen", "help", "find, moved"])
async def test_a_touch_that_ends_on_another_row_does_nothing(place: str) -> None:
    """Every pair of neighbours among the rows in sight, in both directions; on one row it chooses."""
    async with sitting() as reader:
        await go(reader, place)
        before, x = reader.text, 30
        at = list(reader.rows.values())
        assert len(at) > 1
        for start, end in [*pairwise(at), *zip(at[1:], at, strict=False)]:
            await reader.drag((x, start), (x, end))
            assert reader.text == before
        await reader.drag((x, at[0]), (x + 5, at[0]))
        assert reader.text != before


async def test_a_touch_that_ends_on_another_key_does_nothing() -> None:
    """Between two keys of the last line, from a key to a row and back; on one key it does what that does."""
    async with sitting() as reader:
        before, last = reader.text, len(reader.lines) - 1
        keys = {word: reader.lines[last].index(word) for word in ("? Help", "! Crisis", "Q Quit")}
        row = (30, reader.rows[1])
        for word, x in keys.items():
            others = [at for other, at in keys.items() if other != word]
            for end in (*((at, last) for at in others), row, (30, 3)):
                await reader.drag((x, last), end)
                assert reader.text == before, (word, end)
            await reader.drag(row, (x, last))
            assert reader.text == before, word
        await reader.drag((keys["? Help"], last), (keys["? Help"] + 4, last))
        assert "What you can do" in reader.words or reader.lines[0].strip().startswith("Help")


async def test_a_touch_that_ends_on_another_page_does_nothing() -> None:
    """Where a key opens another page in between, the row that comes to stand there is not chosen."""
    async with sitting() as reader:
        line = reader.rows[1]
        await reader.click(30, line)
        opened = reader.text
        await reader.press("h")
        await reader.drag((30, line), (2, 2))
        await reader.press("1")
        assert reader.text == opened
        await reader.drag((2, 2), (30, line))
        assert reader.text == opened


async def test_a_touch_is_held_while_a_key_opens_another_page() -> None:
    """Released where the new page has a row of the same number, it chooses nothing; a new touch does."""
    async with sitting() as reader:
        await reader.press_mouse(30, reader.rows[1])
        await reader.press("1")
        opened = reader.text
        await reader.release_mouse(30, reader.rows[1])
        assert reader.text == opened
        await reader.drag((30, reader.rows[1]), (30, reader.rows[1]))
        assert reader.text != opened
