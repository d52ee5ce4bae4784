"""Progress: three facts apart, and ready only with all of them as they are today."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from edu_tui.staff.report.source import Device, Scope
from edu_tui.staff.report.words import facts_words, understood_words
from tests.report.clinic import Clinic, busy
from tests.report.reading import board_of, learner
from tests.staff.sitting import MODULE, Learner

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


def ready_nurse(clinic: Clinic) -> Clinic:
    clinic.enrol("n-101")
    for module in ("watching", "waste"):
        clinic.passed("n-101", module, "2026-11-05", "2027-11-05")
    return clinic.seen("n-101", "signs", "2026-11-06").seen("n-101", "witness", "2026-11-06")


def test_everything_a_clinic_did_is_told(tmp_path: Path) -> None:
    """Who is there, in the order of ids; what each has read, understood, been seen doing."""
    board = board_of(busy(Clinic(tmp_path)))
    assert [progress.learner for progress in board.learners] == ["d-201", "n-101", "n-102", "n-103"]
    assert [progress.ready for progress in board.learners] == [False, True, False, False]
    second = learner(board, "n-102")
    assert facts_words(second) == "read 1 of 2, understood 0 of 2, skills seen 0 of 2"
    assert [part.understood.kind for part in second.modules] == ["failed", "none"]
    assert [skill.result for skill in second.skills] == ["not-yet", "none"]
    assert second.skills[0].observer == "rn-7"


def test_ready_is_everything_passed_and_everything_seen(clinic: Clinic) -> None:
    """All modules and all skills of the role."""
    assert learner(board_of(ready_nurse(clinic).close()), "n-101").ready


@pytest.mark.parametrize("lacks", ["pass", "skill", "skill taken back", "pass ended", "enrolment"])
def test_ready_is_nothing_less(tmp_path: Path, lacks: str) -> None:
    """One module, one skill, one day too late, or nobody who asked: not ready."""
    clinic = Clinic(tmp_path)
    if lacks != "enrolment":
        clinic.enrol("n-101")
    clinic.passed("n-101", "watching", "2026-11-05", "2027-11-05")
    if lacks != "pass":
        clinic.passed("n-101", "waste", "2026-11-05", "2027-11-05")
    clinic.seen("n-101", "signs", "2026-11-06")
    if lacks != "skill":
        clinic.seen("n-101", "witness", "2026-11-06")
    if lacks == "skill taken back":
        clinic.seen("n-101", "witness", "2026-11-07", "not-yet")
    today = "2027-11-06" if lacks == "pass ended" else "2027-11-05"
    assert not learner(board_of(clinic.close(), today), "n-101").ready
    if lacks == "pass ended":
        assert learner(board_of(clinic, "2027-11-05"), "n-101").ready


def test_reading_is_no_part_of_being_ready_and_stands_apart(clinic: Clinic) -> None:
    """Who passed without reading to the end is ready, and it is told that nothing was read."""
    progress = learner(board_of(ready_nurse(clinic).close()), "n-101")
    assert (progress.read, progress.passed, progress.seen, progress.ready) == (0, 2, 2, True)


def test_a_text_that_changed_since_is_not_passed_and_not_read(clinic: Clinic) -> None:
    """It says so, and the learner is not ready any more; the pass itself stays on record."""
    ready_nurse(clinic).read("n-101", "watching", "2026-11-04").close()
    clinic.edit("watching", "A falling score is a reason to call.", "Call when the score falls.")
    progress = learner(board_of(clinic), "n-101")
    watching, waste = progress.modules
    assert (watching.completion, watching.understood.kind) == ("changed", "changed")
    assert waste.understood.kind == "passed"
    assert not progress.ready
    assert understood_words(watching) == "passed 2026-11-05, changed since"
    assert watching.understood.outstanding.sections == ("alert",)
    assert set(watching.understood.outstanding.families) == {"sort", "steps"}


def test_a_role_asks_for_its_own_modules_and_skills(clinic: Clinic) -> None:
    """The desk needs one module and no skill; who has no role needs the whole course."""
    clinic.enrol("d-1", role="desk").passed("d-1", "watching", "2026-11-05", "2027-11-05")
    clinic.enrol("x-1", role="").passed("x-1", "watching", "2026-11-05", "2027-11-05").close()
    board = board_of(clinic)
    assert learner(board, "d-1").ready
    assert facts_words(learner(board, "d-1")) == "read 0 of 1, understood 1 of 1"
    assert (len(learner(board, "x-1").modules), len(learner(board, "x-1").skills)) == (2, 2)


def test_the_latest_role_counts(clinic: Clinic) -> None:
    """Who was at the desk and is a nurse now is asked what a nurse is asked."""
    clinic.enrol("n-1", role="desk", hired="2026-01-01").enrol("n-1", hired="2026-11-01").close()
    assert len(learner(board_of(clinic), "n-1").modules) == 2


def test_an_attempt_that_was_void_is_not_begun(clinic: Clinic) -> None:
    """It counts for nothing; one that goes on is said to be begun."""
    clinic.enrol("n-1")
    clinic.begin("n-1", "watching", "2026-11-05", "a")
    clinic.begin("n-1", "waste", "2026-11-05", "b")
    clinic.record("n-1", "voided", "2026-11-06", "waste", attempt="b")
    kinds = [module.understood.kind for module in learner(board_of(clinic.close()), "n-1").modules]
    assert kinds == ["open", "none"]


def test_a_changed_record_counts_for_nothing_and_is_counted(clinic: Clinic) -> None:
    """A pass that was made out of a failure does not make anyone ready, and it is told."""
    clinic.enrol("n-1").failed("n-1", "watching", "2026-11-05").close()
    with closing(sqlite3.connect(clinic.path)) as db:
        db.execute("drop trigger record_never_update")
        db.execute("update record set kind = 'passed' where kind = 'failed'")
        db.commit()
    board = board_of(clinic)
    (left,) = board.left_out
    assert left.learner == "n-1"
    assert left.why == "it was changed after it was made"
    assert learner(board, "n-1").passed == 0


def test_another_site_is_not_told(tmp_path: Path) -> None:
    """Of a site that is asked for nobody of another's is there."""
    Clinic(tmp_path, site="south").enrol("s-1").close()
    clinic = Clinic(tmp_path, site="north").enrol("n-1").close()
    assert [progress.learner for progress in board_of(clinic, site="north").learners] == ["n-1"]
    everyone = board_of(clinic, source=Device(clinic.path))
    assert [progress.learner for progress in everyone.learners] == ["n-1", "s-1"]
    assert Scope("north", "n-1").where("kind = 'x'") == "site = ? and learner = ? and kind = 'x'"


def test_what_the_journey_keeps_is_what_the_report_tells(tmp_path: Path) -> None:
    """A learner passes in the real program; the report says read or not, passed, and until when."""
    from edu_tui.staff.report.board import board
    from edu_tui.staff.report.texts import ReportTexts
    from edu_tui.system.paths import shipped_library

    path = tmp_path / "staff.sqlite"
    sitting = Learner(path).begin()
    sitting.answer_all()
    sitting.hand_in()
    sitting.visit.keeper.close()
    open_library = sitting.visit.open_library
    course = next(course for course in open_library.library().courses if course.audience == "staff")
    found = board(Device(path), Scope(None), course, ReportTexts(open_library, "en", "2026-11-26"), "2026-11-26", 30)  # fmt: skip
    module = next(part for part in learner(found, "n-104").modules if part.module == MODULE)
    assert (module.completion, module.understood.kind, module.passed_on) == (
        "none",
        "passed",
        "2026-11-25",
    )
    assert module.understood.due == "2027-11-25"
    assert shipped_library().is_dir()
    assert sum(row.answered for row in found.items) >= 10
    assert all(row.right == row.answered and row.current for row in found.items)
