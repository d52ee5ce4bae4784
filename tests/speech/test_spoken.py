"""A view in sentences: marks as words, no line art, no source numbers, pauses where they belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from edu_tui.journey.action import Action
from edu_tui.journey.place import push
from edu_tui.journey.reading.reading import Reading
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.line import Room, Span
from edu_tui.layout.part import Box, Labelled, Words, words
from edu_tui.ui.speech.spoken import MOST_ROWS, focused, row_words, spoken
from tests.journey.reader import ROOM, SMALL, Reader

SHIPPED = Path(__file__).parents[2] / "content"
TALL = Room(72, 60, "unicode")
ASCII = Room(72, 60, "ascii")
DRAWN = set("│┌┐└┘─■·█░↓→") | {"[1]", "- ", "##", "+-", "--"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            Row(Request(Action.OPTION), "Get a ride home", mark="( )"),
            "Get a ride home. Not chosen.",
        ),
        (Row(Request(Action.OPTION), "Get a ride home.", mark="(*)"), "Get a ride home. Chosen."),
        (Row(Request(Action.OPTION), "A blanket", mark="[ ]"), "A blanket. Not chosen."),
        (Row(Request(Action.OPTION), "A blanket", mark="[x]"), "A blanket. Chosen."),
        (Row(Request(Action.OPTION), "Eat", mark="[2]"), "Eat. Place 2."),
        (
            Row(Request(Action.OPTION), "Is it safe?", mark=" - ", detail="tried"),
            "Is it safe? tried.",
        ),
        (Row(Request(Action.OPTION), "Read [[a]]"), "Read [ [a]]."),
    ],
)
def test_a_row_says_what_its_marks_say(row: Row, said: str) -> None:
    """Number, label, state in words; brackets that espeak takes for sounds are parted."""
    assert row_words(row, 2, 3) == f"Number 2 of 3. {said}"


def test_labels_boxes_and_sources() -> None:
    """A label makes a pause before its words, a box says its title, a source's number is not said."""
    view = View(
        ("Going home", "part 1 of 2"),
        (
            Labelled("You can", (Span("Ask."),)),
            Box("Remember", (Span("Do not drive."),)),
            Words((Span("It lasts an hour"), Span("[1]", "cite"), Span(".")), "- "),
            words("0.5 mg/kg, not 5 mg"),
        ),
        state="Not yet reviewed by a clinician",
    )
    told = spoken(view)
    assert told.title == "Going home. part 1 of 2. Not yet reviewed by a clinician."
    assert told.words == (
        "You can: Ask.",
        "Remember: Do not drive.",
        "It lasts an hour.",
        "0.5 milligrams per kilogram, not 5 milligrams.",
    )
    assert "0.5 miligramos por kilogramo" in " ".join(spoken(view, "es").words)


def test_a_long_list_is_not_read_to_its_end() -> None:
    """The first rows, and how many there are; any of them is said when it is in focus."""
    view = View((), tuple(Row(Request(Action.OPTION), f"row {n}") for n in range(200)))
    told = spoken(view)
    assert (len(told.rows), told.total) == (MOST_ROWS, 200)
    assert focused(view, 150) == "Number 151 of 200. row 150."
    assert focused(view, -1) == focused(view, 200) == ""


@pytest.mark.parametrize("room", [ROOM, SMALL, TALL, ASCII], ids=["80", "40", "tall", "ascii"])
def test_the_whole_library_can_be_read_aloud(room: Room) -> None:
    """On every page of every module there are words, and nothing that is drawn is among them."""
    reader = Reader(SHIPPED, room=room)
    for entry in reader.visit.entries():
        module = reader.visit.module(entry.id)
        for place in range(len(module.sections)):
            reader.journey._follow(push(Reading(module, place)))
            for _ in range(60):
                told = spoken(reader.journey.view(room))
                assert told.title.startswith(module.title.rstrip("."))
                assert told.words
                for word in told.words:
                    assert not [
                        mark for mark in DRAWN if word.startswith(mark) or f" {mark}" in word
                    ], word
                    assert any(letter.isalnum() for letter in word)
                if not reader.has("Next page"):
                    break
                reader.do("next")
            reader.do("home")


def test_each_picture_is_read_as_its_sentence() -> None:
    """What a picture says in words is said whole on the page where it stands."""
    reader = Reader(SHIPPED, room=TALL)
    seen = 0
    for entry in reader.visit.entries():
        module = reader.visit.module(entry.id)
        for place, section in enumerate(module.sections):
            if section.figure is None:
                continue
            reader.journey._follow(push(Reading(module, place)))
            heard: list[str] = []
            for _ in range(9):
                heard += spoken(reader.journey.view(TALL)).words
                if not reader.has("Next page"):
                    break
                reader.do("next")
            assert " ".join(section.figure.alt.split()[:6]) in " ".join(heard)
            seen += 1
            reader.do("home")
    assert seen > 5
