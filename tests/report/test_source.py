"""Where reports read: a file is only looked at, and whose records are meant is clear or asked."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from edu_tui.staff.report.source import Device, Scope, scope_of, sites
from edu_tui.system.errors import EduError, RecordsError, UsageError
from tests.records.making import fork
from tests.report.clinic import Clinic, busy

if TYPE_CHECKING:
    from pathlib import Path

COUNT = "select count(*) from record"


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return busy(Clinic(tmp_path))


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with what is in it and when it was written."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.glob("*.*")}


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_is_left_as_it_is(clinic: Clinic) -> None:
    """Reading makes no file, and changes neither what is in one nor its time."""
    before = state(clinic.path.parent)
    source = Device(clinic.path)
    assert next(iter(source.rows(COUNT)))[0] > 20
    assert state(clinic.path.parent) == before
    source.close()
    assert state(clinic.path.parent) == before


def test_where_there_is_no_file_none_is_made(tmp_path: Path) -> None:
    """No file, no folder, no rows."""
    source = Device(tmp_path / "none" / "staff.sqlite")
    assert list(source.rows(COUNT)) == []
    assert sites(source) == []
    assert list(tmp_path.iterdir()) == []


def test_what_another_program_has_just_written_is_seen(clinic: Clinic) -> None:
    """While the learner's program is open its last record is there, and nothing else is made."""
    before = next(iter(Device(clinic.path).rows(COUNT)))[0]
    clinic.read("n-104", "waste", "2026-11-24")
    names = names_in(clinic.path.parent)
    assert "staff.sqlite-wal" in names
    source = Device(clinic.path)
    assert next(iter(source.rows(COUNT))) == (before + 1,)
    assert names_in(clinic.path.parent) == names
    source.close()
    clinic.close()


def test_after_a_kill_nothing_is_written_beside_the_file_either(clinic: Clinic) -> None:
    """What a killed program left, and the file by which programs find each other's work, stay as they are."""
    before = next(iter(Device(clinic.path).rows(COUNT)))[0]
    child = fork()
    if child == 0:
        clinic.read("n-104", "waste", "2026-11-24")
        os._exit(0)
    os.waitpid(child, 0)
    left = state(clinic.path.parent)
    assert {"staff.sqlite-wal", "staff.sqlite-shm"} <= set(left)
    source = Device(clinic.path)
    assert next(iter(source.rows(COUNT))) == (before + 1,)
    source.close()
    assert state(clinic.path.parent) == left


def test_a_file_that_is_written_meanwhile_is_said(clinic: Clinic) -> None:
    """Rows that may be from two moments are not given as if they were from one."""
    rows = iter(Device(clinic.path).rows("select id from record"))
    next(rows)
    clinic.read("n-104", "waste", "2026-11-24").close()
    with pytest.raises(RecordsError, match="another program is writing to it"):
        list(rows)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"This is a letter.\n" * 500, "no file of such records"),
        (b"SQLite format 3\x00" + b"\x01" * 4000, "no file of such records"),
    ],
    ids=["a letter", "damaged"],
)
def test_what_is_no_such_file_is_said_in_one_line(tmp_path: Path, content: bytes, told: str) -> None:  # fmt: skip
    """The line names the file; the file stays as it is."""
    path = tmp_path / "staff.sqlite"
    path.write_bytes(content)
    with pytest.raises(RecordsError) as caught:
        list(Device(path).rows(COUNT))
    assert str(caught.value).startswith(f"{path}: ")
    assert told in str(caught.value)
    assert path.read_bytes() == content
    assert names_in(tmp_path) == {"staff.sqlite"}


def test_a_patients_file_a_folder_and_a_newer_file_are_told_apart(clinic: Clinic) -> None:
    """Each gets its own words."""
    other = clinic.path.with_name("records.sqlite")
    shutil.copy(clinic.path, other)
    with closing(sqlite3.connect(other)) as db:
        db.execute("pragma application_id = 1701147252")
    with pytest.raises(RecordsError, match="no file of such records"):
        Device(other)
    with pytest.raises(RecordsError, match="it is not a file"):
        Device(clinic.path.parent)
    with closing(sqlite3.connect(clinic.path)) as db:
        db.execute("pragma user_version = 99")
    with pytest.raises(RecordsError, match="newer edu-tui: install that"):
        Device(clinic.path)


def test_an_unfinished_copy_is_not_half_read(clinic: Clinic) -> None:
    """A file that was copied with its log, but without what belongs to it, is said to be so."""
    clinic.read("n-104", "waste", "2026-11-24")
    copy = clinic.path.with_name("copy.sqlite")
    shutil.copy(clinic.path, copy)
    shutil.copy(f"{clinic.path}-wal", f"{copy}-wal")
    with pytest.raises(RecordsError, match="not closed cleanly"):
        Device(copy)
    clinic.close()


def test_a_link_to_a_file_is_followed(clinic: Clinic) -> None:
    """Nothing is written, so a link does no harm."""
    link = clinic.path.with_name("link.sqlite")
    link.symlink_to(clinic.path)
    assert next(iter(Device(link).rows(COUNT)))[0] > 20


# whose records


class Many:
    """A central database that has records of these sites."""

    name = "postgresql://db/edu"
    one_clinic = False
    order = sequence = arrived = ""

    def __init__(self, *there: str) -> None:
        self.there = there

    def rows(self, query: str, given: object = ()) -> list[tuple[str]]:
        del given
        return [(site,) for site in self.there] if "recursive" in query else []

    def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("there", "asked", "own", "site"),
    [
        (("north", "south"), "south", "north", "south"),
        (("north", "south"), None, "north", "north"),
        (("north",), None, "", "north"),
        ((), None, "", ""),
        ((), None, "north", "north"),
    ],
)
def test_the_site_is_asked_for_ones_own_or_the_only_one(there: tuple[str, ...], asked: str | None, own: str, site: str) -> None:  # fmt: skip
    """In that order."""
    assert scope_of(Many(*there), asked, own, "") == Scope(site)


@pytest.mark.parametrize(
    ("there", "asked", "own", "told"),
    [
        (("north", "south"), None, "", "which clinic"),
        (("north", "south"), None, "east", "no record of the site 'east'"),
        (("north", "south"), "nroth", "", "did you mean north"),
        (("north", "south"), "zzz", "", "There are: north, south"),
        ((), "north", "", "nor of any other"),
        (tuple(f"c-{at:03}" for at in range(300)), None, "", "and 290 more"),
    ],
)
def test_an_unclear_site_is_one_line(there: tuple[str, ...], asked: str | None, own: str, told: str) -> None:  # fmt: skip
    """It says what there is, and not more than fits a line or two."""
    with pytest.raises(UsageError) as caught:
        scope_of(Many(*there), asked, own, "")
    assert told in str(caught.value)
    assert len(str(caught.value)) < 250


def test_a_device_is_one_clinic_whatever_it_was_called(tmp_path: Path) -> None:
    """Records from before the clinic had a name count too; asked for a name, they do not."""
    Clinic(tmp_path, site="").enrol("n-101").close()
    clinic = Clinic(tmp_path, site="north").enrol("n-102").close()
    source = Device(clinic.path)
    assert sites(source) == ["", "north"]
    assert scope_of(source, None, "north", "") == Scope(None)
    assert scope_of(source, "north", "", "") == Scope("north")


def test_an_unknown_learner_is_one_line(clinic: Clinic) -> None:
    """Who has no record here is said to have none."""
    with pytest.raises(EduError, match=r"there is no record of n-999 in .*staff\.sqlite"):
        scope_of(Device(clinic.path), None, "", "n-999")
    assert scope_of(Device(clinic.path), None, "", "n-101").learner == "n-101"
