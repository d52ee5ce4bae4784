"""W: words and tone."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from edu_tui.library.lint import lists_en as lists
from edu_tui.library.lint.explained import is_explained
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
PATIENTS = Phrases(lists.PATIENTS)
VAGUE = Phrases(lists.VAGUE)
_ORDERS = frozenset({"key_message", "warning", "tip", "call", "you_can", "tell_staff_if"})
"""Texts that tell the reader what to do."""
_VERBS = (
    "add|apply|ask|avoid|bring|call|change|check|clean|come|do|drink|eat|exercise|get|give|go|have|keep|lie|limit"
    "|look|make|move|put|read|rest|rinse|see|sit|stop|take|tell|test|try|use|walk|wash|wear|you (?:should|must|need)"
)
_ORDER = re.compile(
    rf"\W*(?:please |then |also |always |if [^,]*, (?:please )?)?(?:{_VERBS})\b", re.I
)
"""How a sentence begins that tells the reader what to do."""
_PRONOUN = 3
"""Letters of `You` and `We`: a longer word in a capital before another one is a name."""
_SOME = re.compile(r"\b(?:some|many|most|few|all|other|older|these|those|in) \Z", re.I)
"""Of such patients is told what happened, not what to do."""
_SLASHED = re.compile(
    r"(?<![./@])\b(?-i:(?![A-Z]\w*/[A-Z]))[^\W\d_]{2,}/[^\W\d_]{2,}\b(?!\.\w)|\b\w+\(e?s\)|\b(?:s/he|w/o|y/o|o/y)\b",
    re.I,
)
"""Two names (`HIV/AIDS`) and addresses of pages are left alone."""
_UNITS = frozenset({"mg/kg", "mcg/kg", "km/h", "mcg/ml", "mg/ml", "ng/ml", "mmol/l", "mg/dl"})


def _simpler(subject: Subject) -> Iterator[Problem]:
    """Each once, where it stands first in a sentence."""
    known = subject.terms.union(subject.style.words)
    seen: set[str] = set()
    found = SIMPLER.find(subject.script, subject.vocabulary)
    for phrase in sorted(found, key=lambda phrase: not phrase.unit.prose):
        # a word that the glossary teaches is one that the reader will hear
        taught = not known.isdisjoint({*phrase.words.lower().split(), phrase.words.lower()})
        if phrase.phrase not in seen and not taught and not _is_named(phrase):
            yield _instead(phrase, SIMPLER)
        seen.add(phrase.phrase)


def _is_named(phrase: FoundPhrase) -> bool:
    """Whether the plain words stand beside it, or it is a part of a longer name."""
    text, end = phrase.unit.plain, phrase.offset + len(phrase.words)
    before = text[: phrase.offset].split()[-1:]
    named = lists.NAMES.get(phrase.phrase, ())
    capital = (
        phrase.words[0].isupper()
        and len(" ".join(before)) > _PRONOUN
        and " ".join(before).istitle()
    )
    return (
        (capital and phrase.unit.prose)
        or is_explained(text, phrase.offset, end)
        or (
            bool(named)
            and (" ".join(before).lower() in named or text[end:].strip().lower().startswith(named))
        )
    )


def _patients(subject: Subject) -> Iterator[Problem]:
    if subject.style.readers == "families":
        return
    for phrase in PATIENTS.find(subject.script, subject.vocabulary):
        if not _SOME.search(phrase.unit.plain[: phrase.offset]):
            yield _instead(phrase, PATIENTS)


def _nouns(subject: Subject) -> Iterator[Problem]:
    for phrase in NOUNS.find(subject.script, subject.vocabulary):
        yield _instead(phrase, NOUNS)


def _idioms(subject: Subject) -> Iterator[Problem]:
    for phrase in IDIOMS.find(subject.script, subject.vocabulary):
        yield Problem(
            f'"{phrase.words}" may not translate: say it plainly', phrase.unit, phrase.offset
        )


def _vague(subject: Subject) -> Iterator[Problem]:
    for phrase in VAGUE.find(subject.script, subject.vocabulary):
        text, end = phrase.unit.plain, phrase.offset + len(phrase.words)
        unit = phrase.unit
        orders = unit.key in _ORDERS or unit.part.kind == "call-out"
        near = text[max(0, phrase.offset - 40) : end + 40]
        said = re.search(r"\d", near) or (
            phrase.phrase == "soon" and _is_bound(text, phrase.offset, end)
        )
        if not said and (orders or _ORDER.match(_begun(text, phrase.offset))):
            message = f'"{phrase.words}": {VAGUE.advice[phrase.phrase]}'
            yield Problem(message, phrase.unit, phrase.offset)


def _begun(text: str, offset: int) -> str:
    """Its sentence as far as the place."""
    return re.split(r"[.!?:]\s|\n", text[:offset])[-1]


def _is_bound(text: str, start: int, end: int) -> bool:
    """`As soon as you wake`, `soon after it`: the time is told."""
    return re.match(r" (?:as|after|before)\b", text[end:]) is not None or text[:start].endswith(
        "too "
    )


def _two_names(subject: Subject) -> Iterator[Problem]:
    for plain, other in lists.SAME:
        if plain not in subject.vocabulary or other not in subject.vocabulary:
            continue
        # two words of the glossary are two things, and a house has its reasons
        if {plain, other} <= subject.terms or other in subject.style.words:
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
            word = "o" if subject.language.partition("-")[0] == "es" else "or"
            message = f'"{match.group()}": choose one word, or write "{word}"'
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
        "A list, each word once; words that the glossary teaches, that `style` in library.yaml has, or that are explained where they stand are left alone.",
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
        "Staff's texts may speak about patients, and so may all with `readers: families` under `style` in library.yaml.",
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
        "W113",
        "warning",
        "Say how soon, how often, how much",
        "A worried reader cannot act on `regularly`.",
        "Stop eating well before your visit.",
        "Stop eating at least 6 hours before your visit.",
        _vague,
        "In key messages, boxes, what the reader can do, and sentences that begin with what to do, where no number is near.",
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
        "Units such as mg/kg, and two names (HIV/AIDS), are left alone.",
    ),
)
