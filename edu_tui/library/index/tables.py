"""What the index keeps of a module, and the tables it is kept in.

For each language there are two full-text tables: what patients may find, and what staff alone may.
A module's rows have numbers of their own range, so that they can be replaced without a search. Beside
each stands a plain table of its words, for "did you mean": a large full-text table takes long to name
them. A word stays there when its last row goes; who reads it asks the full-text table whether it is
still there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

    from edu_tui.library.index.contents import Entry
    from edu_tui.library.index.rows import SearchRow
    from edu_tui.model.library import Audience

AUDIENCES: tuple[Audience, ...] = ("patient", "staff")
SPAN = 1 << 20
"""Row numbers kept for one module; more rows than nodes of a file can be."""


class Stamp(NamedTuple):
    """Which file was read, and what it was like."""

    file: str
    size: int
    mtime: int
    hash: str
    audience: Audience


class IndexedModule(NamedTuple):
    """All that the index keeps of one module in one language."""

    id: str
    stamp: Stamp
    entry: Entry
    rows: tuple[SearchRow, ...]
    units: str = ""
    """A line for each part that patients see: its unit name and its version; then the same for staff, after
    a blank line, where that is something else."""
    outline: str = ""
    """Its sections, steps and questions, as `outline.as_text` writes them."""


def table(language: str, audience: str) -> str:
    """The name of the table that holds what that audience alone may find, quoted."""
    return f'"find {language} {audience}"'


def vocabulary(language: str, audience: str) -> str:
    """The name of the table of that table's words, quoted."""
    return f'"words {language} {audience}"'


def make_tables(db: sqlite3.Connection, language: str) -> None:
    for audience in AUDIENCES:
        db.execute(
            f"create virtual table if not exists {table(language, audience)}"
            " using fts5(title, body, more, about, unquoted, kind unindexed,"
            " module unindexed, place unindexed, route unindexed, whole unindexed,"
            " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
        )
        db.execute(
            f"create table if not exists {vocabulary(language, audience)}"
            " (word text primary key) strict, without rowid"
        )


def put(db: sqlite3.Connection, language: str, record: IndexedModule) -> None:
    from edu_tui.library.index.outline import looked_for

    forget(db, language, record.id)
    query = f"insert into entry values (null{', ?' * 20})"
    # What is typed to look for a line has no accents and no capitals.
    titles = "\n".join(line.rpartition("\t")[2] for line in record.outline.splitlines())
    words = looked_for(f"{record.entry.title}\n{titles}")
    entry = (*record.entry[1:], record.units, record.outline, words)
    given = (language, record.id, *record.stamp, *entry)
    serial = db.execute(query, given).lastrowid or 0
    insert_rows(db, language, serial, record.id, record.rows, record.stamp.audience)


def forget(db: sqlite3.Connection, language: str, module_id: str) -> None:
    query = "select serial from entry where language = ? and id = ?"
    for (serial,) in db.execute(query, (language, module_id)).fetchall():
        delete_rows(db, language, serial)
        db.execute("delete from entry where serial = ?", (serial,))


def delete_rows(db: sqlite3.Connection, language: str, serial: int) -> None:
    for audience in AUDIENCES:
        query = f"delete from {table(language, audience)} where rowid between ? and ?"
        db.execute(query, (serial * SPAN, serial * SPAN + SPAN - 1))


def insert_rows(
    db: sqlite3.Connection,
    language: str,
    serial: int,
    module_id: str,
    rows: tuple[SearchRow, ...],
    audience: Audience,
) -> None:
    from edu_tui.model.spelling import words_in

    texts: dict[Audience, list[str]] = {"patient": [], "staff": []}
    for number, row in enumerate(rows):
        who: Audience = "staff" if "staff" in {audience, row.audience} else "patient"
        columns = "(rowid, title, body, more, about, unquoted, kind, module, place, route, whole)"
        given = (row.title, row.body, row.more, row.about, row.unquoted)
        texts[who] += given
        where = (row.kind, module_id, row.place, row.route, row.whole)
        db.execute(
            f"insert into {table(language, who)} {columns} values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (serial * SPAN + number, *given, *where),
        )
    for who, text in texts.items():
        query = f"insert or ignore into {vocabulary(language, who)} values (?)"
        db.executemany(query, [(word,) for word in sorted(set(words_in(" ".join(text))))])
