"""W: words and tone."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from edu_tui.library.lint import lists_en as lists
from edu_tui.library.lint.phrases import Phrases
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.phrases import FoundPhrase
    from edu_tui.library.lint.subject import Subject

SIMPLER = Phrases(lists.SIMPLER)
NOUNS = Phrases(lists.NOUNS)
IDIOMS = Phrases(lists.IDIOMS)
STIGMA = Phrases(lists.STIGMA)
CLAIMS = Phrases(lists.CLAIMS)
PATIENTS = Phrases(lists.PATIENTS)
VAGUE = Phrases(lists.VAGUE)
_ORDERS = frozenset({"key_message", "warning", "tip", "call", "you_can", "tell_staff_if"})
"""Texts that tell the reader what to do."""
_DENIED = re.compile(r"\b(?:no|not|never|nobody|none|cannot|without|n[o']t|\w+n['’]t)\b", re.I)
_REPORTED = re.compile(r"\b(?:says?|said|claims|promises|tells|told|ads?)\b", re.I)
_QUOTED = re.compile(r"[\"“][^\"“”]*\Z")
_DOUBTED = frozenset({"wrong", "situation"})
"""Parts that say what people wrongly believe."""
_SLASHED = re.compile(r"\b[A-Za-z]{2,}/[A-Za-z]{2,}\b|\b\w+\(e?s\)|\b(?:s/he|w/o)\b")
_UNITS = frozenset({"mg/kg", "mcg/kg", "km/h", "mcg/ml", "mg/ml", "ng/ml", "mmol/l", "mg/dl"})


def _simpler(subject: Subject) -> Iterator[Problem]:
    for phrase in SIMPLER.find(subject.script, subject.vocabulary):
        # a word that the glossary teaches is one that the reader will hear
        if not subject.terms.isdisjoint(phrase.words.lower().split()):
            continue
        yield _instead(phrase, SIMPLER)


def _patients(subject: Subject) -> Iterator[Problem]:
    for phrase in PATIENTS.find(subject.script, subject.vocabulary):
        yield _instead(phrase, PATIENTS)


def _nouns(subject: Subject) -> Iterator[Problem]:
    for phrase in NOUNS.find(subject.script, subject.vocabulary):
        yield _instead(phrase, NOUNS)


def _idioms(subject: Subject) -> Iterator[Problem]:
    for phrase in IDIOMS.find(subject.script, subject.vocabulary):
        yield Problem(
            f'"{phrase.words}" may not translate: say it plainly', phrase.unit, phrase.offset
        )


def _stigma(subject: Subject) -> Iterator[Problem]:
    for script, held in ((subject.script, subject.vocabulary), (subject.staff, None)):
        for phrase in STIGMA.find(script, held):
            if not phrase.unit.plain[phrase.offset :].startswith("Alcoholics Anonymous"):
                yield _instead(phrase, STIGMA)


def _claims(subject: Subject) -> Iterator[Problem]:
    for phrase in CLAIMS.find(subject.script, subject.vocabulary):
        before = _before(phrase)
        doubts = (_DENIED, _REPORTED, _QUOTED)
        doubted = phrase.unit.part.kind in _DOUBTED and phrase.unit.key == "text"
        if doubted or any(invalidate.search(before) for invalidate in doubts):
            continue
        yield Problem(
            f'"{phrase.words}" promises too much: {CLAIMS.advice[phrase.phrase]}',
            phrase.unit,
            phrase.offset,
        )


def _before(phrase: FoundPhrase) -> str:
    """The same sentence as far as the place, from its last six words on."""
    sentence = re.split(r"[.!?\n]\s", phrase.unit.plain[: phrase.offset])[-1]
    return " ".join(sentence.split(" ")[-7:])


def _vague(subject: Subject) -> Iterator[Problem]:
    for phrase in VAGUE.find(subject.script, subject.vocabulary):
        near = phrase.unit.plain[max(0, phrase.offset - 40) : phrase.offset + 40]
        unit = phrase.unit
        orders = unit.key in _ORDERS or unit.part.kind == "call-out"
        if orders and not re.search(r"\d", near):
            message = f'"{phrase.words}": {VAGUE.advice[phrase.phrase]}'
            yield Problem(message, phrase.unit, phrase.offset)


def _two_names(subject: Subject) -> Iterator[Problem]:
    for plain, other in lists.SAME:
        if plain not in subject.vocabulary or other not in subject.vocabulary:
            continue
        # two words of the glossary are two things
        if plain in subject.terms and other in subject.terms:
            continue
        counts = Counter(word.lower() for word in words(subject.script.text))
        rarer, kept = (other, plain) if counts[other] <= counts[plain] else (plain, other)
        phrase = next(Phrases({rarer: ""}).find(subject.script, subject.vocabulary), None)
        if phrase:
            message = f'"{phrase.words}" here, "{kept}" elsewhere: one thing, one name'
            yield Problem(message, phrase.unit, phrase.offset)


def _slashes(subject: Subject) -> Iterator[Problem]:
    text = subject.script.text
    if "/" not in text and "(s)" not in text and "(es)" not in text:
        return
    for match in _SLASHED.finditer(text):
        if match.group().lower() not in _UNITS:
            message = f'"{match.group()}": choose one word, or write "or"'
            yield Problem(message, *subject.script.at(match.start()))


def _shouting(subject: Subject) -> Iterator[Problem]:
    text = subject.script.text
    at = text.find("!")
    while at >= 0:
        yield Problem("an exclamation mark: a full stop is calmer", *subject.script.at(at))
        at = text.find("!", at + 1)


def _instead(phrase: FoundPhrase, phrases: Phrases) -> Problem:
    message = f'"{phrase.words}": write "{phrases.advice[phrase.phrase]}"'
    return Problem(message, phrase.unit, phrase.offset)


_EN = ("en",)
RULES: tuple[Rule, ...] = (
    Rule(
        "W101",
        "warning",
        "The word a neighbour would use",
        "A plain word does the same work and everybody knows it.",
        "Stop eating prior to your visit.",
        "Stop eating before your visit.",
        _simpler,
        "A list; words that the glossary teaches are left alone.",
        _EN,
    ),
    Rule(
        "W106",
        "warning",
        "Speak to the reader",
        "People act on what is said to them, not on what is said about patients.",
        "Patients should bring a list.",
        "Bring a list.",
        _patients,
        "Staff's texts may speak about patients.",
        _EN,
    ),
    Rule(
        "W108",
        "info",
        "Verbs, not nouns made of them",
        "A verb says who does what.",
        "After administration of the medicine you rest.",
        "After we give you the medicine, you rest.",
        _nouns,
        "A list.",
        _EN,
    ),
    Rule(
        "W109",
        "warning",
        "One name for one thing",
        "A reader who meets a second name looks for a second thing.",
        "Take your medicine. The medication may make you sleepy.",
        "Take your medicine. It may make you sleepy.",
        _two_names,
        "A short list of pairs; a pair that is in the glossary as two things is left alone.",
        _EN,
    ),
    Rule(
        "W110",
        "warning",
        "No figures of speech",
        "They are lost on who reads in a second language, and in translation.",
        "There may be ups and downs.",
        "Some days are better, and some are worse.",
        _idioms,
        "A list.",
        _EN,
    ),
    Rule(
        "W111",
        "error",
        "People first",
        "Words that name a person by an illness or a fault keep people from asking for help.",
        "An addict may need more.",
        "A person with a substance use disorder may need more.",
        _stigma,
        "A list, for staff's texts too.",
        _EN,
    ),
    Rule(
        "W112",
        "error",
        "No promises",
        "A promise that no treatment can keep does harm, and the law forbids it.",
        "This cures depression.",
        "This helps some people with depression.",
        _claims,
        "What is denied (`it is not a cure`), told of others, in quotation marks, or in a wrong answer is left alone.",
        _EN,
    ),
    Rule(
        "W113",
        "warning",
        "Say how soon, how often, how much",
        "A worried reader cannot act on `regularly`.",
        "Stop eating well before your visit.",
        "Stop eating at least 6 hours before your visit.",
        _vague,
        "In key messages, boxes and what the reader can do, where no number is near.",
        _EN,
    ),
    Rule(
        "W114",
        "warning",
        "No exclamation marks",
        "They sound like shouting or selling.",
        "Do not drive!",
        "Do not drive.",
        _shouting,
    ),
    Rule(
        "W115",
        "warning",
        "No slashes",
        "A slash leaves the choice to the reader, and a voice reads it as a word.",
        "Bring a friend and/or a list.",
        "Bring a friend, a list, or both.",
        _slashes,
        "Units such as mg/kg are left alone.",
    ),
)
