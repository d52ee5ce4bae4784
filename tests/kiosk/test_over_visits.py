"""What the supervisor keeps over visits: the month that is counted in, and how much was printed."""

from __future__ import annotations

import json
import os
import signal
import time
from contextlib import closing
from sqlite3 import connect
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from edu_tui.journey.devices import Devices
from edu_tui.kiosk import months as turning
from edu_tui.kiosk.health import KioskHealth
from edu_tui.kiosk.lock import Tries
from edu_tui.kiosk.paper import HOUR, MOST
from edu_tui.kiosk.supervisor import Process, Supervisor
from edu_tui.kiosk.visits.visit import Start, watch
from edu_tui.kiosk.visits.wire import Heard, Wire, WireMessage
from edu_tui.records.counters import Counters, this_month
from tests.records.counting import visit

from .kiosk import Kiosk

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.kiosk.library import LibraryReading, Packed
    from edu_tui.kiosk.terminal.console import Console
    from edu_tui.kiosk.visits.crash import CrashLog
    from edu_tui.kiosk.visits.visit import KioskConfig


def months(path: Path) -> list[tuple[str, int]]:
    """Each month of the file, and whether it is over."""
    with closing(connect(path)) as db:
        return db.execute("select name, is_over from month order by number").fetchall()


def test_a_month_is_over_before_anybody_comes(home: Path) -> None:
    """Once the welcome is there last month is over; a damaged file is put aside with a line in the log, and
    so is a visit that cannot be counted: the next begins all the same. That anybody came is not in the
    health file, nor in when it was written.
    """
    path = home / "data" / "edu-tui" / "counters.sqlite"
    Counters(path).add(visit("right"), "2020-01")
    where: dict[str, Any] = {"XDG_DATA_HOME": str(home / "data")}
    health = home / "health.json"
    with Kiosk(home, "--health", str(health), **where) as kiosk:
        kiosk.welcome()
        kiosk.wait(lambda: json.loads(health.read_text())["state"] == "open", "health")
        before = health.stat()
        kiosk.end_visit()
        assert (health.stat().st_ino, health.stat().st_mtime_ns) == (
            before.st_ino,
            before.st_mtime_ns,
        )
        assert months(path) == [("2020-01", 1), (this_month(), 0)]
        os.kill(kiosk.pid, signal.SIGTERM)
        assert kiosk.end() == 143
        assert json.loads(health.read_text())["state"] == "ended"
    assert "counters" not in kiosk.log
    path.write_bytes(b"no counters at all, " * 100)
    with Kiosk(home, **where) as kiosk:
        kiosk.welcome()
        (aside,) = path.parent.glob("counters.damaged-*")
        assert f"damaged counters were put aside: {aside.name}" in kiosk.log
        path.write_bytes(b"no counters once more, " * 100)
        kiosk.end_visit()
        assert len(list(path.parent.glob("counters.damaged-*"))) == 2
        kiosk.wait(lambda: kiosk.log.count("put aside") == 2, "a line in the log")
        path.unlink()
        path.mkdir()
        kiosk.end_visit()
        kiosk.wait(lambda: "a visit was not counted: not-a-file" in kiosk.log, "a line in the log")
        assert "crash" not in kiosk.log


@pytest.fixture
def waiting(tmp_path: Path) -> tuple[Supervisor, Process, list[str]]:
    """A supervisor in front of a welcome that nobody touches, and its log."""
    ear, _ = os.pipe()
    awake, _ = os.pipe()
    pace = SimpleNamespace(hangs=1000.0)
    terms = SimpleNamespace(pace=pace, counters=tmp_path / "counters.sqlite")
    reading = SimpleNamespace(due_in=lambda: 0.0, look_again=lambda stop: None)
    lines: list[str] = []
    supervisor = Supervisor(
        cast("KioskConfig", terms),
        cast("LibraryReading", reading),
        cast("Console", SimpleNamespace(input=awake)),
        cast("CrashLog", SimpleNamespace(write=lines.append)),
    )
    supervisor._awake, supervisor._shown = awake, True
    supervisor._last_sign = time.monotonic()
    return supervisor, Process(0, ear, 0, Heard()), lines


def test_a_month_ends_while_the_welcome_stands(
    waiting: tuple[Supervisor, Process, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the turn of a month, and of no day besides, with no visit: the next month runs."""
    supervisor, process, lines = waiting
    path = tmp_path / "counters.sqlite"
    Counters(path).add(visit("right"), "2026-11")
    for month in ("2026-11", "2026-11", "2026-12"):
        monkeypatch.setattr(turning, "this_month", lambda month=month: month)
        assert not supervisor._listen(process)
    assert months(path) == [("2026-11", 1), ("2026-12", 0)]
    assert lines == []


def test_a_month_that_cannot_begin_is_noted_and_tried_again(
    waiting: tuple[Supervisor, Process, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Noted once, and done as soon as it can be."""
    supervisor, process, lines = waiting
    path = tmp_path / "counters.sqlite"
    path.mkdir()
    (path / "x").touch()
    monkeypatch.setattr(turning, "this_month", lambda: "2026-12")
    for _ in range(3):
        supervisor._listen(process)
    assert lines == ["the counters' month did not begin: not-a-file"]
    (path / "x").unlink()
    path.rmdir()
    Counters(path).add(visit("right"), "2026-11")
    supervisor._listen(process)
    assert months(path) == [("2026-11", 1), ("2026-12", 0)]


def test_what_visits_print_is_counted_over_visits(
    waiting: tuple[Supervisor, Process, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each visit tells of each time; when it is enough the next is offered no printing, and later is."""
    supervisor, process, _ = waiting
    ear, mouth = os.pipe()
    # What a visit does not say is not waited for.
    os.set_blocking(ear, False)
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    start = Start(cast("Packed", None), "", Tries(), supervisor._paper, 1, -1)
    for _ in range(MOST):
        devices = Devices()
        watch(devices, start, Wire(mouth))
        assert devices.has_paper()
        devices.prints()
        supervisor._hear(process._replace(ear=ear))
    assert not devices.has_paper()
    now[0] += HOUR
    assert devices.has_paper()


def test_of_a_crash_health_has_the_kind_alone(
    waiting: tuple[Supervisor, Process, list[str]], tmp_path: Path
) -> None:
    """Not where it was, which is for the log, and no word that follows."""
    supervisor, _, lines = waiting
    supervisor._health = KioskHealth(tmp_path / "health.json")
    supervisor._take(WireMessage("crash", "builtins.KeyError < edu_tui/x.py:1 typed"))
    error = json.loads((tmp_path / "health.json").read_text())["last_error"]
    assert error["code"] == "builtins.KeyError"
    assert lines == ["visit crash: builtins.KeyError < edu_tui/x.py:1 typed"]
