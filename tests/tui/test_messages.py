"""What the program has to say is said whole in every size; that nothing is kept is never out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .places import go
from .reader import sitting, squeezed

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.look import Depth

WHY = (
    "A folder, or something else that is no file, stands where your records should be. To see where: "
    "edu-tui records where. What you do now is not kept. You can go on reading."
)
JUST_READING = "Just reading"
NOT_KEPT = "Not kept now: press K to see why"


@pytest.mark.parametrize("size", [(80, 24), (40, 16), (120, 33), (30, 24)])
@pytest.mark.parametrize("depth", ["full", "none"])
async def test_a_long_message_is_whole(tmp_path: Path, size: tuple[int, int], depth: Depth) -> None:
    """It takes as many lines as it needs; the row in focus stays in sight, and the page comes back."""
    records = tmp_path / "records.sqlite"
    async with sitting(records=records, size=size, depth=depth) as reader:
        await reader.choose("The day itself")
        records.mkdir()
        await reader.choose("Read about it")
        assert WHY in squeezed(reader.column)
        assert len(reader.marked) == 1
        page = reader.app.journey.shown.where
        await reader.press("?", "escape")
        assert WHY not in reader.words
        assert reader.app.journey.shown.where == page


async def test_that_nothing_can_be_kept_stays_until_it_can(tmp_path: Path) -> None:
    """On every page, in a few words that say where to see why; gone with the first thing that is kept."""
    records = tmp_path / "records.sqlite"
    records.mkdir()
    async with sitting(records=records, size=(40, 16)) as reader:
        assert NOT_KEPT in reader.words
        for key in ("1", "1", "space", "pagedown", "?", "escape", "y", "h", "/", "escape"):
            await reader.press(key)
            assert NOT_KEPT in reader.words, reader.text
        await reader.press("k")
        assert "stands where your records should be" in reader.words
        await reader.press("h")
        records.rmdir()
        await reader.choose("The day itself")
        await reader.choose("Read about it")
        await reader.press("pagedown")
        assert NOT_KEPT not in reader.words
        assert records.is_file()


@pytest.mark.parametrize(
    ("width", "height", "state"),
    [
        (80, 24, "Not yet reviewed by a clinician"),
        (40, 16, "not reviewed"),
        (40, 24, "not reviewed"),
        (30, 10, "not reviewed"),
    ],
)
async def test_just_reading_has_a_sign_on_every_page(
    tmp_path: Path, width: int, height: int, state: str
) -> None:
    """From the key that begins it to the key that ends it, beside the review state, in few words where it is narrow."""
    async with sitting(records=tmp_path / "records.sqlite", size=(width, height)) as reader:
        await go(reader, "reading")
        assert JUST_READING not in reader.words
        await reader.press("j")
        for key in ("down", "pagedown", "?", "escape", "h", "1", "3", "1"):
            await reader.press(key)
            assert reader.lines[1].endswith(f"{JUST_READING} · {state}"), reader.text
        await reader.press("h")
        assert reader.row("The day itself")
        for key in ("j", "1"):
            await reader.press(key)
            assert JUST_READING not in reader.words


async def test_where_nothing_is_kept_from_the_start_it_is_on_the_first_page() -> None:
    """Without records at all the sign is there at once, and the first screen has all its rows."""
    async with sitting() as reader:
        assert JUST_READING in reader.lines[1]
        assert reader.row("The day itself") == 1
