"""Coming back another day: the page that was open, what was read, what has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.layout.line import Room
from tests.journey.reader import ROOM, SMALL, Reader
from tests.journey.test_questions import finish
from tests.journey.test_walk_and_read import LONG
from tests.library.samples import MODULE, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.model.module import Route


class Home:
    """A person's computer: the library on it, and where what they do is kept."""

    def __init__(self, folder: Path) -> None:
        self.library = write_library(folder / "library")
        self.records = folder / "data" / "records.sqlite"

    def edit(self, old: str, new: str) -> None:
        """The author changes the module."""
        assert old in MODULE
        write(self.library, "en/going-home.yaml", MODULE.replace(old, new))

    def sit_down(self, room: Room = ROOM) -> Reader:
        """Start the program."""
        return Reader(self.library, room, records=self.records)


def leave(reader: Reader) -> None:
    """Quit, as the command does."""
    reader.do("quit")
    assert reader.journey.over
    assert reader.visit.keeper.close() == ""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_the_first_visit_offers_nothing_to_go_on_with(home: Home) -> None:
    """A first start has neither a row to go on nor questions that are ready, and writes nothing."""
    reader = home.sit_down()
    assert reader.rows[0].label == "Going home"
    leave(reader)
    assert not home.records.exists()


@pytest.mark.parametrize("room", [ROOM, SMALL, Room(79, 0, "words")])
def test_the_very_page_is_the_first_row(home: Home, room: Room) -> None:
    """Leaving in the middle of a section, the first row of the next start leads to the same page."""
    write(home.library, "en/going-home.yaml", LONG)
    reader = home.sit_down(room).choose("Going home", "Read about it")
    for _ in range(2):
        if reader.has("Next page"):
            reader.choose("Next page")
    shown = reader.text
    leave(reader)
    again = home.sit_down(room)
    view = again.journey.view(room)
    assert view.rows[view.focus].label == "Go on where you stopped: Going home"
    assert "part 1 of 1" in again.flat
    assert again.choose("Go on where you stopped").text == shown


def test_more_detail_is_on_again_where_it_was(home: Home) -> None:
    """A page that was left with more detail comes back with it."""
    reader = home.sit_down().choose("Going home", "Read about it").do("more")
    while reader.has("Next page"):
        reader.choose("Next page")
    shown = reader.text
    leave(reader)
    assert home.sit_down().choose("Go on where you stopped").text == shown


def test_back_from_there_leads_to_the_module(home: Home) -> None:
    """Going on opens the module under the page, so that up leads where it always does."""
    leave(home.sit_down().choose("Going home", "Read about it"))
    reader = home.sit_down().choose("Go on where you stopped").do("up")
    assert reader.has("See if it is clear")
    assert reader.do("up").has("My questions")


def test_each_module_keeps_its_page(home: Home) -> None:
    """A module left in the middle is found there, whatever was read in between."""
    write(home.library, "en/going-home.yaml", LONG)
    reader = home.sit_down().choose("Going home", "Read about it", "Next page")
    shown = reader.text
    leave(reader.do("home").choose("A session", "Read about it"))
    reader = home.sit_down()
    assert "A session" in reader.rows[0].label
    assert reader.choose("Going home", "Go on reading").text == shown


def test_a_walk_goes_on_at_its_step(home: Home) -> None:
    """A walkthrough left at a step is gone on with there, from home and from its module."""
    three = swap(
        "        - id: drip-starts\n",
        "        - {id: wait, phase: before, when: Then, title: You wait, happens: You sit.}\n"
        "        - id: drip-starts\n",
    )
    write(home.library, "en/going-home.yaml", three)
    reader = home.sit_down().choose("Going home", "On the day")
    reader.choose("Go on: You wait")
    leave(reader)
    reader = home.sit_down()
    assert "You sit." in reader.choose("Go on where you stopped").flat
    reader.do("up")
    assert "step 2 of 3" in reader.text
    assert "You sit." in reader.choose("Go on: A drip in the arm").flat


def test_what_is_done_leads_to_what_comes_next(home: Home) -> None:
    """When a module is read to its end, the first row is the next one that is not."""
    reader = home.sit_down().choose("Going home", "Read about it").read_to("Finish")
    leave(reader.choose("Finish"))
    reader = home.sit_down()
    assert reader.rows[0].label == "Go on: A session"
    assert "Going home" in reader.text
    assert "read" in reader.text


def test_the_outline_says_how_each_part_stands(home: Home) -> None:
    """Begun, read, to talk about and clear are words on home and beside the page."""
    states = []
    reader = home.sit_down().choose("Going home", "Read about it")
    states.append(reader.do("home").flat)
    reader.choose("Going home", "Go on reading").read_to("Finish")
    states.append(reader.do("home").flat)
    reader.choose("Going home", "See if it is clear").answer("I'm not sure")
    states.append(reader.do("home").flat)
    finish(reader.choose("Going home", "Go over what was not clear"))
    finish(reader.do("home").choose("Going home", "See if it is clear"))
    states.append(reader.do("home").flat)
    words = [
        "begun 4 min",
        "read 4 min",
        "1 to talk about 4 min",
        "clear 4 min",
    ]
    assert [word in state for word, state in zip(words, states, strict=True)] == [True] * 4, states


def test_a_module_edited_after_it_was_read_says_so(home: Home) -> None:
    """Home, the module and the outline name what changed, until it is read again."""
    leave(home.sit_down().choose("Going home", "Read about it").read_to("Finish"))
    home.edit("Do not drive until the next day.", "Do not drive for two days.")
    reader = home.sit_down()
    assert "changed since you read it" in reader.flat
    reader.choose("Going home")
    assert "Changed since you read it: No driving until tomorrow." in reader.flat
    reader.choose("Go on reading" if reader.has("Go on reading") else "Read about it")
    reader.do("outline")
    assert "No driving until tomorrow" in reader.flat
    assert "changed since you read it" in reader.flat
    reader.do("up").read_to("Finish").do("home")
    assert "changed since you read it" not in reader.flat


def test_comments_and_layout_change_nothing(home: Home) -> None:
    """An author who only lays out the file anew, or notes something, changes nothing for the reader."""
    leave(home.sit_down().choose("Going home", "Read about it").read_to("Finish"))
    home.edit(
        "      Do not drive until the next day. [@label-2023]\n",
        "      # asked Dr. M.\n      Do not drive\n      until the next day.   [@label-2023]\n".replace(
            "      # asked Dr. M.\n", ""
        ),
    )
    assert "changed" not in home.sit_down().flat


def test_an_answer_to_a_changed_question_is_kept_but_not_clear(home: Home) -> None:
    """All clear; then a question says something else: one is open again, and its old answer is kept."""
    leave(finish(home.sit_down().choose("Going home", "See if it is clear")))
    home.edit("Your car is outside.", "Your bike is outside.")
    reader = home.sit_down()
    assert "changed since you read it" in reader.flat
    reader.choose("Going home")
    assert "4 of 5 clear" in reader.flat
    assert "?drive-tonight" in reader.visit.history.trace("going-home").answers


def test_a_reason_mended_keeps_an_answer_clear(home: Home) -> None:
    """Who answered before a reason was put better has answered all the same."""
    leave(finish(home.sit_down().choose("Going home", "See if it is clear")))
    home.edit("You still react slowly.", "You react slowly until you have slept.")
    assert "changed" not in home.sit_down().flat


def look_up(reader: Reader, words: str, title: str) -> Reader:
    """Open that hit from wherever one is."""
    reader.do("find")
    reader.journey.typed(words)
    return reader.choose(title)


def test_a_look_from_find_is_no_place_to_go_on_from(home: Home) -> None:
    """After a page was opened from Find and left, the first row still leads where one had stopped."""
    write(home.library, "en/going-home.yaml", LONG)
    reader = home.sit_down().choose("Going home", "Read about it", "Next page")
    shown = reader.text
    stop = reader.visit.history.trace("going-home").stop
    look_up(reader, "Word8", "No driving until tomorrow")
    assert "Word8" in reader.flat
    assert reader.visit.history.trace("going-home").stop == stop
    leave(reader)
    assert home.sit_down().choose("Go on where you stopped").text == shown


def test_reading_on_from_find_is(home: Home) -> None:
    """Who turns a page there reads: that is the page to go on with."""
    write(home.library, "en/going-home.yaml", LONG)
    reader = home.sit_down()
    look_up(reader, "Word5", "No driving until tomorrow")
    assert reader.visit.history.trace("going-home").stop is None
    reader.choose("Next page")
    shown = reader.text
    assert reader.visit.history.trace("going-home").stop is not None
    leave(reader)
    assert home.sit_down().choose("Go on where you stopped").text == shown


def test_the_last_page_looked_up_is_read(home: Home) -> None:
    """A section whose last page was opened from Find has been read, though nobody stopped there."""
    reader = home.sit_down(Room(79, 0, "words"))
    look_up(reader, "drive until", "No driving until tomorrow")
    assert reader.has("Finish")
    trace = reader.visit.history.trace("going-home")
    assert trace.stop is None
    assert reader.visit.standing("going-home").read


def test_a_step_looked_up_is_no_step_walked(home: Home) -> None:
    """A step opened from Find is neither seen nor gone on with, until one goes on from it."""
    reader = home.sit_down()
    title = next(step.title for step in route_of(reader).steps)
    look_up(reader, title, title)
    assert "step 1 of" in reader.flat
    assert reader.visit.history.trace("going-home").step is None
    assert not reader.visit.standing("going-home").walked
    reader.choose("Go on: ")
    assert "step 2 of" in reader.flat
    assert len(reader.visit.standing("going-home").walked) == 2


def route_of(reader: Reader) -> Route:
    walkthrough = reader.visit.module("going-home").walkthrough
    assert walkthrough is not None
    return walkthrough.routes[0]


def test_who_left_questions_goes_on_with_them(home: Home) -> None:
    """Where the last thing was an answer, home leads back to the questions, at the one that is open."""
    reader = home.sit_down().choose("Going home", "See if it is clear").answer("I'm not sure")
    leave(reader)
    reader = home.sit_down()
    row = next(row for row in reader.rows if row.label.startswith("Go on where you stopped"))
    assert row.detail == "1 of 5 answered"
    assert "question 2 of 5" in reader.choose("Go on where you stopped").text
