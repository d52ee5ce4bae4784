"""Looking for a pattern in what patients read, at next to no cost where there is nothing to find.

A pattern comes with anchors: words, phrases of whole words, or signs, of which each match has one in
its line. Only lines with an anchor are searched, so most modules cost one look at their vocabulary. What an
author quotes in order to warn of it, and wrong answers that exist to be put right, can be told apart
from what the module itself says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.lint.sentences import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Unit

_QUOTE = re.compile('["“”]')


class Hit(NamedTuple):
    """One place where a pattern was found."""

    match: re.Match[str]
    unit: Unit
    offset: int

    @property
    def words(self) -> str:
        """As the author wrote it."""
        return self.match.group()

    @property
    def block(self) -> str:
        """The paragraph or list item it stands in."""
        start, end = _line(self.unit.plain, self.offset)
        return self.unit.plain[start:end]

    @property
    def quoted(self) -> bool:
        """Whether it stands between quotation marks of its paragraph."""
        start, _ = _line(self.unit.plain, self.offset)
        return len(_QUOTE.findall(self.unit.plain, start, self.offset)) % 2 == 1

    @property
    def meant(self) -> bool:
        """Whether the module says it itself: neither a quotation nor a wrong answer to be put right."""
        part = self.unit.part
        reported = part.kind in {"wrong", "situation"} and self.unit.key == "text"
        return not reported and not self.quoted


class Pattern:
    """A pattern and its anchors, in small letters."""

    def __init__(
        self,
        pattern: str,
        words: str = "",
        phrases: Iterable[str] = (),
        signs: Iterable[str] = (),
        flags: re.RegexFlag = re.I,
    ) -> None:
        self._pattern = re.compile(pattern, flags)
        self._words = frozenset(words.split())
        self._phrases = tuple((phrase, frozenset(WORD.findall(phrase))) for phrase in phrases)
        self._signs = tuple(signs)

    def hits(self, subject: Subject, more: Iterable[str] = ()) -> Iterator[Hit]:
        """Each place in what patients read, in order; more anchors may be known for this module."""
        held = subject.vocabulary
        script = subject.script
        anchors = [*(self._words & held), *more]
        anchors += [phrase for phrase, words in self._phrases if words <= held]
        anchors += [sign for sign in self._signs if sign in script.text]
        if not anchors:
            return
        for start, end in lines(script.lower, anchors):
            for match in self._pattern.finditer(script.text, start, end):
                yield Hit(match, *script.at(match.start()))


def lines(text: str, anchors: Iterable[str]) -> list[tuple[int, int]]:
    """Where the lines start and end that have an anchor, in order."""
    found: set[tuple[int, int]] = set()
    for anchor in anchors:
        at = text.find(anchor)
        while at >= 0:
            span = _line(text, at)
            found.add(span)
            at = text.find(anchor, span[1])
    return sorted(found)


def _line(text: str, offset: int) -> tuple[int, int]:
    """Where the line of that character starts and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end
