"""Moving about: the place is kept, leaving asks nothing, language and look are a key away."""

from __future__ import annotations

import pytest

from .places import SOME, WAYS, go
from .reader import SHIPPED, Reader, sitting


def first_words(reader: Reader, number: int = 6) -> str:
    """The words that a page begins with."""
    return " ".join(" ".join(reader.column).replace("> ", "").split()[:number])


async def test_a_resize_in_the_middle_of_a_section_keeps_the_place() -> None:
    """The words that began the page are on the page after growing, shrinking and coming back."""
    async with sitting(SHIPPED, (40, 16)) as reader:
        await reader.choose("What to expect in a session")
        await reader.choose("Read about it")
        await reader.press("space", "space")
        before = reader.text
        words = first_words(reader)
        for size in ((120, 33), (80, 24), (60, 20)):
            await reader.resize(*size)
            assert words in " ".join(" ".join(reader.column).split())
        await reader.resize(40, 16)
        assert first_words(reader) == words
        assert reader.text == before


async def test_a_resize_keeps_a_typed_word_and_what_it_found() -> None:
    """Find looks the same again after the window has been small for a while."""
    async with sitting() as reader:
        await reader.press("/")
        await reader.write("safe")
        before = reader.text
        await reader.resize(40, 16)
        assert "safe" in reader.words
        await reader.resize(80, 24)
        assert reader.text == before


@pytest.mark.parametrize("size", [(10, 4), (1, 1), (3, 30), (300, 90)])
async def test_no_size_ends_the_program(size: tuple[int, int]) -> None:
    """A window that is far too small or very large is drawn somehow, and is whole again afterwards."""
    async with sitting() as reader:
        await go(reader, "reading, with a picture")
        before = reader.text
        await reader.resize(*size)
        await reader.press("down", "up", "?", "escape")
        await reader.resize(80, 24)
        assert reader.text == before


SMALL = "Please make the window larger. ! Crisis help"


@pytest.mark.parametrize("size", [(20, 6), (29, 9), (80, 9)])
async def test_whom_to_call_can_be_read_in_any_window(size: tuple[int, int]) -> None:
    """In the smallest window too the key of crisis help shows the numbers, and another leads back."""
    async with sitting(size=size) as reader:
        assert reader.words == SMALL
        await reader.press("!")
        assert "988" in reader.words
        assert "911" in reader.words
        await reader.press("escape")
        assert reader.words == SMALL


async def test_a_window_too_small_only_asks_to_be_larger() -> None:
    """With so few lines or columns only crisis help and quit act, and the page comes back."""
    async with sitting() as reader:
        await go(reader, "reading, a long part")
        before = reader.text
        for size in ((80, 9), (29, 24), (12, 6)):
            await reader.resize(*size)
            assert reader.words == SMALL
            await reader.press(
                "enter", "1", "space", "down", "?", "!", "escape", "escape", "ctrl+u"
            )
            await reader.click(4, 3)
            assert reader.words == SMALL
            await reader.resize(80, 24)
            assert reader.text == before
        await reader.resize(30, 10)
        assert "Please make" not in reader.words
        await reader.resize(30, 9)
        await reader.press("q")
        assert reader.app.journey.over


async def test_a_window_may_be_too_small_at_the_start_and_while_typing() -> None:
    """A small window says so from the first; what was typed is there when it is larger, not sent."""
    async with sitting(size=(40, 8)) as reader:
        assert reader.words == SMALL
        await reader.resize(80, 24)
        assert "Sample library" in reader.text
        await reader.press("/")
        await reader.write("safe")
        before = reader.text
        await reader.resize(40, 8)
        await reader.press("enter")
        assert reader.words == SMALL
        await reader.resize(80, 24)
        assert reader.text == before


async def test_more_below_is_told_beside_what_has_just_happened() -> None:
    """A refusal is said whole, that a row is below the edge too, and the row in focus stays in sight."""
    async with sitting(size=(40, 16)) as reader:
        await go(reader, "multiple, missed once")
        assert reader.lines[-1].strip() == "(more) N Skip ? Help ! Crisis Q Quit"
        tried = str(reader.row("tried"))
        await reader.press(tried)
        row = reader.focused
        await reader.press(tried)
        assert reader.focused == row
        assert row.startswith(tried)
        assert "You tried this one already. Choose another." in reader.words
        assert reader.lines[-1].strip() == "(more) N Skip ? Help ! Crisis Q Quit"
        await reader.resize(80, 12)
        assert reader.lines[-1].endswith("Choose another. More below: press Down. ! Crisis")


@pytest.mark.parametrize("place", SOME)
async def test_quit_asks_nothing(place: str) -> None:
    """One key ends the program at once, with exit code 0; in a field the key Ctrl+Q does."""
    async with sitting() as reader:
        await go(reader, place)
        field = reader.app.journey.shown.field is not None
        await reader.press("ctrl+q" if field else "q")
        assert reader.app.journey.over
        assert reader.app.exit_status == 0


@pytest.mark.parametrize("place", WAYS)
async def test_escape_leads_home_from_everywhere(place: str) -> None:
    """Pressing Escape again and again ends at home, and at home it does nothing."""
    async with sitting() as reader:
        home = reader.lines[0]
        await go(reader, place)
        presses = 0
        while not reader.app.journey.at_home:
            await reader.press("escape")
            presses += 1
            assert presses < 8
        await reader.press("escape")
        assert reader.lines[0] == home
        assert reader.app.is_running


async def test_the_language_changes_content_and_is_kept() -> None:
    """Choosing another language shows its modules, and says when a part is not translated."""
    async with sitting() as reader:
        await reader.press("l")
        await reader.choose("Español")
        assert "Biblioteca de muestra" in reader.lines[0]
        assert "Una parte pequeña" in reader.words
        await reader.choose("Una parte pequeña")
        await reader.press("1")
        assert "Una línea sobre la señal." in reader.words
        await reader.press("l")
        await reader.choose("English")
        assert "Sample library" in reader.lines[0]


async def test_the_look_changes_colours_and_no_character() -> None:
    """Dark, light and high contrast show the same characters, and the key goes round them."""
    async with sitting() as reader:
        # The news on the last line but one names the look.
        seen, lines = [reader.segments[:-2]], reader.lines[:-2]
        for name in ("Light", "High contrast"):
            await reader.press("t")
            assert f"{name} colors." in reader.words
            assert reader.lines[:-2] == lines
            assert reader.segments[:-2] not in seen
            seen.append(reader.segments[:-2])
        await reader.press("t")
        assert reader.segments[:-2] == seen[0]


async def test_ask_about_this_is_kept_once_and_can_be_taken_off() -> None:
    """The plus key adds the page to my questions once; there it can be taken off again."""
    async with sitting() as reader:
        await go(reader, "reading")
        await reader.press("+")
        assert "Added to my questions." in reader.words
        await reader.press("+")
        assert "It is in my questions already." in reader.words
        await reader.press("h")
        assert "My questions 1" in reader.words
        await reader.choose("My questions")
        await reader.choose("No driving until tomorrow")
        await reader.choose("Take it off the list")
        assert "Taken off the list." in reader.words
        assert "Nothing here yet." in reader.words


async def test_words_of_my_own_are_kept_as_written() -> None:
    """A question typed with every key that does something elsewhere is kept word for word."""
    async with sitting() as reader:
        await go(reader, "write")
        await reader.write("quit? no! b/c of g+h 12 [b]x[/b]")
        await reader.press("enter")
        assert "quit? no! b/c of g+h 12 [b]x[/b]" in reader.words
        assert "my own words" in reader.words


async def test_a_choice_made_for_one_page_is_not_made_on_the_next() -> None:
    """Of two presses that come at once the second, meant for a page that is gone, does nothing."""
    async with sitting() as reader:
        await reader.press("1", "?", *["down"] * 40)
        assert reader.focused.endswith("Go back")
        reader.clock.now += 1.0
        for _ in range(2):
            reader._send("enter")
        await reader._rest()
        assert "Step by step" in reader.text


async def test_a_digit_of_another_kind_is_no_digit() -> None:
    """Characters that only look like digits choose nothing and break nothing."""
    async with sitting() as reader:
        before = reader.text
        await reader.press("\u00b2", "\u2460", "\u00bd")
        assert reader.text == before
