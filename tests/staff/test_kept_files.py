"""A staff file that the version before typed events wrote: the same attempts, exports and statements."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy

import pytest

from edu_tui.learning.event import Event
from edu_tui.records.keeper import remember
from edu_tui.staff.learning.attempts import Attempts
from edu_tui.staff.records.fault import read
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.rows import record_of
from edu_tui.staff.records.store import StaffFile
from edu_tui.staff.report.export import ExportRow, as_csv, as_json_lines
from edu_tui.staff.sync.xapi import KINDS, statement

KEPT = Path(__file__).parent / "data"
"""Every kind of event; keys that the program knows, lacks and does not know."""
AFTER = 1_795_700_000
"""Seconds since 1970: later than all of it."""


@pytest.fixture
def file(tmp_path: Path) -> StaffFile:
    """A copy of it, open."""
    return StaffFile(Path(copy(KEPT / "staff.sqlite", tmp_path)), clock=lambda: AFTER)


def test_the_attempts_are_the_same(file: StaffFile) -> None:
    """Nothing of it is left out, and what is known of the learner is the same."""
    log = StaffLog(file, "n-1")
    history = json.loads(json.dumps(remember(log, Attempts).as_plain()))
    assert not file.left_out
    # Which parts were opened was not told apart then; it is the first of each.
    assert {name: trace.pop(0) for name, trace in history["traces"].items()} == {
        "watching": ["sight"]
    }
    assert history == json.loads((KEPT / "history.json").read_text(encoding="utf-8"))


def test_what_goes_out_is_the_same(file: StaffFile) -> None:
    """CSV, JSON Lines and statements are the same bytes."""
    records = [record for _, record in file.records()]
    rows = [ExportRow(record) for record in records]
    sent = [
        record
        for record in records
        if record.kind in KINDS and (record.attempt or record.kind != "answered")
    ]
    statements = [statement(record, "https://clinic.example") + b"\n" for record in sent]
    assert "".join(as_csv(rows)).encode() == (KEPT / "records.csv").read_bytes()
    assert "".join(as_json_lines(rows)).encode() == (KEPT / "records.jsonl").read_bytes()
    assert b"".join(statements) == (KEPT / "statements.jsonl").read_bytes()


def test_each_record_as_an_event_is_the_same_record(file: StaffFile) -> None:
    """An event that is written again has the same columns, detail and digest."""
    for _, record in file.records():
        event = read(record)
        assert isinstance(event, Event)
        assert record_of(event, record.learner, record.site, record.device) == record
