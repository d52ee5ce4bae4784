"""Export: every record, as CSV or as JSON Lines. What the columns mean is told in docs/reports.md.

The header is a promise: a column keeps its name, its place and its meaning; new ones come last.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.records.fields import WrongFieldError
from edu_tui.records.rows import detail_of
from edu_tui.staff.records.record import COLUMNS, Record
from edu_tui.staff.report import tabular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.model.library import Course
    from edu_tui.staff.report.source import RecordSource, Scope

HEADER = (
    "id", "site", "device", "learner", "at", "time", "kind", "course", "module", "language", "version",
    "unit", "unit_version", "attempt", "try", "result", "must_know", "misconceptions", "detail", "digest", "arrived",
)  # fmt: skip
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)


class ExportRow(NamedTuple):
    """A record, and when it came in."""

    record: Record
    arrived: int = 0
    """Milliseconds since 1970 by the clock of the central database; 0 in a device's file."""


def records(source: RecordSource, scope: Scope, course: Course | None) -> Iterable[ExportRow]:
    """All of them, oldest first; with a course only what belongs to it."""
    where, given = scope.where(), scope.values
    if course is not None:
        where, given = scope.where("course = ?"), [*scope.values, course.id]
    query = f"select {COLUMNS}, {source.arrived} from record where {where} order by at, id"
    return (ExportRow(Record(*row), arrived) for *row, arrived in source.rows(query, given))


def as_csv(export_rows: Iterable[ExportRow], *, bom: bool = False) -> Iterator[str]:
    """A line each, after the header."""
    rows = (tuple(_fields(row).values()) for row in export_rows)
    return tabular.lines(HEADER, rows, bom=bom)


def as_json_lines(rows: Iterable[ExportRow]) -> Iterator[str]:
    """An object a line; the detail as an object, or as text where it is none."""
    for row in rows:
        fields = _fields(row) | {"detail": _detail(row.record.detail)}
        yield json.dumps(fields, ensure_ascii=True, separators=(",", ":")) + "\n"


def _fields(row: ExportRow) -> dict[str, Any]:
    record = row.record
    arrived = time_of(row.arrived) if row.arrived else ""
    known = record._asdict() | {"try": record.try_, "time": time_of(record.at), "arrived": arrived}
    return {name: known[name] for name in HEADER}


def time_of(at: int) -> str:
    """`2026-11-25T12:00:00.000Z`; empty for a time that no calendar has."""
    try:
        moment = _BEGIN + timedelta(milliseconds=at)
    except OverflowError:
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"


def _detail(text: str) -> object:
    try:
        return detail_of(text)
    except WrongFieldError:
        return text
