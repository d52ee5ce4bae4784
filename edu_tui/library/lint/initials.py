"""Capitals that stand for words (rule W103), and what only looks like them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint.explained import is_explained
from edu_tui.library.lint.phrases import places
from edu_tui.library.lint.rule import Problem
from edu_tui.library.lint.search import is_quoted
from edu_tui.model.markup import references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Unit

_CAPITALS = re.compile(r"(?<![\w-])(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5})(?![\w]|-[a-z])")
_WORDS = """
US USA UK EU UN TV OK ID AM PM PIN DVD CD USB AIDS HIV DNA NHS GP COVID SMS PDF LED QR GPS ATM FAQ ZIP
WIFI VIP BBQ SPF AC DIY CEO PO MD RN PA DO DDS PHD ABC AB NOT NO AND OR ALL A.M P.M TTY
EE UU VIH SIDA ADN RR HH TODO TBD FIXME IU
"""
"""Words by now, titles after a name, and words that are only emphasized."""
_KNOWN = frozenset(_WORDS.split())
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_COUNTED = re.compile(
    r"\b(?:stages?|parts?|types?|grades?|phases?|class|levels?|nerves?|chapter|war|section|title|factor|category"
    r"|group|volume|table|lesson|etapas?|fases?|partes?|grados?|tipos?|clase|nervios?|(?-i:(?!The|An?|Your|Our|This|That|Each|El|La|Su)[A-Z][a-z]+)|(?:and|or|to|through|y|o|a) [ivx]+)\Z"
    r"|\b[IVX]+,? (?:and|or|to|through|y|o|a)\Z",
    re.I,
)
_SAID = re.compile(
    r"\((?=[^()]*[a-z])(?=[^()]*\b[A-Z]*[AEIOUY][A-Z]*\b)[A-Za-z]+(?:[ -][A-Za-z]+){1,5}\)"
)
"""How a word is said: `(toe FAY shus)`."""


def initials(subject: Subject) -> Iterator[Problem]:
    """Capitals that stand for words, where they stand first and are not spelled out."""
    capitals = subject.lexicon.marked("W103", _capitals)
    for name in sorted(capitals.among(subject.tokens).difference(subject.style.initials)):
        text = subject.script.text
        # a title may announce what the text then spells out
        uses = sorted(places(text, name), key=lambda at: not subject.script.at(at)[0].prose)
        # a word that is there in small letters too is only emphasized
        if not uses or next(places(text, name.lower()), -1) >= 0:
            continue
        unit, offset = subject.script.at(uses[0])
        if not _is_clear(unit, offset, name) and not _is_linked(unit, name, subject):
            yield Problem(f'"{name}" is not spelled out: "the full words ({name})"', unit, offset)


def _capitals(token: str) -> tuple[str, ...]:
    found = _CAPITALS.findall(token)
    return tuple(name for name in found if name.replace(".", "") not in _KNOWN and name.strip("X"))


def _is_clear(unit: Unit, offset: int, name: str) -> bool:
    """Whether it is spelled out, a numeral, said by another, or how a word is said."""
    text, end = unit.plain, offset + len(name)
    if is_explained(text, offset, end) or is_quoted(text, offset):
        return True
    # of the numerals only `IV` is a word too, and that one needs something to count
    if _ROMAN.fullmatch(name) and (name != "IV" or _COUNTED.search(text[:offset].rstrip())):
        return True
    return any(said.start() < offset < said.end() for said in _SAID.finditer(text))


def _is_linked(unit: Unit, name: str, subject: Subject) -> bool:
    links = {link.lower() for _, link in references(unit.raw, "term")}
    term = subject.glossary.get(name.lower())
    return term is not None and any(subject.glossary.get(link) == term for link in links)
