"""Guesses before reading: asked kindly, told to nobody, held against nobody; and afterwards, what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.learning.event import QuestionGuessed
from edu_tui.records.log import Log
from tests.journey.reader import SMALL, Reader
from tests.journey.test_counting import Visitor
from tests.journey.test_questions import answer_right, finish
from tests.library.samples import LIBRARY, MODULE, swap, write, write_library
from tests.plain.program import Talk

if TYPE_CHECKING:
    from pathlib import Path

ROW = "What do you know already?"
VERDICTS = ("right.", "Not quite", "[+]", "[~]", "You still react slowly", "how fast you can react")
"""Of verdicts, reasons and hints."""


def modules(folder: Path, *counts: int) -> Path:
    """A library whose modules have so many questions about safety each, and others before them."""
    library = write_library(folder / "library")
    start, end = MODULE.index("  - id: drive-tonight"), MODULE.index("  - id: what-helps")
    question = MODULE[start:end]
    names = [f"part-{number}" for number in range(len(counts))]
    for name, count in zip(names, counts, strict=True):
        asked = "".join(
            question.replace("drive-tonight", f"drive-{n}").replace(
                "You feel fine.", f"{name} {n}."
            )
            for n in range(count)
        )
        text = MODULE.replace(question, "").rstrip() + "\n" + asked
        text = text.replace("id: going-home", f"id: {name}", 1).replace("Going home", name, 1)
        write(library, f"en/{name}.yaml", text)
    courses = LIBRARY.replace("[going-home, session]", f"[{', '.join(names)}]")
    write(library, "library.yaml", courses)
    return library


def guess(reader: Reader, *labels: str) -> Reader:
    """Choose that at one question after the other, and go on."""
    for label in labels:
        if label:
            reader.choose(label)
        reader.choose("Next question" if reader.has("Next question") else "Done")
    return reader


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(write_library(tmp_path / "library"), records=tmp_path / "records.sqlite")


@pytest.mark.parametrize("label", ["Get a ride home", "Drive a little", "I'm not sure"])
def test_a_guess_is_told_nothing_and_leaves_nothing(reader: Reader, label: str) -> None:
    """Right, wrong or unsure: no verdict, no reason, no hint; no mark, nothing to ask, to review, to resume."""
    reader.choose(ROW)
    assert "A guess is fine. You are not told if it is right" in reader.flat
    texts = [reader.choose(label).flat, guess(reader, "").flat]
    assert not [verdict for verdict in VERDICTS for text in texts if verdict in text]
    assert "Thank you. Now read." in texts[-1]
    visit = reader.choose("Go on").visit
    assert len(visit.asks) == 0
    assert not visit.history.traces
    assert not visit.standing("going-home").begun
    assert [row.label for row in reader.rows][:2] == ["Going home", "A session"]
    assert not reader.has(ROW)


def test_what_a_guess_is_stands_at_the_first_alone(tmp_path: Path) -> None:
    """Said once a run, and not at every question; in plain mode Enter alone goes on once one is chosen."""
    library = modules(tmp_path, 2)
    talk = Talk(tmp_path / "home", "--library", str(library))
    talk.choose(ROW)
    assert "A guess is fine." in " ".join(talk.page.split())
    assert "Enter alone chooses nothing here." in talk.say("")
    assert talk.say("1").endswith("Enter for 5: ")
    assert "2 of 2" in talk.say("")
    assert "A guess is fine." not in " ".join(talk.page.split())
    talk.choose("I'm not sure")
    assert "Thank you." in talk.say("")
    talk.end()


def test_a_guess_is_kept_as_an_event_of_its_own(reader: Reader, tmp_path: Path) -> None:
    """Which question, as it was asked, and whether it was right; the next start knows it, another does not ask."""
    guess(reader.choose(ROW), "Drive a little")
    (event,) = (event for _, event in Log(tmp_path / "records.sqlite").events())
    assert event.fact == QuestionGuessed(right=False)
    assert (event.module, event.unit) == ("going-home", "?drive-tonight")
    assert event.unit_version == reader.visit.texts("going-home").units["?drive-tonight"]
    again = Reader(tmp_path / "library", records=tmp_path / "records.sqlite")
    assert not again.has(ROW)
    assert "1 guess." in again.do("kept").flat
    again.choose("Forget one part or one answer", "Going home", "You feel fine", "Forget it")
    assert again.has(ROW)
    assert not list(Log(tmp_path / "records.sqlite").events())[1:]


def test_one_of_each_part_comes_first_and_ten_are_enough(tmp_path: Path) -> None:
    """Spread over the parts, each part's first before its second; nothing that is not about safety."""
    reader = Reader(modules(tmp_path, 5, 1, 7))
    assert [row.detail for row in reader.rows if row.label == ROW] == ["10 questions"]
    reader.choose(ROW)
    asked = []
    while not reader.has("Go on"):
        asked.append(reader.flat.split("Your car")[0].split(" of 10 ")[1].split()[-2:])
        guess(reader, "")
    names = [f"{name} {number.rstrip('.')}" for name, number in asked]
    assert names[:5] == ["part-0 0", "part-1 0", "part-2 0", "part-0 1", "part-2 1"]
    assert len(names) == 10


def test_who_leaves_goes_on_with_the_rest(tmp_path: Path) -> None:
    """What was chosen when the reader left is a guess; the others are asked next time, and no longer once read."""
    reader = Reader(modules(tmp_path, 2, 2))
    guess(reader.choose(ROW), "Get a ride home").choose("Drive a little").do("up")
    assert len(reader.visit.history.guesses) == 2
    assert [row.detail for row in reader.rows if row.label == ROW] == ["2 questions left"]
    reader.choose("part-0", "Read about it").do("home")
    assert not reader.has(ROW)
    assert reader.choose("part-1").has(ROW)
    assert not reader.do("home").choose("part-0").has(ROW)


def test_going_back_and_choosing_again_changes_the_guess(tmp_path: Path) -> None:
    """Of two guesses at one question the later counts, also after "I'm not sure"."""
    reader = Reader(modules(tmp_path, 2))
    guess(reader.choose(ROW), "I'm not sure").do("back").choose("Get a ride home").do("next")
    guesses = reader.visit.history.guesses.of("part-0")
    assert [guess.right for guess in guesses.values()] == [True]


def test_afterwards_it_says_what_has_changed(reader: Reader) -> None:
    """Guessed wrong and then right: so in the results and at home, once it was answered and not before."""
    guess(reader.choose(ROW), "Drive a little").choose("Go on")
    assert "before" not in reader.flat
    text = finish(reader.choose("Going home", "See if it is clear")).flat
    assert "Safety question: before 0 of 1, now 1." in text
    assert "Safety question: before 0 of 1, now 1." in reader.do("home").flat


def test_a_loss_is_not_held_against_anybody(reader: Reader) -> None:
    """Guessed right and then missed: what is not clear is told as ever, and no comparison is made."""
    guess(reader.choose(ROW), "Get a ride home").choose("Go on")
    reader.choose("Going home", "See if it is clear").answer("I'm not sure").do("finish")
    assert "before" not in reader.flat.replace("before you go", "")
    assert "is not clear yet" in reader.flat


def test_a_question_that_asks_something_else_now_is_not_compared(
    reader: Reader, tmp_path: Path
) -> None:
    """A guess at the old words says nothing about the new ones, and those may be guessed anew."""
    guess(reader.choose(ROW), "Drive a little")
    changed = swap("You feel fine.", "You feel well.")
    write(tmp_path / "library", "en/going-home.yaml", changed)
    again = Reader(tmp_path / "library", records=tmp_path / "records.sqlite")
    assert again.has(ROW)
    assert "before" not in finish(again.choose("Going home", "See if it is clear")).flat


def test_staff_are_not_asked(tmp_path: Path) -> None:
    """A reader of the staff side has no such row, at home or in a part."""
    from edu_tui.staff.profile import STAFF

    reader = Reader(write_library(tmp_path), profile=STAFF)
    assert not reader.has(ROW)
    assert not reader.choose("Going home").has(ROW)


def test_what_is_not_signed_is_not_asked_where_that_is_asked_for(tmp_path: Path) -> None:
    """In a waiting room whose library nobody has signed there is nothing to guess, either."""
    from edu_tui.kiosk.profile import KIOSK

    library = write_library(tmp_path)
    assert not Reader(library, profile=KIOSK).has(ROW)
    assert Reader(library, profile=KIOSK._replace(signed_only=False)).has(ROW)


def test_a_library_without_safety_questions_has_no_such_row(tmp_path: Path) -> None:
    """Nothing leads nowhere."""
    library = write_library(tmp_path)
    write(library, "en/going-home.yaml", MODULE.replace("must_know: true", "must_know: false"))
    reader = Reader(library)
    assert not reader.has(ROW)
    assert not reader.choose("Going home").has(ROW)


def test_it_fits_the_smallest_screen(reader: Reader) -> None:
    """At 40 by 16 the question, the kind sentence and every choice are there, and Esc leaves."""
    reader.room = SMALL
    text = reader.choose(ROW).flat
    assert "never held against you" in text
    assert all(reader.has(label) for label in ("Get a ride home", "Drive", "I'm not sure", "Done"))


def test_a_waiting_room_counts_before_and_after(tmp_path: Path) -> None:
    """The guess and the first answer, each once; a part that was only guessed at was not opened."""
    visitor = Visitor(write_library(tmp_path))
    guess(visitor.choose(ROW), "Drive a little").choose("Go on")
    assert visitor.marks == ["?drive-tonight guessed else"]
    visitor.choose("Going home", "See if it is clear")
    answer_right(visitor)
    assert visitor.marks == [
        "opened",
        "?drive-tonight guessed else",
        "?drive-tonight right",
    ]
    assert "before 0 of 1, now 1" in visitor.do("home").flat
