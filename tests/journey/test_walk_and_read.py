"""Finding the way: home, a module, reading, the walkthrough, and the places beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.layout.line import Room
from edu_tui.staff.profile import STAFF
from tests.journey.reader import ROOM, SMALL, Reader
from tests.library.samples import swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

LONG = swap(
    "      Do not drive until the next day. [@label-2023]",
    "\n\n".join(f"      Word{n} " + "and so on " * 12 for n in range(9)) + " [@label-2023]",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path)


def test_home_lists_the_patients_modules(folder: Path) -> None:
    """A patient sees the parts of the patients' course, with minutes, and none of staff's."""
    reader = Reader(folder)
    assert "Going home" in reader.text
    assert "4 min" in reader.text
    assert "Welcome" not in reader.text


def test_staff_see_more(folder: Path) -> None:
    """Staff see their own modules, sections and notes besides what patients see."""
    reader = Reader(folder, profile=STAFF._replace(signed_only=False))
    assert reader.has("Welcome")
    reader.choose("Going home", "On the day", "Go on")
    assert "Quagga" in reader.text


def test_every_screen_says_that_nobody_has_signed(folder: Path) -> None:
    """The review state is in the view of home, a page and a step."""
    reader = Reader(folder)
    for row in ("Going home", "On the day"):
        assert "Not yet reviewed by a clinician" in reader.text
        reader.choose(row)
    assert "Not yet reviewed by a clinician" in reader.text


@pytest.mark.parametrize("room", [ROOM, SMALL, Room(79, 0, "words")])
def test_paging_shows_every_word_once(tmp_path: Path, room: Room) -> None:
    """Turning pages in any room shows all the words of a section and ends at its questions."""
    write(write_library(tmp_path), "en/going-home.yaml", LONG)
    reader = Reader(tmp_path, room).choose("Going home", "Read about it")
    seen = reader.flat
    while reader.has("Next page"):
        seen += " " + reader.choose("Next page").flat
    for n in range(9):
        assert seen.count(f"Word{n} ") == 1
    assert "Someone else takes you home." in seen
    assert reader.has("Answer 2 short questions")


def test_a_resize_keeps_the_place(tmp_path: Path) -> None:
    """In another room the page shown still holds the words that were shown."""
    write(write_library(tmp_path), "en/going-home.yaml", LONG)
    reader = Reader(tmp_path).choose("Going home", "Read about it", "Next page")
    first = next(word for word in reader.flat.split() if word.startswith("Word"))
    reader.room = SMALL
    assert first in reader.flat
    reader.room = ROOM
    assert first in reader.flat


def test_going_back_to_a_module_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Leaving in the middle and coming back shows the same page."""
    write(write_library(tmp_path), "en/going-home.yaml", LONG)
    reader = Reader(tmp_path).choose("Going home", "Read about it", "Next page")
    shown = reader.flat
    assert reader.do("home").choose("Going home", "Go on reading").flat == shown


def test_more_detail_opens_and_closes_in_place(folder: Path) -> None:
    """`m` shows the detail of the section and hides it again."""
    reader = Reader(folder, Room(72, 0, "words")).choose("Going home", "Read about it")
    assert "Reaction time" not in reader.text
    assert "Reaction time" in reader.do("more").text
    assert "Reaction time" not in reader.do("more").text


def test_reading_to_the_end_is_marked(folder: Path) -> None:
    """A module whose sections were read to the end says so on home."""
    reader = Reader(folder).choose("Going home", "Read about it")
    reader.read_to("Finish: Going home").choose("Finish")
    assert "You have come to the end of Going home." in reader.text
    assert "read   4 min" in reader.do("home").text


def test_sources_of_a_page_are_numbered_as_on_it(folder: Path) -> None:
    """`s` shows the source with the number that stands in the text."""
    reader = Reader(folder).choose("Going home", "Read about it")
    assert "day.[1]" in reader.text
    assert "[1] A maker. 2023. Prescribing information." in reader.do("sources").flat


def test_words_of_a_page_come_first(folder: Path) -> None:
    """`g` explains the words marked on the page, then all others."""
    reader = Reader(folder).choose("Going home", "Read about it").do("words")
    assert "dissociation (dis-SO-see-AY-shun): Feeling far away." in reader.flat
    assert "infusion" not in reader.flat
    assert "infusion: A drip in the arm." in reader.choose("All words").flat


def test_a_walk_shows_each_step_and_where_it_is(folder: Path) -> None:
    """Steps follow each other with what happens, what to notice, what to do."""
    reader = Reader(folder).choose("Going home", "On the day")
    assert "step 1 of 2" in reader.text
    reader.choose("Go on: The medicine starts")
    for words in ("step 2 of 2", "[During]", "Tell us at once", "Close your eyes."):
        assert words in reader.text
    assert "Quagga" not in reader.text
    assert "step 1 of 2" in reader.do("back").text


def test_a_walk_can_jump(folder: Path) -> None:
    """From the list of all steps the reader lands on the one chosen, and back goes up."""
    reader = Reader(folder).choose("Going home", "On the day").do("steps")
    assert reader.choose("The medicine starts").has("Finish")
    assert reader.do("up").has("On the day")


def test_a_broken_module_is_calm_and_hides_no_other(folder: Path) -> None:
    """A module with a mistake says that it cannot be shown, and the next one opens."""
    write(folder, "en/session.yaml", "id: session\ntitel: A session\n")
    reader = Reader(folder)
    assert "This part cannot be shown" in reader.text
    reader.choose("Session")
    assert "You did nothing wrong." in reader.flat
    assert reader.choose("Go back").choose("Going home").has("Read about it")


def test_find_opens_the_very_page(folder: Path) -> None:
    """A hit on a step opens that step, a hit on a section that section."""
    reader = Reader(folder).do("find")
    reader.journey.typed("floating")
    assert "step 2 of 2" in reader.choose("The medicine starts").text
    reader.do("find")
    reader.journey.typed("until tomorrow")
    assert "Do not drive until the next day." in reader.choose("No driving").flat


def test_find_says_what_was_meant(folder: Path) -> None:
    """A mistyped word finds nothing and offers the nearest."""
    reader = Reader(folder).do("find")
    reader.journey.typed("flaoting")
    assert 'Nothing found for "flaoting".' in reader.flat
    assert reader.choose("Did you mean: floating?").has("The medicine starts")


def test_another_language_keeps_what_was_done(folder: Path) -> None:
    """Switching shows the module in the other language and keeps the questions to ask."""
    reader = Reader(folder).choose("Going home").do("ask").do("language").choose("Español")
    reader.visit.contents = reader.visit.open_library.refresh("es")
    assert "in English   4 min" in reader.text
    assert reader.has("Una sesión")
    assert len(reader.visit.asks) == 1


def test_help_offers_what_works_there_and_does_it(folder: Path) -> None:
    """Help over a page lists its keys, and choosing one does it on that page."""
    reader = Reader(folder).choose("Going home", "Read about it").do("help")
    assert reader.has("Sources")
    assert "Prescribing information" in reader.choose("Sources").flat
    assert "Do not drive" in reader.do("up").flat


def test_crisis_lines_are_one_key_away(folder: Path) -> None:
    """From a question in the middle of a run the library's crisis lines show, and back again."""
    reader = Reader(folder).choose("Going home", "See if it is clear")
    question = reader.flat
    assert "Call or text 988" in reader.do("crisis").flat
    assert reader.choose("Go back").flat == question


def test_my_questions_are_added_written_and_taken_off(folder: Path) -> None:
    """A page and own words join the list, twice changes nothing, and one can be taken off."""
    reader = Reader(folder).choose("Going home", "Read about it")
    assert "Added to my questions." in reader.do("ask").text
    assert "already" in reader.do("ask").text
    reader.do("asked").choose("Write a question of my own")
    reader.journey.typed("May my  sister come?")
    reader.choose("Add it")
    assert reader.has("May my sister come?")
    reader.choose("No driving until tomorrow", "Take it off")
    assert [ask.text for ask in reader.visit.asks.asks] == ["May my sister come?"]
