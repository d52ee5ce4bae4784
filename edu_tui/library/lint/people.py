"""W (continued): how people are spoken of, and what they are promised.

These look at the noun and the sense: a diabetic diet and an alcoholic drink are no people, cured ham is
no promise, and antibiotics do cure an infection. What is quoted, denied or told of others, and what a
wrong answer says, is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint import lists_people as lists
from edu_tui.library.lint.phrases import Phrases
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.search import Pattern, is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.search import PatternHit
    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Unit

_STIGMA = {"en": Phrases(lists.STIGMA), "es": Phrases(lists.STIGMA_ES)}
_LABELS = {"en": Pattern(lists.LABEL), "es": Pattern(lists.LABEL_ES)}
_CLAIMS = {code: Pattern("|".join(claims)) for code, claims in lists.CLAIMS.items()}
_ADVICE = {
    code: [(re.compile(pattern), advice) for pattern, advice in claims.items()]
    for code, claims in lists.CLAIMS.items()
}
_HARSH = {"en": Pattern(lists.HARSH), "es": Pattern(lists.HARSH_ES)}
_DENIED = re.compile(
    r"\b(?:no|not|never|neither|nor|nobody|nothing|none|few|cannot|without|n[o']t|\w+n['’]t|nunca|nadie|ningun[ao]?|sin)\b",
    re.I,
)
_REPORTED = re.compile(
    r"\b(?:says?|said|claims?|promises|tells|told|ads?|beware|doubt|myth|dice|dijo|promete|anuncios?|mito)\b",
    re.I,
)
_CONDITION = re.compile(r"\b(?:if|when|until|unless|whether|si|cuando|hasta)\b", re.I)


def _stigma(subject: Subject) -> Iterator[Problem]:
    code = _code(subject)
    phrases = _STIGMA[code]
    for script, held in ((subject.script, subject.vocabulary), (subject.staff, None)):
        for phrase in phrases.find(script, held):
            unit, offset = phrase.unit, phrase.offset
            if is_quoted(unit.plain, offset) or _is_name(unit, offset, phrase.words):
                continue
            message = f'"{phrase.words}": write "{phrases.advice[phrase.phrase]}"'
            yield Problem(message, unit, offset)
        for match in _LABELS[code].find(script.lower):
            unit, offset = script.at(match.start())
            if not is_quoted(unit.plain, offset):
                message = f'"{match.group()}": {lists.LABEL_ADVICE[code]}'
                yield Problem(message, unit, offset)


def _is_name(unit: Unit, offset: int, words: str) -> bool:
    """`Alcoholics Anonymous`, `the Substance Abuse and Mental Health Services Administration`."""
    after = unit.plain[offset + len(words) :].split()
    return words[:1].isupper() and " ".join([*words.split()[1:], *after])[:1].isupper()


def _claims(subject: Subject) -> Iterator[Problem]:
    code = _code(subject)
    for hit in _CLAIMS[code].hits(subject):
        if hit.meant and not _is_doubted(hit):
            words = hit.match.group()
            advice = next(text for one, text in _ADVICE[code] if one.fullmatch(words))
            yield Problem(f'"{hit.words}" promises too much: {advice}', hit.unit, hit.offset)


def _is_doubted(hit: PatternHit) -> bool:
    """Whether the sentence denies it, tells it of others, or asks what to do where it is so."""
    sentence = re.split(r"[.!?\n]\s", hit.unit.plain[: hit.offset])[-1]
    before = " ".join(sentence.split(" ")[-7:])
    return any(doubt.search(before) for doubt in (_DENIED, _REPORTED, _CONDITION))


def _harsh(subject: Subject) -> Iterator[Problem]:
    for hit in _HARSH[_code(subject)].hits(subject):
        if hit.meant and not _is_doubted(hit):
            message = f'"{hit.words}" blames or frightens: say what happens, and what helps'
            yield Problem(message, hit.unit, hit.offset)


def _code(subject: Subject) -> str:
    return subject.language.partition("-")[0]


_KNOWN = ("en", "es")
RULES: tuple[Rule, ...] = (
    Rule(
        "W111",
        "error",
        "People first",
        "Words that name a person by an illness or a fault keep people from asking for help.",
        "An addict may need more.",
        "A person with a substance use disorder may need more.",
        _stigma,
        "A list, for staff's texts too. A diabetic diet, names and quotations are left alone.",
        _KNOWN,
    ),
    Rule(
        "W112",
        "error",
        "No promises",
        "A promise that no treatment can keep does harm, and the law forbids it.",
        "This cures depression.",
        "This helps some people with depression.",
        _claims,
        "What is denied (`it is not a cure`), told of others, in quotation marks, or in a wrong answer is left alone; so are cures that there are (`antibiotics cure strep throat`).",
        _KNOWN,
    ),
    Rule(
        "W118",
        "warning",
        "No blame and no threats",
        "Who is ashamed or frightened asks less and hears less.",
        "It is your own fault that you feel sick.",
        "Eating shortly before the visit can make you feel sick.",
        _harsh,
        "A list; `it is not your fault` is left alone.",
        _KNOWN,
    ),
)
