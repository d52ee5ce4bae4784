"""Which rows have what is asked for, and which of them go first.

First the rows that have all of it, then, where these are few, those that have the most. Of these, titles
go before texts, and whole words before beginnings; what is in few rows counts for more.
"""

from __future__ import annotations

from itertools import islice
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.library.index.matching import any_of
from edu_tui.library.index.tables import table
from edu_tui.model.spelling import Wanted, words_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from edu_tui.library.index.question import Thing
    from edu_tui.model.library import Audience

    Shows = Callable[[str, str], bool]
    """Whether that module may be shown, or with no module that entry of the glossary (by its term)."""
    Rank = tuple[float, ...]

RANKED = 300
"""More rows than these are shown in the library's order: ranking them all would be slow."""
QUOTED = 3
"""Words that, in their order, are no chance: who types them has read them, or a title."""
COUNTED = 800
"""Rows of each thing that are looked at where no row has them all."""
FEW = 3
"""Texts that have all of it; where there are not so many, what has the most of it is shown too."""
ENOUGH = 0.33
"""A row that has less than this of what the best one has is not worth showing."""
ENOUGH_ROWS = 3
"""So many times more rows than are shown are put in order: their titles and kinds may change it."""


class Asked(NamedTuple):
    """What is looked for, and for whom."""

    things: tuple[Thing, ...]
    language: str
    limit: int
    shows: Shows
    typed: tuple[str, ...]
    """All words of it, also those that do not count."""

    def whole(self) -> list[str]:
        """What the index is asked to match for each thing."""
        return [any_of(Wanted(phrase) for phrase in thing.whole) for thing in self.things]

    def begun(self) -> list[str]:
        """The same, the last thing perhaps only begun."""
        last = self.things[-1]
        return [*self.whole()[:-1], any_of(last.wanted())]

    def phrase(self) -> str:
        """The same for the very words that were typed, in their order."""
        return any_of([Wanted(self.typed, begun=True)])


class Ranked(NamedTuple):
    """A row of a table, and how near the top it belongs: the least goes first."""

    rank: Rank
    audience: Audience
    row: int


WORD, PHRASE, WHOLE, BEGUN, SOME = range(5)
"""The very word of the glossary; the very words that were typed; all that was asked for, in whole words; all
of it; the most of it."""


def rank(db: sqlite3.Connection, audience: Audience, asked: Asked) -> list[Ranked]:
    """The rows of a table that have what is asked for, as many as are wanted."""
    whole, begun = asked.whole(), asked.begun()
    tries = [(PHRASE, [asked.phrase()])] if len(asked.typed) >= QUOTED else []
    tries += [(WHOLE, whole), (BEGUN, begun)] if begun != whole else [(WHOLE, whole)]
    ranked: list[Ranked] = []
    name = table(asked.language, audience)
    for kind, parts in tries:
        if len(ranked) >= asked.limit:
            break
        # the index is slow at what is only begun, and no row has all of it where the rest is nowhere
        if kind == BEGUN and not all(_having(db, name, part, 1) for part in whole[:-1]):
            continue
        there = {each.row for each in ranked}
        ranked += [each for each in _all(db, audience, asked, parts, kind) if each.row not in there]
    texts = sum(each.rank[2] == 0 for each in ranked)
    if texts < FEW and len(whole) > 1:
        there = {each.row for each in ranked}
        more = _some(db, audience, asked, whole, begun)
        ranked += [each for each in more if each.row not in there]
    return sorted(ranked)[: asked.limit]


def _all(
    db: sqlite3.Connection, audience: Audience, asked: Asked, parts: list[str], kind: int
) -> list[Ranked]:
    """Few matches are ranked; of many, those in titles come first, in the library's order."""
    name = table(asked.language, audience)
    match = " AND ".join(parts)
    counting = f"select count(*) from (select 1 from {name} where {name} match ? limit {RANKED})"
    count = 0 if kind == PHRASE else db.execute(counting, (match,)).fetchone()[0]
    titled: dict[int, float] = {}
    if kind == PHRASE:
        # the index is slow at words in their order: no more are looked for than are shown
        rows = list(islice(_shown(db, name, match, "", asked), asked.limit))
        titled = {row[0]: _titled(row, asked) for row in rows}
    elif not count:
        return []
    elif count < RANKED:
        # ranked by the index itself
        order = "and rank match 'bm25(8.0, 1.0, 1.0, 4.0, 1.0)' order by rank"
        rows = list(_shown(db, name, match, order, asked))
        titled = {row[0]: _titled(row, asked) for row in rows}
    else:
        first = list(
            islice(_shown(db, name, f"{{title about}} : ({match})", "", asked), asked.limit)
        )
        there = {row[0] for row in first}
        rest = () if len(first) >= asked.limit else _shown(db, name, match, "", asked)
        rows = first + list(islice((r for r in rest if r[0] not in there), asked.limit))
    return [
        Ranked(_place(kind, row, asked, titled.get(row[0], 0.0), at), audience, row[0])
        for at, row in enumerate(rows)
    ]


def _place(
    kind: int, row: tuple[Any, ...], asked: Asked, titled: float, at: int, has: float = 0.0
) -> Rank:
    """The very word that was typed first, questions last: they are short, so they rank before texts."""
    _, what, _, _, title, _ = row
    turn = {"word": 1, "question": 2}.get(what, 0)
    if what == "word":
        term = tuple(words_in(title))
        if term == asked.typed:
            return (WORD, 0, 0, 0, at)
        # a term while it is typed; else texts say more than what a word means
        turn = 0 if kind == BEGUN and " ".join(term).startswith(" ".join(asked.typed)) else turn
    return (kind, has, turn, -titled, at)


def _some(
    db: sqlite3.Connection, audience: Audience, asked: Asked, whole: list[str], begun: list[str]
) -> list[Ranked]:
    """The rows with the most of what is asked for; what is in few rows counts for more."""
    name = table(asked.language, audience)
    parts: list[tuple[str, list[int]]] = []
    for part, more in zip(whole, begun, strict=True):
        having = _having(db, name, part)
        if not having and part != more:
            parts.append((more, _having(db, name, more)))
        else:
            parts.append((part, having))
    most = max(RANKED, *(len(rows) for _, rows in parts), 0)
    has: dict[int, float] = {}
    for _, rows in parts:
        worth = log(1 + most / max(1, len(rows)))
        for number in rows:
            has[number] = has.get(number, 0.0) + worth
    titled = dict.fromkeys(has, 0)
    for part in (part for part, rows in parts if len(rows) < COUNTED):
        for number in _having(db, name, f"{{title}} : {part}"):
            titled[number] = titled.get(number, 0) + 1
    order = sorted(has, key=lambda number: (-has.get(number, 0.0), -titled[number], number))
    ranked: list[Ranked] = []
    best = 0.0
    for row in _these(db, name, order, asked):
        best = best or has[row[0]]
        if has[row[0]] < best * ENOUGH or len(ranked) >= asked.limit * ENOUGH_ROWS:
            break
        place = _place(SOME, row, asked, _titled(row, asked), row[0], -round(has[row[0]], 3))
        ranked.append(Ranked(place, audience, row[0]))
    return ranked


def _having(db: sqlite3.Connection, name: str, match: str, most: int = COUNTED) -> list[int]:
    """The rows that have it: all of a small library's, and of a large one's enough."""
    query = f"select rowid from {name} where {name} match ? limit {most}"
    return [row for (row,) in db.execute(query, (match,))]


def _titled(row: tuple[Any, ...], asked: Asked) -> float:
    """How much of what is asked for stands in a row's title, and half as much for its module's."""
    worth = 0.0
    for text, each in ((row[4], 1.0), (row[5], 0.5)):
        words = f" {' '.join(words_in(text))} " if text else ""
        if words:
            worth += each * sum(
                any(f" {' '.join(phrase)} " in words for phrase in thing.whole)
                for thing in asked.things
            )
    return worth


def _these(
    db: sqlite3.Connection, name: str, order: list[int], asked: Asked
) -> Iterator[tuple[Any, ...]]:
    """Those of these rows that may be shown, in that order."""
    query = f"select rowid, kind, module, place, title, about from {name} where rowid = ?"
    rows = (db.execute(query, (row,)).fetchone() for row in order)
    return (row for row in rows if asked.shows(row[2], row[3]))


def _shown(
    db: sqlite3.Connection, name: str, match: str, order: str, asked: Asked
) -> Iterator[tuple[Any, ...]]:
    """The rows that match and may be shown."""
    columns = "rowid, kind, module, place, title, about"
    query = f"select {columns} from {name} where {name} match ? {order}"
    # Limited after what may not be shown is left out: before, it would take the places of what may.
    return (row for row in db.execute(query, (match,)) if asked.shows(row[2], row[3]))
