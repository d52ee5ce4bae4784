"""What may have been meant by words that are nowhere: a slip or two of a key away from words that are."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import islice, product
from typing import TYPE_CHECKING

from edu_tui.library.index.matching import is_there, readable_by
from edu_tui.library.index.question import MAX_WORDS, everyday_words
from edu_tui.library.index.small_words import is_small
from edu_tui.library.index.tables import table, vocabulary
from edu_tui.model.spelling import phrases

if TYPE_CHECKING:
    import sqlite3

    from edu_tui.library.index.question import Thing
    from edu_tui.model.everyday import EverydayWords
    from edu_tui.model.library import Audience

MIN_MISSPELLED = 3
SHORT = 5
"""Letters up to which a word has one slip at most."""
ALIKE, TRIED = 2, 6
"""Words that each misspelled word may be, and how many ways to read a query are tried."""


def meant_by(
    query: str,
    missing: tuple[Thing, ...],
    language: str,
    audience: Audience,
    everyday: EverydayWords,
    db: sqlite3.Connection,
) -> list[str]:
    """The query with words that are like those that are nowhere, the likeliest first."""
    tables = [kind for kind in readable_by(audience) if is_there(db, language, kind)]
    typed = [word for phrase in phrases(query, MAX_WORDS) for word in phrase]
    wrong = {word for thing in missing for word in thing.words}
    others = everyday_words(everyday)
    near = [
        (
            [
                other
                for other in _nearest(db, word, language, tables, others)
                if not is_small((other,), language, frozenset())
            ]
            or [word]
        )
        if word in wrong
        else [word]
        for word in typed
    ]
    return [" ".join(words) for words in islice(product(*near), TRIED) if list(words) != typed]


def _nearest(
    db: sqlite3.Connection,
    word: str,
    language: str,
    tables: list[Audience],
    others: list[str],
) -> list[str]:
    if len(word) < MIN_MISSPELLED or any(_is_known(db, word, language, kind) for kind in tables):
        return []
    like = [near for kind in tables for near in _like(db, word, language, kind)] + others
    slips = {other: _slips(word, other) for other in get_close_matches(word, like, n=8, cutoff=0.7)}
    # one key went wrong, or two in a longer word; and nothing is meant that is further off than another
    least = min([*slips.values(), 1 if len(word) <= SHORT else 2])
    near = [other for other, count in slips.items() if count <= least]
    # two letters the wrong way round is the commonest slip
    near.sort(key=lambda other: sorted(other) != sorted(word))
    there = (
        other
        for other in dict.fromkeys(near)
        if other in others or any(_is_known(db, other, language, kind) for kind in tables)
    )
    return list(islice(there, ALIKE))


def _slips(first: str, second: str) -> int:
    """Letters that are wrong, missing, too many, or in each other's place."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        last, before_last = row, before
        row = [at]
        for place, other in enumerate(second, 1):
            least = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != other))
            turned = at > 1 and place > 1 and letter == second[place - 2]
            if turned and first[at - 2] == other:
                least = min(least, before_last[place - 2] + 1)
            row.append(least)
        before = last
    return row[-1]


def _is_known(db: sqlite3.Connection, word: str, language: str, audience: Audience) -> bool:
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
    near = [other for (other,) in db.execute(begun, given) if len(letters.difference(other)) <= 2]
    # each letter that any word begins with is tried: that looks at few words, where endings look at all
    ends = (
        "with recursive begin(letter) as ("
        f" select substr(min(word), 1, 1) from {name} union all"
        f" select (select substr(min(word), 1, 1) from {name} where word > letter || char(1114111))"
        " from begin where letter is not null)"
        f" select word from begin join {name} on word in (letter || ?1, letter || ?2)"
        f" union all select word from {name} where word = ?2"
    )
    other = db.execute(ends, (word, word[1:]))
    return near + [found for (found,) in other if found[0] != first]
