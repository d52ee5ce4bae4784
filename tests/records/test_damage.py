"""A damaged file is moved aside as it is, said in one line, and a new one begins."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from random import Random
from sqlite3 import connect
from typing import TYPE_CHECKING

import pytest

from edu_tui.records.log import Log
from edu_tui.system.errors import RecordsError

from .making import answered, apart, fork, names, raw, run, times

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 4096
MOMENT = 1_796_119_200.0
"""A time, so that the name of what is moved aside is known."""


def log_of(path: Path) -> Log:
    return Log(path, clock=lambda: MOMENT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Records with many answers, left cleanly."""
    path = tmp_path / "records.sqlite"
    log = Log(path)
    log.append([answered(number) for number in range(1000)])
    log.close()
    return path


def text(data: bytes) -> bytes:
    return b"Dear diary,\n" * 50


def garbage(data: bytes) -> bytes:
    return Random(1).randbytes(len(data))


def cut_short(data: bytes) -> bytes:
    return data[: len(data) // 2]


def cut_in_a_page(data: bytes) -> bytes:
    return data[: 3 * PAGE + 100]


def cut_in_the_header(data: bytes) -> bytes:
    return data[:60]


def page_of_events(data: bytes) -> int:
    """Where a page in the middle of the file begins that holds events, and not their ids in order."""
    leaf_of_a_table = 0x0D
    pages = range(len(data) // PAGE // 2 * PAGE, len(data), PAGE)
    return next(at for at in pages if data[at] == leaf_of_a_table)


def page_in_the_middle(data: bytes) -> bytes:
    at = page_of_events(data)
    return data[:at] + Random(2).randbytes(PAGE) + data[at + PAGE :]


def zeros_in_the_middle(data: bytes) -> bytes:
    at = page_of_events(data)
    return data[:at] + bytes(PAGE) + data[at + PAGE :]


def first_page(data: bytes) -> bytes:
    return data[:100] + Random(3).randbytes(PAGE - 100) + data[PAGE:]


DAMAGE = [
    text,
    garbage,
    cut_short,
    cut_in_a_page,
    cut_in_the_header,
    page_in_the_middle,
    zeros_in_the_middle,
    first_page,
]


def read_all(log: Log) -> None:
    assert log.events() == []


def write_first(log: Log) -> None:
    """Writing may go well for long where the damage is elsewhere; reading then finds it."""
    log.append([answered(5000)])
    log.events()


@pytest.mark.parametrize("begin", [read_all, write_first])
@pytest.mark.parametrize("damage", DAMAGE)
def test_it_is_moved_aside_and_a_new_one_begins(
    path: Path, damage: Callable[[bytes], bytes], begin: Callable[[Log], None]
) -> None:
    """Whatever the damage: not a byte of the file is lost, its new name is told, and keeping goes on."""
    path.write_bytes(damage(path.read_bytes()))
    damaged = path.read_bytes()
    log = log_of(path)
    begin(log)
    log.append([answered(6000)])
    aside = [name for name in names(path.parent) if "damaged" in name]
    assert len(aside) == 1
    assert aside[0].startswith("records.damaged-20261201-")
    assert aside[0].endswith(".sqlite")
    assert log.notice.count("\n") == 0
    assert aside[0] in log.notice
    assert times(log.events())[-1] == 6000
    if begin is read_all:
        assert path.with_name(aside[0]).read_bytes() == damaged
    log.close()
    fresh = Log(path)
    assert times(fresh.events())[-1] == 6000
    assert fresh.notice == ""
    fresh.close()
    assert raw(path, "pragma integrity_check") == [("ok",)]


def test_an_empty_file_is_a_beginning(tmp_path: Path) -> None:
    """An empty file is what a kill at the very start leaves: nothing is damaged."""
    path = tmp_path / "records.sqlite"
    path.touch()
    log = log_of(path)
    assert log.events() == []
    log.append([answered(1)])
    assert (times(log.events()), log.notice) == ([1], "")
    log.close()
    assert names(tmp_path) == ["records.sqlite"]


def test_another_programs_file_is_not_ours(tmp_path: Path) -> None:
    """A database that holds something else is moved aside, not written into."""
    path = tmp_path / "records.sqlite"
    run(path, "create table music (title text)")
    log = log_of(path)
    log.append([answered(1)])
    assert "damaged" in log.notice
    (aside,) = [one for one in tmp_path.iterdir() if "damaged" in one.name]
    assert raw(aside, "select name from sqlite_master") == [("music",)]


def test_damage_after_a_bad_end_is_found_before_anything_is_written(path: Path) -> None:
    """Where the last end was not clean the file is looked through, and moved aside with the log beside it."""
    child = fork()
    if child == 0:
        Log(path).append([answered(2000)])
        os._exit(0)
    os.waitpid(child, 0)
    path.write_bytes(page_in_the_middle(path.read_bytes()))
    beside = path.with_name("records.sqlite-wal")
    before = path.read_bytes(), beside.read_bytes()
    log = log_of(path)
    assert log.memo(1) == (0, "")
    (aside,) = [one for one in path.parent.iterdir() if one.name.endswith(".sqlite")]
    assert aside.name in log.notice
    assert (aside.read_bytes(), aside.with_name(f"{aside.name}-wal").read_bytes()) == before


def test_two_in_one_second_have_two_names(path: Path) -> None:
    """What was moved aside before is never written over."""
    log = log_of(path)
    for _ in range(2):
        log.close()
        path.write_bytes(b"not a database, not at all" * 10)
        log.append([answered(1)])
    assert len([name for name in names(path.parent) if "damaged" in name]) == 2


def test_a_single_entry_that_cannot_be_read_is_left_out(path: Path) -> None:
    """One entry that is no JSON any more costs that entry, not ten years of them, and is said."""
    run(
        path,
        "drop trigger event_never_changes",
        "update event set detail = '{' where at = 10",
        "update event set kind = 'slept' where at = 11",
        "update event set detail = '[]' where at = 12",
    )
    log = log_of(path)
    assert times(log.events()) == [n for n in range(1000) if n not in {10, 11, 12}]
    assert log.notice == "3 entries of your records cannot be read. They are left out."


def test_another_program_moved_it_aside(path: Path) -> None:
    """A log whose file was moved away by another program goes on in the new one, and loses nothing there."""
    log, other = log_of(path), log_of(path)
    log.append([answered(2000)])
    path.rename(path.with_name("away.sqlite"))
    other.append([answered(3000)])
    log.append([answered(3001)])
    other.append([answered(3002)])
    assert times(log.events()) == times(other.events()) == [3000, 3001, 3002]
    log.close()
    other.close()
    assert raw(path, "select count(*) from event") == [(3,)]


def test_what_another_program_began_anew_is_not_moved_aside(path: Path) -> None:
    """Who finds a damaged file while another program moves it away and begins anew leaves the new one there."""
    damaged = b"not a database, not at all" * 10
    path.write_bytes(damaged)

    def meanwhile() -> float:
        """The time is asked for between finding the damage and moving the file."""
        if path.read_bytes() == damaged:
            path.rename(path.with_name("away.sqlite"))
            other = Log(path)
            other.append([answered(3000)])
            other.close()
        return 0.0

    log = Log(path, clock=meanwhile)
    log.append([answered(3001)])
    assert times(log.events()) == [3000, 3001]
    assert log.notice == ""
    log.close()
    assert names(path.parent) == ["away.sqlite", path.name]


def test_connections_do_not_leak(path: Path) -> None:
    """Failing again and again leaves no file open."""

    def fail() -> tuple[int, int]:
        log = log_of(path)
        path.unlink()
        path.mkdir()
        before = len(names(Path("/proc/self/fd")))
        for _ in range(20):
            with suppress(RecordsError):
                log.append([answered(1)])
        return before, len(names(Path("/proc/self/fd")))

    before, after = apart(fail)
    assert before == after


def test_a_closed_connection_of_old_is_harmless(path: Path) -> None:
    """A program that still has the deleted file open does not take the new one's log with it when it ends."""
    old = connect(path, isolation_level=None)
    old.execute("pragma journal_mode = wal")
    old.execute("select count(*) from event").fetchall()
    log = log_of(path)
    log.delete_all()
    log.append([answered(1)])
    old.close()
    assert times(Log(path).events()) == [1]
