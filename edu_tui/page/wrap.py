"""Words into lines: breaks at spaces, and inside a word only when it is wider than the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.page.line import Line, Span, Tone, cells, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Word = tuple[Span, ...]
"""What may not be parted: runs of different tones with no space between."""


def wrap(spans: Iterable[Span], width: int, first: str = "", rest: str = "") -> list[Line]:
    """Lines of at most `width` columns; `first` and `rest` begin the first and the other lines."""
    made: list[Line] = []
    current: list[Span] = []
    used = 0
    for word in _fitting(_words(spans), max(1, width - max(cells(first), cells(rest)))):
        size = sum(cells(span.text) for span in word)
        lead = cells(rest if made else first)
        if current and used + 1 + size > width:
            made.append(_line(current, rest if made else first))
            current, used = [], 0
            lead = cells(rest)
        if current:
            current.append(Span(" ", _between(current[-1].tone, word[0].tone)))
            used += 1 + size
        else:
            used = lead + size
        current.extend(word)
    if current or not made:
        made.append(_line(current, rest if made else first))
    return made


def wrap_text(text: str, width: int, tone: Tone = "plain", rest: str = "") -> list[Line]:
    """The same for words of one tone."""
    return wrap((Span(text, tone),), width, "", rest)


def _between(left: Tone, right: Tone) -> Tone:
    return left if left == right else "plain"


def _line(spans: list[Span], lead: str) -> Line:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].tone == span.tone:
            joined[-1] = Span(joined[-1].text + span.text, span.tone)
        else:
            joined.append(span)
    return (*line(lead), *joined)


def _words(spans: Iterable[Span]) -> Iterator[Word]:
    word: list[Span] = []
    for span in spans:
        for index, piece in enumerate(span.text.replace("\n", " ").split(" ")):
            if index and word:
                yield tuple(word)
                word = []
            if piece:
                word.append(Span(piece, span.tone))
    if word:
        yield tuple(word)


def _fitting(words: Iterable[Word], width: int) -> Iterator[Word]:
    """Words, those wider than a line cut to fit."""
    for word in words:
        if sum(cells(span.text) for span in word) <= width:
            yield word
        else:
            yield from _cut(word, width)


def _cut(word: Word, width: int) -> Iterator[Word]:
    piece: list[Span] = []
    room = width
    for span in word:
        for character in span.text:
            size = cells(character)
            if size > room:
                yield tuple(piece)
                piece, room = [], width
            piece.append(Span(character, span.tone))
            room -= size
    if piece:
        yield tuple(piece)
