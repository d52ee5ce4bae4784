"""From one version of the file to the next: copied first, then done whole or not at all."""

from __future__ import annotations

import os
import signal
import stat
from typing import TYPE_CHECKING

import pytest

from edu_tui.records.log import Log
from edu_tui.records.migrate import STEPS
from edu_tui.system.errors import RecordsError

from .making import answered, apart, forgotten, fork, names, raw, run, times

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

NEXT = len(STEPS) + 1
TABLES = "select name from sqlite_master where name not like 'sqlite_%' order by name"
NOW = [("event",), ("event_never_changes",), ("memo",)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Records of today's version with three answers."""
    path = tmp_path / "records.sqlite"
    log = Log(path)
    log.append([answered(number) for number in range(3)])
    log.close()
    return path


def good(db: sqlite3.Connection) -> None:
    db.execute("create table mood (at integer not null, word text not null) strict")
    db.execute("alter table event add column place text not null default ''")


def half(db: sqlite3.Connection) -> None:
    """Fails in its middle, after it has changed things."""
    good(db)
    db.execute("insert into mood values (1, 'calm')")
    db.execute("insert into mood values (1, null)")


def fatal(db: sqlite3.Connection) -> None:
    """The process is killed in its middle."""
    good(db)
    db.execute("delete from event")
    os.kill(os.getpid(), signal.SIGKILL)


def version(path: Path) -> int:
    return int(raw(path, "pragma user_version")[0][0])


def copy_of(path: Path) -> Path:
    return path.with_name(f"records.before-v{NEXT}.sqlite")


def test_a_step_that_is_due(path: Path) -> None:
    """The file is copied as it was, for its owner alone, then brought up to date; all events stay."""
    log = Log(path, steps=(*STEPS, good))
    assert times(log.events()) == [0, 1, 2]
    log.append([answered(3)])
    log.close()
    assert version(path) == NEXT
    assert names(path.parent) == [copy_of(path).name, path.name]
    assert stat.S_IMODE(copy_of(path).stat().st_mode) == 0o600
    assert version(copy_of(path)) == NEXT - 1
    assert raw(copy_of(path), TABLES) == NOW
    assert raw(copy_of(path), "select at from event order by serial") == [(0,), (1,), (2,)]
    assert times(Log(path, steps=(*STEPS, good)).events()) == [0, 1, 2, 3]


def test_what_was_not_in_the_file_yet_is_copied_too(path: Path) -> None:
    """Events that a killed program left in the log beside the file are in the copy."""
    child = fork()
    if child == 0:
        Log(path).append([answered(3)])
        os._exit(0)
    os.waitpid(child, 0)
    Log(path, steps=(*STEPS, good)).events()
    assert raw(copy_of(path), "select at from event order by serial") == [(0,), (1,), (2,), (3,)]


def test_a_step_that_fails_half_way(path: Path) -> None:
    """Nothing of it is in the file; it is refused, and today's program still opens it."""
    log = Log(path, steps=(*STEPS, good, half))
    with pytest.raises(RecordsError) as caught:
        log.append([answered(3)])
    assert caught.value.reason == "other"
    log.close()
    assert version(path) == NEXT - 1
    assert raw(path, TABLES) == NOW
    assert times(Log(path).events()) == [0, 1, 2]
    assert raw(path.with_name(f"records.before-v{NEXT + 1}.sqlite"), TABLES) == NOW


def test_a_step_that_is_killed_half_way(path: Path) -> None:
    """After a kill in its middle the file is as it was, and a second try brings it up to date."""
    child = fork()
    if child == 0:
        Log(path, steps=(*STEPS, fatal)).events()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert times(Log(path).events()) == [0, 1, 2]
    assert raw(path, TABLES) == NOW
    assert times(Log(path, steps=(*STEPS, good)).events()) == [0, 1, 2]
    assert raw(copy_of(path), "select at from event order by serial") == [(0,), (1,), (2,)]
    assert version(path) == NEXT


def test_no_room_for_the_copy(path: Path) -> None:
    """Without a copy nothing is changed: it is said, and no half copy stays."""
    import resource

    def migrate() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        with pytest.raises(RecordsError) as caught:
            Log(path, steps=(*STEPS, good)).events()
        return caught.value.reason

    assert apart(migrate) == "full"
    assert not [name for name in names(path.parent) if "before" in name]
    assert version(path) == NEXT - 1


def test_two_programs_start_at_once_after_an_update(path: Path) -> None:
    """Both bring the file up to date, one after the other; each event is there once."""
    children = []
    for number in (10, 11, 12):
        children.append(fork())
        if children[-1] == 0:
            log = Log(path, steps=(*STEPS, good))
            log.append([answered(number)])
            log.close()
            os._exit(0)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    assert sorted(times(Log(path, steps=(*STEPS, good)).events())) == [0, 1, 2, 10, 11, 12]


def test_the_copy_is_forgotten_too(path: Path) -> None:
    """What the reader wants forgotten does not live on in the copy from before."""
    log = Log(path, steps=(*STEPS, good))
    log.events()
    assert copy_of(path).exists()
    log.forget(forgotten(9, "going-home"))
    log.close()
    assert names(path.parent) == [path.name]


def test_a_start_that_was_killed_before_the_first_table(tmp_path: Path) -> None:
    """A file that is a database without tables is a beginning too."""
    path = tmp_path / "records.sqlite"
    run(path, "pragma journal_mode = wal", "create table t (a)", "drop table t")
    log = Log(path)
    log.append([answered(1)])
    assert (times(log.events()), log.notice) == ([1], "")
