"""A clock that is wrong: what is of a day to come does not count yet, and what came in before its time is named."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.days import typed_day
from edu_tui.learning.history import FOLD
from edu_tui.records.keeper import TAIL, remember
from edu_tui.staff.central.database import Central
from edu_tui.staff.certificate.facts import certificates, latest_in
from edu_tui.staff.certificate.verify import verify_code
from edu_tui.staff.learning.attempts import Attempts, attempts_in
from edu_tui.staff.records.fault import end_of, is_hired
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.store import StaffFile
from edu_tui.staff.report.source import CentralSource
from edu_tui.staff.report.words import left_out_words
from edu_tui.staff.report.written import as_json
from tests.certificate.passes import code_of
from tests.journey.banked import DAY, NOON, Clock, Learner
from tests.report.clinic import Clinic, moment
from tests.report.reading import TODAY, board_of, learner
from tests.staff.making import MAY, passed, record

if TYPE_CHECKING:
    from pathlib import Path

    from tests.central.server import Postgres

YEAR = 365 * DAY


def test_a_pass_of_a_day_to_come_does_not_count(tmp_path: Path) -> None:
    """Passed with the clock a year ahead: today it is not passed, there is no paper, and it is said; passed again
    today, it ends when that ends.
    """
    clock = Clock()
    clock.now = NOON + YEAR
    Learner(tmp_path, clock=clock).passed()
    clock.now = NOON
    back = Learner(tmp_path, clock=clock)
    assert back.state == ""
    assert "lies in the future, 25 November 2027" in back.visit.keeper.notice
    (paper,) = certificates(back.file)
    assert paper.is_to_come
    assert not paper.holds
    verdict = verify_code(back.file, code_of(paper))
    assert any("25 November 2027 lies in the future" in one for one in verdict.differs)
    back.do("home")
    back.passed()
    assert "passed, good until 25 November 2027" in back.state
    log = back.visit.keeper.log
    latest = latest_in(log, "watching")
    assert latest is not None
    assert latest.record.at < NOON + DAY
    clock.now = NOON + YEAR + DAY
    assert "it was good until 25 November 2027" in Learner(tmp_path, clock=clock).state


def test_a_fold_of_a_day_to_come_is_not_believed(tmp_path: Path) -> None:
    """Neither one that was written down ahead, nor is one written down that leaves out what may count later."""
    times = [(MAY + YEAR) / 1000]
    file = StaffFile(tmp_path / "staff.sqlite", clock=lambda: times[-1])
    file.append("n-1", passed(1, YEAR - DAY))
    file.append("n-1", [record("read", n, f"part-{n}") for n in range(TAIL)])
    log = StaffLog(file, "n-1")
    assert len(attempts_in(remember(log, Attempts)).ended) == 1
    assert log.memo(FOLD)[0] > TAIL
    times.append(MAY / 1000)
    history = remember(log, Attempts)
    assert (len(attempts_in(history).ended), len(history.trace("watching").read)) == (0, TAIL)
    times.append((MAY + YEAR) / 1000)
    assert len(attempts_in(remember(StaffLog(file, "n-1"), Attempts)).ended) == 1


def test_a_report_names_what_is_to_come(tmp_path: Path) -> None:
    """Not ready, not passed, and named with its day; on that day it counts and is named no more."""
    clinic = Clinic(tmp_path)
    clinic.enrol("n-1").passed("n-1", "watching", "2026-11-26", "2027-11-26")
    clinic.answered("n-1", "watching", "two-hours", "right", ["answer"], day="2026-11-26").close()
    board = board_of(clinic, TODAY)
    assert learner(board, "n-1").passed == 0
    assert board.items == ()
    assert {one.learner for one in board.left_out} == {"n-1"}
    assert "26 November 2026" in " ".join(left_out_words(board))
    later = board_of(clinic, "2026-11-26")
    assert (learner(later, "n-1").passed, later.left_out) == (1, ())
    assert [item.answered for item in later.items] == [1]


def test_a_device_that_was_ahead_is_named_by_what_it_kept_later(tmp_path: Path) -> None:
    """Out of a device's file: what stands before records of an earlier time has a wrong time, and gains nothing."""
    clinic = Clinic(tmp_path)
    clinic.enrol("n-1").passed("n-1", "watching", "2026-11-20", "2027-11-20")
    clinic.passed("n-1", "watching", "2026-11-05", "2027-11-05").close()
    board = board_of(clinic)
    assert learner(board, "n-1").modules[0].understood.due == "2027-11-05"
    assert {one.what for one in board.doubtful} == {"began watching", "passed watching"}
    assert all("20 November 2026" in one.why for one in board.doubtful)


def test_today_counts_until_tonight() -> None:
    """What counts ends with the day, where this runs; a day that no calendar has ends nothing."""
    assert end_of("2026-11-25") == moment("2026-11-25") + 12 * 3_600_000 - 1
    assert end_of("9999-12-31") == end_of("no day")


def test_the_middle_says_what_came_in_before_its_time(tmp_path: Path, postgres: Postgres) -> None:
    """A record whose device was ahead counts when its day has come, and is named with both days."""
    clinic = Clinic(tmp_path)
    clinic.enrol("n-1").passed("n-1", "watching", "2026-11-20", "2027-11-20").close()
    url = postgres.database()
    with closing(Central(url)) as central:
        central.prepare()
        central.put([record for _, record in clinic.file.records()])
    here = board_of(clinic, source=CentralSource(url), site="north")
    assert here.doubtful == ()
    postgres.ask(url, "update edu_tui.record set arrived = '2026-11-10T12:00:00Z' where kind = 'passed'")  # fmt: skip
    board = board_of(clinic, source=CentralSource(url), site="north")
    assert learner(board, "n-1").passed == 1
    (one,) = board.doubtful
    assert (one.learner, one.what) == ("n-1", "passed watching")
    assert "20 November 2026" in one.why
    assert "10 November 2026" in one.why
    assert "The time of 1 record cannot be right" in left_out_words(board)[0]
    told = json.loads(as_json("progress", board))
    assert [record["learner"] for record in told["doubtful_records"]] == ["n-1"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [("0206-11-02", "0206-11-02"), ("2026-1-2", "2026-01-02"), ("2 Nov 206", ""), ("x", "")],
)
def test_a_day_is_kept_as_days_are(typed: str, day: str) -> None:
    """With four digits for the year, whatever was typed."""
    assert typed_day(typed) == day


@pytest.mark.parametrize(
    ("day", "may"),
    [
        ("1949-12-31", False), ("1950-01-01", True), ("2026-11-25", True), ("2027-11-26", True),
        ("2027-11-27", False), ("206-11-02", False), ("", False), ("2026-02-30", False),
    ],
)  # fmt: skip
def test_who_works_was_hired_in_our_time(day: str, may: bool) -> None:
    """From 1950 to a year ahead."""
    assert is_hired(day, "2026-11-25") == may


def test_the_memo_is_no_way_around(tmp_path: Path) -> None:
    """A fold that somebody else has written down is not believed."""
    file = StaffFile(tmp_path / "staff.sqlite", clock=lambda: (MAY + DAY) / 1000)
    file.append("n-1", [record("read", n, f"part-{n}") for n in range(TAIL)])
    remember(StaffLog(file, "n-1"))
    file.close()
    with closing(sqlite3.connect(tmp_path / "staff.sqlite")) as db, db:
        assert db.execute("update memo set text = replace(text, 'part-7', 'x')").rowcount == 1
    assert "part-7" in remember(StaffLog(file, "n-1")).trace("watching").read
