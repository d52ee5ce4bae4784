"""What the index is asked to match, and what of a query it knows.

A query is words, never a language: what is asked of SQLite is made of letters and digits alone, so no
sign in it means anything. Staff's rows are in tables of their own; a patient's search never opens them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.index.stems import LEAST, irregular, stem
from edu_tui.library.index.tables import AUDIENCES, table, vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from edu_tui.library.index.question import Thing
    from edu_tui.model.library import Audience
    from edu_tui.model.spelling import Wanted


def any_of(wanted: Iterable[Wanted]) -> str:
    """What the index matches where any of these stands."""
    ways = (f'"{" ".join(each.words)}"{" *" if each.begun else ""}' for each in wanted)
    return f"({' OR '.join(dict.fromkeys(ways))})"


def readable_by(audience: Audience) -> tuple[Audience, ...]:
    return AUDIENCES if audience == "staff" else ("patient",)


def is_there(db: sqlite3.Connection, language: str, audience: Audience) -> bool:
    name = table(language, audience).strip('"')
    query = "select 1 from sqlite_master where type = 'table' and name = ?"
    return db.execute(query, (name,)).fetchone() is not None


def forms_of(db: sqlite3.Connection, language: str, tables: list[Audience], word: str) -> list[str]:
    """The forms of a word that texts have."""
    root = stem(word, language)
    if len(root) < LEAST:
        return irregular(root, language)
    begin = root[:-1] if root[-1] in "ie" else root
    forms = irregular(root, language)
    for kind in tables:
        query = f"select word from {vocabulary(language, kind)} where word between ? and ?"
        longest = len(word) + 4
        forms += [
            near
            for (near,) in db.execute(query, (begin, begin + "\U0010ffff"))
            if len(near) <= longest and stem(near, language) == root
        ]
    return forms


def holds(db: sqlite3.Connection, thing: Thing, language: str, audience: Audience) -> bool:
    """Whether it, or what it may be the beginning of, is in any row."""
    name = table(language, audience)
    query = f"select 1 from {name} where {name} match ? limit 1"
    return db.execute(query, (any_of(thing.wanted()),)).fetchone() is not None
