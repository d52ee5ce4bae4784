"""W (continued): slips of the pen, and what only its author should see.

What is found here is nearly always a mistake; it looks at staff's texts too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint.lists_slips import GRAMMAR, GRAMMAR_ES, MISSPELLED, MISSPELLED_ES, TWICE
from edu_tui.library.lint.phrases import Phrases
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.search import Pattern, is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject

_LEFT = Pattern(
    r"\b(?:todo|tbd|tbc|fixme|lorem ipsum|dolor sit amet)\b|\bx{3,}(?:[-. ]x{2,})*\b|\b555[-. ]01\d\d\b"
    r"|[\[(<](?:insert|your|add|name of|clinic name|phone number|number|date)\b[^\])>\n]*(?:here|name|number|phone|date)[\])>]"
    r"|\b(?:insert|add|put|check|verify) (?:\w+ ){0,3}here\b|\?\?+|\bplaceholder\b"
)
"""What stands in for words that were never written."""
_DOUBLE = Pattern(rf"\b({'|'.join(TWICE.split())}) \1\b(?!['-])")
_SPELLING = {"en": Phrases(MISSPELLED), "es": Phrases(MISSPELLED_ES)}
_GRAMMAR = {code: Pattern("|".join(rules)) for code, rules in (("en", GRAMMAR), ("es", GRAMMAR_ES))}
_MENDED = [(re.compile(pattern), advice) for pattern, advice in (GRAMMAR | GRAMMAR_ES).items()]


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
        for match in _DOUBLE.find(script.lower):
            yield Problem(f'"{match.group()}": a word twice', *script.at(match.start()))


def _slips(subject: Subject) -> Iterator[Problem]:
    code = subject.language.partition("-")[0]
    phrases = _SPELLING[code]
    known = subject.terms.union(subject.style.words)
    for script in (subject.script, subject.staff):
        for phrase in phrases.find(script):
            if phrase.words.lower() not in known and not is_quoted(
                phrase.unit.plain, phrase.offset
            ):
                message = f'"{phrase.words}": write "{phrases.advice[phrase.phrase]}"'
                yield Problem(message, phrase.unit, phrase.offset)
        for match in _GRAMMAR[code].find(script.lower):
            unit, offset = script.at(match.start())
            words = match.group()
            advice = next(text for pattern, text in _MENDED if pattern.fullmatch(words))
            if not is_quoted(unit.plain, offset):
                yield Problem(f'"{words}": {advice}', unit, offset)


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
