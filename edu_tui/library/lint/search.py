"""Looking for a pattern in what patients read, at next to no cost where there is nothing to find.

Only lines with a text that each match has are searched; which texts those are is read off the pattern. What
an author quotes in order to warn of it, and wrong answers that exist to be put right, can be told apart
from what the module itself says.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.lint.literals import literals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Unit

_QUOTE = re.compile('["“”«»]')


class PatternHit(NamedTuple):
    """One place where a pattern was found."""

    match: re.Match[str]
    unit: Unit
    offset: int

    @property
    def words(self) -> str:
        """As the author wrote it."""
        return self.group(0)

    def group(self, name: str | int) -> str:
        """A group of the match, as the author wrote it; empty where it has no part in it."""
        start, end = (at - self.match.start() + self.offset for at in self.match.span(name))
        return self.unit.plain[start:end] if self.match[name] else ""

    @property
    def block(self) -> str:
        """The paragraph or list item it stands in."""
        start, end = _line(self.unit.plain, self.offset)
        return self.unit.plain[start:end]

    @property
    def quoted(self) -> bool:
        """Whether it stands between quotation marks of its paragraph."""
        return is_quoted(self.unit.plain, self.offset)

    @property
    def meant(self) -> bool:
        """Whether the module says it itself: neither a quotation nor a wrong answer to be put right."""
        part = self.unit.part
        reported = part.kind in {"wrong", "situation"} and self.unit.key == "text"
        return not reported and not self.quoted


class Pattern:
    """A regular expression of a rule. It sees small letters and straight apostrophes alone."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    @cached_property
    def _needed(self) -> frozenset[str]:
        """Read off with the first text: a rule may know without a search that it has nothing to find."""
        return literals(self._pattern)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled with the first line that may have a match: most never are."""
        return re.compile(self._pattern, re.M)

    def hits(self, subject: Subject) -> Iterator[PatternHit]:
        """Each place in what patients read, in order."""
        script = subject.script
        for match in self.find(script.lower):
            yield PatternHit(match, *script.at(match.start()))

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Each place in a text in small letters, in order; no match goes over a line."""
        if "" in self._needed:
            yield from self.regex.finditer(text)
            return
        for start, end in lines(text, self._needed):
            yield from self.regex.finditer(text, start, end)


def is_quoted(text: str, offset: int) -> bool:
    """Whether that place stands between quotation marks of its paragraph."""
    start, _ = _line(text, offset)
    return len(_QUOTE.findall(text, start, offset)) % 2 == 1


def lines(text: str, texts: Iterable[str]) -> list[tuple[int, int]]:
    """Where the lines start and end that have one of those texts, in order."""
    pairs: set[tuple[int, int]] = set()
    for other_text in texts:
        at = text.find(other_text)
        while at >= 0:
            span = _line(text, at)
            pairs.add(span)
            at = text.find(other_text, span[1])
    return sorted(pairs)


def _line(text: str, offset: int) -> tuple[int, int]:
    """Where the line of that character starts and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end
