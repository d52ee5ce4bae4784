"""A log that cannot be written or read: one reason, one line, nothing lost, and it goes on when it can."""

from __future__ import annotations

import os
import resource
import time
from contextlib import closing
from sqlite3 import connect
from typing import TYPE_CHECKING

import pytest

from edu_tui.records.log import Log
from edu_tui.system.errors import RecordsError

from .making import (
    answered,
    apart,
    as_nobody,
    forgotten,
    fork,
    give_to_nobody,
    names,
    raw,
    run,
    times,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Records with two answers, left cleanly."""
    path = tmp_path / "records.sqlite"
    log = Log(path)
    log.append([answered(1), answered(2)])
    log.close()
    return path


def refused(work: Callable[[], object]) -> str:
    """The reason it is refused for; what is told is one line that a reader can go on from."""
    with pytest.raises(RecordsError) as caught:
        work()
    value = str(caught.value)
    assert value.count("\n") == 0
    assert value.endswith("You can go on reading.")
    assert "SQL" not in value or caught.value.reason == "other"
    return caught.value.reason


def test_no_more_room(path: Path) -> None:
    """When the disk takes no more, it says so, keeps what it had, and goes on when there is room."""

    def fill() -> tuple[str, list[int], list[int]]:
        log = Log(path)
        log.append([answered(3)])
        largest = 200_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
        kept, reason = [1, 2, 3], ""
        for number in range(4, 400):
            try:
                log.append([answered(number)._replace(more={"text": "word " * 1000})])
            except RecordsError as error:
                reason = error.reason
                break
            kept.append(number)
        full = times(log.events())
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        log.append([answered(1000)])
        log.close()
        assert full == kept
        return reason, full, times(Log(path).events())

    reason, full, after = apart(fill)
    assert reason == "full"
    assert 3 < len(full) < 300
    assert after == [*full, 1000]


def test_no_room_at_all(tmp_path: Path) -> None:
    """Where not even a new file fits, it says so, and reading finds nothing."""

    def start() -> tuple[str, list[int]]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        log = Log(tmp_path / "new" / "records.sqlite")
        return refused(lambda: log.append([answered(1)])), times(Log(tmp_path / "no").events())

    assert apart(start) == ("full", [])


def test_a_full_device(path: Path) -> None:
    """What SQLite itself calls full is told as full."""
    log = Log(path)
    log.events()
    db = log._store._db
    assert db is not None
    pages = db.execute("pragma page_count").fetchone()[0]
    db.execute(f"pragma max_page_count = {pages}")
    long = answered(3)._replace(more={"text": "word " * 20_000})
    assert refused(lambda: log.append([long])) == "full"
    db.execute("pragma max_page_count = 100000")
    log.append([long])
    assert times(log.events()) == [1, 2, 3]


@pytest.fixture
def theirs(reachable: Path) -> Path:
    """Records with two answers of a user who is not root, in a folder of that user."""
    folder = reachable / "data"
    folder.mkdir()
    give_to_nobody(folder)

    def make() -> None:
        log = Log(folder / "records.sqlite")
        log.append([answered(1), answered(2)])
        log.close()

    as_nobody(make)
    return folder / "records.sqlite"


@pytest.mark.parametrize("mode", [0o500, 0o555])
def test_a_folder_that_may_only_be_read(theirs: Path, mode: int) -> None:
    """In a read-only folder nothing is kept, it says so, and what was kept before can be read."""
    theirs.parent.chmod(mode)

    def read_and_write() -> tuple[list[int], str, list[int]]:
        log = Log(theirs)
        found = times(log.events())
        reason = refused(lambda: log.append([answered(3)]))
        again = times(log.events())
        log.close()
        return found, reason, again

    assert as_nobody(read_and_write) == ([1, 2], "read-only", [1, 2])
    assert names(theirs.parent) == ["records.sqlite"]


def test_a_folder_that_cannot_be_made(reachable: Path) -> None:
    """Where the folder itself cannot be made it is read-only, and nothing is left behind."""

    def write() -> str:
        log = Log(reachable / "data" / "records.sqlite")
        return refused(lambda: log.append([answered(1)]))

    reachable.chmod(0o555)
    assert as_nobody(write) == "read-only"
    assert names(reachable) == []


def test_it_goes_on_when_the_folder_may_be_written_again(theirs: Path) -> None:
    """The same log keeps again as soon as the folder allows it."""

    def write() -> tuple[str, list[int]]:
        theirs.parent.chmod(0o500)
        log = Log(theirs)
        log.events()
        reason = refused(lambda: log.append([answered(3)]))
        theirs.parent.chmod(0o700)
        log.append([answered(3)])
        return reason, times(log.events())

    assert as_nobody(write) == ("read-only", [1, 2, 3])


def test_a_file_that_may_only_be_read(theirs: Path) -> None:
    """A read-only file is read and not written."""
    theirs.chmod(0o400)

    def read_and_write() -> tuple[list[int], str]:
        log = Log(theirs)
        return times(log.events()), refused(lambda: log.append([answered(3)]))

    assert as_nobody(read_and_write) == ([1, 2], "read-only")


def test_damage_that_cannot_be_moved_aside(theirs: Path) -> None:
    """In a folder that may only be read the damage is told, and nothing is touched."""
    theirs.write_bytes(b"Dear diary" * 100)
    theirs.parent.chmod(0o500)
    assert as_nobody(lambda: refused(Log(theirs).events)) == "damaged"
    assert as_nobody(lambda: refused(lambda: Log(theirs).append([answered(1)]))) == "damaged"
    assert names(theirs.parent) == ["records.sqlite"]


def test_another_program_holds_it(path: Path) -> None:
    """A lock is waited for once; from then on a try gives up at once, until one succeeds."""
    log = Log(path)
    with closing(connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        log._store._wait = 0.3
        took = []
        for _ in range(2):
            begun = time.monotonic()
            assert refused(lambda: log.append([answered(3)])) == "busy"
            took.append(time.monotonic() - begun)
        assert times(log.events()) == [1, 2]
        other.execute("rollback")
    assert took[0] >= 0.3 > took[1] >= 0.1
    log.append([answered(3)])
    assert log._store._wait == 2.0
    assert times(log.events()) == [1, 2, 3]


def test_a_lock_that_is_released_in_time(path: Path) -> None:
    """Another program's short transaction costs a wait and no answer."""
    log = Log(path)
    log.events()
    child = fork()
    if child == 0:
        other = connect(path, isolation_level=None)
        other.execute("begin immediate")
        path.with_name("held").touch()
        time.sleep(0.2)
        other.execute("commit")
        os._exit(0)
    while not path.with_name("held").exists():
        os.sched_yield()
    log.append([answered(3)])
    os.waitpid(child, 0)
    assert times(log.events()) == [1, 2, 3]


# what stands there instead


def link(path: Path) -> None:
    target = path.with_name("elsewhere")
    path.rename(target)
    path.symlink_to(target)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


@pytest.mark.parametrize("put", [link, folder, pipe, nowhere])
def test_something_else_stands_there(path: Path, put: Callable[[Path], None]) -> None:
    """A symlink, a folder or a device is neither read, written, followed nor deleted."""
    put(path)
    before = {one.name: one.lstat() for one in path.parent.iterdir()}
    log = Log(path)
    for work in (log.events, lambda: log.append([answered(3)]), log.delete_all):
        assert refused(work) == "not-a-file"
    log.close()
    assert {one.name: one.lstat() for one in path.parent.iterdir()} == before


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    """A file in the place of the folder is said too."""
    (tmp_path / "data").touch()
    log = Log(tmp_path / "data" / "records.sqlite")
    assert refused(log.events) == "not-a-file"
    assert refused(lambda: log.append([answered(1)])) == "not-a-file"


# a newer version


@pytest.mark.parametrize("clean", [True, False])
def test_a_newer_file_is_left_as_it_is(path: Path, *, clean: bool) -> None:
    """A file of a newer version is refused, whatever is asked of it; not a byte of it changes."""
    if clean:
        run(path, "pragma user_version = 2", "alter table event add column mood text")
    else:
        apart(lambda: newer_and_killed(path))
        assert path.with_name("records.sqlite-wal").stat().st_size > 0
    names = ("records.sqlite", "records.sqlite-wal")
    here = [path.with_name(name) for name in names if path.with_name(name).exists()]
    before = [one.read_bytes() for one in here]
    log = Log(path)
    for work in (
        log.events,
        lambda: log.memo(1),
        lambda: log.append([answered(3)]),
        lambda: log.keep_memo(1, 1, "x"),
        lambda: log.forget(forgotten(3)),
    ):
        assert refused(work) == "newer"
    log.close()
    assert [one.read_bytes() for one in here if one.exists()] == before
    assert raw(path, "select count(*) from event") == [(2,)]


def newer_and_killed(path: Path) -> None:
    """A newer program's change that is in the log beside the file still."""
    db = connect(path, isolation_level=None)
    db.execute("pragma journal_mode = wal")
    db.execute("pragma user_version = 2")
    # The process ends without closing it.
    globals()["kept_open"] = db


def test_made_newer_while_it_is_open(path: Path) -> None:
    """When a newer program changes the file meanwhile, nothing more is written to it."""
    log = Log(path)
    log.append([answered(3)])
    run(path, "pragma user_version = 2")
    assert refused(lambda: log.append([answered(4)])) == "newer"
    log.close()
    assert raw(path, "select at from event order by serial") == [(1,), (2,), (3,)]
