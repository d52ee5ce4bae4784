"""The field: what is typed can be cleared at once, what is pasted stays whole."""

from __future__ import annotations

from textual import events

from .reader import Reader, sitting


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


async def test_pasted_lines_keep_all_words() -> None:
    """Several lines, blank ones and tabs among them, become one line with a space between."""
    async with sitting() as reader:
        await reader.press("y")
        await reader.choose("Write a question")
        await reader.write("So: ?")
        await reader.press("left")
        await paste(reader, "Can I drive\r\non Monday,\n\n\tor the day\nafter")
        await reader.press("enter")
        assert "So: Can I drive on Monday, or the day after?" in reader.words


async def test_a_paste_that_is_too_long_is_cut() -> None:
    """As much of it as the field holds is there; before, nothing would be."""
    async with sitting() as reader:
        await reader.press("y")
        await reader.choose("Write a question")
        await reader.write("Why ")
        await paste(reader, "word " * 200)
        assert reader.field
        assert len(reader.field.value) == 400
        await reader.press("enter")
        assert "Why word word" in reader.words


async def test_a_paste_on_a_page_does_nothing() -> None:
    """Where there is no field, pasted words go nowhere."""
    async with sitting() as reader:
        before = reader.text
        await paste(reader, "q\n1")
        assert reader.text == before
