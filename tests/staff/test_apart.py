"""Patients' records and staff's never meet; a kiosk has neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.records.log import Log
from edu_tui.staff.records.reading import records
from edu_tui.staff.records.store import StaffFile
from tests.happened import happened
from tests.kiosk.kiosk import Kiosk
from tests.plain.program import Talk, run

from .making import MAY, record, staff_path, write_library

if TYPE_CHECKING:
    from pathlib import Path


def both(home: Path) -> tuple[Path, Path]:
    """A home in which a patient and a learner have been: the files of their records."""
    patients = staff_path(home).with_name("records.sqlite")
    log = Log(patients)
    log.append([happened("read", MAY, "session", "en", "1a", "rest", "2b")])
    log.close()
    file = StaffFile(staff_path(home))
    file.add("n-104")
    file.append("n-104", [record("read", 1, "sight", "watching")])
    file.close()
    return patients, staff_path(home)


def test_a_staff_run_leaves_a_patients_records_as_they_are(tmp_path: Path) -> None:
    """Reading and answering as a learner goes into staff.sqlite alone, and shows nothing of the patient's."""
    library = write_library(tmp_path / "library")
    patients, staffs = both(tmp_path)
    before, was = patients.read_bytes(), len(records(staffs))
    talk = Talk(
        tmp_path, "--library", str(library), "staff", "--learner", "n-104", "--allow-unreviewed"
    )
    talk.choose("Watching a session")
    talk.choose("Take the assessment")
    talk.choose("Begin")
    assert talk.end() == 0
    assert patients.read_bytes() == before
    assert sorted(path.name for path in patients.parent.iterdir()) == [
        "records.sqlite",
        "staff.sqlite",
    ]
    added = [row for _, row in records(staffs)][was:]
    assert "began" in [row.kind for row in added]
    assert {row.learner for row in added} == {"n-104"}


def test_a_patients_run_leaves_staff_records_as_they_are(tmp_path: Path) -> None:
    """Reading as a patient goes into records.sqlite alone; staff's modules are not there."""
    library = write_library(tmp_path / "library")
    patients, staffs = both(tmp_path)
    before = staffs.read_bytes()
    talk = Talk(tmp_path, "--library", str(library))
    assert not talk.offers("Watching a session")
    talk.choose("A session")
    talk.choose("Read about it")
    assert talk.end() == 0
    assert staffs.read_bytes() == before
    assert len(Log(patients).events()) > 1
    for words in (["records"], ["records", "export"], ["records", "where"]):
        assert "watching" not in run(tmp_path, "--library", str(library), *words).out


def test_deleting_a_patients_records_leaves_staffs(tmp_path: Path) -> None:
    """`records delete` knows nothing of staff.sqlite."""
    patients, staffs = both(tmp_path)
    before = staffs.read_bytes()
    assert run(tmp_path, "records", "delete", "--yes").status == 0
    assert not patients.exists()
    assert staffs.read_bytes() == before


def test_a_kiosk_opens_neither(tmp_path: Path) -> None:
    """While a visitor reads and answers, no record of anyone is opened or changed."""
    home = tmp_path / "home"
    home.mkdir()
    patients, staffs = both(home)
    before = patients.read_bytes(), staffs.read_bytes()
    with Kiosk(home, looked_into=True) as kiosk:
        kiosk.welcome()
        kiosk.press("1", "The day itself")
        kiosk.press("1", "Step by step")
        for pid in (kiosk.pid, *kiosk.visits):
            opened = open_paths(pid)
            assert not [one for one in opened if "staff" in one or "records" in one]
    assert (patients.read_bytes(), staffs.read_bytes()) == before


def open_paths(pid: int) -> list[str]:
    """Names of the files that a process has open."""
    import psutil

    return [open_file.path.rpartition("/")[2] for open_file in psutil.Process(pid).open_files()]
