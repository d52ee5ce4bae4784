"""The index follows the files, and anything wrong with it costs time alone."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.index.index import VERSION, Index
from edu_tui.library.open_library import OpenLibrary

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


def read_by(open_library: OpenLibrary) -> list[int]:
    """How many modules a refresh reads, told by its progress."""
    told: list[int] = []
    open_library.refresh("en", lambda done, total: told.append(total))
    return told[:1]


def index_file(cache: Path) -> Path:
    """The one index in a cache folder."""
    (path,) = cache.glob("*.sqlite")
    return path


def test_only_changed_files_are_read_again(folder: Path, cache: Path) -> None:
    """All at first, none when nothing changed, one when one did."""
    open_library = OpenLibrary(folder, cache)
    assert read_by(open_library) == [3]
    assert read_by(open_library) == []
    write(folder, "en/session.yaml", small("session", "New title"))
    assert read_by(open_library) == [1]
    assert open_library.open("en").entries["session"].title == "New title"
    assert open_library.search("New title", "en").hits
    assert not open_library.search("rest in a chair", "en").hits


def test_a_touched_file_keeps_what_is_known(folder: Path, cache: Path) -> None:
    """Same content at another time is told by its hash, once."""
    open_library = OpenLibrary(folder, cache)
    open_library.refresh("en")
    os.utime(folder / "en/session.yaml", ns=(1, 1))
    assert read_by(open_library) == [1]
    assert read_by(open_library) == []
    assert not open_library.changed("session", "en")


def test_a_change_that_leaves_size_and_time_is_caught_on_opening(folder: Path, cache: Path) -> None:
    """The module is the new one, and the next refresh reads it for the outline too."""
    open_library = OpenLibrary(folder, cache)
    open_library.refresh("en")
    path = folder / "en/session.yaml"
    before = path.stat()
    assert open_library.module("session", "en").title == "A session"
    path.write_text(path.read_text().replace("A session", "B session"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert read_by(open_library) == []
    assert open_library.changed("session", "en")
    assert open_library.module("session", "en").title == "B session"
    assert read_by(open_library) == [1]
    assert open_library.open("en").entries["session"].title == "B session"
    assert not open_library.changed("session", "en")


def test_what_no_course_names_any_more_is_forgotten(folder: Path, cache: Path) -> None:
    """Neither the outline nor search knows it."""
    open_library = OpenLibrary(folder, cache)
    open_library.refresh("en")
    assert open_library.search("drive", "en").hits
    write(folder, "library.yaml", swap("[going-home, session]", "[session]", LIBRARY))
    assert list(open_library.refresh("en").entries) == ["session", "onboarding"]
    assert not open_library.search("drive", "en").hits


def test_a_stopped_refresh_keeps_what_it_has_read(folder: Path, cache: Path) -> None:
    """It ends between two files; the next one reads the rest."""
    open_library = OpenLibrary(folder, cache)
    asked = iter([False, False, True, True, True, True, True])
    states = [
        entry.state
        for entry in open_library.refresh("en", stop=lambda: next(asked)).entries.values()
    ]
    assert sorted(states) == ["ready", "unread", "unread"]
    assert read_by(open_library) == [2]


def test_progress_ends_with_all_of_them(folder: Path, cache: Path) -> None:
    """Done and total are equal at the end."""
    names = [f"m-{number}" for number in range(60)]
    write(folder, "library.yaml", swap("[going-home, session]", f"[{', '.join(names)}]", LIBRARY))
    for name in names:
        write(folder, f"en/{name}.yaml", small(name))
    pairs: list[tuple[int, int]] = []
    OpenLibrary(folder, cache).refresh("en", lambda done, total: pairs.append((done, total)))
    assert pairs == [(done, 62) for done in (10, 20, 30, 40, 50, 60, 62)]


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
    first = OpenLibrary(folder, cache)
    first.refresh("en")
    first.close()
    index_file(cache).write_bytes(damage)
    open_library = OpenLibrary(folder, cache)
    assert open_library.from_index("en") is None
    assert open_library.refresh("en").entries["session"].state == "ready"
    open_library.close()
    assert OpenLibrary(folder, cache).from_index("en") is not None


def test_an_index_damaged_inside_is_made_again(folder: Path, cache: Path) -> None:
    """Damage that shows only when a page is read is survived too, while it is open."""
    first = OpenLibrary(folder, cache)
    first.refresh("en")
    first.close()
    path = index_file(cache)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    open_library = OpenLibrary(folder, cache)
    open_library.from_index("en")
    assert open_library.refresh("en").entries["session"].state == "ready"
    assert open_library.search("ride", "en").hits
    open_library.close()
    again = OpenLibrary(folder, cache)
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
    open_library = OpenLibrary(folder, cache)
    open_library.refresh("en")
    open_library.close()
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
    first = OpenLibrary(folder, cache)
    first.refresh("en")
    first.close()
    with sqlite3.connect(index_file(cache)) as db:
        db.execute(f"pragma user_version = {VERSION + 1}")
    db.close()
    open_library = OpenLibrary(folder, cache)
    assert open_library.from_index("en") is None
    assert read_by(open_library) == [3]


def test_an_index_of_another_folder_is_made_again(folder: Path, cache: Path) -> None:
    """Should two folders share a name in the cache, neither shows the other's modules."""
    first = OpenLibrary(folder, cache)
    first.refresh("en")
    first.close()
    with sqlite3.connect(index_file(cache)) as db:
        db.execute("update meta set value = '/elsewhere' where key = 'folder'")
    db.close()
    assert OpenLibrary(folder, cache).from_index("en") is None


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"stamp": 1}', '{"stamp": "%s", "library": [1]}'])
def test_an_index_that_keeps_something_else_is_passed_over(
    folder: Path, cache: Path, kept: str
) -> None:
    """What cannot be read back as a library is read from its file again."""
    first = OpenLibrary(folder, cache)
    first.refresh("en")
    first.close()
    with sqlite3.connect(index_file(cache)) as db:
        (text,) = db.execute("select value from meta where key = 'library'").fetchone()
        stamp = json.dumps(json.loads(text)["stamp"]).strip('"')
        message = kept.replace("%s", stamp)
        db.execute("update meta set value = ? where key = 'library'", (message,))
    db.close()
    open_library = OpenLibrary(folder, cache)
    assert open_library.from_index("en") is None
    assert open_library.open("en").entries["session"].state == "ready"


def test_a_cache_that_cannot_be_written_costs_only_time(folder: Path, tmp_path: Path) -> None:
    """A file in place of the folder, a folder in place of the file: all works in memory."""
    blocked = write(tmp_path, "blocked", "x")
    for cache in (blocked, blocked / "below", None):
        open_library = OpenLibrary(folder, cache)
        assert open_library.from_index("en") is None
        assert open_library.refresh("en").entries["session"].state == "ready"
        assert open_library.from_index("en") is not None
        assert open_library.search("ride", "en").hits
    first = OpenLibrary(folder, tmp_path / "cache")
    first.open("en")
    first.close()
    path = index_file(tmp_path / "cache")
    path.unlink()
    path.mkdir()
    assert OpenLibrary(folder, tmp_path / "cache").refresh("en").entries["session"].state == "ready"


def test_an_index_that_another_program_holds_costs_only_time(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a short wait it goes on in memory, and the other's file is left alone."""
    monkeypatch.setattr("edu_tui.library.index.index._WAIT", 0.05)
    first = OpenLibrary(folder, cache)
    first.open("en")
    first.close()
    other = sqlite3.connect(index_file(cache), isolation_level=None)
    other.execute("begin immediate")
    held = index_file(cache).stat().st_ino
    assert OpenLibrary(folder, cache).refresh("en").entries["session"].state == "ready"
    assert index_file(cache).stat().st_ino == held
    other.execute("rollback")
    assert other.execute("select count(*) from entry").fetchone() == (0,)
    other.close()


def test_two_programs_may_use_one_index(folder: Path, cache: Path) -> None:
    """What one writes the other reads."""
    open_library, two = OpenLibrary(folder, cache), OpenLibrary(folder, cache)
    open_library.open("en")
    two.open("en")
    open_library.refresh("en")
    assert two.open("en").entries["session"].state == "ready"
    write(folder, "en/session.yaml", small("session", "By two"))
    two.refresh("en")
    assert open_library.open("en").entries["session"].title == "By two"


def test_the_cache_is_its_owner_s_alone(folder: Path, cache: Path) -> None:
    """No one else may read what a user has opened."""
    open_library = OpenLibrary(folder, cache)
    open_library.refresh("en")
    for path in (cache, *cache.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    open_library.close()


def test_languages_are_indexed_apart(folder: Path, cache: Path) -> None:
    """One language's refresh leaves the other's alone; words are found in their own."""
    open_library = OpenLibrary(folder, cache)
    open_library.refresh("en")
    assert open_library.open("es").entries["session"].state == "unread"
    open_library.refresh("es")
    assert open_library.search("descansa", "es").hits
    assert not open_library.search("descansa", "en").hits
