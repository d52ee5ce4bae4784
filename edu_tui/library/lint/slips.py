"""W (continued): slips of the pen, and what only its author should see.

What is found here is nearly always a mistake; it looks at staff's texts too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from edu_tui.library.lint import lists_slips as lists
from edu_tui.library.lint.phrases import Phrases, places
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.search import Pattern, is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.library.lint.script import Script
    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Unit

_LEFT = Pattern(
    r"\b(?:todo|tbd|tbc|fixme|lorem ipsum|dolor sit amet)\b|\bxxx+(?:[-. ]xx+)*\b|\b555[-. ]01\d\d\b"
    r"|[\[(<](?:insert|your|add|name of|clinic name|phone number|number|date)\b[^\])>\n]*(?:here|name|number|phone|date)[\])>]"
    r"|\binsert (?:\w+ ){0,3}here\b|\?\?|\bplaceholder\b"
)
"""What stands in for words that were never written."""
_TWICE = {(word, word) for word in lists.TWICE.split()}
_SPELLING = {"en": Phrases(lists.MISSPELLED), "es": Phrases(lists.MISSPELLED_ES)}
_ARTICLES = Pattern(lists.ARTICLES)


def _pairs(rows: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], str]:
    return {
        (first, second): advice
        for firsts, seconds, advice in rows
        for first in firsts.split()
        for second in seconds.split()
    }


_BEGINNING = _pairs(lists.BEGINNING)
_GRAMMAR = {"en": _BEGINNING | _pairs(lists.ANYWHERE), "es": _pairs(lists.ANYWHERE_ES)}
_FIRST = frozenset(first for pairs in _GRAMMAR.values() for first, _ in pairs)
_BEGINS = re.compile(
    r"(?:\A|\n|[.!?] )(?:(?:the|a|your|our|each|every|these|some|many|most|side) ){0,2}\Z"
)


@lru_cache(maxsize=2)
def _in_a_row(script: Script) -> set[tuple[str, str]]:
    """Two words in a row, in small letters, of which something may be said; kept for the next rule."""
    words = script.lower.split()
    return {(one, two) for one, two in pairwise(words) if one == two or one in _FIRST}


def _left_over(subject: Subject) -> Iterator[Problem]:
    for script in (subject.script, subject.staff):
        for match in _LEFT.find(script.lower):
            start, end = match.span()
            # `todo` is a Spanish word
            if match.group() in {"todo", "tbc"} and not script.text[start:end].isupper():
                continue
            message = f'"{match.group()}" stands in for something: write it, or delete it'
            yield Problem(message, *script.at(match.start()))


def _doubled(subject: Subject) -> Iterator[Problem]:
    for script in (subject.script, subject.staff):
        for pair in sorted(_TWICE & _in_a_row(script)):
            for start in places(script.lower, " ".join(pair)):
                yield Problem(f'"{pair[0]} {pair[1]}": a word twice', *script.at(start))


def _slips(subject: Subject) -> Iterator[Problem]:
    code = subject.language.partition("-")[0]
    known = subject.terms.union(subject.style.words)
    for script, held in ((subject.script, subject.vocabulary), (subject.staff, None)):
        for phrase in _SPELLING[code].find(script, held):
            if phrase.words.lower() not in known:
                message = f'write "{_SPELLING[code].advice[phrase.phrase]}"'
                yield from _slip(phrase.words, message, phrase.unit, phrase.offset)
        for words, advice, start in _ungrammatical(script, code):
            yield from _slip(words, advice, *script.at(start))


def _ungrammatical(script: Script, code: str) -> Iterator[tuple[str, str, int]]:
    """Words, what is wrong with them, and where they stand."""
    if code == "en":
        for match in _ARTICLES.find(script.lower):
            yield match.group(), "the other of a and an", match.start()
    for pair in sorted(_GRAMMAR[code].keys() & _in_a_row(script)):
        for start in places(script.lower, " ".join(pair)):
            if pair not in _BEGINNING or _BEGINS.search(script.lower[max(0, start - 20) : start]):
                yield " ".join(pair), _GRAMMAR[code][pair], start


def _slip(words: str, message: str, unit: Unit, offset: int) -> Iterator[Problem]:
    if not is_quoted(unit.plain, offset):
        yield Problem(f'"{words}": {message}', unit, offset)


RULES: tuple[Rule, ...] = (
    Rule(
        "W116",
        "error",
        "Nothing stands in for words to come",
        "A patient who reads TODO, or calls a number that nobody has, is lost.",
        "Call us at 555-0100.",
        "Call {clinic.phone}.",
        _left_over,
        "TODO, lorem ipsum, XXX, numbers that are only for films (555-01..), `insert ... here`.",
    ),
    Rule(
        "W117",
        "warning",
        "No word twice",
        "The eye stops at it, and a voice says it.",
        "Bring the the list.",
        "Bring the list.",
        _doubled,
        "Small words alone: `had had` and `that that` may be meant.",
        ("en", "es"),
    ),
    Rule(
        "W119",
        "warning",
        "Spelling and grammar",
        "A slip makes a careful reader doubt the facts.",
        "Take your medecine.",
        "Take your medicine.",
        _slips,
        "A list of common slips, not a dictionary.",
        ("en", "es"),
    ),
)
