"""Everything that one audience reads of a module, or of a part of it, as one run of plain words.

Rules search the run once instead of each text by itself; what they find is led back to the text it
stands in. Words and sentences are made once and shared by all rules.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.lint.sentences import sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.library.lint.unit import Unit


class Sentence(NamedTuple):
    """One sentence of a script, and where it starts there."""

    start: int
    text: str


class Script:
    """The plain words of some units, one line a block."""

    __slots__ = ("_lower", "_spans", "_starts", "_tokens", "_vocabulary", "text", "units")

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = tuple(units)
        self.text = "\n".join([unit.plain for unit in self.units])
        self._lower = ""
        self._starts: list[int] = []
        self._tokens: list[str] | None = None
        self._spans: list[tuple[int, int]] | None = None
        self._vocabulary: frozenset[str] | None = None

    @property
    def lower(self) -> str:
        """The text in small letters and straight apostrophes, each character at its own place."""
        if not self._lower:
            self._lower = self.text.lower().replace("’", "'")
            if len(self._lower) != len(self.text):
                self._lower = "".join(
                    char.lower() if len(char.lower()) == 1 else char for char in self.text
                )
        return self._lower

    @property
    def tokens(self) -> list[str]:
        """What stands between spaces: words with the signs around them. Quick to make and to count."""
        if self._tokens is None:
            self._tokens = self.text.replace("\N{EM DASH}", " ").split()
        return self._tokens

    @property
    def vocabulary(self) -> frozenset[str]:
        """Its different words in small letters: to see at once that a search is in vain."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(words(" ".join(set(self.tokens)).lower()))
        return self._vocabulary

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of every sentence, in order."""
        if self._spans is None:
            self._spans = sentences(self.text, self.tokens)
        return self._spans

    @property
    def sentences(self) -> list[Sentence]:
        """Every sentence, in order."""
        return [Sentence(start, self.text[start:end]) for start, end in self.spans]

    def at(self, offset: int) -> tuple[Unit, int]:
        """The unit in which that character stands, and where in its plain words."""
        if not self._starts:
            start = 0
            for unit in self.units:
                self._starts.append(start)
                start += len(unit.plain) + 1
        place = bisect_right(self._starts, offset) - 1
        return self.units[place], offset - self._starts[place]
