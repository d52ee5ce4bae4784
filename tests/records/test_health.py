"""The records looked at from outside: what is told, and that looking changes not one byte."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from edu_tui.learning.event import Event, PageOpened
from edu_tui.records.health import RecordsHealth, look
from edu_tui.records.log import Log

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.system.errors import Reason

EVENTS = [Event(PageOpened(), at, module="the-day", language="en") for at in (1_000, 3_000, 2_000)]
KILLED = """
import os, signal, sys
from pathlib import Path
from edu_tui.learning.event import Event, PageOpened
from edu_tui.records.log import Log
log = Log(Path(sys.argv[1]))
log.append([Event(PageOpened(), 5_000)])
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Three entries in a file of their own, ended cleanly."""
    result = tmp_path / "kept" / "records.sqlite"
    log = Log(result)
    log.append(EVENTS)
    log.close()
    return result


def picture(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file of a folder: what is in it, who may read it, when it was written."""
    return {
        one.name: (one.read_bytes(), one.stat().st_mode, one.stat().st_mtime_ns)
        for one in sorted(folder.iterdir())
        if one.is_file()
    }


def test_nothing_yet(tmp_path: Path) -> None:
    """Without a file there are none, and no folder is made."""
    assert look(tmp_path / "no" / "records.sqlite") == RecordsHealth(there=False)
    assert list(tmp_path.iterdir()) == []


def test_records_that_are_well(path: Path) -> None:
    """How many there are and when the newest was, and the folder is as it was to the byte."""
    before = picture(path.parent)
    assert look(path) == RecordsHealth(there=True, events=3, newest=3_000)
    assert picture(path.parent) == before


def test_while_another_program_writes(path: Path) -> None:
    """What an open program has written but not put in its place is counted; its files stay as they are."""
    log = Log(path)
    log.append([Event(PageOpened(), 4_000)])
    before = picture(path.parent)
    assert len(before) == 3
    code = "import sys; from pathlib import Path; from edu_tui.records.health import look; print(look(Path(sys.argv[1])))"
    # in a process of its own: within one, SQLite shares what it has open
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == str(RecordsHealth(there=True, events=4, newest=4_000))
    assert picture(path.parent) == before
    log.close()


@pytest.mark.parametrize("rebooted", [False, True])
def test_after_a_kill(path: Path, rebooted: bool) -> None:
    """Nothing is put right by looking: it is read where that can be, else said to be unfinished."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    if rebooted:
        path.with_name("records.sqlite-shm").unlink()
    before = picture(path.parent)
    health = look(path)
    assert (health.trouble, health.events) == (("unfinished", 0) if rebooted else ("", 4))
    assert picture(path.parent) == before
    log = Log(path)
    assert len(log.events()) == 4
    log.close()


def _overwrite(path: Path) -> None:
    path.write_bytes(b"not a database, and long enough to be taken for one" * 40)


def _tear(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 2048)


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table theirs (words)")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 99")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


@pytest.mark.parametrize(
    ("harm", "trouble"),
    [
        (_overwrite, "damaged"),
        (_tear, "damaged"),
        (_cut, "damaged"),
        (_foreign, "damaged"),
        (_newer, "newer"),
        (_folder, "not-a-file"),
        (_link, "not-a-file"),
    ],
)
def test_records_that_cannot_be_read(path: Path, harm: object, trouble: Reason) -> None:
    """Each sort of harm has its name, and the file stays for whoever can mend it."""
    assert callable(harm)
    harm(path)
    before = picture(path.parent)
    assert look(path).trouble == trouble
    assert picture(path.parent) == before


def test_files_that_others_may_read(path: Path) -> None:
    """The file and each copy that is open to others is named, and no other."""
    damaged = path.with_name("records.damaged-20260101-000000.sqlite")
    shutil.copy(path, damaged)
    damaged.chmod(0o600)
    health = look(path)
    assert (health.copies, health.open_to_others) == ((damaged,), ())
    path.chmod(0o604)
    damaged.chmod(0o640)
    assert look(path).open_to_others == (path, damaged)


def test_copies_without_records(path: Path) -> None:
    """A damaged copy is told even where no records are."""
    damaged = path.with_name("records.damaged-20260101-000000.sqlite")
    path.rename(damaged)
    assert look(path) == RecordsHealth(there=False, copies=(damaged,))
