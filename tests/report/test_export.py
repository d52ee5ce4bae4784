"""Export: every record, once, as CSV that is no formula and as JSON Lines that hold all of it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.staff.records.record import Record, digest_of
from edu_tui.staff.report import tabular
from edu_tui.staff.report.export import HEADER, as_csv, as_json_lines, records, time_of
from edu_tui.staff.report.source import Device, Scope
from edu_tui.staff.report.written import DUE, ITEMS, PROGRESS
from edu_tui.system.shown import harmless
from tests.report.clinic import Clinic, busy

DOCS = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return busy(Clinic(tmp_path))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_every_record_is_there_once_and_whole(clinic: Clinic) -> None:
    """As many as in the file, oldest first; from CSV each record can be made again with its digest."""
    found = list(records(Device(clinic.path), Scope(None), None))
    assert len({row.record.id for row in found}) == len(found) == len(clinic.file.records())
    assert [row.record.at for row in found] == sorted(row.record.at for row in found)
    header, *rows = read("".join(as_csv(found)))
    assert header == list(HEADER)
    for row, one in zip(rows, found, strict=True):
        fields = dict(zip(header, row, strict=True))
        del fields["time"], fields["arrived"]
        numbers = {name: int(fields.pop(name)) for name in ("at", "must_know", "try")}
        numbers["try_"] = numbers.pop("try")
        again = Record(**fields | numbers)  # type: ignore[arg-type]
        assert again == one.record
        assert digest_of(again) == again.digest


def test_json_lines_hold_the_same(clinic: Clinic) -> None:
    """One object a line with the same keys; the detail is an object."""
    rows = list(records(Device(clinic.path), Scope(None), None))
    lines = list(as_json_lines(rows))
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in lines)
    first = json.loads(lines[0])
    assert tuple(first) == HEADER
    assert first["detail"] == {"hired": "2025-10-01", "role": "nurse"}
    assert first["time"] == time_of(rows[0].record.at)


def test_it_can_be_of_one_learner_or_one_course(clinic: Clinic) -> None:
    """Nobody else's; and without what belongs to no course."""
    clinic.record("n-102", "read", "2026-11-20", "watching", "spray", "v", course="")
    clinic.close()
    source = Device(clinic.path)
    assert {record.record.learner for record in records(source, Scope(None, "n-102"), None)} == {
        "n-102"
    }
    kinds = {record.record.kind for record in records(source, Scope(None), clinic.course)}
    assert "read" not in kinds
    assert "answered" in kinds


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    """An apostrophe stands before what a spreadsheet would work out; a number stays one."""
    (header, row) = read("".join(tabular.lines(["a", "b"], [(text, -5)])))
    assert header == ["a", "b"]
    assert row == [f"'{harmless(text)}", "-5"]


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8"))), max_size=5))  # fmt: skip
def test_any_text_comes_out_as_it_went_in(rows: list[tuple[str, str]]) -> None:
    """Quotes, commas, line ends: RFC 4180, whatever is in a cell; only the apostrophe is ours, and the
    mark for what acts on a terminal.
    """
    message = "".join(tabular.lines(["a", "b"], rows))
    assert message.endswith("\r\n")
    found = read(message)[1:]
    assert found == [["'" * cell.startswith(tabular.FORMULA) + harmless(cell) for cell in row] for row in rows]  # fmt: skip
    assert not any(cell.startswith(tabular.FORMULA) for row in found for cell in row)


def test_a_mark_for_spreadsheets_is_there_when_it_is_asked_for() -> None:
    """Once, at the very beginning."""
    message = "".join(tabular.lines(["a"], [("é",)], bom=True))
    assert message == "\ufeffa\r\né\r\n"


def test_truth_and_nothing_have_one_spelling() -> None:
    """`yes`, `no`, and an empty cell."""
    assert "".join(tabular.lines(["a", "b", "c"], [(True, False, None)])) == "a,b,c\r\nyes,no,\r\n"


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (0, "1970-01-01T00:00:00.000Z"),
        (1_795_608_000_123, "2026-11-25T12:00:00.123Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (10**18, ""),
    ],
)
def test_the_time_is_utc_to_the_millisecond(at: int, told: str) -> None:
    """What no calendar has is left empty."""
    assert time_of(at) == told


@pytest.mark.parametrize("header", [HEADER, PROGRESS, DUE, ITEMS], ids=["export", "progress", "due", "items"])  # fmt: skip
def test_the_header_is_the_one_in_the_docs(header: tuple[str, ...]) -> None:
    """docs/reports.md has the header in one line, and a row for each column."""
    assert f"\n{','.join(header)}\n" in DOCS
    for name in header:
        assert re.search(rf"^\| (?:`[a-z_]+`, )*`{name}`", DOCS, re.M), name
