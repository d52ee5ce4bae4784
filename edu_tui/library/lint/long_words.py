"""Long words that have a shorter one, or that are neither taught nor explained (rule R009)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint.explained import is_explained
from edu_tui.library.lint.lists_en import EASY_LONG, SHORTER
from edu_tui.library.lint.rule import Problem
from edu_tui.library.lint.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.lexicon import Lexicon
    from edu_tui.library.lint.script import Script
    from edu_tui.library.lint.subject import Subject

LONG = 4
"""Syllables of a word that needs no explanation."""
_INNER = re.compile(r"[^\W\d_]+")


def long_words(subject: Subject) -> Iterator[Problem]:
    """Each such word once, where it stands first."""
    lexicon = subject.lexicon
    unknown = lexicon.marked("R009", lambda token: tuple(_unknown(token, lexicon)))
    titled = frozenset(words(subject.module.title.lower()))
    seen: set[str] = set(subject.style.words) | titled
    for word in sorted(unknown.among(subject.tokens)):
        if not seen.isdisjoint(map(str.lower, _bases(word))):
            continue
        for passage in subject.passages:
            script = passage.script
            place = _place(word, script)
            if place >= 0:
                seen.add(word.lower())
                plain = _shorter(word)
                if plain or not is_explained(script.text, place, place + len(word)):
                    message = f'"{word}" has {lexicon.syllables[word]} syllables: {_advice(plain)}'
                    yield Problem(message, *script.at(place))
                break


def _unknown(token: str, lexicon: Lexicon) -> Iterator[str]:
    """Of `after-hours`, each word is looked at by itself; a word in capitals is no word."""
    syllables = lexicon.syllables
    if syllables[token] < LONG:
        return
    for whole in words(token):
        if whole.lower() in lexicon.terms:
            continue
        for word in _INNER.findall(whole):
            known = word.lower() in EASY_LONG or word.lower() in lexicon.terms
            if known or word.isupper() or syllables[word] < LONG:
                continue
            # `exercises` and `understanding` are `exercise` and `understand`
            if _shorter(word) or min(map(syllables.__getitem__, _bases(word))) > LONG:
                yield word


def _bases(word: str) -> list[str]:
    """The word, and what it may be a form of."""
    ends = [end for end in ("s", "es", "ed", "d", "ing") if word.endswith(end)]
    return [word, *(word.removesuffix(end) for end in ends)]


def _place(word: str, script: Script) -> int:
    """Where it stands first as a word and not as a name; -1 for nowhere."""
    at = script.text.find(word)
    while at >= 0:
        before = script.text[max(0, at - 3) : at].rstrip(" \"'“‘(")
        if word[0].islower() or not before or before[-1] in ".!?\n:":
            return at
        at = script.text.find(word, at + 1)
    return -1


def _shorter(word: str) -> str:
    return next((SHORTER[base] for base in _bases(word.lower()) if base in SHORTER), "")


def _advice(plain: str) -> str:
    return f'try "{plain}"' if plain else "say it in shorter words, or teach it in the glossary"
