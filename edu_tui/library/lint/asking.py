"""Q: what a question asks.

A question should stand alone, ask for what the text has taught, and be about something that the
reader may meet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint.counts import numbers_in
from edu_tui.library.lint.quiz import items
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Part, Unit
    from edu_tui.model.question import Question

STEM, STEM_SLACK = 40, 5
MUST_KNOWS = 5
_NEGATIVE = re.compile(r"\b(?:not|never|except|least|cannot)\b|n['’]t\b", re.I)
_ASKS = re.compile(r"\b(?:which|what|who|whom|where|when|how|why|all)\b", re.I)
_CLAUSE = re.compile(
    r"[,;:\"“]|\b(?:if|when|because|since|after|before|that|who|so|as|while|although|did|would|but)\b",
    re.I,
)
_BLANK = re.compile(r"_{2,}|\.{4,}|…\s*\S|\[ *\]|\( *\)")
_TELLS = re.compile(
    r"(?:^|[.!?:]\s+)(?:now |please |then )?(?:arrange|choose|complete|decide|describe|find|give|judge|list|mark|match|name|number|order|pick|place|point|put|say|select|show|sort|tell|think|try)\b",
    re.I,
)
_OPEN_END = re.compile(r"\b(?:a|an|the|is|are|to|of|or)\s*[:.…]*\s*$", re.I)
_YOU = re.compile(r"\b(?:you|your|yours|yourself|i|my|me)\b", re.I)
_FILLER = """
about after again all also and any anything are ask because been before being both but can
cannot come could day days did does doing done down each else even ever every feel first for
from get give goes going good had has have her here him his how into its just know less let like
little look make many may might more most much must need next not nothing now off one only other
our out over own put right same say see she should since some someone something soon still such
take than that the their them then there these they thing things this those through time today
too two under until very want was way well were what when where which while who why will with
without would yes yet you your
"""
_EMPTY = frozenset(_FILLER.split())


def _negative(subject: Subject) -> Iterator[Problem]:
    for _, question, unit, *_ in items(subject):
        start = unit.plain.rfind(". ") + 1
        asked = unit.plain[start:]
        if question.body.groups or not _NEGATIVE.search(asked):
            continue
        word = _ASKS.search(asked)
        if word is None:
            continue
        clause = _CLAUSE.search(asked, word.end())
        match = _NEGATIVE.search(asked, word.end(), clause.start() if clause else len(asked))
        if match is not None:
            message = (
                f'"{match.group()}" in what is asked: hurried readers miss it; ask for what is'
            )
            yield Problem(f"{message} right", unit, start + match.start())


def _not_alone(subject: Subject) -> Iterator[Problem]:
    for _, _, unit, *_ in items(subject):
        blank = _BLANK.search(unit.plain)
        if blank is not None:
            message = "a blank to fill: ask a whole question, which can be read out"
            yield Problem(message, unit, blank.start())
        elif _unfinished(subject, unit):
            message = "it cannot stand alone: end with a question, or say what to do"
            yield Problem(message, unit)


def _unfinished(subject: Subject, unit: Unit) -> bool:
    text = unit.plain.strip()
    if "?" in text or _OPEN_END.search(text):
        return "?" not in text
    return text[-1:] == ":" or (subject.language.startswith("en") and not _TELLS.search(text))


def _clue(subject: Subject) -> Iterator[Problem]:
    for _, _, unit, *_ in items(subject):
        text = unit.plain.rstrip(" ?:.…_")
        if text.endswith((" a", " an")):
            start = text.rindex(" ") + 1
            message = f'it ends in "{text[start:]}", which fits only some of the answers: move it'
            yield Problem(f"{message} to them", unit, start)


def _long_stem(subject: Subject) -> Iterator[Problem]:
    for _, _, unit, *_ in items(subject):
        if unit.plain.count(" ") >= STEM:
            length = len(words(unit.plain))
            if length > STEM + STEM_SLACK:
                yield Problem(f"a question of {length} words; keep it under {STEM}", unit)


def _no_scene(subject: Subject) -> Iterator[Problem]:
    for part, question in subject.questions:
        if not question.must_know or part.audience == "staff":
            continue
        sorts = {"situation": "text", "pair": "left"}
        units = [inner.unit(sorts[inner.kind]) for inner in part.parts if inner.kind in sorts]
        units.append(part.unit("ask"))
        if not any(unit and _YOU.search(unit.plain) for unit in units):
            message = 'a must-know without "you": make it a scene that the reader may be in'
            yield Problem(message, part.unit("ask") or part)


def _many_must_knows(subject: Subject) -> Iterator[Problem]:
    must = [
        part
        for part, question in subject.questions
        if question.must_know and part.audience == "patient"
    ]
    if len(must) > MUST_KNOWS:
        message = f"{len(must)} must-knows in one module: people keep 3 to {MUST_KNOWS}"
        yield Problem(f"{message}; choose, or make two modules", must[MUST_KNOWS])


def _answers(part: Part) -> list[Unit]:
    right = {"answer": "text", "pair": "right"}
    units = (inner.unit(right[inner.kind]) for inner in part.parts if inner.kind in right)
    return [unit for unit in units if unit]


def _not_taught(subject: Subject) -> Iterator[Problem]:
    named = {part.id: part for part in subject.parts if part.kind in {"section", "route", "step"}}
    texts: dict[str, str] = {}
    for part, question in subject.questions:
        if question.teaches not in named or not (answers := _answers(part)):
            continue
        if question.teaches not in texts:
            texts[question.teaches] = "\n".join(_texts(named[question.teaches])).lower()
        for unit in answers:
            if not _taught(question, unit, texts[question.teaches]):
                message = (
                    f"`{question.teaches}` says nothing of this answer: teach it there, or let"
                )
                yield Problem(f"{message} `teaches` name what does", unit)


def _taught(question: Question, unit: Unit, text: str) -> bool:
    """Whether a word of the right answer or of its reason stands in what is to be read again."""
    if question.kind == "number":
        return not numbers_in(unit.plain).isdisjoint(numbers_in(text))
    stems = _stems(unit.plain)
    if not stems or any(_begins(text, stem) for stem in stems):
        return True
    why = unit.part.unit("why")
    return why is not None and any(_begins(text, stem) for stem in _stems(why.plain))


def _texts(part: Part) -> Iterator[str]:
    for unit in part.units:
        yield unit.plain
    for inner in part.parts:
        yield from _texts(inner)


def _begins(text: str, stem: str) -> bool:
    """Whether a word of the text begins so."""
    at = text.find(stem)
    while at > 0 and text[at - 1].isalpha():
        at = text.find(stem, at + 1)
    return at >= 0


def _stems(text: str) -> set[str]:
    """The beginnings of its words that mean something: `driv` of drive and driving."""
    return {word[:4] for word in words(text.lower()) if len(word) > 2 and word not in _EMPTY}


RULES: tuple[Rule, ...] = (
    Rule(
        "Q604",
        "warning",
        "No negatives in what is asked",
        "A tired reader misses the small word and answers the opposite.",
        "Which of these should you not do tonight?",
        "Which of these can you do tonight?",
        _negative,
        "The scene before the question may have one, and so may questions to sort.",
        ("en",),
    ),
    Rule(
        "Q610",
        "error",
        "A question stands alone",
        "It should be answerable before the options are read, and make sense when read out.",
        "After treatment you should ____ home.",
        "Your session is over. How do you get home?",
        _not_alone,
    ),
    Rule(
        "Q613",
        "warning",
        "The answer is taught by what the question names",
        "Who does not know is sent there to read it again, and has to find it.",
        "A question on alcohol that teaches a section on driving",
        "The same question, with `teaches` naming the section on alcohol",
        _not_taught,
        "Told only where no word of the answer or its reason is there; a number has to be there itself.",
        ("en",),
    ),
    Rule(
        "Q615",
        "warning",
        f"At most {MUST_KNOWS} must-knows in a module",
        "People keep three to five things from one sitting.",
        "A module with 9 must-knows",
        "The 4 that keep people safe",
        _many_must_knows,
    ),
    Rule(
        "Q616",
        "warning",
        f"A question of at most {STEM} words",
        "A question should test what is known, not how much can be held in mind.",
        "A scene of 70 words",
        "Two hours later you feel fine. Your car is outside. What do you do?",
        _long_stem,
        f"{STEM_SLACK} words of slack.",
    ),
    Rule(
        "Q620",
        "warning",
        'No question that ends in "a" or "an"',
        "Grammar gives the answer away.",
        "Who feels far away has an?",
        "What do doctors call feeling far away?",
        _clue,
        languages=("en",),
    ),
    Rule(
        "Q623",
        "warning",
        "A must-know is a scene",
        "What people do in a situation shows more than what they can repeat.",
        "What is the rule on driving?",
        "You feel fine and your car is outside. What do you do?",
        _no_scene,
        'Told where there is no "you" in what is asked, or in what is to be sorted.',
        ("en",),
    ),
)
