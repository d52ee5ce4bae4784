"""A few minutes: asked for anywhere, and what is left out is told and can be opened all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journey.reader import ROOM, SMALL, Reader
from tests.library.samples import LIBRARY, MODULE, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.line import Room


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Three parts of 4, 8 and 5 minutes; the author finds the last one most important."""
    folder = write_library(tmp_path)
    for name, minutes in (("long-one", 8), ("short-one", 5)):
        text = swap("id: going-home", f"id: {name}", MODULE)
        text = swap("title: Going home", f"title: The {name}", text)
        write(folder, f"en/{name}.yaml", swap("minutes: 4", f"minutes: {minutes}", text))
    text = swap(
        "modules: [going-home, session]",
        "modules: [going-home, long-one, short-one]\n    priority: [short-one]",
        LIBRARY,
    )
    write(folder, "library.yaml", text)
    return folder


@pytest.mark.parametrize("room", [ROOM, SMALL])
def test_what_is_chosen_and_what_is_left_out(library: Path, room: Room) -> None:
    """The important part first fills the time; the others are named with what they take."""
    reader = Reader(library, room).do("minutes").choose("I have about 5 minutes")
    assert "This takes about 5 minutes." in reader.flat
    rows = [row.label for row in reader.rows]
    assert rows == ["The short-one", "Going home", "The long-one", "Go back"]
    assert reader.flat.index("The short-one") < reader.flat.index("Left out this time")
    assert reader.flat.index("Left out this time") < reader.flat.index("Going home")


def test_more_time_in_reading_order(library: Path) -> None:
    """10 minutes hold the first and the last part, in the order of the course; 20 hold all."""
    reader = Reader(library).do("minutes").choose("I have about 10 minutes")
    assert [row.label for row in reader.rows][:2] == ["Going home", "The short-one"]
    reader.do("up").choose("I have about 20 minutes")
    assert "Left out" not in reader.text
    assert "This takes about 17 minutes." in reader.flat


def test_each_part_opens_and_leads_back_to_the_choice(library: Path) -> None:
    """What is left out opens too; back from a part the choice is the same, and the mark is on it."""
    reader = Reader(library).do("minutes").choose("I have about 5 minutes", "The long-one")
    assert "Afterwards you can" in reader.text
    reader.do("back")
    assert "Left out this time" in reader.text
    assert reader.journey.view(reader.room).focus == 2


def test_what_was_read_is_not_offered_again(library: Path) -> None:
    """A part that was read is neither chosen nor left out; one read meanwhile stays and says so."""
    reader = Reader(library).choose("The short-one", "Read about it").read_to("Finish")
    reader.do("home").do("minutes").choose("I have about 5 minutes")
    assert [row.label for row in reader.rows][:2] == ["Going home", "The long-one"]
    reader.choose("Going home", "Read about it").read_to("Finish").do("home").do("minutes")
    assert "read all there is" not in reader.choose("I have about 5 minutes").text


def test_it_is_in_help_everywhere(library: Path) -> None:
    """Arrows and Enter reach it: help has a row for it, on home and on a page."""
    assert Reader(library).do("help").has("A few minutes")
    reader = Reader(library).choose("Going home", "Read about it").do("help")
    assert "How much time do you have?" in reader.choose("A few minutes").text
