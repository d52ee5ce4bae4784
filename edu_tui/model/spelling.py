"""Words as search knows them: runs of letters and digits, without accents and capitals.

The full-text index cuts and folds text in this very way (`unicode61 remove_diacritics 2`), so that what
it finds can be found again on a page, and what it holds can be told in a plain list of words.
"""

from __future__ import annotations

import re
from unicodedata import combining, normalize

WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_\u0300-\u036f]*)*")
"""One word in a text, its accents with it, however they are written."""
_BARE = re.compile(r"[^\W_]+")


def bare(text: str) -> str:
    """The text without capitals, and its Latin letters without accents."""
    small = text.lower()
    if small.isascii():
        return small
    return "".join(_base(char) for char in normalize("NFC", small))


def _base(char: str) -> str:
    folded = char.casefold()
    # one letter stays one letter: the index keeps the German double s
    char = folded if len(folded) == 1 else char
    first = normalize("NFD", char)[0]
    if first.isascii():
        return first
    return "" if combining(char) else char


def words_in(text: str) -> list[str]:
    """The words of a text, in order."""
    return _BARE.findall(bare(text))


def phrases(query: str, most: int) -> list[tuple[str, ...]]:
    """What was typed, at most so many of it: each a word, or words that signs alone keep apart.

    `what's` and `panic-attack` are two words each that follow each other.
    """
    pieces = (tuple(words_in(piece)) for piece in query.split())
    return [phrase for phrase in pieces if phrase][:most]
