"""Words that were looked for: which of some pages has them, and where on it they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.line import Line, Span
from edu_tui.model.spelling import WORD, Wanted, bare, phrases, words_in

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
    """What a reader looked for, and the words around the hit that they chose."""

    things: tuple[tuple[Wanted, ...], ...]
    """For each thing that was asked for, all words that stand for it."""
    typed: frozenset[str]
    """Each word that was typed, also those that do not count."""
    around: frozenset[str]

    def nearest(self, pages: Sequence[Sequence[Line]]) -> int | None:
        """The page with the most of what was asked for, then of what was typed, then of what is around.

        None where none has anything that was asked for.
        """
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

    def _score(self, page: Sequence[Line]) -> tuple[int, int, int]:
        words = _words(page)
        there = {word.text for word in words}
        things = sum(1 for places in self._places(words) if places)
        return things, len(self.typed & there), len(self.around & there)

    def _places(self, words: Sequence[_Word]) -> list[set[int]]:
        """For each thing, which of the words belong to it."""
        return [set().union(*(_in(words, *wanted) for wanted in thing)) for thing in self.things]


def sought(query: str, around: str, things: tuple[tuple[Wanted, ...], ...] = ()) -> SearchHighlight:
    """What was typed, and the words around the hit; `things` are what search made of it, else its words."""
    typed = phrases(query, MOST)
    plain = tuple((Wanted(words, begun=words is typed[-1]),) for words in typed)
    return SearchHighlight(
        things or plain,
        frozenset(word for words in typed for word in words),
        frozenset(words_in(around)),
    )


def _in(words: Sequence[_Word], phrase: Sequence[str], begun: bool) -> set[int]:
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
        shown = "".join(
            " " * len(span.text) if span.tone in _NOT_READ else span.text for span in line
        )
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
    for text, tone, about in line:
        for character in text:
            worn = Span(character, "match" if column in inside else tone, about)
            if spans and spans[-1][1:] == worn[1:]:
                spans[-1] = worn._replace(text=spans[-1].text + character)
            else:
                spans.append(worn)
            column += 1
    return tuple(spans)
