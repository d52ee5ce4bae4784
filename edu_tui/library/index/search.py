"""Finding words in a library, as they are typed.

A query is words, never a language: what is asked of SQLite is made of letters and digits alone, so no
sign in it means anything. Staff's rows are in tables of their own; a patient's search never opens them,
nor their words for "did you mean".

First come the places that have all that is asked for, then, where these are few, those that have the most
of it. Of these, titles go before texts, and whole words before beginnings.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.index.matching import forms_of, holds, is_there, readable_by
from edu_tui.library.index.question import MAX_WORDS, NOTHING, things_in
from edu_tui.library.index.quoting import CutText, matches, quote
from edu_tui.library.index.ranking import PHRASE, SOME, Asked, rank
from edu_tui.library.index.tables import table
from edu_tui.model.spelling import Wanted, phrases

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from edu_tui.library.index.index import Index
    from edu_tui.library.index.question import Thing
    from edu_tui.library.index.ranking import Ranked, Shows
    from edu_tui.library.index.rows import Place
    from edu_tui.model.everyday import EverydayWords
    from edu_tui.model.library import Audience

MAX_QUERY = 200
OFFERED = 3
"""Other queries that are offered."""


class Hit(NamedTuple):
    """One place where words of a query are."""

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


class SearchResult(NamedTuple):
    """What a query led to."""

    hits: tuple[Hit, ...]
    suggestions: tuple[str, ...]
    """Other queries that lead to something, where this one has a word that is nowhere; the likeliest first."""
    sought: tuple[tuple[Wanted, ...], ...] = ()
    """For each thing that was asked for, all words that stand for it."""

    @property
    def suggestion(self) -> str:
        """The likeliest of them; empty for none."""
        return self.suggestions[0] if self.suggestions else ""


class _Found(NamedTuple):
    """What a query asks for, and where it is."""

    things: tuple[Thing, ...]
    hits: tuple[Hit, ...]
    missing: tuple[Thing, ...]
    """What is nowhere; not looked up where a row has all of it."""
    has_all: bool


def search(
    index: Index,
    query: str,
    language: str,
    audience: Audience,
    limit: int,
    shows: Shows,
    everyday: EverydayWords = NOTHING,
) -> SearchResult:
    """What has all that is asked for, or the most of it; at most `limit` of what may be shown."""
    query = query[:MAX_QUERY]
    found = index.read(partial(_find, (query, language, limit, shows, everyday), audience))
    if found is None:
        return SearchResult((), ())
    things, hits, missing, _ = found
    sought = tuple(thing.wanted() for thing in things)
    if not missing:
        return SearchResult(hits, (), sought)
    from edu_tui.library.index.meant import meant_by

    meant = index.read(partial(meant_by, query, missing, language, audience, everyday))
    whole: list[str] = []
    partly: list[str] = []
    for other in meant:
        again = index.read(partial(_find, (other, language, 1, shows, everyday), audience))
        if again is not None and again.hits and len(again.missing) < len(missing):
            (whole if again.has_all else partly).append(other)
    # a guess that leads to no more than what is found already only stands in the way
    offered = whole if whole or hits else partly
    return SearchResult(hits, tuple(offered[:OFFERED]), sought)


def is_too_long(query: str) -> bool:
    """Whether only its beginning is looked for."""
    return len(query) > MAX_QUERY or len(phrases(query, MAX_WORDS + 1)) > MAX_WORDS


def _find(
    given: tuple[str, str, int, Shows, EverydayWords], audience: Audience, db: sqlite3.Connection
) -> _Found | None:
    """What was asked for, where it is, and what of it is nowhere; None where nothing was asked."""
    query, language, limit, shows, everyday = given
    tables = [kind for kind in readable_by(audience) if is_there(db, language, kind)]
    forms = partial(forms_of, db, language, tables)
    things = things_in(query, language, everyday, forms)
    if not things:
        return None
    typed = tuple(word for words in phrases(query, MAX_WORDS) for word in words)
    asked = Asked(things, language, limit, shows, typed)
    hits: dict[tuple[str, ...], Hit] = {}
    ranked = sorted(each for kind in tables for each in rank(db, kind, asked))
    for each in ranked:
        hit = _hit(db, each, asked)
        hits.setdefault((hit.kind, hit.module, hit.route, hit.place), hit)
        if len(hits) == limit:
            break
    missing: tuple[Thing, ...] = ()
    has_all = bool(ranked) and ranked[0].rank[0] < SOME
    if not has_all:
        missing = tuple(
            thing
            for thing in things
            if not _is_quoted(thing, hits.values())
            and not any(holds(db, thing, language, kind) for kind in tables)
        )
    return _Found(things, tuple(hits.values()), missing, has_all)


def _is_quoted(thing: Thing, hits: Iterable[Hit]) -> bool:
    """Whether it stands in the words of a hit: then the index, which is slow at beginnings, need not be asked."""
    wanted = (thing.wanted(),)
    return any(matches(CutText("".join(text for text, _ in hit.context)), wanted) for hit in hits)


def _hit(db: sqlite3.Connection, each: Ranked, asked: Asked) -> Hit:
    query = (
        "select title, kind, module, place, route, whole, body, more,"
        " (select entry.title from entry where entry.language = ? and entry.id = module)"
        f" from {table(asked.language, each.audience)} where rowid = ?"
    )
    title, kind, module, place, route, whole, body, more, module_title = db.execute(
        query, (asked.language, each.row)
    ).fetchone()
    if kind == "question":
        return Hit(module, module_title or "", kind, place, route, whole, body, (), detailed=False)
    things = tuple(thing.wanted() for thing in asked.things)
    text = CutText(body)
    there = matches(text, things)
    in_order = each.rank[0] == PHRASE
    # what all see comes first, unless the detail has more of the words, or alone has them in their order
    if more and (in_order or len(there) < len(things)):
        detail = CutText(more)
        found = matches(detail, things)
        detailed = len(found) > len(there)
        if in_order:
            plainly = text.holds(asked.typed) or CutText(title).holds(asked.typed)
            detailed = detail.holds(asked.typed) and not plainly
        text, there = (detail, found) if detailed else (text, there)
    else:
        detailed = False
    around = quote(text, there)
    return Hit(module, module_title or "", kind, place, route, whole, title, around, detailed)
