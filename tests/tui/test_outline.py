"""The outline on the screen: over a page at every size, and beside it where there is room."""

from __future__ import annotations

import pytest

from .reader import SHIPPED, Reader, sitting

WIDE = (120, 33)


async def reading(reader: Reader) -> None:
    """The first section of going home."""
    await reader.choose("Going home")
    await reader.choose("Read about it")


def beside(reader: Reader) -> list[str]:
    """The lines of the outline beside the page, without what is left free."""
    return [line[: reader.outline].rstrip() for line in reader.lines[2:-2]]


def line_of(reader: Reader, words: str) -> int:
    """The line of the screen where those words stand in the outline beside the page."""
    return next(y for y, text in enumerate(beside(reader), 2) if words in text)


def above_here(reader: Reader) -> str:
    """The line of the outline beside the page that says that the reader is there, with the one over it."""
    y = line_of(reader, "here") - 2
    return " ".join(beside(reader)[y - 1 : y + 1])


@pytest.mark.parametrize("size", [(40, 16), (80, 24), WIDE, (200, 60)])
async def test_two_keys_lead_to_any_module(size: tuple[int, int]) -> None:
    """`o` and a digit: in every window the digit is that of its line."""
    async with sitting(SHIPPED, size) as reader:
        await reader.press("o")
        number = reader.row("What is ketamine treatment?")
        await reader.press(str(number))
        assert "What is ketamine treat" in reader.lines[0]


async def test_arrows_unfold_and_letters_find() -> None:
    """Right unfolds the line that is marked and Left folds it; a letter begins to look for lines."""
    async with sitting(SHIPPED) as reader:
        await reader.press("o")
        await reader.find("What is ketamine treatment?")
        folded = reader.text
        await reader.press("right")
        assert "- What is ketamine treatment?" in reader.text
        await reader.press("left")
        assert reader.text == folded
        await reader.write("earliest time")
        assert "What is the earliest" in reader.words
        assert "What is ketamine treatment?" not in reader.words
        await reader.press("enter")
        assert "question 1 of 1" in reader.words


async def test_beside_a_page_it_follows_and_leads() -> None:
    """It marks the section that is read; Tab goes there and back, and Enter opens another one."""
    async with sitting(SHIPPED, WIDE) as reader:
        await reading(reader)
        assert "An adult takes you home" in above_here(reader)
        await reader.press("tab", "down", "enter")
        assert "part 2 of 6" in reader.lines[0]
        assert "A quiet evening" in above_here(reader)
        page = reader.text
        await reader.press("o")
        await reader.press("escape")
        assert reader.text == page


async def test_beside_a_page_it_takes_touch_and_wheel() -> None:
    """A touched line opens its section; the wheel over it moves its mark and leaves the page."""
    async with sitting(SHIPPED, WIDE) as reader:
        await reading(reader)
        await reader.click(12, line_of(reader, "When to call the clinic"))
        assert "part 4 of 6" in reader.lines[0]


async def test_a_touch_on_its_mark_folds_a_line() -> None:
    """Touched on + or -, a line unfolds and folds; touched on its words it opens."""
    async with sitting(SHIPPED) as reader:
        await reader.press("o")
        y = next(y for y, line in enumerate(reader.lines) if "+ What is ketamine" in line)
        x = reader.lines[y].index("+ What")
        await reader.click(x, y)
        assert "- What is ketamine treatment?" in reader.text
        await reader.click(x, y)
        assert "+ What is ketamine treatment?" in reader.text
        await reader.click(x + 6, y)
        assert "What is ketamine treat" in reader.lines[0]


async def test_the_wheel_brings_what_is_below() -> None:
    """Over the outline beside a page it leads to its last line, and the page stays."""
    async with sitting(SHIPPED, (100, 24)) as reader:
        await reading(reader)
        page = reader.lines[0]
        assert not any("Put the outline away" in line for line in beside(reader))
        for _ in range(20):
            await reader.wheel_beside(1)
        assert any("Put the outline away" in line for line in beside(reader))
        assert reader.lines[0] == page


async def test_it_says_what_of_it_cannot_be_seen() -> None:
    """Beside a page its last line says that there is more below, above, or both; where all fits, nothing."""
    async with sitting(SHIPPED, (100, 24)) as reader:
        await reading(reader)
        await reader.press("tab", "home")
        assert beside(reader)[-1].strip() == "More below"
        await reader.press(*["down"] * 18)
        assert beside(reader)[-1].strip() == "More above and below"
        await reader.press("end")
        assert beside(reader)[-1].strip() == "More above"
        assert "Put the outline away" in reader.words
        await reader.resize(100, 60)
        assert "More above" not in reader.words
        assert "More below" not in reader.words


@pytest.mark.parametrize("size", [(40, 16), (80, 24), WIDE])
async def test_home_and_end_lead_to_the_first_row_and_the_last(size: tuple[int, int]) -> None:
    """In a list, in the outline over a page, and in the one beside it; the page keeps its own mark."""
    async with sitting(SHIPPED, size) as reader:
        for key in ("h", "o"):
            await reader.press(key)
            rows = reader.app.journey.shown.rows
            await reader.press("end")
            assert rows[-1].label.startswith(reader.focused[:10].strip()), reader.text
            await reader.press("home")
            assert rows[0].label[:10] in reader.focused
        await reader.press("escape")
        await reading(reader)
        if reader.outline:
            page = reader.focused
            await reader.press("tab", "end", "enter")
            assert not reader.outline
            assert reader.focused == page


async def test_words_that_no_title_has_lead_to_find() -> None:
    """What was typed is looked for in the texts, and its first hit opens."""
    async with sitting(SHIPPED) as reader:
        await reader.press("o")
        await reader.write("can i drive")
        assert 'No line has "can i drive".' in reader.words
        await reader.choose('Find "can i drive" in the texts')
        assert reader.lines[0].startswith("  Find")
        await reader.press("down", "enter")
        assert "drive" in reader.words


async def test_its_last_line_offers_no_key_that_is_typed() -> None:
    """Letters look for a line in it, so none is told of as a key."""
    async with sitting(SHIPPED) as reader:
        await reader.press("o")
        assert "Esc Close" in reader.lines[-1]
        assert not {"B Back", "H Home"} & set(reader.lines[-1].split("  "))


async def test_it_can_be_put_away() -> None:
    """Its last row puts it away; the outline over the page then offers to keep it there again."""
    async with sitting(SHIPPED, WIDE) as reader:
        await reading(reader)
        await reader.press("tab", *["down"] * 60, "enter")
        assert reader.outline == 0
        await reader.press("o")
        await reader.choose("Keep the outline beside the page")
        assert reader.outline


async def test_below_a_hundred_columns_the_page_has_the_room() -> None:
    """Nothing stands beside the page at 99 columns."""
    async with sitting(SHIPPED, (99, 30)) as reader:
        await reading(reader)
        assert reader.outline == 0
        await reader.resize(100, 30)
        assert reader.outline
