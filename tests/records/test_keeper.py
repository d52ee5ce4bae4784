"""Between a visit and the log: what was kept is known again, whatever became of the shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.learning.history import FOLD, History
from edu_tui.records.keeper import TAIL, Recorder, _sealed, remember
from edu_tui.records.log import Log
from tests.happened import happened

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.learning.event import Event


def read(number: int) -> Event:
    """A section of many was read."""
    return happened("read", number, "home", "en", "m", f"part-{number}", "v")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A log with as many events as are folded at a start before the fold is written down."""
    log = Log(tmp_path / "records.sqlite")
    log.append([read(number) for number in range(TAIL)])
    log.close()
    return log.path


def known(path: Path) -> int:
    """How many sections are known to be read, by a new start."""
    log = Log(path)
    history = remember(log)
    log.close()
    return len(history.trace("home").read)


def test_the_fold_is_written_down_and_gone_on_with(path: Path) -> None:
    """The second start finds the fold and adds only what came since."""
    assert known(path) == TAIL
    log = Log(path)
    serial, text = log.memo(FOLD)
    assert serial == TAIL
    assert "part-7" in text
    log.append([read(TAIL)])
    log.close()
    assert known(path) == TAIL + 1


@pytest.mark.parametrize("text", ["{}", "[1", '{"traces": {"home": 5}}', "null"])
def test_a_fold_that_cannot_be_read_costs_only_time(path: Path, text: str) -> None:
    """Whatever stands where the fold should be, the events tell what was done."""
    log = Log(path)
    log.memo(FOLD)
    log.keep_memo(FOLD, TAIL, text)
    log.close()
    assert known(path) == TAIL


def test_a_fold_by_other_rules_is_folded_anew(path: Path) -> None:
    """A fold that a program with other rules has written down, whole as it is, is not gone on with."""
    log = Log(path)
    log.memo(FOLD - 1)
    log.keep_memo(FOLD - 1, TAIL, _sealed(History()))
    log.close()
    assert known(path) == TAIL


def test_events_of_another_machine_come_in_their_order_of_time(path: Path) -> None:
    """A later answer here is not undone by an older one that is taken in afterwards."""
    answer = {"verdict": "right", "try": 1, "behaviour": "check"}
    log = Log(path)
    log.append([happened("answered", 9_000, "home", "en", "m", "?q", "v", answer)])
    merged = log.merge([happened("answered", 8_000, "home", "en", "m", "?q", "v", {**answer, "verdict": "shown"})])  # fmt: skip
    history = remember(log)
    log.close()
    assert (merged.new, log.left_out) == (1, [])
    assert history.trace("home").answers["?q"].mark == "clear"


def test_of_one_moment_what_was_kept_first_comes_first(path: Path) -> None:
    """A page that is put on the list and taken off within a millisecond is not on the list."""
    page = {"text": "Your ride", "why": "page", "note": ""}
    log = Log(path)
    log.append([happened(kind, 9_000, "home", "en", "", "ride", "", page) for kind in ("asked", "dropped")])  # fmt: skip
    history = remember(log)
    log.close()
    assert history.asks.asks == ()


def test_a_damaged_file_is_told_of_and_the_new_one_keeps(tmp_path: Path) -> None:
    """What was put aside is a notice, not a trouble: from then on everything is kept again."""
    path = tmp_path / "records.sqlite"
    path.write_bytes(b"this is no database, but it was somebody's " * 200)
    keeper = Recorder(Log(path))
    keeper.history()
    keeper.keep(read(1))
    assert keeper.trouble == ""
    assert "damaged" in keeper.notice
    assert keeper.waiting == 0
    assert keeper.close() == ""
    assert known(path) == 1


@pytest.mark.parametrize(
    ("module", "unit", "left"),
    [
        ("home", "", ["day", "part-3"]),
        ("home", "part-1", ["part-2", "day", "part-3"]),
        ("", "", ["part-3"]),
    ],
)
def test_what_waits_in_memory_is_forgotten_too(
    tmp_path: Path, module: str, unit: str, left: list[str]
) -> None:
    """What could not be written yet does not reach the disk after the reader had it forgotten."""
    path = tmp_path / "records.sqlite"
    path.mkdir()
    keeper = Recorder(Log(path))
    keeper.keep(read(1))
    keeper.keep(read(2))
    keeper.keep(happened("read", 2, "trip", "en", "m", "day", "v"))
    assert (keeper.waiting, keeper.trouble != "") == (3, True)
    path.rmdir()
    assert keeper.forget(happened("forgotten", 3, module, unit=unit))
    keeper.keep(happened("read", 4, "trip", "en", "m", "part-3", "v"))
    assert keeper.close() == ""
    log = Log(path)
    assert [event.unit for _, event in log.events() if event.kind == "read"] == left
    log.close()
