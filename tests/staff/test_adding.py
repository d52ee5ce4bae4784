"""Adding who is there: what is not said stays, a change is shown and asked, and nobody is two people."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from edu_tui.staff.learning.attempts import Enrolled
from edu_tui.staff.learning.event import LearnerEnrolled
from edu_tui.staff.records.store import StaffFile
from edu_tui.system.errors import UsageError

from .inside import Inside
from .making import MAY, write_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Inside:
    """A home with a nurse, hired in January."""
    result = Inside(tmp_path / "home", write_library(tmp_path / "library"), monkeypatch, capsys)
    assert result.run("staff", "add", "n-5", "--role", "nurse", "--hired", "2026-01-01").status == 0
    return result


def enrolments(desk: Inside) -> list[str]:
    """What is on record of them, in order."""
    file = StaffFile(desk.home / "staff.sqlite")
    result = [f"{row.learner} {row.detail}" for _, row in file.records("kind = 'enrolled'")]
    file.close()
    return result


def test_what_is_not_said_stays(desk: Inside) -> None:
    """Added again without a word nothing changes; with a role the day of hire stays; with a day the role."""
    done = desk.run("staff", "add", "n-5")
    assert done.out.startswith(
        "n-5 is here already: nurse, hired 1 January 2026. Nothing was changed."
    )
    assert len(enrolments(desk)) == 1
    assert desk.run("staff", "add", "n-5", "--role", "front-desk", "--yes").status == 0
    assert desk.run("staff", "add", "n-5", "--hired", "2026-02-01", "--yes").status == 0
    assert desk.run("staff", "add", "n-5", "--role", "", "--yes").status == 0
    assert [enrolment.partition(" ")[2] for enrolment in enrolments(desk)[1:]] == [
        '{"hired":"2026-01-01","role":"front-desk"}',
        '{"hired":"2026-02-01","role":"front-desk"}',
        '{"hired":"2026-02-01","role":""}',
    ]


@pytest.mark.parametrize(("typed", "status"), [("yes\n", 0), ("no\n", 1), (None, 2)])
def test_a_change_is_shown_and_asked(
    desk: Inside, typed: str | None, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are shown; only yes changes it; where nobody can be asked it is refused with what to give."""
    import io

    class Typed(io.StringIO):
        def isatty(self) -> bool:
            return typed is not None

    monkeypatch.setattr("sys.stdin", Typed(typed or ""))
    done = desk.run("staff", "add", "n-5", "--role", "front-desk")
    assert done.status == status
    assert "n-5 is here: nurse, hired 1 January 2026.\nThis makes it: front-desk, hired" in done.out
    assert len(enrolments(desk)) == 1 + (status == 0)
    assert ("--yes" in done.err) == (typed is None)


def test_nobody_is_two_people(desk: Inside) -> None:
    """An id that differs by capitals alone is refused, whatever is done with it; one differing otherwise is not."""
    done = desk.run("staff", "add", "N-5")
    assert (done.status, done.out) == (2, "")
    assert "differs from n-5, who is here, by capital letters alone" in done.err
    assert "Did you mean n-5?" in desk.run("staff", "--learner", "N-5").err
    assert desk.run("staff", "add", "n-55").status == 0
    with pytest.raises(UsageError, match="capital letters"):
        StaffFile(desk.home / "staff.sqlite").add("N-55")
    assert StaffFile(desk.home / "staff.sqlite").learners() == ["n-5", "n-55"]


def test_two_who_are_there_already_are_told(desk: Inside) -> None:
    """A file of an older program may hold both: list and doctor say so."""
    with closing(sqlite3.connect(desk.home / "staff.sqlite")) as db, db:
        db.execute("insert into learner (id) values ('N-5')")
    flat = " ".join(desk.run("staff", "list").out.split())
    assert "N-5, n-5 differ by capital letters alone" in flat
    assert "N-5, n-5 differ by capital letters alone" in " ".join(desk.run("doctor").out.split())
    assert desk.run("staff", "attest", "N-5", "teach-back", "--observer", "rn-7").status == 0


def test_another_program_may_have_changed_it(tmp_path: Path) -> None:
    """What was shown is what is changed: an enrolment that is another meanwhile is left, and that is told."""
    file = StaffFile(tmp_path / "staff.sqlite")
    as_nurse = LearnerEnrolled("staff", "nurse", "2026-05-01")
    assert file.enrol("n-1", as_nurse, MAY, None)
    assert not file.enrol("n-1", as_nurse, MAY + 1, None)
    assert file.enrol("n-1", as_nurse, MAY + 1, Enrolled("nurse", "2026-05-01", MAY))
    assert len(file.records()) == 2
