"""Whoever types a word of danger is shown crisis help before all else: find, own questions, my list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.code import code_lines
from edu_tui.handout.gather import HandoutSource, mine
from edu_tui.handout.text import as_text
from edu_tui.journey.action import Action
from edu_tui.journey.profile import STUDY
from edu_tui.kiosk.profile import KIOSK
from edu_tui.layout.line import Room
from edu_tui.learning.event import Event, QuestionAnswered
from edu_tui.library.open_library import OpenLibrary
from edu_tui.records.log import Log
from edu_tui.staff.profile import STAFF
from tests.library.samples import LIBRARY, write, write_library

from .reader import ROOM, SMALL, Reader

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.journey.profile import Profile

WORDS = Room(79, 0, "words")
YOURS = "If you are in danger or thinking of hurting yourself: get help now"
NOW = "If this is happening now: get help at once"
OTHER_NUMBERS = """\
crisis:
  - {country: DE, name: Telefonseelsorge, how: Call 0800 1110111}
  - {country: DE, name: Notruf, how: Call 112, emergency: true}
courses:
"""


def anywhere(folder: Path, profile: Profile, room: Room) -> Reader:
    """A reader in a library with numbers of another country."""
    path = write_library(folder)
    before, after = LIBRARY.split("crisis:\n")
    write(path, "library.yaml", before + OTHER_NUMBERS + after.partition("courses:\n")[2])
    return Reader(path, room, profile=profile._replace(signed_only=False))


@pytest.mark.parametrize("room", [ROOM, SMALL, WORDS], ids=["80x24", "40x16", "plain"])
@pytest.mark.parametrize("profile", [STUDY, KIOSK, STAFF], ids=["home", "kiosk", "staff"])
def test_find_has_crisis_help_first(tmp_path: Path, profile: Profile, room: Room) -> None:
    """With the library's own number; no "Nothing found" and no other meaning is put to the reader."""
    reader = anywhere(tmp_path, profile, room).do("find")
    for typed, label, how, found in (
        ("kill myself", YOURS, "Call 0800 1110111", False),
        ("i wanna die", YOURS, "Call 0800 1110111", False),
        ("can’t breathe", NOW, "Call 112", False),
        ("die", YOURS, "Call 0800 1110111", False),
        ("stroke drive", NOW, "Call 112", False),
        ("chest", "", "", True),
    ):
        reader.journey.typed(typed)
        first = reader.rows[0]
        if label:
            assert (first.label, first.detail) == (label, how)
            assert "Nothing found" not in reader.flat
            assert not reader.has("Did you mean")
            assert "0800 1110111" in reader.do(*first.do).flat
            order = reader.flat.index("112") < reader.flat.index("0800")
            assert order == (label == NOW)
            reader.do("back")
            assert reader.rows[0].label == label
        assert ("You arrive" in reader.flat or "medicine starts" in reader.flat) == found
    reader.journey.typed("diet")
    assert not {row.label for row in reader.rows} & {YOURS, NOW}


def test_hits_follow(tmp_path: Path) -> None:
    """Where the words are in the library, what was found stands under crisis help."""
    folder = write_library(tmp_path)
    extra = "danger_words:\n  en: {emergency: [floating]}\n"
    write(folder, "library.yaml", LIBRARY + extra)
    reader = Reader(folder).do("find")
    reader.journey.typed("floating")
    assert [row.do.action for row in reader.rows] == ["crisis", "hit", "up"]
    assert reader.rows[0].detail == "Call 911"


def test_without_a_line_it_says_what_to_call(tmp_path: Path) -> None:
    """A library that has no number for it names none that may be wrong."""
    folder = write_library(tmp_path)
    write(folder, "library.yaml", LIBRARY.replace(", emergency: true", ""))
    reader = Reader(folder).do("find")
    reader.journey.typed("overdose")
    assert reader.rows[0].detail == "Call your local emergency number."
    assert "Call 911" in reader.do(*reader.rows[0].do).flat


@pytest.mark.parametrize("room", [ROOM, SMALL, WORDS], ids=["80x24", "40x16", "plain"])
@pytest.mark.parametrize("profile", [STUDY, KIOSK], ids=["home", "kiosk"])
def test_an_own_question_is_kept_and_help_is_shown(
    tmp_path: Path, profile: Profile, room: Room
) -> None:
    """Nobody reads it now, and it says so; the way on leads back to where the reader was."""
    reader = anywhere(tmp_path, profile, room).choose("Going home").do("note")
    reader.journey.typed("Will it stop? I want to die.")
    reader.do("keep")
    assert "Nobody sees it until you show it to someone." in reader.flat
    assert reader.rows[0].label == YOURS
    assert [ask.text for ask in reader.visit.asks.asks] == ["Will it stop? I want to die."]
    reader.do(*reader.rows[0].do)
    assert "Telefonseelsorge" in reader.flat
    reader.do("back").choose("Go on")
    assert reader.journey.view(room).where[0] == "Going home"
    assert reader.do("asked").rows[0].label == YOURS, "it stands over the list too"


@pytest.mark.parametrize(("way", "where"), [("up", "Going home"), ("home", "")])
def test_an_own_question_that_is_not_added_leads_to_help_too(
    tmp_path: Path, way: str, where: str
) -> None:
    """Esc and home leave by way of crisis help; the draft stays, and it is told that it is not added."""
    reader = anywhere(tmp_path, STUDY, ROOM).choose("Going home").do("note")
    reader.journey.typed("i want to kill myself tonight")
    reader.do(way)
    assert "Not added yet. It waits in My questions" in reader.flat
    assert reader.rows[0].label == YOURS
    assert [draft.text for draft in reader.visit.drafting.all] == ["i want to kill myself tonight"]
    assert "Telefonseelsorge" in reader.do(*reader.rows[0].do).flat
    reader.do("back").choose("Go on")
    assert reader.journey.view(ROOM).where[0].startswith(where)
    assert reader.journey.at_home == (way == "home")


def test_a_harmless_draft_and_an_unchanged_note_lead_straight_back(tmp_path: Path) -> None:
    """Help stands in the way of words of danger that were just written, and of nothing else."""
    reader = anywhere(tmp_path, STUDY, ROOM).choose("Going home").do("note")
    reader.journey.typed("May I eat?")
    assert reader.do("up").journey.view(ROOM).where[0] == "Going home"
    reader.do("ask").do("asked").do("one", "0").choose("Add my own words")
    reader.journey.typed("I took too many pills")
    reader.do("keep").choose("Go on").choose("Change my own words")
    assert not reader.do("up").has(NOW)


def test_a_note_is_one_too(tmp_path: Path) -> None:
    """Own words about a page of the library, written from the list."""
    reader = anywhere(tmp_path, STUDY, ROOM).choose("Going home").do("ask").do("asked")
    reader.do("one", "0").choose("Add my own words")
    reader.journey.typed("I took too many pills")
    assert reader.do("keep").rows[0].label == NOW
    assert reader.rows[0].detail == "Call 112"


def test_a_harmless_question_goes_its_usual_way(tmp_path: Path) -> None:
    """No crisis help over a list of other questions, nor over the library's own words on it."""
    reader = anywhere(tmp_path, STUDY, ROOM).do("note")
    reader.journey.typed("May I eat before my diet ends?")
    assert "Added to my questions." in reader.do("keep").flat
    assert all(row.do.action != "crisis" for row in reader.do("asked").rows)


STEM = "You have thoughts of suicide. What do you do?"


def with_stem(folder: Path, more: str = "") -> Path:
    """The small library, in which the first question is about suicide."""
    write_library(folder)
    old = "    ask: You feel fine. Your car is outside. What do you do?\n"
    text = (folder / "en/going-home.yaml").read_text(encoding="utf-8")
    assert old in text
    write(folder, "en/going-home.yaml", text.replace(old, f"    ask: {STEM}\n{more}"))
    return folder


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ("", "Please explain to me: No driving until tomorrow"),
        ("    to_ask: Whom can I call?\n", "Whom can I call?"),
    ],
)
@pytest.mark.parametrize("way", ["unsure", "plus"])
def test_the_list_asks_a_nurse_and_never_has_the_quiz_words(
    tmp_path: Path, more: str, shown: str, way: str
) -> None:
    """Missed or put there with a key: nobody who is shown the list takes the quiz for a disclosure."""
    records = tmp_path / "records.sqlite"
    reader = Reader(with_stem(tmp_path / "library", more), records=records)
    reader.choose("Going home", "See if it is clear")
    if way == "unsure":
        reader.choose("I'm not sure", "Check my answer")
    else:
        reader.do("ask")
    reader.do("asked")
    assert reader.rows[0].label == shown
    assert STEM not in reader.flat
    assert STEM not in reader.do("one", "0").flat
    assert STEM not in reader.choose("Add my own words").flat
    assert STEM.encode() not in records.read_bytes()


def test_a_list_kept_before_is_shown_in_the_words_of_now(tmp_path: Path) -> None:
    """An older record has the quiz's words: on the list, on paper and on a phone stand those worked out now;
    where the module is gone, what was kept, said to be from a quiz.
    """
    log = Log(tmp_path / "records.sqlite")
    fact = QuestionAnswered("unsure", ask=STEM, behaviour="check", try_no=1)
    log.append([Event(fact, 1, "going-home", "en", unit="?drive-tonight")])
    log.close()
    folder = with_stem(tmp_path / "library")
    reader = Reader(folder, records=tmp_path / "records.sqlite").do("asked")
    assert reader.rows[0].label == "Please explain to me: No driving until tomorrow"
    assert STEM not in reader.flat
    own = mine(reader.visit.history)
    source = HandoutSource(OpenLibrary(folder, None), "en", "patient")
    takeaway = source.takeaway(["going-home"], date(2026, 11, 25), own=own)
    paper = as_text(takeaway)
    assert "Show these" in paper
    assert STEM not in paper[: paper.index("What I was not sure about")]
    alone = takeaway._replace(unsure=())
    (words,) = [text for text, *_ in code_lines(alone) if "No driving until tomorrow" in text]
    assert words == "Please explain to me: No driving until tomorrow"
    assert STEM not in as_text(alone)
    (folder / "en/going-home.yaml").unlink()
    gone = Reader(folder, records=tmp_path / "records.sqlite").do("asked")
    assert gone.rows[0].label == f"A quiz question: {STEM}"


def test_help_in_a_kiosk_offers_no_key_that_leaves_the_program(tmp_path: Path) -> None:
    """Q does nothing there, so the last line of help does not tell of it."""
    reader = Reader(write_library(tmp_path), profile=KIOSK._replace(signed_only=False)).do("help")
    view = reader.journey.view(ROOM)
    assert Action.QUIT not in view.keys | view.always
