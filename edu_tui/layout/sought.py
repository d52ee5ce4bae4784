"""Words that were looked for: which of some pages has them, and where on it they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.line import Line, Span
from edu_tui.model.spelling import WORD, bare, phrases, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 12
"""Words of a query that count."""
_NOT_READ = frozenset({"cite", "mark", "rest"})
"""Tones of what stands between words and is none: source numbers, drawings."""


class _Word(NamedTuple):
    text: str
    line: int
    start: int
    end: int


class SearchHighlight(NamedTuple):
    """What a reader typed, and the words around the hit that they chose."""

    phrases: tuple[tuple[str, ...], ...]
    """Words that must follow each other, as often a single one; the very last may be only begun."""
    around: frozenset[str]

    def nearest(self, pages: Sequence[Sequence[Line]]) -> int | None:
        """The page with the most of what was typed, then of what is around; None where none has any."""
        scores = [self._score(page) for page in pages]
        best = max(range(len(scores)), key=lambda index: (scores[index], -index), default=None)
        return None if best is None or scores[best][0] == 0 else best

    def marked(self, page: Sequence[Line]) -> list[Line]:
        """The same lines with what was typed in a tone of its own."""
        by_line: dict[int, list[tuple[int, int]]] = {}
        words = _words(page)
        for places in self._places(words):
            for index in places:
                word = words[index]
                by_line.setdefault(word.line, []).append((word.start, word.end))
        return [_marked(line, by_line.get(index, ())) for index, line in enumerate(page)]

    def _score(self, page: Sequence[Line]) -> tuple[int, int]:
        words = _words(page)
        typed = sum(1 for places in self._places(words) if places)
        return typed, len(self.around.intersection(word.text for word in words))

    def _places(self, words: Sequence[_Word]) -> list[set[int]]:
        """For each phrase, which of the words belong to it."""
        last = len(self.phrases) - 1
        return [_in(words, phrase, begun=at == last) for at, phrase in enumerate(self.phrases)]


def sought(query: str, around: str) -> SearchHighlight:
    """What was typed, and the words around the hit."""
    return SearchHighlight(tuple(phrases(query, MOST)), frozenset(words_in(around)))


def _in(words: Sequence[_Word], phrase: Sequence[str], *, begun: bool) -> set[int]:
    by_line: set[int] = set()
    *whole, last = phrase
    for start in range(len(words) - len(whole)):
        end = words[start + len(whole)].text
        same = all(words[start + at].text == word for at, word in enumerate(whole))
        if same and (end.startswith(last) if begun else end == last):
            by_line.update(range(start, start + len(phrase)))
    return by_line


def _words(page: Iterable[Line]) -> list[_Word]:
    words: list[_Word] = []
    for index, line in enumerate(page):
        shown = "".join(" " * len(text) if tone in _NOT_READ else text for text, tone in line)
        words += [
            _Word(bare(match.group()), index, *match.span()) for match in WORD.finditer(shown)
        ]
    return words


def _marked(line: Line, places: Iterable[tuple[int, int]]) -> Line:
    """The line's runs, cut where a place begins and ends."""
    inside = {column for start, end in places for column in range(start, end)}
    if not inside:
        return line
    spans: list[Span] = []
    column = 0
    for text, tone in line:
        for character in text:
            worn = "match" if column in inside else tone
            if spans and spans[-1].tone == worn:
                spans[-1] = Span(spans[-1].text + character, worn)
            else:
                spans.append(Span(character, worn))
            column += 1
    return tuple(spans)
