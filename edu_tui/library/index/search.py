"""Finding words in a library, as they are typed.

A query is words, never a language: what is asked of SQLite is made of letters and digits alone, so no
sign in it means anything. Staff's rows are in tables of their own; a patient's search never opens them,
nor their words for "did you mean".
"""

from __future__ import annotations

import re
from functools import partial
from itertools import islice, product
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.library.index.tables import AUDIENCES, table, vocabulary
from edu_tui.model.spelling import phrases, words_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from edu_tui.library.index.index import Index
    from edu_tui.library.index.rows import Place
    from edu_tui.model.library import Audience

    Phrases = Sequence[tuple[str, ...]]
    Shows = Callable[[str, str], bool]
    """Whether that module may be shown, or with no module that entry of the glossary (by its term)."""

MAX_WORDS = 12
MAX_QUERY = 200
MIN_MISSPELLED = 3
ALIKE, TRIED = 2, 4
"""Words that each misspelled word may be, and how many ways to read a query are tried."""
RANKED = 300
"""More rows than these are shown in the library's order: ranking them all would be slow."""
_OPEN, _CLOSE = "\x02", "\x03"
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_AROUND = 12
"""Words around a match, itself included: a line of the screen, or two of a small one."""


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
    whole: str
    """That route's title."""
    title: str
    """Of a question, all of it."""
    context: tuple[tuple[str, bool], ...]
    """Words around the match; True marks what matched. Empty for a question."""
    detailed: bool
    """Whether that is in what only more detail shows."""


class _Matching(NamedTuple):
    """Which rows are asked for."""

    language: str
    audience: Audience
    match: str
    """What the index is asked to match."""
    limit: int
    shows: Shows


class SearchResult(NamedTuple):
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
    shows: Shows,
) -> SearchResult:
    """What matches all words, the last one as it begins; at most `limit` of what may be shown."""
    typed = phrases(query[:MAX_QUERY], MAX_WORDS)
    if not typed:
        return SearchResult((), "")
    hits = _find(index, typed, language, audience, limit, shows)
    if hits:
        return SearchResult(hits, "")
    words = [word for phrase in typed for word in phrase]
    near = index.read(partial(_near, words=words, language=language, audience=audience))
    for meant in islice(product(*near), TRIED):
        one_by_one = [(word,) for word in meant]
        if list(meant) != words and _find(index, one_by_one, language, audience, 1, shows):
            return SearchResult((), " ".join(meant))
    return SearchResult((), "")


def is_too_long(query: str) -> bool:
    """Whether only its beginning is looked for."""
    return len(query) > MAX_QUERY or len(phrases(query, MAX_WORDS + 1)) > MAX_WORDS


def _match(typed: Phrases) -> str:
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in typed) + " *"


def _find(
    index: Index,
    typed: Phrases,
    language: str,
    audience: Audience,
    limit: int,
    shows: Shows,
) -> tuple[Hit, ...]:
    match = _match(typed)
    rows: list[tuple[Any, ...]] = []
    for kind in _readable(audience):
        matching = _Matching(language, kind, match, limit, shows)
        rows += index.read(partial(_rows, matching=matching))
    rows.sort(key=partial(_turn, " ".join(word for phrase in typed for word in phrase)))
    hits: dict[tuple[str, ...], Hit] = {}
    for title, kind, module, place, route, whole, body, more, module_title in rows:
        key = (kind, module, route, place)
        if key not in hits:
            # what all see comes first, unless the detail has more of the words
            detailed = _told(more, typed) > _told(body, typed)
            around = () if kind == "question" else _marked(more if detailed else body)
            where = (module, module_title or "", kind, place, route, whole)
            hits[key] = Hit(*where, title, around, detailed)
    return tuple(hits.values())[:limit]


def _turn(typed: str, row: tuple[Any, ...]) -> int:
    """The very word that was typed first, questions last: they are short, so they rank before texts."""
    title, kind = row[:2]
    if kind == "word" and " ".join(words_in(title)) == typed:
        return 0
    return 2 if kind == "question" else 1


def _told(context: str, typed: Phrases) -> int:
    """How many of the words are marked in it."""
    marked = " ".join(words_in(" ".join(_MARKED.findall(context))))
    return sum(" ".join(phrase) in marked for phrase in typed)


def _readable(audience: Audience) -> tuple[Audience, ...]:
    return AUDIENCES if audience == "staff" else ("patient",)


def _rows(db: sqlite3.Connection, matching: _Matching) -> list[Any]:
    """Few matches are ranked; of many, those in titles come first, in the library's order."""
    language, audience, match, limit, _ = matching
    if not _is_there(db, language, audience):
        return []
    name = table(language, audience)
    count = f"select count(*) from (select 1 from {name} where {name} match ? limit {RANKED})"
    if db.execute(count, (match,)).fetchone()[0] < RANKED:
        # ranked by the index itself, which then quotes only what is shown
        ranked = "and rank match 'bm25(8.0, 1.0, 1.0, 4.0, 1.0)' order by rank"
        return _select(db, matching, ranked, limit * 2)
    titled = _select(db, matching._replace(match=f"{{title about}} : ({match})"), "", limit)
    if len(titled) >= limit:
        return titled
    return titled + _select(db, matching, "", limit)


def _select(db: sqlite3.Connection, matching: _Matching, order: str, limit: int) -> list[Any]:
    """The first rows that may be shown; SQLite quotes no more rows than are looked at."""
    name = table(matching.language, matching.audience)
    body, more = (
        f"snippet({name}, {column}, '{_OPEN}', '{_CLOSE}', '...', {_AROUND})" for column in (1, 2)
    )
    query = (
        f"select iif(title = '', body, title), kind, module, place, route, whole, {body}, {more},"
        " (select entry.title from entry where entry.language = ? and entry.id = module)"
        f" from {name} where {name} match ? {order}"
    )
    rows = db.execute(query, (matching.language, matching.match))
    # Limited after what may not be shown is left out: before, it would take the places of what may.
    return list(islice((row for row in rows if matching.shows(row[2], row[3])), limit))


def _is_there(db: sqlite3.Connection, language: str, audience: Audience) -> bool:
    name = table(language, audience).strip('"')
    query = "select 1 from sqlite_master where type = 'table' and name = ?"
    return db.execute(query, (name,)).fetchone() is not None


def _marked(context: str) -> tuple[tuple[str, bool], ...]:
    parts = _MARKED.split(context)
    return tuple((part, place % 2 == 1) for place, part in enumerate(parts) if part)


def _near(
    db: sqlite3.Connection, words: list[str], language: str, audience: Audience
) -> list[list[str]]:
    """For each word itself where it is known, else the few most like it, else itself again."""
    tables = [kind for kind in _readable(audience) if _is_there(db, language, kind)]
    return [_nearest(db, word, language, tables) or [word] for word in words]


def _nearest(db: sqlite3.Connection, word: str, language: str, tables: list[Audience]) -> list[str]:
    from difflib import get_close_matches

    if len(word) < MIN_MISSPELLED or any(_holds(db, word, language, kind) for kind in tables):
        return []
    like = [candidate for kind in tables for candidate in _like(db, word, language, kind)]
    near = get_close_matches(word, like, n=5, cutoff=0.7)
    # two letters the wrong way round is the commonest slip
    near.sort(key=lambda candidate: sorted(candidate) != sorted(word))
    there = (
        candidate
        for candidate in near
        if any(_holds(db, candidate, language, kind) for kind in tables)
    )
    return list(islice(there, ALIKE))


def _holds(db: sqlite3.Connection, word: str, language: str, audience: Audience) -> bool:
    """Whether that very word is in any row: the list of words may hold some that are gone."""
    name = table(language, audience)
    query = f"select 1 from {name} where {name} match ? limit 1"
    return db.execute(query, (f'"{word}"',)).fetchone() is not None


def _like(db: sqlite3.Connection, word: str, language: str, audience: Audience) -> list[str]:
    """Words about as long that begin with its letter and have nearly all others, or differ only there."""
    name, first, size = vocabulary(language, audience), word[0], len(word)
    begun = f"select word from {name} where word between ? and ? and length(word) between ? and ?"
    given = (first, first + "\U0010ffff", size - 2, size + 2)
    letters = set(word)
    # far quicker than to compare them one letter after the other
    near = [
        candidate
        for (candidate,) in db.execute(begun, given)
        if len(letters.difference(candidate)) <= 2
    ]
    ends = f"select word from {name} where substr(word, 2) in (?, ?) or word = ?"
    other = db.execute(ends, (word, word[1:], word[1:]))
    return near + [candidate for (candidate,) in other if candidate[0] != first]
