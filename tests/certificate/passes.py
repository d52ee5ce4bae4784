"""A file in which learners have passed, and what somebody with SQL does to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from edu_tui.staff.certificate.code import groups_of, printed
from edu_tui.staff.certificate.facts import certificates
from edu_tui.staff.records.store import StaffFile
from tests.staff.making import DAY, passed

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.staff.certificate.facts import Certificate


def filled(path: Path) -> StaffFile:
    """Two learners of one clinic: the first passed twice, the second once."""
    file = StaffFile(path, "north")
    for learner, number, at in (("n-104", 1, 0), ("n-105", 2, DAY), ("n-104", 3, 20 * DAY)):
        file.add(learner)
        file.append(learner, passed(number, at, until="2027-05-06" if at else "2027-05-05"))
    file.close()
    return file


def first(file: StaffFile, learner: str = "n-104") -> Certificate:
    """The first certificate of a learner."""
    return certificates(file, learner)[0]


def code_of(certificate: Certificate) -> str:
    """Its code on one line."""
    return " ".join(printed(groups_of(certificate)))


def change(path: Path, query: str, *given: object) -> None:
    """Somebody with SQL changes one row of the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for trigger in ("update", "delete"):
            db.execute(f"drop trigger if exists record_never_{trigger}")
        assert db.execute(query, given).rowcount == 1
