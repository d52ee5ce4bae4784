"""The index follows the files, and anything wrong with it costs time alone."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.index.index import VERSION, Index
from edu_tui.library.shelf import Shelf

from .samples import LIBRARY, small, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A valid library."""
    return write_library(tmp_path / "library")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder that is not there yet."""
    return tmp_path / "cache"


def read_by(shelf: Shelf) -> list[int]:
    """How many modules a refresh reads, told by its progress."""
    told: list[int] = []
    shelf.refresh("en", lambda done, total: told.append(total))
    return told[:1]


def index_file(cache: Path) -> Path:
    """The one index in a cache folder."""
    (path,) = cache.glob("*.sqlite")
    return path


def test_only_changed_files_are_read_again(folder: Path, cache: Path) -> None:
    """All at first, none when nothing changed, one when one did."""
    shelf = Shelf(folder, cache)
    assert read_by(shelf) == [3]
    assert read_by(shelf) == []
    write(folder, "en/session.yaml", small("session", "New title"))
    assert read_by(shelf) == [1]
    assert shelf.open("en").entries["session"].title == "New title"
    assert shelf.search("New title", "en").hits
    assert not shelf.search("rest in a chair", "en").hits


def test_a_touched_file_keeps_what_is_known(folder: Path, cache: Path) -> None:
    """Same content at another time is told by its hash, once."""
    shelf = Shelf(folder, cache)
    shelf.refresh("en")
    os.utime(folder / "en/session.yaml", ns=(1, 1))
    assert read_by(shelf) == [1]
    assert read_by(shelf) == []
    assert not shelf.changed("session", "en")


def test_a_change_that_leaves_size_and_time_is_caught_on_opening(folder: Path, cache: Path) -> None:
    """The module is the new one, and the next refresh reads it for the outline too."""
    shelf = Shelf(folder, cache)
    shelf.refresh("en")
    path = folder / "en/session.yaml"
    before = path.stat()
    assert shelf.module("session", "en").title == "A session"
    path.write_text(path.read_text().replace("A session", "B session"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert read_by(shelf) == []
    assert shelf.changed("session", "en")
    assert shelf.module("session", "en").title == "B session"
    assert read_by(shelf) == [1]
    assert shelf.open("en").entries["session"].title == "B session"
    assert not shelf.changed("session", "en")


def test_what_no_course_names_any_more_is_forgotten(folder: Path, cache: Path) -> None:
    """Neither the outline nor search knows it."""
    shelf = Shelf(folder, cache)
    shelf.refresh("en")
    assert shelf.search("drive", "en").hits
    write(folder, "library.yaml", swap("[going-home, session]", "[session]", LIBRARY))
    assert list(shelf.refresh("en").entries) == ["session", "onboarding"]
    assert not shelf.search("drive", "en").hits


def test_a_stopped_refresh_keeps_what_it_has_read(folder: Path, cache: Path) -> None:
    """It ends between two files; the next one reads the rest."""
    shelf = Shelf(folder, cache)
    asked = iter([False, False, True, True, True, True, True])
    states = [
        entry.state for entry in shelf.refresh("en", stop=lambda: next(asked)).entries.values()
    ]
    assert sorted(states) == ["ready", "unread", "unread"]
    assert read_by(shelf) == [2]


def test_progress_ends_with_all_of_them(folder: Path, cache: Path) -> None:
    """Done and total are equal at the end."""
    names = [f"m-{number}" for number in range(60)]
    write(folder, "library.yaml", swap("[going-home, session]", f"[{', '.join(names)}]", LIBRARY))
    for name in names:
        write(folder, f"en/{name}.yaml", small(name))
    told: list[tuple[int, int]] = []
    Shelf(folder, cache).refresh("en", lambda done, total: told.append((done, total)))
    assert told == [(done, 62) for done in (10, 20, 30, 40, 50, 60, 62)]


@pytest.mark.parametrize(
    "damage",
    [
        b"this is no database at all",
        b"",
        b"SQLite format 3\x00" + b"\xff" * 5000,
    ],
)
def test_a_damaged_index_is_made_again(folder: Path, cache: Path, damage: bytes) -> None:
    """The program opens as if there had been none, and the next start has one again."""
    first = Shelf(folder, cache)
    first.refresh("en")
    first.close()
    index_file(cache).write_bytes(damage)
    shelf = Shelf(folder, cache)
    assert shelf.glance("en") is None
    assert shelf.refresh("en").entries["session"].state == "ready"
    shelf.close()
    assert Shelf(folder, cache).glance("en") is not None


def test_an_index_damaged_inside_is_made_again(folder: Path, cache: Path) -> None:
    """Damage that shows only when a page is read is survived too, while it is open."""
    first = Shelf(folder, cache)
    first.refresh("en")
    first.close()
    path = index_file(cache)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    shelf = Shelf(folder, cache)
    shelf.glance("en")
    assert shelf.refresh("en").entries["session"].state == "ready"
    assert shelf.search("ride", "en").hits
    shelf.close()
    again = Shelf(folder, cache)
    assert again.refresh("en").entries["session"].state == "ready"


@pytest.mark.parametrize(
    "error",
    [
        sqlite3.ProgrammingError("Cannot operate on a closed database."),
        sqlite3.IntegrityError("constraint failed"),
        sqlite3.DatabaseError("anything else"),
    ],
)
def test_what_is_no_damage_leaves_the_file_alone(
    folder: Path, cache: Path, error: sqlite3.DatabaseError
) -> None:
    """It costs time: the index goes on in memory, and the next start finds its file as it was."""
    shelf = Shelf(folder, cache)
    shelf.refresh("en")
    shelf.close()
    held = index_file(cache).read_bytes()
    index = Index(index_file(cache), str(folder))
    faults = [error]

    def work(db: sqlite3.Connection) -> int:
        if faults:
            raise faults.pop()
        return int(db.execute("select count(*) from entry").fetchone()[0])

    assert index.read(work) == 0
    assert index.restarts == 1
    index.close()
    assert index_file(cache).read_bytes() == held


def test_an_index_of_another_version_is_made_again(folder: Path, cache: Path) -> None:
    """Older or newer, it is only a cache."""
    first = Shelf(folder, cache)
    first.refresh("en")
    first.close()
    with sqlite3.connect(index_file(cache)) as db:
        db.execute(f"pragma user_version = {VERSION + 1}")
    db.close()
    shelf = Shelf(folder, cache)
    assert shelf.glance("en") is None
    assert read_by(shelf) == [3]


def test_an_index_of_another_folder_is_made_again(folder: Path, cache: Path) -> None:
    """Should two folders share a name in the cache, neither shows the other's modules."""
    first = Shelf(folder, cache)
    first.refresh("en")
    first.close()
    with sqlite3.connect(index_file(cache)) as db:
        db.execute("update meta set value = '/elsewhere' where key = 'folder'")
    db.close()
    assert Shelf(folder, cache).glance("en") is None


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"stamp": 1}', '{"stamp": "%s", "library": [1]}'])
def test_an_index_that_keeps_something_else_is_passed_over(
    folder: Path, cache: Path, kept: str
) -> None:
    """What cannot be read back as a library is read from its file again."""
    first = Shelf(folder, cache)
    first.refresh("en")
    first.close()
    with sqlite3.connect(index_file(cache)) as db:
        (text,) = db.execute("select value from meta where key = 'library'").fetchone()
        stamp = json.dumps(json.loads(text)["stamp"]).strip('"')
        made = kept.replace("%s", stamp)
        db.execute("update meta set value = ? where key = 'library'", (made,))
    db.close()
    shelf = Shelf(folder, cache)
    assert shelf.glance("en") is None
    assert shelf.open("en").entries["session"].state == "ready"


def test_a_cache_that_cannot_be_written_costs_only_time(folder: Path, tmp_path: Path) -> None:
    """A file in place of the folder, a folder in place of the file: all works in memory."""
    blocked = write(tmp_path, "blocked", "x")
    for cache in (blocked, blocked / "below", None):
        shelf = Shelf(folder, cache)
        assert shelf.glance("en") is None
        assert shelf.refresh("en").entries["session"].state == "ready"
        assert shelf.glance("en") is not None
        assert shelf.search("ride", "en").hits
    first = Shelf(folder, tmp_path / "cache")
    first.open("en")
    first.close()
    path = index_file(tmp_path / "cache")
    path.unlink()
    path.mkdir()
    assert Shelf(folder, tmp_path / "cache").refresh("en").entries["session"].state == "ready"


def test_an_index_that_another_program_holds_costs_only_time(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a short wait it goes on in memory, and the other's file is left alone."""
    monkeypatch.setattr("edu_tui.library.index.index._WAIT", 0.05)
    first = Shelf(folder, cache)
    first.open("en")
    first.close()
    other = sqlite3.connect(index_file(cache), isolation_level=None)
    other.execute("begin immediate")
    held = index_file(cache).stat().st_ino
    assert Shelf(folder, cache).refresh("en").entries["session"].state == "ready"
    assert index_file(cache).stat().st_ino == held
    other.execute("rollback")
    assert other.execute("select count(*) from entry").fetchone() == (0,)
    other.close()


def test_two_programs_may_use_one_index(folder: Path, cache: Path) -> None:
    """What one writes the other reads."""
    one, two = Shelf(folder, cache), Shelf(folder, cache)
    one.open("en")
    two.open("en")
    one.refresh("en")
    assert two.open("en").entries["session"].state == "ready"
    write(folder, "en/session.yaml", small("session", "By two"))
    two.refresh("en")
    assert one.open("en").entries["session"].title == "By two"


def test_the_cache_is_its_owner_s_alone(folder: Path, cache: Path) -> None:
    """No one else may read what a user has opened."""
    shelf = Shelf(folder, cache)
    shelf.refresh("en")
    for path in (cache, *cache.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    shelf.close()


def test_languages_are_indexed_apart(folder: Path, cache: Path) -> None:
    """One language's refresh leaves the other's alone; words are found in their own."""
    shelf = Shelf(folder, cache)
    shelf.refresh("en")
    assert shelf.open("es").entries["session"].state == "unread"
    shelf.refresh("es")
    assert shelf.search("descansa", "es").hits
    assert not shelf.search("descansa", "en").hits
