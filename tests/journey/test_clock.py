"""The order of things a reader did, whatever the clock of the computer does meanwhile."""

from __future__ import annotations

from pathlib import Path

from edu_tui.learning.event import AppointmentSet
from edu_tui.learning.spacing import DAY
from edu_tui.records.log import Log

from .reader import Reader

SAMPLE = Path(__file__).parents[1] / "tui" / "sample"
START = 1_780_000_000_000


def test_a_clock_set_back_a_little_keeps_the_order(tmp_path: Path) -> None:
    """What comes later is kept as later, a millisecond at a time, at home and at the next start."""
    path, at = tmp_path / "records.sqlite", [START]
    reader = Reader(SAMPLE, records=path, clock=lambda: at[0])
    reader.visit.record(AppointmentSet("2026-12-01"))
    for back in (0, 1, DAY - 10):
        at[0] = START - back
        reader.visit.record(AppointmentSet(f"2026-12-0{back % 7 + 2}"))
    reader.visit.keeper.close()
    log = Log(path)
    assert [event.at - START for _, event in log.events()] == [0, 1, 2, 3]
    log.close()


def test_a_clock_set_right_after_it_was_days_ahead_is_believed(tmp_path: Path) -> None:
    """More than a day back is no slip of the clock: the events get the time that it says now."""
    path, at = tmp_path / "records.sqlite", [START]
    reader = Reader(SAMPLE, records=path, clock=lambda: at[0])
    reader.visit.record(AppointmentSet("2026-12-01"))
    at[0] = START - DAY - 1
    reader.visit.record(AppointmentSet("2026-12-02"))
    reader.visit.keeper.close()
    log = Log(path)
    assert [event.at - START for _, event in log.events()] == [0, -DAY - 1]
    log.close()
