"""What a question asks for: its words that count, each with its forms and with what it means here.

`can i drive` asks for one thing; so does `throw up`, where the library says what it means.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.index.small_words import is_small, not_of
from edu_tui.library.index.stems import stem
from edu_tui.model.everyday import EverydayWords
from edu_tui.model.spelling import Wanted, phrases, words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Phrase = tuple[str, ...]
    Forms = Callable[[str], list[str]]
    """A word and its forms, as far as texts have them."""

MAX_WORDS = 12
MOST_FORMS = 8
"""Ways to write one phrase that are looked for."""
LEAST_BEGUN = 3
"""Letters of an everyday word from which it is known while it is typed."""


class Thing(NamedTuple):
    """One thing that a question asks for."""

    words: Phrase
    """As it was typed."""
    whole: tuple[Phrase, ...]
    """It, its forms and what it means: any of these in a text will do."""
    begun: tuple[Wanted, ...] = ()
    """What it may be the beginning of; empty but for the last thing."""

    def wanted(self) -> tuple[Wanted, ...]:
        """All that is to be marked where it stands."""
        return (*(Wanted(phrase) for phrase in self.whole), *self.begun)


class _Piece(NamedTuple):
    """What stands between two blanks."""

    words: Phrase
    forms: tuple[Phrase, ...]
    """Ways in which a text may have it, itself first."""
    small: bool


class _Meanings(NamedTuple):
    """A library's everyday words of one language, as they are looked up."""

    meant: dict[Phrase, tuple[Phrase, ...]]
    """By the stems of what is typed: what texts say for it."""
    loose: dict[Phrase, tuple[Phrase, ...]]
    """The same without small words, so that some may stand in between: "my heart is racing"."""
    longest: int
    small: frozenset[str]
    language: str


NOTHING = EverydayWords("", ())


def things_in(
    query: str, language: str, everyday: EverydayWords, forms: Forms
) -> tuple[Thing, ...]:
    """What is asked for, in order; the small words only where there is nothing else."""
    known = _meanings(language, everyday)
    pieces = [_piece(words, known) for words in phrases(query, MAX_WORDS)]
    asked: list[tuple[Phrase, tuple[Phrase, ...], tuple[Phrase, ...], bool]] = []
    at = 0
    while at < len(pieces):
        size, meant = _longest(pieces[at:], known)
        words = tuple(word for piece in pieces[at : at + size] for word in piece.words)
        ways = pieces[at].forms if size == 1 else (words,)
        asked.append((words, ways, meant, pieces[at].small and not meant))
        at += size
    counted = [each for each in asked if not each[3]] or asked
    last = bool(asked) and counted[-1] is asked[-1]
    return tuple(
        Thing(
            words,
            tuple(dict.fromkeys([*_written(ways, forms), *_written(meant, forms)])),
            _begun(ways[0], known) if last and place == len(counted) - 1 else (),
        )
        for place, (words, ways, meant, _) in enumerate(counted)
    )


def everyday_words(everyday: EverydayWords) -> list[str]:
    """The single words that people may type, for "did you mean"."""
    known = _meanings(everyday.language, everyday)
    return [word for _, typed in everyday.means for word in _single(typed)] if known.meant else []


def _single(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        words = words_in(text)
        if len(words) == 1:
            yield words[0]


def _piece(words: Phrase, known: _Meanings) -> _Piece:
    forms: tuple[Phrase, ...] = (words, *not_of(words, known.language))
    if len(words) == 2 and words[1] == "s" and known.language.startswith("en"):
        forms = (*forms, words[:1])
    return _Piece(words, forms, is_small(words, known.language, known.small))


def _longest(pieces: list[_Piece], known: _Meanings) -> tuple[int, tuple[Phrase, ...]]:
    """How many pieces are one everyday word, and what it means; one piece where there is none."""
    stems = [_stems([piece.words], known.language) for piece in pieces[: known.longest]]
    for size in range(len(stems), 0, -1):
        typed = _joined(stems[:size])
        if typed in known.meant:
            return size, known.meant[typed]
    counted = [at for at, piece in enumerate(pieces) if not piece.small]
    if not counted or counted[0] > 0:
        return 1, ()
    for last in range(min(len(counted), known.longest), 1, -1):
        typed = _joined(_stems([pieces[at].words], known.language) for at in counted[:last])
        if typed in known.loose:
            return counted[last - 1] + 1, known.loose[typed]
    return 1, ()


def _joined(parts: Iterable[Phrase]) -> Phrase:
    return tuple(word for part in parts for word in part)


def _written(phrases: Iterable[Phrase], forms: Forms) -> list[Phrase]:
    """Each phrase in each of its forms, itself first."""
    written: list[Phrase] = []
    for phrase in phrases:
        ways = product(*(dict.fromkeys([word, *forms(word)]) for word in phrase))
        written += [way for way, _ in zip(ways, range(MOST_FORMS), strict=False)]
    return written


def _begun(words: Phrase, known: _Meanings) -> tuple[Wanted, ...]:
    """What was typed, to be gone on with; and what everyday words mean that begin so."""
    begun = [Wanted(words, begun=True)]
    if len(words) == 1 and len(words[0]) >= LEAST_BEGUN:
        for typed, meant in known.meant.items():
            if len(typed) == 1 and typed[0].startswith(words[0]):
                begun += [Wanted(phrase) for phrase in meant]
    return tuple(dict.fromkeys(begun))


def _stems(pieces: Iterable[Phrase], language: str) -> Phrase:
    """The same for `can't` and `cant`."""
    return tuple(
        stem(word, language)
        for words in pieces
        for word in (["".join(words)] if not_of(words, language) else words)
    )


@lru_cache(maxsize=4)
def _meanings(language: str, everyday: EverydayWords) -> _Meanings:
    small = frozenset(_single(everyday.small))
    meant: dict[Phrase, dict[Phrase, None]] = {}
    loose: dict[Phrase, dict[Phrase, None]] = {}
    for text, typed in everyday.means:
        means = tuple(words_in(text))
        for entry in typed:
            pieces = phrases(entry, MAX_WORDS)
            counted = [words for words in pieces if not is_small(words, language, small)]
            meant.setdefault(_stems(pieces, language), {})[means] = None
            loose.setdefault(_stems(counted, language), {})[means] = None
    return _Meanings(
        {key: tuple(known) for key, known in meant.items()},
        {key: tuple(known) for key, known in loose.items() if len(key) > 1},
        max(map(len, meant), default=1),
        small,
        language,
    )
