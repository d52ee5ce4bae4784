"""Words of danger: what somebody types who needs help now, so that help can be shown before all else.

Help that is shown once too often costs a line; help that is not shown may cost a life. So a slip of a key,
a missing apostrophe, another ending and words in between still count, and every language that ships is
listened for. But words are matched whole: "diet" is not "die", nor "skill" "kill".
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import normalize

from edu_tui.model.spelling import bare, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.model.library import DangerWords

Danger = Literal["", "crisis", "emergency"]
"""`emergency` is for the body: whoever comes at once is named first. Empty for none."""

SHIPPED = Path(__file__).parent / "danger_words"
BETWEEN = 2
"""Words that may stand between two of an entry: "kill" and "myself"."""
LEAST = 3
"""Letters before a star."""
_SLIPS = 5
"""Letters from which a word may have a slip in it, among others of its entry."""
_SLIPS_ALONE = 7
"""The same for an entry of one word; one letter less where any ending follows."""
_FOREIGN = 6
"""Letters of a single word that is listened for in every language."""
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u2032\u00b4`]")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")


class DangerWord(NamedTuple):
    """One word of an entry."""

    word: str
    open: bool
    """Whether any ending may follow."""


Entry = tuple[DangerWord, ...]
Meant = tuple[DangerWord, bool]
"""A word of an entry, and whether it is all of it."""


def danger_in(text: str, language: str, own: tuple[DangerWords, ...] = ()) -> Danger:
    """Whether a text speaks of danger; `own` are a library's words besides those that ship."""
    heard = _listener(language, own).hears(_words(text))
    return "emergency" if "emergency" in heard else "crisis" if heard else ""


def has_words(language: str) -> bool:
    """Whether the program ships words of danger for a language."""
    return (SHIPPED / f"{language.partition('-')[0]}.crisis.txt").is_file()


def entry_of(text: str) -> Entry:
    """An entry as it is written: words, each with a star where any ending may follow.

    Raises ValueError, in words for its author, where it is none.
    """
    pieces = []
    for written in _APOSTROPHES.sub("", text).split():
        parts = words_in(written.removesuffix("*"))
        if len(parts) != 1 or re.search(r"[^\w*-]|\*.", written):
            raise ValueError("write words alone, each with a star at its end or none")
        piece = DangerWord(parts[0], open=written.endswith("*"))
        if piece.open and len(piece.word) < LEAST:
            raise ValueError(f"at least {LEAST} letters have to stand before a star")
        pieces.append(piece)
    if not pieces or (len(pieces) == 1 and len(pieces[0].word) < LEAST):
        raise ValueError(f"one word alone needs {LEAST} letters or more")
    return tuple(pieces)


class _Listener:
    """The entries for readers of one language."""

    def __init__(self, entries: dict[Danger, tuple[Entry, ...]]) -> None:
        self._entries = entries
        self._known: dict[str, tuple[Meant, ...]] = {}
        """By word: what it may be. A text that grows has few new words."""
        self._by_letter: dict[str, dict[Meant, None]] = {}
        for entry in (entry for group in entries.values() for entry in group):
            for piece in entry:
                meant = piece, len(entry) == 1
                self._by_letter.setdefault(piece.word[0], {})[meant] = None

    def hears(self, words: list[str]) -> set[Danger]:
        """The kinds of danger that the words speak of."""
        places: dict[Meant, list[int]] = {}
        for at, word in enumerate(words):
            for meant in self._heard(word):
                places.setdefault(meant, []).append(at)
        return {
            kind
            for kind, entries in self._entries.items()
            if any(_stands(entry, places) for entry in entries)
        }

    def _heard(self, word: str) -> tuple[Meant, ...]:
        if word not in self._known:
            near = self._by_letter.get(word[0], {})
            self._known[word] = tuple(pair for pair in near if _is(word, *pair))
        return self._known[word]


def _stands(entry: Entry, places: dict[Meant, list[int]]) -> bool:
    """Whether its words stand there in their order, each near the one before."""
    alone = len(entry) == 1
    ends = places.get((entry[0], alone), [])
    for piece in entry[1:]:
        if not ends:
            return False
        near = {end + step for end in ends for step in range(1, BETWEEN + 2)}
        ends = [at for at in places.get((piece, alone), []) if at in near]
    return bool(ends)


def _is(word: str, piece: DangerWord, alone: bool) -> bool:
    """Whether a typed word is that one, or was meant to be."""
    meant, size = piece.word, len(piece.word)
    if word == meant or (piece.open and word.startswith(meant)):
        return True
    if size < (_SLIPS_ALONE - piece.open if alone else _SLIPS):
        return False
    # "overdo" is a word of its own, not "overdos" cut short
    if len(word) < size - (not (alone and piece.open)):
        return False
    sizes = range(size - 1, min(size + 1, len(word)) + 1) if piece.open else (len(word),)
    return any(_one_slip(word[:end], meant) for end in sizes)


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two have changed places; never the first."""
    at = 0
    while at < min(len(typed), len(meant)) and typed[at] == meant[at]:
        at += 1
    return at > 0 and (
        typed[at + 1 :] == meant[at + 1 :]
        or typed[at + 1 :] == meant[at:]
        or typed[at:] == meant[at + 1 :]
        or (typed[at : at + 2] == meant[at : at + 2][::-1] and typed[at + 2 :] == meant[at + 2 :])
    )


def _words(text: str) -> list[str]:
    """As they are compared: without accents, capitals, apostrophes, and letters held down."""
    plain = normalize("NFKC", _APOSTROPHES.sub("", text))
    return words_in(_DRAWN_OUT.sub(r"\1\1", bare(plain)))


@lru_cache(maxsize=4)
def _listener(language: str, own: tuple[DangerWords, ...]) -> _Listener:
    kinds: tuple[Danger, ...] = ("crisis", "emergency")
    return _Listener({kind: tuple(_entries(kind, language, own)) for kind in kinds})


def _entries(kind: Danger, language: str, own: Iterable[DangerWords]) -> Iterator[Entry]:
    """All of the reader's language; of others what cannot be a harmless word of theirs."""
    spoken = language.partition("-")[0]
    for file in sorted(SHIPPED.glob(f"*.{kind}.txt")):
        lines = file.read_text(encoding="utf-8").splitlines()
        written = [line for line in lines if line and not line.startswith("#")]
        yield from _told(written, here=file.name.partition(".")[0] == spoken)
    for words in own:
        written = list(words.crisis if kind == "crisis" else words.emergency)
        yield from _told(written, here=words.language in (language, spoken))


def _told(written: list[str], *, here: bool) -> Iterator[Entry]:
    for entry in map(entry_of, written):
        if here or len(entry) > 1 or len(entry[0].word) >= _FOREIGN:
            yield entry
