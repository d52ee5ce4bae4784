"""Questions that come back after some days: which, how many, and how they are told about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.learning.spacing import DAY
from tests.journey.reader import Reader
from tests.journey.test_questions import answer_right, finish
from tests.library.samples import MODULE, write, write_library

if TYPE_CHECKING:
    from pathlib import Path


class Days:
    """A person who comes back after some days; noon, so that no day changes in between."""

    def __init__(self, folder: Path) -> None:
        self.library = write_library(folder / "library")
        self.records = folder / "records.sqlite"
        self.now = 1_800_000_000_000

    def sit_down(self, after: int = 0) -> Reader:
        """Start the program so many days later."""
        self.now += after * DAY
        return Reader(self.library, records=self.records, clock=self._tick)

    def _tick(self) -> int:
        self.now += 1
        return self.now


@pytest.fixture
def days(tmp_path: Path) -> Days:
    return Days(tmp_path)


def quiz(reader: Reader) -> Reader:
    """Begin all questions of the module."""
    return reader.choose("Going home", "See if it is clear")


def ready(reader: Reader) -> str:
    """What home says is ready; empty for nothing."""
    return next((row.label for row in reader.rows if "ready" in row.label), "")


def test_only_what_keeps_safe_comes_back_when_all_was_clear(days: Days) -> None:
    """Five right at once, one of them must-know: that one is ready after some days, in a minute."""
    finish(quiz(days.sit_down()))
    assert ready(days.sit_down()) == ""
    reader = days.sit_down(after=3)
    assert ready(reader) == "1 short question is ready"
    assert "1 minute" in next(row.detail for row in reader.rows if "ready" in row.label)
    assert "overdue" not in reader.flat
    reader.choose("1 short question is ready")
    assert "Your car is outside." in reader.flat
    assert "review 1 of 1" in reader.text


def test_missed_and_unsure_come_back_the_next_day(days: Days) -> None:
    """What was not clear is ready a day later, what keeps safe first; a right answer ends the day's."""
    reader = quiz(days.sit_down()).answer("I'm not sure").choose("Next question")
    reader.answer("I'm not sure").choose("Next question")
    reader = days.sit_down(after=1)
    assert ready(reader) == "2 short questions are ready"
    reader.choose("2 short questions are ready")
    assert "Your car is outside." in reader.flat
    answer_right(reader)
    reader.choose("Next question")
    answer_right(reader)
    reader.choose("See how it went")
    assert "Done for today." in reader.text
    assert "2 clear." in reader.text
    assert len(reader.visit.asks) == 0
    reader.do("home")
    assert ready(reader) == ""
    assert ready(days.sit_down()) == ""


@pytest.mark.parametrize("leaving", ["skip", "up", "quit"])
def test_a_miss_that_is_left_is_not_lost(days: Days, leaving: str) -> None:
    """Missed once, then left in any way: on my questions at once, and ready the next day."""
    reader = quiz(days.sit_down()).answer("Drive a little").do(leaving)
    assert [ask.why for ask in reader.visit.asks.asks] == ["missed"]
    reader = days.sit_down(after=1)
    assert "1 to talk about" in reader.flat
    assert ready(reader) == "1 short question is ready"


def test_a_must_know_that_was_missed_and_left_stands_alone_in_the_results(days: Days) -> None:
    """Who goes on after a first miss is told of it with the answer, not that it was not answered."""
    reader = quiz(days.sit_down()).answer("Drive a little").do("skip")
    text = finish(reader).flat
    assert "Answer Get a ride home You said Drive a little Why You still react slowly." in text
    assert "4 clear, 1 to talk about." in text
    assert "not answered" not in text


def test_a_missed_must_know_stands_alone_in_a_review_too(days: Days) -> None:
    """One missed must-know is told after the sum, with the answer and what to do, and joins my questions."""
    finish(quiz(days.sit_down()))
    reader = days.sit_down(after=3).choose("1 short question is ready").answer("Drive a little")
    assert "Not quite. Here is the answer." in reader.flat
    text = reader.choose("See how it went").flat
    assert (
        "Read it again, or ask your clinic. ! You feel fine. Your car is outside. What do you do?"
        in text
    )
    assert "Answer Get a ride home You said Drive a little Why You still react slowly." in text
    assert text.index("1 to talk about") < text.index("Read it again")
    assert reader.rows[0].label == "Read again: No driving until tomorrow"
    assert [ask.why for ask in reader.visit.asks.asks] == ["missed"]


def test_five_a_day_at_most(days: Days) -> None:
    """Of seven that are ready five are offered, and the other two the next day."""
    question = MODULE[MODULE.index("  - id: drive-tonight") : MODULE.index("  - id: what-helps")]
    more = "".join(question.replace("drive-tonight", f"drive-{n}") for n in range(6))
    write(days.library, "en/going-home.yaml", MODULE.replace(question, question + more))
    reader = quiz(days.sit_down())
    for _ in range(7):
        reader.answer("I'm not sure").choose("Next question")
        if reader.has("Go on with the questions"):
            reader.choose("Go on with the questions")
    reader = days.sit_down(after=1)
    assert ready(reader) == "5 short questions are ready"
    assert "2 minutes" in next(row.detail for row in reader.rows if "ready" in row.label)
    reader.choose("5 short questions are ready")
    for n in range(5):
        answer_right(reader)
        reader.choose("See how it went" if n == 4 else "Next question")
    assert ready(reader.do("home")) == ""
    assert ready(days.sit_down(after=1)) == "2 short questions are ready"


def test_after_the_appointment_nothing_comes_back(days: Days) -> None:
    """On the day itself questions are still offered, from the next day on none."""
    reader = quiz(days.sit_down()).answer("I'm not sure").do("kept")
    reader.choose("My next appointment").journey.typed("16 January 2027")
    reader.choose("Set this day")
    assert "Your appointment: 16 January 2027." in reader.text
    assert ready(days.sit_down(after=1)) == "1 short question is ready"
    assert ready(days.sit_down(after=1)) == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tomorrow", "Type the day like this: 1 December 2026."),
        ("", "Type the day like this"),
        ("31 February 2027", "Type the day like this"),
        ("2020-01-01", "That day is over."),
        ("2027-01-20", "Your appointment: 20 January 2027."),
        ("Jan 20, 2027", "Your appointment: 20 January 2027."),
        ("20 jan 2027", "Your appointment: 20 January 2027."),
    ],
)
def test_a_day_as_people_type_it(days: Days, typed: str, said: str) -> None:
    """A day is understood, or the field says how to type one, and nothing is set."""
    reader = days.sit_down().do("kept").choose("My next appointment")
    reader.journey.typed(typed)
    assert said in reader.choose("Set this day").text
    assert bool(reader.visit.history.appointment) is said.startswith("Your")


def test_a_changed_safety_question_is_asked_again_at_once(days: Days) -> None:
    """A must-know that says something new is ready the same day, whatever was answered before."""
    finish(quiz(days.sit_down()))
    changed = MODULE.replace("Your car is outside.", "Your motorbike is outside.")
    write(days.library, "en/going-home.yaml", changed)
    reader = days.sit_down()
    assert ready(reader) == "1 short question is ready"
    assert "motorbike" in reader.choose("1 short question is ready").flat
