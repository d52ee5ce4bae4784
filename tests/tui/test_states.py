"""Every state is in characters: a plain text dump tells all."""

from __future__ import annotations

import pytest

from .places import follow, go
from .reader import sitting

PAIRS = [
    ("single", "choose Drive home", "( ) Drive home", "(*) Drive home"),
    ("single", "choose I'm not sure", "( ) I'm not sure", "(*) I'm not sure"),
    ("multiple", "choose Walk around", "[ ] Walk around", "[x] Walk around"),
    ("number", "choose 90", "( ) 90", "(*) 90"),
    ("order", "choose You rest", "[ ] You rest", "[1] You rest"),
    ("language", "choose Español", "( ) Español", "Biblioteca de muestra"),
]


@pytest.mark.parametrize(("place", "step", "before", "after"), PAIRS)
async def test_what_is_chosen_is_in_the_characters(
    place: str, step: str, before: str, after: str
) -> None:
    """Choosing changes the characters before the words chosen."""
    async with sitting() as reader:
        await go(reader, place)
        assert before in reader.words
        assert after not in reader.words
        await follow(reader, step)
        assert after in reader.words
        assert before not in reader.words


async def test_a_situation_shows_the_group_it_was_sorted_into() -> None:
    """Sorted situations carry their group in words, and the others are asked one by one."""
    async with sitting() as reader:
        await go(reader, "judge")
        assert "1 of 3" in reader.words
        await reader.choose("Not safe")
        assert "2 of 3" in reader.words
        await reader.choose("Not safe")
        await reader.choose("Safe")
        assert reader.words.count("(Not safe)") == 2
        assert reader.words.count("(Safe)") == 1


VERDICTS = {
    "single": {
        "right": "[+] That's right.",
        "missed once": "Not quite yet.",
        "missed twice": "[~] Not quite. Here is the answer.",
        "unsure": "[?] Good that you said so.",
    },
    "multiple": {
        "missed once": "Not quite yet.",
        "missed twice": "[~] Not quite. Here is the answer.",
        "unsure": "[?] Good that you said so.",
    },
}
VERDICTS |= dict.fromkeys(("number", "order", "judge"), VERDICTS["multiple"])


@pytest.mark.parametrize("kind", VERDICTS)
async def test_each_verdict_has_its_own_words(kind: str) -> None:
    """A verdict's words are on its screen and on none of the other screens of that question."""
    for state, words in VERDICTS[kind].items():
        async with sitting() as reader:
            await go(reader, f"{kind}, {state}")
            message = reader.words
        assert words in message
        assert not [
            other for other in VERDICTS[kind].values() if other != words and other in message
        ]
        for unkind in ("wrong", "Wrong", "false", "%", "incorrect", "fail"):
            assert unkind not in message


async def test_an_option_that_was_tried_says_so() -> None:
    """After a miss the option tried is told from the others by a word, and cannot be chosen."""
    async with sitting() as reader:
        await go(reader, "single, missed once")
        assert "Drive home tried" in reader.words
        assert "Feeling fine is no test." in reader.words
        await reader.choose("Drive home")
        assert "(*)" not in reader.words
        await reader.choose("Check my answer")
        assert "Choose an answer first, or say that you are not sure." in reader.words


async def test_what_has_been_done_is_told_on_the_way_back() -> None:
    """Home, the module's page and the list of steps say in words what was read, seen and answered."""
    async with sitting() as reader:
        await go(reader, "module")
        assert "3 short parts" in reader.words
        await reader.choose("Read about it")
        await reader.choose("Go on")
        await reader.press("escape")
        assert "Go on reading 1 of 3 read" in reader.words
        await reader.press("escape")
        assert "read 1 of 3" in reader.words
    async with sitting() as reader:
        await go(reader, "second step")
        await reader.press("p")
        assert reader.words.count("seen") == 2
    async with sitting() as reader:
        await go(reader, "results, must know missed")
        await reader.press("h")
        assert "1 to talk about" in reader.words


async def test_where_in_the_day_is_told_without_colour() -> None:
    """The rail brackets the part of the day that a step is in."""
    for place, phase in (
        ("first step", "Before"),
        ("second step", "During"),
        ("last step", "After"),
    ):
        for width in (80, 40):
            async with sitting() as reader:
                await go(reader, place)
                await reader.resize(width, 24)
                assert f"[{phase}]" in reader.words
                assert reader.words.count("[") == 1
