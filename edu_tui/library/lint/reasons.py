"""Q: what is said of an answer: whoever was mistaken is told kindly what is so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from edu_tui.library.lint.phrases import Phrases
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Unit

WHY = 4
_VERDICT = re.compile(
    r"(?:that is |that['’]s |this is |quite )?(?:right|wrong|correct|incorrect|exactly|true|false|yes|no|well done|good job|perfect|sorry|oops"
    r"|correcto|incorrecto|sí|mal|exacto)(?=\s*[,.!:;–—]|\s+-\s|$)",
    re.I,
)
_FIRST_WORDS = """
That This Quite Right Wrong Correct Incorrect Exactly True False Yes No Well Good Perfect Sorry Oops
Correcto Incorrecto Sí Mal Exacto
"""
_STARTS = (*_FIRST_WORDS.split(), *_FIRST_WORDS.lower().split())
_SHAMING = Phrases(
    dict.fromkeys(
        (
            "you should have",
            "you should know",
            "you failed",
            "obviously",
            "of course not",
            "silly",
            "stupid",
            "foolish",
            "dumb",
            "careless",
            "irresponsible",
            "everyone knows",
            "you are wrong",
            "you were wrong",
            "this is wrong",
            "that is wrong",
            "wrong answer",
            "incorrect answer",
        ),
        "say what is so, kindly, for someone who believed it",
    )
)


def _short_why(subject: Subject) -> Iterator[Problem]:
    for unit in _whys(subject):
        if unit.plain.count(" ") < WHY and (count := len(words(unit.plain))) < WHY:
            message = f"a reason of {count} words: say why, for someone who believed otherwise"
            yield Problem(message, unit)


@lru_cache(maxsize=1)
def _whys(subject: Subject) -> tuple[Unit, ...]:
    """Kept for the next rule."""
    return tuple(unit for unit in subject.units if unit.key == "why")


def _verdicts(subject: Subject) -> Iterator[Problem]:
    for unit in _whys(subject):
        if unit.plain.startswith(_STARTS) and (match := _VERDICT.match(unit.plain)):
            message = f'"{match.group()}": the program says so itself; begin with the reason'
            yield Problem(message, unit)
    for script, held in ((subject.script, subject.vocabulary), (subject.staff, None)):
        for phrase in _SHAMING.find(script, held):
            if phrase.unit.key == "why":
                message = f'"{phrase.words}" shames the reader: {_SHAMING.advice[phrase.phrase]}'
                yield Problem(message, phrase.unit, phrase.offset)


def _same_why(subject: Subject) -> Iterator[Problem]:
    seen: set[tuple[int, str]] = set()
    for unit in _whys(subject):
        key = (id(unit.part.parent), unit.plain)
        if unit.part.kind == "wrong" and key in seen:
            message = "the same reason as for another wrong answer: answer what this one gets wrong"
            yield Problem(message, unit)
        if unit.part.kind == "wrong":
            seen.add(key)


RULES: tuple[Rule, ...] = (
    Rule(
        "Q601",
        "error",
        f"A reason of at least {WHY} words for every option",
        "The reason is what teaches, also to those who guessed.",
        "why: Not safe.",
        "why: You can feel awake and still react slowly.",
        _short_why,
    ),
    Rule(
        "Q617",
        "error",
        "No verdicts and no blame in reasons",
        'The program says "That\'s right" and "Not quite yet"; blame ends learning.',
        "Wrong! You should have known that.",
        "You can feel awake and still react slowly.",
        _verdicts,
    ),
    Rule(
        "Q633",
        "warning",
        "No reason twice in a question",
        "Each wrong answer stands for a belief of its own, and needs its own reply.",
        "Two wrong answers with the same `why`",
        "A reason for each",
        _same_why,
    ),
)
