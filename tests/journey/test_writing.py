"""Own words are never cut, and never lost: they wait until they are added or thrown away."""

from __future__ import annotations

import pytest

from edu_tui.kiosk.profile import KIOSK
from edu_tui.learning.event import DraftSaved
from edu_tui.learning.my_questions import LONGEST
from tests.journey.reader import Reader
from tests.journey.test_kept import Home, home

__all__ = ["home"]
WORDS = "May my sister stay?\nShe worries.\n\nAnd her dog?"


def writing(reader: Reader, text: str = "") -> Reader:
    """Where a question of one's own is written, with these words typed."""
    reader.do("note")
    if text:
        reader.journey.typed(text)
    return reader


def typed(reader: Reader) -> str:
    """What is in the field."""
    field = reader.journey.view(reader.room).field
    assert field is not None
    return field.value


def on_disk(home: Home) -> bytes:
    """All that is in the records' folder."""
    return b"".join(path.read_bytes() for path in home.records.parent.glob("records*"))


@pytest.mark.parametrize("way", ["up", "home", "crisis", "asked"])
def test_a_draft_waits_whichever_way_it_is_left(home: Home, way: str) -> None:
    """It is in the field again, is on the list as not added, and outlives the program."""
    reader = writing(home.sit_down(), WORDS).do(way)
    if way in {"up", "home"}:
        assert "Not added yet. It waits in My questions." in reader.flat
    reader.do("home")
    assert typed(writing(reader)) == WORDS
    again = home.sit_down().do("asked")
    assert "not added yet" in again.flat
    assert typed(again.choose("May my sister stay? She worries.")) == WORDS
    again.choose("Add it to my questions")
    assert [ask.text for ask in again.visit.asks.asks] == [WORDS]
    assert not again.visit.drafting.all
    assert not home.sit_down().visit.drafting.all


def test_a_draft_that_is_thrown_away_is_gone_from_the_file_too(home: Home) -> None:
    """Not one of its words is in the file any more, nor those of an earlier state of it."""
    reader = writing(home.sit_down(), "A secret word").do("up")
    writing(reader, "A secret word, and another").do("up")
    assert [event.kind for event in home.events] == ["drafted"]
    assert b"secret" in on_disk(home)
    writing(reader).choose("Throw away what I wrote")
    reader.visit.keeper.close()
    assert b"secret" not in on_disk(home)
    assert typed(writing(home.sit_down())) == ""


def test_each_page_has_a_draft_of_its_own(home: Home) -> None:
    """What is begun about a page is there on that page, and not on another or with no page."""
    reader = writing(home.sit_down(), "about nothing").do("home")
    reader.choose("Going home", "Read about it")
    assert typed(writing(reader)) == ""
    reader.journey.typed("about this page")
    reader.do("up")
    assert typed(writing(reader)) == "about this page"
    reader.do("up").do("ask").do("asked").choose("No driving")
    reader.choose("Add my own words")
    reader.journey.typed("a note")
    reader.do("home")
    texts = {draft.text for draft in home.sit_down().visit.drafting.all}
    assert texts == {"about nothing", "about this page", "a note"}


def test_just_reading_writes_no_draft(home: Home) -> None:
    """It is there until the program ends, which is what is said, and then nowhere."""
    reader = home.sit_down().do("private")
    writing(reader, WORDS).do("up")
    assert "until you leave" in reader.flat
    assert typed(writing(reader)) == WORDS
    reader.visit.drafting.keep()
    reader.visit.keeper.close()
    assert not home.records.exists()


def test_a_draft_thrown_away_while_just_reading_is_gone_from_the_file(home: Home) -> None:
    """What deletes goes to the file all the same; nothing else does, and it is not said to be unkept."""
    writing(home.sit_down(), "A secret word").do("up")
    reader = home.sit_down().do("private")
    writing(reader).choose("Throw away what I wrote")
    assert "It is thrown away." in reader.flat
    assert reader.visit.keeper.unkept == 0
    reader.visit.keeper.close()
    assert b"secret" not in on_disk(home)
    assert not home.sit_down().visit.drafting.all


def test_what_was_only_written_while_just_reading_leaves_no_trace(home: Home) -> None:
    """There is nothing of it in the file, so that throwing it away makes no file."""
    reader = home.sit_down().do("private")
    writing(reader, "A secret word").choose("Throw away what I wrote")
    reader.visit.keeper.close()
    assert not home.records.exists()


def test_a_draft_thrown_away_in_a_time_of_trouble_goes_from_the_file_later(home: Home) -> None:
    """That it is still there is said; it is tried again with what happens next, and then it is gone."""
    writing(home.sit_down(), "A secret word").do("up")
    reader = home.sit_down()
    away = home.records.with_name("away")
    reader.visit.keeper.close()
    home.records.rename(away)
    home.records.mkdir()
    writing(reader.choose("Going home", "Read about it").do("home"))
    reader.choose("Throw away what I wrote")
    assert "It is thrown away here, but it could not be deleted from the file yet." in reader.flat
    home.records.rmdir()
    away.rename(home.records)
    reader.choose("Going home", "Go on reading").do("next")
    reader.visit.keeper.close()
    assert b"secret" not in on_disk(home)


def test_a_visitor_s_draft_is_the_visit_s_alone(home: Home) -> None:
    """In a waiting room it waits as everywhere, within the visit; the next one knows nothing of it."""
    profile = KIOSK._replace(signed_only=False)
    reader = writing(Reader(home.library, profile=profile), WORDS).do("up")
    assert "until you leave" in reader.flat
    assert typed(writing(reader)) == WORDS
    assert typed(writing(Reader(home.library, profile=profile))) == ""
    assert not home.records.exists()


@pytest.mark.parametrize("note", [False, True])
def test_what_is_too_long_is_refused_and_stays(home: Home, note: bool) -> None:
    """To the character: what fits is added whole; one more is refused, told, and not cut."""
    reader = home.sit_down()
    if note:
        reader.choose("Going home", "Read about it").do("ask").do("asked").choose("No driving")
        reader.choose("Add my own words")
    else:
        writing(reader)
    fits = ("word " * LONGEST)[:LONGEST].strip().ljust(LONGEST, "x")
    reader.journey.typed(fits + "yz")
    reader.choose("Add it to my questions")
    assert "Too long by 2 characters. Make it shorter" in reader.flat
    field = reader.journey.view(reader.room).field
    assert field is not None
    assert (field.value, field.used) == (fits + "yz", f"{LONGEST + 2} of {LONGEST}")
    reader.journey.typed(fits)
    reader.choose("Add it to my questions")
    (ask,) = home.sit_down().visit.asks.asks
    assert (ask.note if note else ask.text) == fits


def test_how_much_fits_is_told_near_the_limit_alone(home: Home) -> None:
    """A short question has no number beside it; from 200 characters before the limit it has."""
    reader = writing(home.sit_down())
    for length, used in ((10, ""), (1800, ""), (1801, "1801 of 2000"), (2500, "2500 of 2000")):
        reader.journey.typed("x" * length)
        field = reader.journey.view(reader.room).field
        assert field is not None
        assert field.used == used


def test_a_long_question_is_short_in_the_list_and_whole_on_its_page(home: Home) -> None:
    """Its lines are lines there."""
    reader = writing(home.sit_down(), "first line " * 30 + "\nsecond line")
    reader.choose("Add it to my questions").do("asked")
    assert "first line ..." in reader.flat
    assert "second line" not in reader.flat
    reader.choose("first line")
    assert "\nsecond line\n" in reader.text
    assert reader.flat.count("first line") == 30


def test_forgetting_takes_drafts_along(home: Home) -> None:
    """Everything forgotten is every draft forgotten."""
    reader = writing(home.sit_down(), WORDS).do("home")
    reader.do("kept").choose("Forget everything", "Forget it")
    assert typed(writing(reader)) == ""
    assert not home.sit_down().visit.drafting.all


def test_a_draft_survives_a_kill_but_for_its_last_seconds(home: Home) -> None:
    """While the reader writes it goes to the disk now and then, without being left."""
    time = 1_000_000
    reader = Reader(home.library, records=home.records, clock=lambda: time)
    writing(reader, "May I")
    for words, seconds in (("May I drive", 5), ("May I drive?", 1)):
        time += seconds * 1000
        reader.journey.typed(words)
    (event,) = home.events
    assert isinstance(event.fact, DraftSaved)
    assert event.fact.text == "May I drive"
