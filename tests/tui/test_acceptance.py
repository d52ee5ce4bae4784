"""From home to the results of a real walk, in every way of choosing and on every kind of screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.open_library import OpenLibrary

from .reader import SHIPPED, Reader, sitting

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from edu_tui.layout.line import Medium
    from edu_tui.layout.look import Depth

    Way = tuple[str, tuple[int, int], tuple[Depth, Medium]]
    Choose = Callable[[Reader, str], Awaitable[None]]

CHOOSE: dict[str, Choose] = {
    "arrows": Reader.choose,
    "digits": Reader.choose_by_digit,
    "mouse": Reader.choose_by_mouse,
}
IN_ORDER = (
    "You say who takes you home.",
    "You agree on a stop signal.",
    "The pump starts.",
    "Feelings are at their strongest.",
    "You rest while staff check you.",
    "Staff say that you can go.",
)
SIZES = ((80, 24), (40, 16), (120, 33))
LOOKS: tuple[tuple[Depth, Medium], ...] = (
    ("full", "unicode"),
    ("sixteen", "unicode"),
    ("none", "unicode"),
    ("none", "ascii"),
)
EVERY_WAY: list[Way] = [(how, size, ("full", "unicode")) for how in CHOOSE for size in SIZES]
EVERY_LOOK: list[Way] = [("arrows", *pair) for pair in zip(SIZES, LOOKS[1:], strict=True)]


@pytest.mark.parametrize(("how", "size", "look"), EVERY_WAY + EVERY_LOOK)
async def test_from_home_to_the_results(
    how: str, size: tuple[int, int], look: tuple[Depth, Medium]
) -> None:
    """Choosing rows alone leads through every step of the drip's day, its question, to the results."""
    choose = CHOOSE[how]
    depth, medium = look
    module = OpenLibrary(SHIPPED, None).module("what-to-expect", "en")
    assert module.walkthrough
    titles = [step.title for step in module.walkthrough.route("infusion").steps]
    async with sitting(SHIPPED, size, depth=depth, medium=medium) as reader:
        await choose(reader, "What to expect in a session")
        await choose(reader, "What to expect on the day")
        await choose(reader, "A drip in the arm")
        seen = [reader.words]
        on = ("Next page", "Next step", "Go on:")
        while not reader.row("Answer 1 short question"):
            await choose(reader, next(words for words in on if reader.row(words)))
            assert reader.words != seen[-1]
            seen.append(reader.words)
        for title in titles:
            assert any(title in words for words in seen), title
        for number in range(1, len(titles) + 1):
            assert any(f"step {number} of {len(titles)}" in words for words in seen), number
        await choose(reader, "Answer 1 short question")
        assert "question 1 of 1" in reader.lines[0]
        for item in IN_ORDER:
            await choose(reader, item)
        await choose(reader, "Check my answer")
        assert "[+] That's right." in reader.words
        await choose(reader, "See how it went")
        assert "How it went" in reader.lines[0]
        assert "1 clear." in reader.words
        assert medium != "ascii" or reader.text.isascii()
