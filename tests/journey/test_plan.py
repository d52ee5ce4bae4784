"""A plan: just its parts, in its order, with the day; typed as a code in one place, and put away again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.days import day_of
from edu_tui.journey.journey import Journey
from edu_tui.journey.plan.planned import appointment_words
from edu_tui.kiosk.extension import KioskExtension
from edu_tui.kiosk.places.welcome import Welcome
from edu_tui.kiosk.profile import KIOSK
from edu_tui.layout.day import day_in_words
from edu_tui.learning.plan import Plan
from edu_tui.learning.plan_code import plan_code
from edu_tui.learning.resume_code import ResumeState, code_of
from edu_tui.records.counting import Counting
from tests.journey.reader import ROOM, SMALL, Reader
from tests.library.samples import write_library
from tests.review.signed import NOON, sign

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.line import Room

MODULES = ("going-home", "session", "onboarding")
SOON = (date.today() + timedelta(days=12)).isoformat()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


def with_code(reader: Reader, code: str) -> Reader:
    """Someone who types a code at the first screen, and presses Enter."""
    reader.choose("I have a code").journey.typed(code)
    return reader.choose("Open it")


def code(*parts: str, day: str = "") -> str:
    return plan_code(Plan(parts, day), MODULES)


def parts_of(reader: Reader) -> list[str]:
    """Modules that have a row here, from the top."""
    return [row.do.what for row in reader.rows if row.do.action == "module"]


@pytest.mark.parametrize("room", [ROOM, SMALL])
def test_a_code_opens_just_its_parts_in_its_order(library: Path, room: Room) -> None:
    """Two parts turned round: these two rows come first, in that order, with what home says of them."""
    reader = Reader(library, room)
    rows = {row.do.what: row for row in reader.rows if row.do.action == "module"}
    with_code(reader, code("session", "going-home", day=SOON))
    assert parts_of(reader) == ["session", "going-home"]
    assert list(reader.rows[:2]) == [rows["session"], rows["going-home"]]
    assert f"My appointment: {day_in_words(SOON)}, in 12 days." in reader.flat


def test_how_far_one_is_stands_in_its_rows(library: Path) -> None:
    """After reading a part its row says so, as at home, and it is in focus."""
    reader = with_code(Reader(library), code("session", "going-home"))
    reader.choose("Going home", "Read about it").read_to("Finish").do("home").choose("My plan")
    row = reader.rows[1]
    assert (row.label, "read" in row.detail) == ("Going home", True)


def test_home_offers_it_first_and_the_rest_is_a_row_away(library: Path) -> None:
    """While a plan is set its row is the first of home; from the plan one row leads to everything."""
    reader = with_code(Reader(library), code("going-home"))
    reader.choose("Everything else in this library")
    assert (reader.rows[0].label, reader.rows[0].detail) == ("My plan", "1 part")
    assert parts_of(reader) == ["going-home", "session"]
    dated = with_code(Reader(library), code("going-home", day=SOON)).choose("Everything else")
    assert dated.rows[0].detail == f"1 part, for {day_in_words(SOON)}"
    assert parts_of(reader.choose("My plan")) == ["going-home"]


def test_it_is_there_the_next_time_until_it_is_put_away(library: Path, tmp_path: Path) -> None:
    """Kept with the appointment as the reader's own; put away, home has no row for it, and the day stays."""
    records = tmp_path / "records.sqlite"
    with_code(Reader(library, records=records), code("session", day=SOON))
    again = Reader(library, records=records)
    assert again.rows[0].label == "My plan"
    assert again.visit.history.appointment == SOON
    again.choose("My plan", "I am done with this plan")
    assert not Reader(library, records=records).has("My plan")
    assert Reader(library, records=records).visit.history.appointment == SOON


def test_a_new_plan_takes_the_place_of_the_one_before(library: Path) -> None:
    """Two codes one after the other: only the second holds."""
    reader = with_code(Reader(library), code("session", day=SOON))
    with_code(reader.do("home"), code("going-home"))
    assert parts_of(reader) == ["going-home"]


def test_a_day_that_is_over_is_not_counted_down_to(library: Path) -> None:
    """The parts open; of the day nothing is said, and no appointment is set."""
    reader = with_code(Reader(library), code("session", day="2026-01-05"))
    assert parts_of(reader) == ["session"]
    assert "appointment" not in reader.text
    assert reader.visit.history.appointment == ""


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-12-02", "My appointment: 2 December 2026, in 2 days."),
        ("2026-12-01", "My appointment: tomorrow, 1 December 2026."),
        ("2026-11-30", "My appointment: today, 30 November 2026."),
        ("2026-11-29", ""),
        ("", ""),
    ],
)
def test_the_day_in_words(day: str, words: str) -> None:
    """Today, tomorrow, in so many days; nothing once it is over."""
    assert appointment_words(day, "2026-11-30") == words


def test_a_part_that_is_not_here_is_said_and_the_rest_opens(library: Path) -> None:
    """A code of a library that had one module more: it is said on the page, also the next time."""
    given = plan_code(Plan(("going-home", "new-one")), (*MODULES, "new-one"))
    reader = with_code(Reader(library), given)
    for _ in range(2):
        assert parts_of(reader) == ["going-home"]
        assert "1 part of this plan is not in this library. Please ask your clinic" in reader.flat
        reader.do("home").choose("My plan")


def test_a_part_for_staff_is_not_opened_and_that_is_said(library: Path) -> None:
    """A patient's plan has no row for it."""
    reader = with_code(Reader(library), code("onboarding", "going-home"))
    assert parts_of(reader) == ["going-home"]
    assert "1 part of this plan is for staff." in reader.flat


def kiosk(library: Path, *, signed_only: bool = True) -> Reader:
    """A visitor before a kiosk, at its welcome."""
    profile = KIOSK._replace(signed_only=signed_only)
    reader = Reader(library, profile=profile, clock=lambda: NOON)
    reader.visit.keeper = Counting()
    reader.journey = Journey(reader.visit, Welcome(), KioskExtension())
    return reader


def test_a_kiosk_shows_no_part_that_nobody_signed(library: Path) -> None:
    """It is on the plan with a calm word, and opens a calm page without a word of its text."""
    sign(library, "going-home")
    reader = with_code(kiosk(library), code("session", "going-home"))
    assert parts_of(reader) == ["session", "going-home"]
    assert "This part is being checked by the clinic" in reader.flat
    reader.choose(reader.rows[0].label)
    assert "Please ask a member of staff about it." in reader.flat
    assert not reader.has("Read about it")
    assert reader.do("up").choose("Going home").has("Read about it")


def test_a_kiosk_welcomes_back_to_the_plan(library: Path) -> None:
    """The welcome offers it first while the visit lasts, and everything else is behind "Read about it"."""
    reader = with_code(kiosk(library, signed_only=False), code("session", day="2026-12-01"))
    assert "in 6 days" in reader.flat
    reader.choose("Everything else in this library")
    assert parts_of(reader) == ["going-home", "session"]
    assert reader.do("home").rows[0].label == "My plan"


def test_a_plan_is_not_counted_in_a_kiosk(library: Path) -> None:
    """A code that was typed leaves no mark in what a visit adds to the counters."""
    reader = with_code(kiosk(library, signed_only=False), code("session"))
    keeper = reader.visit.keeper
    assert isinstance(keeper, Counting)
    assert {cell.what for cell in keeper.tally.cells()} == {"visit"}


def test_a_kiosk_goes_on_with_a_code_from_another_day(library: Path) -> None:
    """A code that says how far a visitor came is typed in the same place: the part is read, for this visit,
    and not counted as read.
    """
    way = code_of(ResumeState(frozenset({"going-home"}), frozenset()), ("going-home", "session"))
    reader = with_code(kiosk(library, signed_only=False), way)
    row = next(row for row in reader.rows if row.label == "Going home")
    assert "read" in row.detail
    keeper = reader.visit.keeper
    assert isinstance(keeper, Counting)
    assert {cell.what for cell in keeper.tally.cells()} == {"visit"}


def test_at_home_such_a_code_is_not_taken_unasked(library: Path, tmp_path: Path) -> None:
    """Where records are kept it is said which command adds it, and nothing is added."""
    way = code_of(ResumeState(frozenset({"going-home"}), frozenset()), ("going-home", "session"))
    reader = with_code(Reader(library, records=tmp_path / "records.sqlite"), way)
    assert "edu-tui resume" in reader.flat
    assert not reader.visit.history.traces


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Here are 0."),
        ("7K3M-9U3M-9999", "Check group 2."),
        ("0000-0000-0000", "This code is not right. Check it letter by letter."),
        (plan_code(Plan(("other",)), ("other",)), "This code is from another library"),
    ],
)
def test_a_wrong_code_is_one_clear_message(library: Path, typed: str, words: str) -> None:
    """It stands beside the field, which stays with what was typed until it is changed; no plan is set."""
    reader = with_code(Reader(library), typed)
    assert words in reader.flat
    reader.journey.typed(f"{typed}7")
    assert words not in reader.flat
    reader.journey.typed(typed)
    view = reader.journey.view(ROOM)
    assert view.field is not None
    assert view.field.value == typed
    assert not reader.visit.history.plan.parts


def test_words_of_danger_lead_to_help_first(library: Path) -> None:
    """Who types them where a code belongs is shown crisis help before all else."""
    reader = Reader(library).choose("I have a code")
    reader.journey.typed("kill myself")
    assert reader.rows[0].do.action == "crisis"


def test_what_was_typed_is_gone_when_the_place_is_left(library: Path) -> None:
    """Whoever opens it again finds an empty field."""
    reader = with_code(Reader(library), "my secret")
    reader.do("help").do("up")
    view = reader.journey.view(ROOM)
    assert view.field is not None
    assert view.field.value == ""


def test_modules_named_at_the_start_are_a_plan_that_is_kept_nowhere(
    library: Path, tmp_path: Path
) -> None:
    """They are on the page and first at home; a code takes their place; the next run knows nothing."""
    records = tmp_path / "records.sqlite"
    reader = Reader(library, records=records)
    reader.visit.chosen = ("session", "going-home")
    assert parts_of(reader.choose("My plan")) == ["session", "going-home"]
    assert not Reader(library, records=records).has("My plan")
    with_code(reader.do("home"), code("going-home"))
    assert parts_of(reader) == ["going-home"]


def test_forgetting_everything_forgets_the_plan(library: Path, tmp_path: Path) -> None:
    """It is named among what goes, and home has no row for it afterwards."""
    reader = Reader(library, records=tmp_path / "records.sqlite")
    with_code(reader, code("session")).do("kept")
    assert reader.has("My plan")
    reader.choose("Forget everything")
    assert "Your plan." in reader.flat
    assert not reader.choose("Forget it").has("My plan")


def test_today_is_the_readers_own(library: Path) -> None:
    """The day is counted from the visit's clock, not from anything else."""
    reader = Reader(library, clock=lambda: NOON)
    with_code(reader, code("session", day=day_of(NOON)))
    assert "My appointment: today, 25 November 2026." in reader.flat
