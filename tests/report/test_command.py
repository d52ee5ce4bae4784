"""`edu-tui report` as it is run: what is printed, what is written, and one line for what is wrong."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.plain.program import run
from tests.report.clinic import Clinic, busy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.central.server import Postgres
    from tests.plain.program import Ran


class Desk:
    """A manager's machine: a home with a roster, a library, and a device's file."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        (self.home / "c" / "edu-tui").mkdir(parents=True)
        self.roster = self.home / "c" / "edu-tui" / "roster.csv"
        self.roster.write_text("learner,name\nn-101,Ana Ruiz\n")
        self.clinic = busy(Clinic(folder))

    def report(self, *words: str, typed: str = "") -> Ran:
        given = ["--library", str(self.clinic.library), "--from", str(self.clinic.path)]
        return run(self.home, "report", *words, *given, typed=typed)

    def elsewhere(self, *words: str) -> Ran:
        return run(self.home, "report", *words, "--library", str(self.clinic.library))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("name", ["progress", "due", "items"])
def test_a_table_is_for_people(desk: Desk, name: str) -> None:
    """No spaces at an end; the learner's name is there, joined on this machine."""
    ran = desk.report(name)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert ("Ana Ruiz (n-101)" in ran.out) == (name == "progress")


@pytest.mark.parametrize("name", ["progress", "due", "items", "export"])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_for_programs_has_no_name_in_it(desk: Desk, name: str, form: str) -> None:
    """Names stay on the screen of the machine that has the roster."""
    ran = desk.report(name, "--format", form)
    assert (ran.status, ran.err) == (0, "")
    assert "Ana" not in ran.out
    if form == "json":
        lines = ran.out.splitlines() if name == "export" else [ran.out]
        assert all(json.loads(line) for line in lines)
    else:
        assert ran.out.count("\r\n") == ran.out.count("\n") > 1


def test_a_file_is_its_owners_and_has_no_name_in_it(desk: Desk) -> None:
    """Mode 600, not written over without being told to, and with ids alone even as a table."""
    path = desk.home / "out.txt"
    assert desk.report("progress", "-o", str(path)).status == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert "n-101: ready" in path.read_text()
    assert "Ana" not in path.read_text()
    again = desk.report("progress", "-o", str(path))
    assert again.status == 2
    assert "--force writes over it" in again.err
    assert desk.report("due", "-o", str(path), "--force").status == 0


def test_the_mark_is_for_csv(desk: Desk) -> None:
    """--bom puts it at the beginning; with anything else it is wrong use."""
    assert desk.report("export", "--bom").out.startswith("\ufeffid,")
    assert desk.report("due", "--bom").status == 2


def test_within_and_learner_narrow_it(desk: Desk) -> None:
    """Days ahead, and one learner alone."""
    assert desk.report("progress", "--learner", "n-103").out.count("Module ") == 1
    rows = desk.report("due", "--within", "3660", "--format", "csv", "--learner", "n-101").out
    assert rows.count("n-101") == 2


def test_a_report_makes_nothing(desk: Desk) -> None:
    """No file appears in the home or beside the records, and the records are as they were."""
    before = {path: path.stat().st_mtime_ns for path in desk.home.parent.rglob("*")}
    for words in (("progress",), ("due", "--format", "csv"), ("export",)):
        assert desk.report(*words).status == 0
        assert desk.elsewhere(*words).status == 0
    assert {path: path.stat().st_mtime_ns for path in desk.home.parent.rglob("*")} == before


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["due", "--site", "nroth"], 2, "did you mean north?"),
        (["due", "--learner", "n-999"], 2, "there is no record of n-999"),
        (["due", "--learner", "Ana Ruiz"], 2, "looks like a name"),
        (["due", "--within", "soon"], 2, "write a number of days"),
        (["due", "--course", "other"], 2, "no such course"),
        (["export", "--format", "table"], 2, "there is no 'table'"),
        (["overdue"], 2, "there is no 'overdue'"),
    ],
)
def test_wrong_use_is_one_line(desk: Desk, words: list[str], status: int, told: str) -> None:
    """What is wrong, and what there is instead."""
    ran = desk.report(*words)
    assert ran.status == status
    assert ran.out == ""
    assert told in ran.err
    assert ran.err.count("\n") <= 2


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ("nothing.sqlite", 2, "there is no file nothing.sqlite."),
        ("/", 1, "it is not a file."),
        (os.devnull, 1, "it is not a file."),
        ("postgresql://me:secret@localhost/x", 2, "a password does not belong"),
        ("postgresql://localhost:1/x", 1, "postgresql://localhost:1/x"),
    ],
)
def test_what_cannot_be_read_is_one_line(desk: Desk, given: str, status: int, told: str) -> None:
    """No file, no file of records, no server: where, what, what to do; a secret is never said back."""
    ran = desk.elsewhere("due", "--from", given)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert "secret" not in ran.err


def test_where_there_is_nothing_it_says_so(desk: Desk) -> None:
    """In words for people; the header alone for programs; no error."""
    assert "nobody is enrolled" in desk.elsewhere("progress").out
    assert "nobody is enrolled" in desk.elsewhere("due").out
    assert "no assessment has been handed in" in desk.elsewhere("items").out
    assert desk.elsewhere("due", "--format", "csv").out.count("\n") == 1
    assert json.loads(desk.elsewhere("progress", "--format", "json").out)["learners"] == []


def test_the_middle_is_asked_like_a_file(desk: Desk, postgres: Postgres) -> None:
    """The same words with an address print the same report."""
    from edu_tui.staff.central.database import Central

    url = postgres.database()
    central = Central(url)
    central.prepare()
    central.put([record for _, record in desk.clinic.file.records()])
    central.close()
    desk.clinic.close()
    for name in ("progress", "due", "items", "export"):
        words = (name, "--site", "north", "--format", "csv")
        there = desk.elsewhere(*words, "--from", url)
        assert (there.status, there.err) == (0, "")
        here = desk.report(*words)
        if name == "export":
            # It also says when each came in.
            there_rows = [line.rpartition(",")[0] for line in there.out.splitlines()]
            assert there_rows == [line.rpartition(",")[0] for line in here.out.splitlines()]
        else:
            assert there.out == here.out


def test_alone_it_is_the_managers_view(desk: Desk) -> None:
    """Line by line: who is ready, a learner, and out again."""
    ran = desk.report("--plain", typed="1\n4\nq\n")
    assert ran.status == 0
    assert "Ready: 1 of 4." in ran.out
    assert "\nAna Ruiz (n-101)\n" in ran.out


def test_a_view_without_a_terminal_to_fill_is_plain(desk: Desk) -> None:
    """As the program itself does it."""
    ran = desk.report(typed="q\n")
    assert ran.status == 0
    assert "Plain mode" in ran.out
