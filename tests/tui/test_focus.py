"""Where the mark is, at every place and in every size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.ui.tui.widgets.sheet import Sheet

from .places import WAYS, go
from .reader import Reader, sitting

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.line import Medium
    from edu_tui.layout.look import Depth

SIZES = ((80, 24), (40, 16), (120, 33))
MOST_STOPS = 40
"""No page of these has more."""


def mark(reader: Reader) -> int:
    """The line of the only mark; the cursor has to be there, or in the field under its label."""
    assert len(reader.marked) == 1, reader.text
    (line,) = reader.marked
    under_label = reader.field is not None and line == reader.field.region.y - 1
    assert reader.app.cursor_position.y == line + under_label, reader.text
    if not under_label:
        text = reader.lines[line]
        assert text[reader.app.cursor_position.x] == ">", (reader.app.cursor_position, text)
    return line


def focused_row(reader: Reader) -> int:
    """Which row is in focus, from 0; -1 for none."""
    return reader.app.screen.query_one("#page", Sheet).focused_row


async def walk_through(reader: Reader, key: str) -> list[str]:
    """Press an arrow until nothing moves any more; what each screen showed."""
    seen: list[str] = []
    while not seen or seen[-1] != reader.text:
        seen.append(reader.text)
        before = mark(reader), reader.lines[mark(reader)]
        await reader.press(key)
        after = mark(reader), reader.lines[mark(reader)]
        assert before != after or seen[-1] == reader.text, f"nothing is marked anew:\n{reader.text}"
    return seen


@pytest.mark.parametrize("place", WAYS)
async def test_the_mark_goes_through_every_row(place: str) -> None:
    """At every size one line is marked, the cursor is on it, and the arrows reach all rows and return."""
    async with sitting() as reader:
        await go(reader, place)
        for width, height in SIZES:
            await reader.resize(width, height)
            assert reader.lines[0].strip()
            # Over crisis help nothing else is said; beside that nothing is kept there may be less room.
            state = "Not yet reviewed by a clinician" if width > 48 else "not reviewed"
            assert reader.lines[1].endswith("" if place == "crisis" else state)
            await walk_through(reader, "up")
            first = reader.text
            down = await walk_through(reader, "down")
            assert "More below" not in down[-1]
            for row in reader.app.journey.shown.rows:
                assert any(reads(row.label, screen) for screen in down), (row.label, down)
            if width == 40:
                up = await walk_through(reader, "up")
                assert up[-1] == first


def reads(label: str, screen: str) -> bool:
    """Whether all of a label's words stand on that screen, in their order."""
    return " ".join(label.split()) in " ".join(screen.split())


@pytest.mark.parametrize("place", ["home", "reading", "first step", "single, chosen", "results, must know missed", "find, moved", "help"])  # fmt: skip
@pytest.mark.parametrize(("depth", "medium"), [("none", "ascii"), ("sixteen", "unicode")])
async def test_the_mark_needs_no_colour(place: str, depth: Depth, medium: Medium) -> None:
    """With fewer colours or none, and in ASCII, the same words are marked in the same way."""
    async with sitting() as coloured:
        await go(coloured, place)
        expected = coloured.focused, mark(coloured)
    async with sitting(depth=depth, medium=medium) as reader:
        await go(reader, place)
        assert (reader.focused, mark(reader)) == expected
        assert medium != "ascii" or reader.text.isascii()


async def test_focus_can_be_moved_with_tab_too() -> None:
    """Tab goes down a row and Shift with Tab up, as in other programs."""
    async with sitting() as reader:
        await reader.press("tab", "tab")
        assert reader.focused.startswith("3 A broken part")
        await reader.press("shift+tab")
        assert reader.focused.startswith("2 Marks")


@pytest.mark.parametrize("place", ["home", "find", "find, moved"])
async def test_the_cursor_stays_with_the_mark_when_only_its_line_changes(place: str) -> None:
    """A window one line smaller moves the rows without making them fewer, and the cursor with them."""
    async with sitting() as reader:
        await go(reader, place)
        for size in ((60, 20), (60, 19), (60, 20)):
            await reader.resize(*size)
            mark(reader)


@pytest.mark.parametrize(
    ("place", "size"),
    [
        ("home", (80, 24)),
        ("help", (40, 16)),
        ("module", (40, 12)),
        ("single", (30, 12)),
        ("single, missed twice", (40, 16)),
        ("results, must know missed", (30, 14)),
    ],
)
async def test_the_mark_stays_on_its_row_when_a_message_comes(
    tmp_path: Path, place: str, size: tuple[int, int]
) -> None:
    """Also where the message takes so much room that there are more stops on the way to the row."""
    async with sitting(records=tmp_path / "records.sqlite") as reader:
        await go(reader, place)
        await reader.resize(*size)
        last = len(reader.app.journey.shown.rows) - 1
        for _ in range(MOST_STOPS):
            await reader.press("down")
        assert focused_row(reader) == last
        for _ in range(2):
            await reader.press("j")
            assert focused_row(reader) == last, reader.text
            mark(reader)
