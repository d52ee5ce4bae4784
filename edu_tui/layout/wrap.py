"""Words into lines: breaks at spaces, and inside a word only when it is wider than the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.line import Line, Span, Tone, cells, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Word = list[Span]
"""What may not be parted: runs of different tones with no space between."""


def wrap(spans: Iterable[Span], width: int, first: str = "", rest: str = "") -> list[Line]:
    """Lines of at most `width` columns; `first` and `rest` begin the first and the other lines."""
    lines: list[Line] = []
    current: list[Span] = []
    lead, used = first, cells(first)
    for word, size in _fitting(_words(spans), max(1, width - max(used, cells(rest)))):
        if current and used + 1 + size > width:
            lines.append((*line(lead), *current))
            current, lead, used = [], rest, cells(rest)
        if current:
            _join(current, word)
            used += 1 + size
        else:
            current = word
            used += size
    if current or not lines:
        lines.append((*line(lead), *current))
    return lines


def wrap_text(text: str, width: int, tone: Tone = "plain", rest: str = "") -> list[Line]:
    """The same for words of one tone."""
    return wrap((Span(text, tone),), width, "", rest)


def _join(current: list[Span], word: Word) -> None:
    """A space and the word; the space has their tone where both have the same."""
    last, begin = current[-1], word[0]
    if _alike(last, begin):
        current[-1] = Span(f"{last.text} {begin.text}", last.tone, last.about)
        current += word[1:]
    elif last.tone == "plain":
        current[-1] = Span(f"{last.text} ", "plain")
        current += word
    elif begin.tone == "plain":
        current += [Span(f" {begin.text}", "plain"), *word[1:]]
    else:
        current += [Span(" ", "plain"), *word]


def _alike(one: Span, other: Span) -> bool:
    """Whether both are one run, but for their words."""
    return one.tone == other.tone and one.about == other.about


def _words(spans: Iterable[Span]) -> Iterator[tuple[Word, int]]:
    """Each word with its columns, neighbours of one tone as one run."""
    word: Word = []
    size = 0
    for span in spans:
        text, tone, about = span
        columns = len if text.isascii() else cells
        for index, piece in enumerate(text.replace("\n", " ").split(" ")):
            if index and word:
                yield word, size
                word, size = [], 0
            if not piece:
                continue
            size += columns(piece)
            if word and _alike(word[-1], span):
                word[-1] = Span(word[-1].text + piece, tone, about)
            else:
                word.append(Span(piece, tone, about))
    if word:
        yield word, size


def _fitting(words: Iterable[tuple[Word, int]], width: int) -> Iterator[tuple[Word, int]]:
    """Words, those wider than a line cut to fit."""
    for word, size in words:
        if size <= width:
            yield word, size
        else:
            yield from _cut(word, width)


def _cut(word: Word, width: int) -> Iterator[tuple[Word, int]]:
    piece: Word = []
    room = width
    for span in word:
        for character in span.text:
            size = cells(character)
            if size > room and piece:
                yield piece, width - room
                piece, room = [], width
            if piece and _alike(piece[-1], span):
                piece[-1] = span._replace(text=piece[-1].text + character)
            else:
                piece.append(span._replace(text=character))
            room -= size
    if piece:
        yield piece, width - room
