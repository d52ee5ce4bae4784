"""Finding: what is typed is text, what is found opens its very page."""

from __future__ import annotations

import pytest

from .reader import sitting


async def test_every_key_is_a_character_in_the_field() -> None:
    """Keys that do something elsewhere, digits and blanks among them, are typed as they are."""
    async with sitting() as reader:
        await reader.press("/")
        await reader.write("q/?!+bnmsgpyhlt 19")
        assert "q/?!+bnmsgpyhlt 19" in reader.words
        assert reader.lines[0].strip() == "Find"
        await reader.press("backspace", "left", "left", "backspace")
        assert "q/?!+bnmsgpyhl 1" in reader.words
        await reader.press("end", "home", "delete")
        assert " /?!+bnmsgpyhl 1" in reader.words


@pytest.mark.parametrize(
    ("word", "row", "page"),
    [
        ("tears", "What you may feel", "Nobody minds tears, laughing"),
        ("chest", "The medicine starts", "step 2 of 3"),
        ("outside", "You feel fine", "question 1 of 1"),
        ("naus", "nausea", "NAW-zee-uh"),
    ],
)
async def test_down_goes_to_the_hits_and_enter_opens_the_page(
    word: str, row: str, page: str
) -> None:
    """A hit of each kind, section, step, question and word, leads to exactly what it names."""
    async with sitting() as reader:
        await reader.press("/")
        await reader.write(word)
        assert reader.focused.startswith("Find")
        await reader.press("down")
        while not reader.focused[2:].startswith(row):
            before = reader.text
            await reader.press("down")
            assert before != reader.text, reader.text
        await reader.press("enter")
        assert page in reader.words
        assert "Find:" not in reader.words
        await reader.press("escape")
        assert "Find:" in reader.words
        assert word in reader.words


@pytest.mark.parametrize("size", [(80, 24), (40, 16), (120, 33)])
@pytest.mark.parametrize(
    "typed", ["minds tea", "laughing", "cuff grow", "dummy spray", "music know well", "day night"]
)
async def test_a_hit_opens_the_very_page(size: tuple[int, int], typed: str) -> None:
    """Wherever in a long part the words stand, they are on the screen that Enter opens, of any size."""
    async with sitting(size=size) as reader:
        await reader.press("/")
        await reader.write(typed)
        await reader.press("enter")
        assert "part 2 of 3" in reader.lines[0] or "The day itself" in reader.lines[0]
        # a page ends above its first row: no word of a hit is below the edge
        assert all(word in reader.words for word in typed.split())


async def test_words_that_only_more_detail_has_are_shown() -> None:
    """Their page opens with more detail, and says so."""
    async with sitting() as reader:
        await reader.press("/")
        await reader.write("reaction ti")
        await reader.press("enter")
        assert "Reaction time stays slow" in reader.words
        assert "More detail is shown." in reader.words


async def test_a_hit_is_seen_with_its_words_in_context_in_a_small_window() -> None:
    """On a screen of 40x16 each hit that comes into focus brings the words around the match with it."""
    async with sitting(size=(40, 16)) as reader:
        await reader.press("/")
        await reader.write("you")
        await reader.press("down")
        seen = 0
        before = ""
        while before != reader.text:
            before = reader.text
            await reader.press("down")
            (index,) = reader.marked
            if "Go back" not in reader.lines[index] and "question" not in reader.text:
                seen += 1
                under = " ".join(reader.lines[index + 1 : -2])
                assert "you" in under.lower(), reader.text
        assert seen > 5


async def test_enter_in_the_field_opens_the_first_hit() -> None:
    """Without moving to it, Enter opens what stands first."""
    async with sitting() as reader:
        await reader.press("/")
        await reader.write("qqq")
        assert 'Nothing found for "qqq".' in reader.words
        await reader.press("backspace", "backspace", "backspace")
        await reader.write("chest")
        assert reader.row("The medicine starts") == 1
        await reader.press("enter")
        assert "step 2 of 3" in reader.words


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_nothing_found_has_rows_that_lead_on(size: tuple[int, int]) -> None:
    """On a screen of either size a question of one's own, the list and crisis help stand there; help opens."""
    async with sitting(size=size) as reader:
        await reader.press("/")
        await reader.write("qqq")
        for label in (
            "All parts",
            "Write a question to ask",
            "My questions",
            "Crisis help",
            "Go back",
        ):
            assert label in reader.words
        await reader.press("down", "down", "down", "down", "enter")
        assert "988" in reader.words
        await reader.press("escape")
        assert 'Nothing found for "qqq".' in reader.words


async def test_what_was_meant_stands_in_the_field() -> None:
    """Choosing "did you mean" writes it there, its hits below; typing goes on at its end."""
    async with sitting() as reader:
        await reader.press("/")
        await reader.write("blod presure")
        assert "Did you mean: blood pressure?" in reader.words
        await reader.press("enter")
        assert "blod" not in reader.words
        assert reader.row("What you may feel")
        await reader.press("up", "s")
        assert "blood pressures" in reader.words


async def test_typing_goes_on_after_looking_at_hits() -> None:
    """Up from the first hit returns to the field, and letters are typed there again."""
    async with sitting() as reader:
        await reader.press("/")
        await reader.write("che")
        await reader.press("down", "up")
        assert reader.focused.startswith("Find")
        await reader.write("st")
        assert "chest" in reader.words
        assert reader.row("The medicine starts") == 1


async def test_backspace_among_the_hits_still_corrects_the_word() -> None:
    """A slip noticed while looking at hits is mended without leaving."""
    async with sitting() as reader:
        await reader.press("/")
        await reader.write("chestt")
        await reader.press("down", "backspace")
        assert reader.lines[0].strip() == "Find"
        assert reader.row("The medicine starts") == 1


async def test_escape_closes_and_leaves_where_one_was() -> None:
    """Escape in the field and among the hits goes back to the page below, as it was."""
    async with sitting() as reader:
        await reader.choose("The day itself")
        before = reader.text
        for keys in ((), ("down",), ("down", "down")):
            await reader.press("/")
            await reader.write("safe")
            await reader.press(*keys, "escape")
            assert reader.text == before


async def test_help_and_crisis_help_are_a_key_away_while_typing() -> None:
    """In the field, where letters are text, F1 still opens crisis help."""
    async with sitting() as reader:
        await reader.press("/")
        await reader.write("sa")
        await reader.press("f1")
        assert "Call or text 988" in reader.words
        await reader.press("escape")
        assert "sa" in reader.words


@pytest.mark.parametrize("place", ["/", "o", "w"])
@pytest.mark.parametrize(
    ("sign", "leads_to"), [("!", "Call or text 988"), ("?", "What you can do")]
)
async def test_the_signs_for_help_work_in_an_empty_field(
    place: str, sign: str, leads_to: str
) -> None:
    """Nobody begins to write with them: in an empty field they do what they do everywhere."""
    async with sitting() as reader:
        await reader.press("y", place) if place == "w" else await reader.press(place)
        await reader.press(sign)
        assert leads_to in reader.words
        await reader.press("escape")
        await reader.write(f"so{sign}")
        assert leads_to not in reader.words


async def test_staff_pages_are_not_found() -> None:
    """A patient's search does not lead to what is for staff."""
    async with sitting() as reader:
        await reader.press("/")
        for word in ("zebra", "Quagga"):
            await reader.write(word)
            assert "Nothing found for" in reader.words
            await reader.press(*["backspace"] * len(word))
