"""The staff records of this device: readable, how many count, and ids that may be one person. Names nobody's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.commands.doctor.line import CheckSection, Line, note, ok, problem
from edu_tui.layout.day import day_of
from edu_tui.records.rows import LeftOutRecord
from edu_tui.records.still import ReadOnlyStore
from edu_tui.staff.records.fault import end_of, read
from edu_tui.staff.records.learners import twins
from edu_tui.staff.records.record import COLUMNS, Record
from edu_tui.staff.records.schema import APPLICATION, STEPS
from edu_tui.system.errors import RecordsError
from edu_tui.system.shown import shown

if TYPE_CHECKING:
    from pathlib import Path


def self_check(path: Path | None, now: int) -> list[CheckSection]:
    """One section where there are staff records; `now` in milliseconds since 1970."""
    if path is None or not path.exists():
        return []
    return [CheckSection("staff", "Staff records", tuple(_lines(path, end_of(day_of(now)))))]


def _lines(path: Path, upto: int) -> list[Line]:
    try:
        still = ReadOnlyStore(path, APPLICATION, len(STEPS))
    except RecordsError as error:
        return [problem("they cannot be read", str(error))]
    try:
        learners = [str(name) for (name,) in still.rows("select id from learner order by id")]
        rows = (Record(*row) for row in still.rows(f"select {COLUMNS} from record"))
        records = [read(row, upto) for row in rows]
    except RecordsError as error:
        return [problem("they cannot be read", str(error))]
    finally:
        still.close()
    left = sum(isinstance(record, LeftOutRecord) for record in records)
    return [
        ok(
            f"they can be read: {_many(len(records), 'record')} of {_many(len(learners), 'learner')}"
        ),
        *([_left_out(left)] if left else []),
        *map(_twins, twins(learners)),
    ]


def _left_out(number: int) -> Line:
    many = "1 record does" if number == 1 else f"{number} records do"
    return note(
        f"{many} not count: changed, not readable, or of a day to come",
        "edu-tui staff list names them, and what is wrong.",
    )


def _twins(several: tuple[str, ...]) -> Line:
    return note(
        f"{', '.join(map(shown, several))} differ by capital letters alone",
        "If that is one person, go on with one of them: the other's passes do not count for it.",
    )


def _many(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
