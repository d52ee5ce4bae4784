"""A: characters that are not shown everywhere, or are read out badly."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.search import Pattern, lines
from edu_tui.library.lint.sentences import NO_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject

LONGEST_TOKEN = 38
HARD_TERM = 4
"""Syllables from which a term needs to be told how it is said."""
_UNIT = r"(?:mg|mcg|[µμ]g|ml|kg|mmhg|kpa|bpm|iu|meq|dl|cc|hrs?|mins?|lbs?)"
_SYMBOL = Pattern(
    rf"\d ?(?P<unit>{_UNIT}(?:/(?:{_UNIT}|h|hr|day|l|kg))?)\b(?!\))|(?<![\d/])\d{{1,3}}/\d{{1,3}}(?![\d/])"
    r"|[±≥≤→⇒]|-+>|=>|(?<=\d) ?[<>=]|[<>=] ?(?=\d)"
)
_SAY = {
    "mg": "milligrams",
    "mcg": "micrograms",
    "µg": "micrograms",
    "μg": "micrograms",
    "ml": "milliliters",
    "kg": "kilograms",
    "±": "give or take",
    "≥": "at least",
    "≤": "at most",
    "->": "then",
    "→": "then",
    "<": "less than",
    ">": "more than",
    "=": "is",
    "hr": "hour",
    "hrs": "hours",
    "min": "minute",
    "mins": "minutes",
    "lb": "pound",
    "lbs": "pounds",
}
_SAY_ES = {
    "mg": "miligramos",
    "mcg": "microgramos",
    "µg": "microgramos",
    "μg": "microgramos",
    "ml": "mililitros",
    "kg": "kilogramos",
    "±": "más o menos",
    "≥": "al menos",
    "≤": "como máximo",
    "<": "menos de",
    ">": "más de",
    "=": "es",
    "hr": "hora",
    "hrs": "horas",
    "min": "minuto",
    "mins": "minutos",
    "lb": "libra",
    "lbs": "libras",
}
_FRACTIONS = {
    "1/2": ("half", "medio"),
    "1/3": ("a third", "un tercio"),
    "2/3": ("two thirds", "dos tercios"),
    "1/4": ("a quarter", "un cuarto"),
    "3/4": ("three quarters", "tres cuartos"),
    "24/7": ("day and night", "día y noche"),
}
_PRESSURE = 30
"""The least that either number of a blood pressure is."""
_INSIDE = re.compile(r"[.!?](?=[A-ZÁÉÍÓÚÑ¿¡])|[,;](?=[^\W\d_])")
_CLOSE = re.compile(rf"[.!?](?:{NO_SPACE})|(?<=[^\W\d_]{{2}})[,;](?=[^\W\d_]{{2}})")
_LOUD = "NOT NEVER ALWAYS MUST ONLY IMPORTANT WARNING VERY PLEASE DON'T DON’T NUNCA SIEMPRE"
_CAPITALS = r"[A-ZÀ-Þ]{2,}(?:['’][A-Z]+)?"
_SHOUTED = re.compile(rf"\b{_CAPITALS}(?:,? {_CAPITALS}){{2,}}\b|\b(?:{_LOUD.replace(' ', '|')})\b")
_BY_LATIN_1 = "en es fr de it pt nl sv da no nb nn fi is ca gl eu ga"
_LATIN_1 = frozenset(_BY_LATIN_1.split())
_PUNCTUATION = frozenset("¿¡“”‘’–—…•°×«»\xa0\n")
_SIGNS = frozenset("±≥≤→⇒µμ")
"""Told by A707, which knows what to write instead."""
_AROUND = ".,;:!?()\"“”'’"
_TOKEN = re.compile(rf"[^\s]{{{LONGEST_TOKEN + 1},}}")


def _odd_characters(subject: Subject) -> Iterator[Problem]:
    latin_1 = subject.language.partition("-")[0] in _LATIN_1
    for unit in subject.units:
        if unit.raw.isascii():
            continue
        for offset, char in enumerate(unit.plain):
            if not char.isascii() and not _allowed(char, latin_1=latin_1):
                name = unicodedata.name(char, "unnamed").lower()
                message = f'U+{ord(char):04X} "{char}" ({name}) is missing on many screens: use'
                yield Problem(f"{message} plain words or ASCII", unit, offset)
                break


def _allowed(char: str, *, latin_1: bool) -> bool:
    if char in _PUNCTUATION or char in _SIGNS:
        return True
    if latin_1:
        return char.isalpha() and char <= "\xff"
    return unicodedata.category(char)[0] in "LMN" or unicodedata.category(char)[0] == "P"


def _long_tokens(subject: Subject) -> Iterator[Problem]:
    if max(map(len, subject.tokens), default=0) <= LONGEST_TOKEN:
        return
    for match in _TOKEN.finditer(subject.script.text):
        message = f"{len(match.group())} characters without a space do not fit a narrow screen:"
        yield Problem(f"{message} write it in words", *subject.script.at(match.start()))


def _symbols(subject: Subject) -> Iterator[Problem]:
    spanish = subject.language.partition("-")[0] == "es"
    for hit in _SYMBOL.hits(subject):
        sign = hit.group("unit") or hit.words.strip()
        words = (_SAY_ES if spanish else _SAY).get(sign.lower()) or _slashed(sign, spanish=spanish)
        advice = f'write "{words}"' if words else "write it in words"
        yield Problem(f'"{sign}" is read out badly: {advice}', hit.unit, hit.offset)


def _slashed(sign: str, *, spanish: bool) -> str:
    """A fraction, or a blood pressure; of all else nobody knows what it is."""
    if sign in _FRACTIONS:
        return _FRACTIONS[sign][spanish]
    first, _, second = sign.partition("/")
    if not (second.isdigit() and min(int(first), int(second)) >= _PRESSURE):
        return ""
    return f"{first} {'sobre' if spanish else 'over'} {second}"


def _no_space(subject: Subject) -> Iterator[Problem]:
    if not _INSIDE.search(" ".join(subject.tokens)):
        return
    for match in _CLOSE.finditer(subject.script.text):
        message = f'put a space after "{match.group()}": without it two words are read as one'
        yield Problem(message, *subject.script.at(match.start()))


def _unsaid_terms(subject: Subject) -> Iterator[Problem]:
    texts: set[str] = set()
    if all(term.say for term in subject.glossary.values()):
        return
    for use in subject.document.uses:
        term = subject.glossary.get(use.name.lower()) if use.kind == "term" else None
        if term is None or term.say or term.term in texts:
            continue
        texts.add(term.term)
        if max(subject.syllables[word] for word in term.term.split() or [""]) >= HARD_TERM:
            unit = next((unit for unit in subject.units if unit.scalar is use.node), None)
            message = f'how do you say "{term.term}"? Add `say` to the glossary'
            yield Problem(message, unit or None, unit.plain.find(use.name) if unit else 0)


def _shouted(subject: Subject) -> Iterator[Problem]:
    capitals = [word.strip(_AROUND) for word in filter(str.isupper, subject.tokens)]
    unknown = [word for word in capitals if len(word) > 1 and word.lower() not in subject.terms]
    text = subject.script.text
    for start, end in lines(text, unknown):
        for match in _SHOUTED.finditer(text, start, end):
            texts = match.group().replace(",", "").split()
            if len(texts) == 1 or not all(word.lower() in subject.terms for word in texts):
                message = f'"{match.group()}": capitals are hard to read, and may be spelled out'
                yield Problem(f"{message}: use small letters", *subject.script.at(match.start()))


RULES: tuple[Rule, ...] = (
    Rule(
        "A704",
        "error",
        "Only characters that every screen has",
        "What a console font lacks is shown as a box or a question mark.",
        "\u2713 Bring your list",
        "Bring your list",
        _odd_characters,
        "ASCII, letters of the language, curly quotes and \u2013 \u2014 \u2026 \u2022 \u00b0 \u00d7.",
        binding=True,
    ),
    Rule(
        "A706",
        "warning",
        f"No word of more than {LONGEST_TOKEN} characters",
        "It cannot be broken on a narrow screen, or in large letters.",
        "appointments/after-hours/emergency-numbers",
        "The numbers to call after hours",
        _long_tokens,
    ),
    Rule(
        "A707",
        "warning",
        "Units and signs in words",
        '"0.5 mg/kg" is read out as "M G slash K G", and few know what it is.',
        "Your blood pressure is 120/80.",
        "Your blood pressure is 120 over 80.",
        _symbols,
        'A unit alone in brackets, "(mg)", is left alone. `1/2` is half, `24/7` day and night.',
    ),
    Rule(
        "A708",
        "warning",
        "Long terms say how they are said",
        "A word that cannot be said cannot be asked about.",
        "term: dissociation, without `say`",
        "say: dis-SO-see-AY-shun",
        _unsaid_terms,
        f"Terms that a module uses, with a word of {HARD_TERM} syllables or more.",
    ),
    Rule(
        "A709",
        "warning",
        "No shouting in capitals",
        "Capitals are slower to read, and some voices spell them out.",
        "You must NOT drive tonight.",
        "Do not drive tonight.",
        _shouted,
        "Runs of three words, and words such as NOT and NEVER; short forms are left alone.",
    ),
    Rule(
        "A710",
        "warning",
        "A space after each sentence and comma",
        "Without it two words are read out as one, and a sentence has no end.",
        "Rest until noon.Then eat,drink and walk.",
        "Rest until noon. Then eat, drink and walk.",
        _no_space,
        "Web addresses, file names and numbers are left alone.",
    ),
)
