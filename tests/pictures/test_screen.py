"""Pictures in front of a reader: on the screen, a key away, and read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.reading.walking import Walking
from edu_tui.ui.speech.spoken import spoken
from tests.tui.reader import SHIPPED, sitting

from .library import pictured
from .samples import CALL_DRAWN, NO_CAR_DRAWN
from .test_pages import SIGNS, TWIN, solid

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.line import Medium
    from edu_tui.layout.look import Depth


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TERM", "xterm-256color")
    return pictured(tmp_path)


def is_shown(drawing: str, lines: list[str]) -> bool:
    """Whether each line of a drawing stands under the one before it, in the same column."""
    first, *_ = wanted = solid(drawing)
    for number, line in enumerate(lines):
        at = line.find(first.strip()) - (len(first) - len(first.lstrip()))
        below = [other[at:][:24].rstrip() for other in lines[number:]]
        if at >= 0 and [other for other in below if other][: len(wanted)] == wanted:
            return True
    return False


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 33), (160, 45)])
@pytest.mark.parametrize("depth", ["full", "none"])
async def test_each_picture_is_on_its_page(
    folder: Path, size: tuple[int, int], depth: Depth
) -> None:
    """Of the module, a step, a section and a box; the same without colors."""
    async with sitting(folder, size, depth=depth) as reader:
        await reader.choose("Going home")
        assert is_shown(CALL_DRAWN, reader.lines)
        await reader.choose("On the day")
        assert is_shown(CALL_DRAWN, reader.lines)
        await reader.press("b")
        await reader.choose("Read about it")
        assert is_shown(NO_CAR_DRAWN, reader.lines)
        while "Call 911 in danger" not in reader.words:
            await reader.press("space")
        assert is_shown(CALL_DRAWN, reader.lines)


async def test_the_twin_is_shown_in_ascii(folder: Path) -> None:
    """Nothing on the screen needs another font."""
    async with sitting(folder, medium="ascii") as reader:
        await reader.choose("Going home")
        assert is_shown(CALL_DRAWN.translate(TWIN), reader.lines)
        assert not SIGNS & set(reader.text)


@pytest.mark.parametrize("size", [(40, 16), (59, 40), (80, 20)])
async def test_where_there_is_no_room_one_key_shows_it(folder: Path, size: tuple[int, int]) -> None:
    """V leads to it and back, from the module, a step and a section."""
    ways = {"Read about it": NO_CAR_DRAWN, "On the day": CALL_DRAWN}
    async with sitting(folder, size) as reader:
        await reader.choose("Going home")
        for row, drawing in ways.items():
            await reader.choose(row)
            before = reader.text
            assert not SIGNS & set(before)
            await reader.press("v")
            assert is_shown(drawing, reader.lines)
            await reader.press("b")
            assert reader.text == before
            await reader.press("escape")
        await reader.press("v")
        assert is_shown(CALL_DRAWN, reader.lines)


async def test_the_key_is_told_of_only_where_it_is_needed(folder: Path) -> None:
    """Where the picture is on the page, nothing else leads to it."""
    for size, told in (((80, 20), True), ((80, 24), False)):
        async with sitting(folder, size) as reader:
            await reader.choose("Going home")
            assert ("V Picture" in reader.lines[-1]) is told


@pytest.mark.parametrize("medium", ["unicode", "ascii"])
async def test_what_it_tells_is_read_aloud(folder: Path, medium: Medium) -> None:
    """Before the words beside it, once; nothing of the drawing is said."""
    async with sitting(folder, (80, 24), medium=medium) as reader:
        await reader.choose("Going home")
        await reader.choose("Read about it")
        told = spoken(reader.app.journey.shown).words
        assert told == (
            "No driving until tomorrow.",
            "Picture: Do not drive until tomorrow.",
            "Do not drive until the next day.",
            "Some people feel dissociation for an hour. Call the number on your card if you are unsure.",
            "No driving.",
        )
        await reader.press("b")
        await reader.choose("On the day")
        told = spoken(reader.app.journey.shown).words
        assert told[:4] == (
            "Before.",
            "Picture: Say that you are here.",
            "The day before.",
            "You arrive.",
        )
        assert told[-1] == "At the door."


async def test_a_step_is_one_page_with_its_picture_or_the_picture_is_a_key_away() -> None:
    """Through the whole drip at 80x24: no step is parted for its drawing, and none loses it."""
    drawn = away = 0
    async with sitting(SHIPPED, (80, 24)) as reader:
        await reader.press("6", "1", "1")
        while "step 18 of 18" not in reader.words:
            assert "page 1 of" not in reader.lines[0]
            here = reader.app.journey.place
            assert isinstance(here, Walking)
            if here.step.picture and any(set("▀▄█") & set(line) for line in reader.lines):
                drawn += 1
            elif here.step.picture:
                away += 1
                before = reader.text
                await reader.press("v")
                assert any("██" in line for line in reader.lines)
                await reader.press("escape")
                assert reader.text == before
            await reader.press("space")
    assert drawn
    assert away
