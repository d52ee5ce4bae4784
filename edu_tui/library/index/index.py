"""The cached index: what outline rows show and what search finds, in one SQLite file.

It holds nothing that cannot be made again from the library, so anything wrong with it (damaged,
another version, not writable, locked) costs time and nothing else: the index goes on in memory.
One connection is shared by all threads behind one lock; every method takes that lock by itself.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from edu_tui.library.index.contents import Entry
from edu_tui.library.index.outline import from_text
from edu_tui.library.index.tables import Stamp, delete_rows, forget, insert_rows, make_tables, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from edu_tui.library.index.outline import OutlinePart
    from edu_tui.library.index.rows import SearchRow
    from edu_tui.library.index.tables import IndexedModule
    from edu_tui.model.library import Audience

T = TypeVar("T")

VERSION = 14
_WAIT = 2.0
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_SCHEMA = """
create table meta (key text primary key, value text not null) strict;
create table entry (
  serial integer primary key, language text not null, id text not null,
  file text not null, size integer not null, mtime integer not null, hash text not null,
  audience text not null,
  shown text not null, title text not null, summary text not null, minutes integer not null,
  parts integer not null, steps integer not null, questions integer not null, state text not null,
  assessed integer not null, must_know integer not null, units text not null, outline text not null, looked_for text not null,
  unique (language, id)
) strict;
"""


class Index:
    """An index of one library, on the disk or in memory."""

    def __init__(self, path: Path | None, folder: str) -> None:
        self._path = path
        self._folder = folder
        self._lock = threading.RLock()
        self.restarts = 0
        """How often it had to begin again; what was written before is then gone."""
        self._connection = self._open()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def pack(self) -> bytes:
        """All of it, to be opened again in memory, in another process too."""
        with self._lock:
            return self._connection.serialize()

    @classmethod
    def unpack(cls, packed: bytes, folder: str) -> Index:
        """One in memory that holds what was packed, and never puts anything on the disk."""
        index = cls(None, folder)
        index._connection.deserialize(packed)
        index._connection.execute("pragma temp_store = memory")
        return index

    # what it holds

    def meta(self, key: str) -> str:
        """A note kept under a key; empty for none."""
        query = "select value from meta where key = ?"
        row = self.read(lambda db: db.execute(query, (key,)).fetchone())
        return str(row[0]) if row else ""

    def entries(self, language: str, among: Sequence[str] = ()) -> dict[str, Entry]:
        """The outline rows of a language, by module id: all of them, or those asked for."""
        query = (
            "select id, shown, title, summary, minutes, parts, steps, questions, state, assessed,"
            " must_know"
            " from entry where language = ?"
        )
        query += f" and id in (?{', ?' * (len(among) - 1)})" if among else ""
        rows = self.read(lambda db: db.execute(query, (language, *among)).fetchall())
        return {row[0]: Entry._make(row) for row in rows}

    def units(
        self, language: str, module_id: str, audience: Audience = "patient"
    ) -> dict[str, str]:
        """The version of each part that this audience sees of a module, by its unit name."""
        query = "select units from entry where language = ? and id = ?"
        row = self.read(lambda db: db.execute(query, (language, module_id)).fetchone())
        texts = (row[0] if row else "").split("\n\n")
        lines = texts[-1 if audience == "staff" else 0].splitlines()
        pairs = (line.rpartition(" ") for line in lines)
        return {name: version for name, _, version in pairs}

    def outline(self, language: str, module_id: str) -> tuple[OutlinePart, ...]:
        """What stands under that module, in reading order."""
        query = "select outline from entry where language = ? and id = ?"
        row = self.read(lambda db: db.execute(query, (language, module_id)).fetchone())
        return from_text(row[0]) if row else ()

    def outlined(self, language: str, words: str) -> list[str]:
        """Ids of the modules in whose title or parts those words stand, as `outline.looked_for` writes them."""
        query = "select id from entry where language = ? and instr(looked_for, ?)"
        rows = self.read(lambda db: db.execute(query, (language, words)).fetchall())
        return [name for (name,) in rows]

    def stamps(self, language: str, module_id: str = "") -> dict[str, Stamp]:
        """Which files it was made from, by module id: all of them, or the one asked for."""
        query = "select id, file, size, mtime, hash, audience from entry where language = ?"
        given = [language, module_id] if module_id else [language]
        query += " and id = ?" if module_id else ""
        rows = self.read(lambda db: db.execute(query, given).fetchall())
        return {row[0]: Stamp._make(row[1:]) for row in rows}

    # changing it

    def set_meta(self, key: str, value: str) -> None:
        """Keep a note."""
        query = "insert or replace into meta values (?, ?)"
        self._write(lambda db: db.execute(query, (key, value)))

    def put(self, language: str, records: Iterable[IndexedModule]) -> None:
        """Keep modules, in place of what was known of them, in one transaction."""
        kept = list(records)
        if kept:

            def work(db: sqlite3.Connection) -> None:
                make_tables(db, language)
                for record in kept:
                    put(db, language, record)

            self._write(work)

    def touch(self, language: str, stamps: dict[str, Stamp]) -> None:
        """The files were touched, their content is the same."""
        query = "update entry set size = ?, mtime = ? where language = ? and id = ?"
        rows = [(stamp.size, stamp.mtime, language, name) for name, stamp in stamps.items()]
        if rows:
            self._write(lambda db: db.executemany(query, rows))

    def invalidate(self, language: str, module_id: str = "") -> None:
        """That module, or all, is not what was read; the next refresh reads it again."""
        query = "update entry set mtime = -1, hash = '' where language = ? and ? in (id, '')"
        self._write(lambda db: db.execute(query, (language, module_id)))

    def drop(self, language: str, module_ids: Iterable[str]) -> None:
        """Forget modules that no course names any more."""
        gone = list(module_ids)
        if gone:

            def work(db: sqlite3.Connection) -> None:
                for name in gone:
                    forget(db, language, name)

            self._write(work)

    def put_words(self, language: str, rows: Iterable[SearchRow], stamp: str) -> None:
        """Keep a glossary's entries in place of those there were."""
        kept = tuple(rows)

        def work(db: sqlite3.Connection) -> None:
            make_tables(db, language)
            delete_rows(db, language, 0)
            insert_rows(db, language, 0, "", kept, "patient")
            key = f"glossary {language}"
            db.execute("insert or replace into meta values (?, ?)", (key, stamp))

        self._write(work)

    # the connection

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Ask something; a damaged file is replaced by an empty index, and asked again."""
        with self._lock:
            try:
                return work(self._connection)
            except sqlite3.DatabaseError as error:
                self._start_over(error)
                return work(self._connection)

    def _write(self, work: Callable[[sqlite3.Connection], Any]) -> None:
        def transaction(db: sqlite3.Connection) -> None:
            db.execute("begin immediate")
            try:
                work(db)
            except BaseException:
                with suppress(sqlite3.Error):
                    db.execute("rollback")
                raise
            db.execute("commit")

        self.read(transaction)

    def _start_over(self, error: sqlite3.DatabaseError) -> None:
        """Go on in memory; delete the file where it is damaged."""
        with suppress(sqlite3.Error):
            self._connection.close()
        if self._path is not None and _is_damage(error):
            _remove(self._path)
        self._path = None
        self.restarts += 1
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        if self._path is not None:
            for _ in range(2):
                try:
                    return _open_file(self._path, self._folder)
                except OSError:
                    break
                except sqlite3.DatabaseError as error:
                    if not _is_damage(error):
                        break
                    _remove(self._path)
                except _OtherIndexError:
                    _remove(self._path)
        self._path = None
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        _create(connection, self._folder)
        return connection


class _OtherIndexError(Exception):
    """The file was made by another version, or for another folder."""


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is at fault. Python's own errors have no code."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def _open_file(path: Path, folder: str) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # made by us first: SQLite would make it readable for everyone
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    os.close(os.open(path, flags, 0o600))
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        version = connection.execute("pragma user_version").fetchone()[0]
        if version == 0:
            _create(connection, folder)
        elif version != VERSION or _folder_of(connection) != folder:
            raise _OtherIndexError
    except BaseException:
        connection.close()
        raise
    return connection


def _create(connection: sqlite3.Connection, folder: str) -> None:
    """All at once; another program may be doing the same at this moment."""
    connection.execute("begin immediate")
    if connection.execute("pragma user_version").fetchone()[0] == 0:
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.execute("insert into meta values ('folder', ?)", (folder,))
        connection.execute(f"pragma user_version = {VERSION}")
    connection.execute("commit")


def _folder_of(connection: sqlite3.Connection) -> str:
    row = connection.execute("select value from meta where key = 'folder'").fetchone()
    return str(row[0]) if row else ""


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + end).unlink()
