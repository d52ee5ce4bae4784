"""Finding words in a library, as they are typed.

A query is words, never a language: each is quoted before SQLite sees it, so no sign in it means
anything. Staff's rows are in tables of their own; a patient's search never opens them, nor their
words for "did you mean".
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.library.index_tables import AUDIENCES, table, vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container

    from edu_tui.library.index import Index
    from edu_tui.library.rows import Place
    from edu_tui.model.library import Audience

MAX_WORDS = 12
MAX_QUERY = 200
MIN_MISSPELLED = 3
RANKED = 300
"""More rows than these are shown in the library's order: ranking them all would be slow."""
_OPEN, _CLOSE = "\x02", "\x03"
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


class Hit(NamedTuple):
    """One place where all words of a query are."""

    module: str
    """Empty for a word of the glossary."""
    module_title: str
    kind: Place
    place: str
    """Section, step or question id, or the glossary's term."""
    route: str
    """The route a step is on; empty for all else."""
    title: str
    context: tuple[tuple[str, bool], ...]
    """Words around the match; True marks what matched."""


class Found(NamedTuple):
    """What a query led to."""

    hits: tuple[Hit, ...]
    suggestion: str
    """Another query that leads to something, when this one does not; empty for none."""


def search(
    index: Index,
    query: str,
    language: str,
    audience: Audience,
    limit: int,
    allowed: Container[str],
) -> Found:
    """What matches all words, the last one as it begins; only in modules that are `allowed`."""
    words = _words(query)
    if not words:
        return Found((), "")
    hits = _find(index, words, language, audience, limit, allowed)
    if hits:
        return Found(hits, "")
    near = [_nearest(index, word, language, audience) or word for word in words]
    if near != words and _find(index, near, language, audience, 1, allowed):
        return Found((), " ".join(near))
    return Found((), "")


def _words(query: str) -> list[str]:
    clean = "".join(
        char if char.isprintable() and char != '"' else " " for char in query[:MAX_QUERY]
    )
    parts = clean.split()
    return [part for part in parts if any(char.isalnum() for char in part)][:MAX_WORDS]


def _match(words: list[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words) + " *"


def _find(
    index: Index,
    words: list[str],
    language: str,
    audience: Audience,
    limit: int,
    allowed: Container[str],
) -> tuple[Hit, ...]:
    rows: list[tuple[Any, ...]] = []
    for kind in _readable(audience):
        rows += index.read(
            partial(_rows, words=words, language=language, audience=kind, limit=limit)
        )
    hits: dict[tuple[str, ...], Hit] = {}
    for title, kind, module, place, route, context, module_title in rows:
        key = (kind, module, route, place)
        if key not in hits and (kind == "word" or module in allowed):
            marked = _marked(context)
            hits[key] = Hit(module, module_title or "", kind, place, route, title, marked)
    return tuple(hits.values())[:limit]


def _readable(audience: Audience) -> tuple[Audience, ...]:
    return AUDIENCES if audience == "staff" else ("patient",)


def _rows(
    db: sqlite3.Connection, words: list[str], language: str, audience: str, limit: int
) -> list[Any]:
    """Few matches are ranked; of many, those in titles come first, in the library's order."""
    if not _is_there(db, language, audience):
        return []
    name = table(language, audience)
    match = _match(words)
    count = f"select count(*) from (select 1 from {name} where {name} match ? limit {RANKED})"
    if db.execute(count, (match,)).fetchone()[0] < RANKED:
        return _select(db, language, name, match, "order by bm25(found, 8.0, 1.0, 4.0)", limit * 2)
    titled = _select(db, language, name, f"{{title about}} : ({match})", "", limit)
    if len(titled) >= limit:
        return titled
    return titled + _select(db, language, name, match, "", limit)


def _select(
    db: sqlite3.Connection, language: str, name: str, match: str, order: str, limit: int
) -> list[Any]:
    marked = f"snippet({name}, 1, '{_OPEN}', '{_CLOSE}', '...', 16)"
    order = order.replace("found", name)
    query = (
        f"select title, kind, module, place, route, {marked},"
        " (select entry.title from entry where entry.language = ? and entry.id = module)"
        f" from {name} where {name} match ? {order} limit ?"
    )
    return db.execute(query, (language, match, limit)).fetchall()


def _is_there(db: sqlite3.Connection, language: str, audience: str) -> bool:
    name = table(language, audience).strip('"')
    query = "select 1 from sqlite_master where type = 'table' and name = ?"
    return db.execute(query, (name,)).fetchone() is not None


def _marked(context: str) -> tuple[tuple[str, bool], ...]:
    parts = _MARKED.split(context)
    return tuple((part, place % 2 == 1) for place, part in enumerate(parts) if part)


def _nearest(index: Index, word: str, language: str, audience: Audience) -> str:
    """The indexed word that is most like this one."""
    from difflib import get_close_matches
    from unicodedata import combining, normalize

    # as the index keeps words: no accents, no capitals
    bare = "".join(char for char in normalize("NFD", word) if not combining(char))
    plain = bare.casefold()
    if len(plain) < MIN_MISSPELLED:
        return ""
    known: list[str] = []
    for kind in _readable(audience):
        begun = partial(_begun, letter=plain[0], language=language, audience=kind)
        words = index.words((language, kind, plain[0]), begun)
        known += [one for one in words if abs(len(one) - len(plain)) <= 2]
    if plain in known:
        return ""
    near = get_close_matches(plain, known, n=5, cutoff=0.7)
    # two letters the wrong way round is the commonest slip
    swapped = [word for word in near if sorted(word) == sorted(plain)]
    return next(iter([*swapped, *near]), "")


def _begun(db: sqlite3.Connection, letter: str, language: str, audience: str) -> list[str]:
    """Words that begin with that letter."""
    if not _is_there(db, language, audience):
        return []
    query = f"select term from {vocabulary(language, audience)} where term >= ? and term < ?"
    return [row[0] for row in db.execute(query, (letter, letter + "\U0010ffff"))]
