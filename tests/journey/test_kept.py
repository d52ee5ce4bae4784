"""What is kept about the reader: told, not kept when they do not want it, forgotten when they say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.learning.event import QuestionAnswered
from edu_tui.records.log import Log
from tests.journey.reader import Reader
from tests.library.samples import write_library

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.learning.event import Event


class Home:
    """A library and a place for records."""

    def __init__(self, folder: Path) -> None:
        self.library = write_library(folder / "library")
        self.records = folder / "records.sqlite"

    def sit_down(self) -> Reader:
        return Reader(self.library, records=self.records)

    @property
    def events(self) -> list[Event]:
        """All that is in the file."""
        log = Log(self.records)
        events = [event for _, event in log.events()]
        log.close()
        return events


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def answered(home: Home) -> Reader:
    """Someone who read a section, answered two questions and asked about a page."""
    reader = home.sit_down().choose("Going home", "Read about it").read_to("Finish").do("ask")
    reader.do("home").choose("Going home", "See if it is clear")
    reader.answer("I'm not sure").choose("Next question")
    reader.answer("Close your eyes", "Soft music")
    return reader.do("home")


def test_an_answer_names_what_was_chosen(home: Home) -> None:
    """The record has module, language, versions, question, options, try, verdict, and when."""
    reader = home.sit_down().choose("Going home", "See if it is clear")
    reader.answer("Drive a little").answer("Get a ride home")
    first, second = [event for event in home.events if event.kind == "answered"]
    assert (first.module, first.language, first.unit) == ("going-home", "en", "?drive-tonight")
    assert first.version == second.version
    assert len(first.version) == len(first.unit_version) == 16
    answers = [event.fact for event in (first, second) if isinstance(event.fact, QuestionAnswered)]
    assert [(answer.chosen, answer.try_no, answer.verdict) for answer in answers] == [
        (("short",), 1, "try-again"), (("answer",), 2, "right"),
    ]  # fmt: skip
    assert first.at < second.at
    assert answers[1].card is not None


def test_it_is_kept_before_it_is_shown(home: Home) -> None:
    """When the verdict can be seen, another program finds the answer in the file."""
    reader = home.sit_down().choose("Going home", "See if it is clear").answer("I'm not sure")
    assert "Good that you said so." in reader.text
    facts = [event.fact for event in home.events]
    assert [fact.verdict for fact in facts if isinstance(fact, QuestionAnswered)] == ["unsure"]


def test_just_reading_writes_nothing(home: Home) -> None:
    """After the key nothing more is written; the key again keeps from then on."""
    reader = answered(home)
    before = home.events
    assert "Just reading: nothing is kept from now on." in reader.do("private").text
    assert "nothing: just reading" in reader.text
    reader.choose("Going home", "See if it is clear").answer("I'm not sure").do("home")
    assert home.events == before
    assert "kept on this computer" in reader.do("private").text
    reader.choose("Going home", "See if it is clear").answer("I'm not sure")
    assert len(home.events) == len(before) + 1


def test_without_a_place_to_keep_it_nothing_is_written(tmp_path: Path) -> None:
    """A visit that keeps nothing says so, and its key changes nothing."""
    reader = Reader(write_library(tmp_path))
    assert "Nothing is kept in this run." in reader.do("private").text
    assert "Nothing is kept." in reader.do("kept").text
    assert not list(tmp_path.rglob("*.sqlite"))


def test_it_is_told_where_and_how_much(home: Home) -> None:
    """The path and the counts are on the page, and that nobody gets it."""
    reader = answered(home).do("kept")
    assert "1 part begun, 2 answers, 2 questions on my list." in reader.flat
    assert "sent to nobody" in reader.flat
    assert str(home.records) in reader.flat.replace(" ", "")


@pytest.mark.parametrize(
    ("path", "gone", "left"),
    [
        (("Forget everything",), {"read", "answered", "asked", "stopped"}, set()),
        (
            ("Forget one part", "Going home", "Everything"),
            {"read", "answered", "asked", "stopped"},
            set(),
        ),
        (
            ("Forget one part", "Going home", "No driving"),
            {"read", "asked", "stopped"},
            {"answered"},
        ),
        (("Forget one part", "Going home", "You feel fine"), set(), {"read", "asked", "answered"}),
    ],
)
def test_what_is_forgotten_is_asked_once_and_gone(
    home: Home, path: tuple[str, ...], gone: set[str], left: set[str]
) -> None:
    """It says what goes; keeping it changes nothing; forgetting takes just that out of the file."""
    reader = answered(home).do("kept").choose(*path)
    before = home.events
    assert "Forget this?" in reader.text
    reader.choose("Keep it and go back")
    assert home.events == before
    reader.choose(path[-1], "Forget it")
    assert "It is forgotten." in reader.text
    kinds = [event.kind for event in home.events]
    assert not set(kinds) & gone
    assert left <= set(kinds)
    if path[0] == "Forget everything":
        assert not home.records.exists()
    else:
        assert kinds[-1] == "forgotten"
        assert b"Please explain to me" not in home.records.read_bytes() or "answered" in left


def test_forgetting_an_answer_leaves_the_others(home: Home) -> None:
    """One answer goes; the module then has one question clear, and the list one thing less."""
    reader = answered(home).do("kept").choose("Forget one part", "Going home", "You feel fine")
    assert "Going home: You feel fine." in reader.flat
    reader.choose("Forget it")
    assert [event.unit for event in home.events if event.kind == "answered"] == ["?what-helps"]
    assert len(reader.visit.asks) == 1
    assert "1 of 5 clear" in reader.choose("Going home").flat


def test_the_list_of_questions_is_there_the_next_day(home: Home) -> None:
    """A page asked about, own words, and what was unsure are all there after a new start."""
    reader = answered(home).do("asked").choose("Write a question of my own")
    reader.journey.typed("May my sister come?")
    reader.choose("Add it")
    again = home.sit_down().do("asked")
    for words in (
        "No driving until tomorrow",
        "Please explain to me: No driving",
        "May my sister come?",
    ):
        assert words in again.flat


def test_own_words_can_be_put_to_a_page(home: Home) -> None:
    """`w` on a page writes about it, each time something new; the list leads back there."""
    reader = home.sit_down().choose("Going home", "Read about it")
    for note in ("Does this hold for a bike?", "And a scooter?"):
        assert "About: No driving until tomorrow" in reader.do("note").text
        field = reader.journey.view(reader.room).field
        assert field is not None
        assert (field.label, field.value) == ("My question or note", "")
        reader.journey.typed(note)
        assert "Added to my questions." in reader.choose("Add it").text
    reader = home.sit_down().do("asked")
    assert "Does this hold for a bike?" in reader.text
    assert "my own words, about Going home" in reader.text
    reader.choose("And a scooter?", "Go to where it comes from")
    assert "Do not drive until the next day." in reader.flat


def test_what_was_put_aside_is_forgotten_too(home: Home) -> None:
    """A damaged file that was put aside holds what it held: forgetting everything removes it."""
    home.records.write_bytes(b"this is no database, but it was somebody's " * 200)
    reader = answered(home)
    assert "damaged" in reader.flat
    assert len(list(home.records.parent.glob("records.*"))) > 1
    reader.do("kept").choose("Forget everything", "Forget it")
    assert not list(home.records.parent.glob("records*"))


def test_what_was_done_while_just_reading_is_said_not_to_be_kept(home: Home) -> None:
    """After keeping again, the list and the page of what is kept name what is not."""
    reader = home.sit_down().do("private").choose("Going home", "Read about it")
    assert "Added to my questions, until you quit." in reader.do("ask").text
    reader.do("private")
    assert "What you did while just reading is not kept." in reader.do("kept").flat
    assert "What you added while just reading is not kept" in reader.do("asked").flat


def test_what_was_not_clear_comes_with_words_to_say(home: Home) -> None:
    """An unsure answer's entry has a sentence to read out, and takes own words."""
    reader = answered(home).do("asked").choose("Please explain to me: No driving")
    assert "I am not sure about this. Can you explain it to me?" in reader.flat
    reader.choose("Add my own words").journey.typed("My bus leaves at six")
    reader.choose("Add it")
    assert "My bus leaves at six" in reader.text
    assert "I was not sure, with my own words" in home.sit_down().do("asked").flat


def test_a_file_that_cannot_be_used_is_said_once_and_reading_goes_on(home: Home) -> None:
    """A folder where the file should be: one line on home; pages, questions and the list work."""
    home.records.mkdir()
    reader = home.sit_down()
    trouble = reader.visit.keeper.trouble
    assert trouble
    assert trouble in reader.flat
    reader.choose("Going home", "See if it is clear").answer("I'm not sure")
    assert "Good that you said so." in reader.text
    assert len(reader.visit.asks) == 1
    assert "What you add now is not kept when you quit." in reader.do("asked").flat
    assert reader.visit.keeper.close() == trouble


def test_what_could_not_be_kept_is_kept_later(home: Home) -> None:
    """When the trouble is over the next answer brings with it what was waiting."""
    home.records.mkdir()
    reader = home.sit_down().choose("Going home", "See if it is clear").answer("I'm not sure")
    home.records.rmdir()
    reader.choose("Next question").answer("I'm not sure")
    assert reader.visit.keeper.waiting == 0
    assert [event.unit for event in home.events if event.kind == "answered"] == [
        "?drive-tonight", "?what-helps",
    ]  # fmt: skip
    assert reader.visit.keeper.close() == ""


def test_what_is_done_to_the_list_without_a_file_is_told_to_last_until_quitting(
    home: Home,
) -> None:
    """Where records cannot be written: a page, an own question, a note, and what is taken off."""
    home.records.mkdir()
    reader = home.sit_down().choose("Going home", "Read about it")
    assert "Added to my questions, until you quit." in reader.do("ask").flat
    reader.do("home").do("note")
    reader.journey.typed("May I eat?")
    assert "Added to my questions, until you quit." in reader.choose("Add it").flat
    reader.do("asked").choose("No driving", "Add my own words")
    reader.journey.typed("My sister?")
    assert "Your words are kept, until you quit." in reader.choose("Add it").flat
    assert "Taken off the list, until you quit." in reader.choose("Take it off").flat


def test_while_just_reading_the_list_changes_until_quitting(home: Home) -> None:
    """It is told so, and what was taken off is there again the next time."""
    answered(home)
    reader = home.sit_down().do("private").do("asked").choose("No driving", "Add my own words")
    reader.journey.typed("My sister?")
    assert "Your words are kept, until you quit." in reader.choose("Add it").flat
    assert "Taken off the list, until you quit." in reader.choose("Take it off").flat
    assert home.sit_down().do("asked").has("No driving")


@pytest.mark.parametrize(
    "path",
    [
        ("Forget everything",),
        ("Forget one part", "Going home", "Everything"),
        ("Forget one part", "Going home", "You feel fine"),
    ],
)
def test_what_cannot_be_deleted_is_said_not_to_be(home: Home, path: tuple[str, ...]) -> None:
    """Whatever was to be forgotten, it is said that nothing was deleted, and why; all of it is still here."""
    home.records.mkdir()
    reader = answered(home).do("kept").choose(*path, "Forget it")
    assert "Nothing was deleted." in reader.flat
    assert reader.visit.keeper.trouble in reader.flat
    assert len(reader.visit.asks) == 2


def test_what_is_not_added_yet_is_counted_too(home: Home) -> None:
    """On the page of what is kept, and before everything is forgotten."""
    reader = answered(home).do("note")
    reader.journey.typed("May I eat?")
    assert "2 questions on my list, 1 question not added yet." in reader.do("home").do("kept").flat
    reader.choose("Forget everything")
    assert "2 questions on my list, 1 question not added yet." in reader.flat
