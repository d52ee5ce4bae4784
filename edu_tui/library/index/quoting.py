"""Quoting a text around what was looked for, with what was found marked."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from edu_tui.model.spelling import WORD, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.index.question import Phrase
    from edu_tui.model.spelling import Wanted

AROUND = 12
"""Words around a match, itself included: a line of the screen, or two of a small one."""
BEFORE = 3
"""Words before a match that does not stand near the beginning of its sentence."""
WEIGHED = 12
"""Places of each thing that are weighed: a letter may begin every tenth word of a text."""
_PLAIN = re.compile("[a-z0-9]+")
_MORE = "..."
_ENDS = re.compile("[.!?:]")


class CutText:
    """A text as words; where they stand is looked up as far as somebody asks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = (
            _PLAIN.findall(text.lower())
            if text.isascii()
            else [bare(word) for word in WORD.findall(text)]
        )

        self._places: list[tuple[int, int]] = []

    @cached_property
    def _signs(self) -> Iterator[re.Match[str]]:
        """The words whose places nobody has asked for yet."""
        plain = self.text.isascii()
        return _PLAIN.finditer(self.text.lower()) if plain else WORD.finditer(self.text)

    def place(self, number: int) -> tuple[int, int]:
        """Where that word begins and ends, counted from 0."""
        missing = number + 1 - len(self._places)
        if missing > 0:
            self._places += [match.span() for match in islice(self._signs, missing)]
        return self._places[number]

    def find(self, wanted: Wanted) -> list[range]:
        """Where that stands, in numbers of words."""
        *whole, last = wanted.words
        if wanted.begun:
            ends = [at for at, word in enumerate(self.words) if word.startswith(last)]
        else:
            ends = [at for at, word in enumerate(self.words) if word == last]
        return [
            range(at - len(whole), at + 1)
            for at in ends
            if at >= len(whole) and self.words[at - len(whole) : at] == whole
        ]

    def holds(self, phrase: Phrase) -> bool:
        """Whether these words stand there in their order, the last perhaps only begun."""
        return f" {' '.join(phrase)}" in f" {' '.join(self.words)}"


def matches(text: CutText, things: tuple[tuple[Wanted, ...], ...]) -> list[list[range]]:
    """For each thing that is there, where it stands."""
    found = ([place for wanted in thing for place in text.find(wanted)] for thing in things)
    return [places for places in found if places]


def quote(text: CutText, found: list[list[range]]) -> tuple[tuple[str, bool], ...]:
    """The words around the most of what was found; True marks it."""
    if not text.words:
        return ()
    start = _start(text, found)
    end = min(start + AROUND, len(text.words))
    start = max(0, end - AROUND)
    inside = sorted(
        {(place.start, place.stop) for places in found for place in places if start <= place.start}
    )
    first, last = text.place(start)[0] if start else 0, text.place(end - 1)[1]
    last = len(text.text) if end == len(text.words) else last
    parts: list[tuple[str, bool]] = [(_MORE, False)] if start else []
    at = first
    for begin, stop in inside:
        if begin >= end:
            continue
        left, right = text.place(begin)[0], text.place(min(stop, end) - 1)[1]
        if left < at:
            continue
        parts += [(text.text[at:left], False), (text.text[left:right], True)]
        at = right
    parts += [(text.text[at:last], False), (_MORE if end < len(text.words) else "", False)]
    return tuple(_joined(parts))


def _start(text: CutText, found: list[list[range]]) -> int:
    """The word to begin with: the window with the most of it, at the beginning of a sentence where it can."""
    best, chosen = (-1, False), 0
    for place in sorted({place.start for places in found for place in places[:WEIGHED]}):
        sentence = _sentence(text, place)
        for start in {max(0, place - BEFORE), sentence}:
            inside = range(start, start + AROUND)
            count = sum(any(each.start in inside for each in places) for places in found)
            worth = (count if place in inside else 0, start == sentence)
            if worth > best:
                best, chosen = worth, start
    return chosen


def _sentence(text: CutText, at: int) -> int:
    """The first word of the sentence that a word is in, so far as it is near."""
    least = max(0, at - AROUND + 2)
    # Most words have no such sign near before them, and one look tells.
    if _ENDS.search(text.text, text.place(least)[1], text.place(at)[0]):
        for start in range(at, least, -1):
            if _ENDS.search(text.text, text.place(start - 1)[1], text.place(start)[0]):
                return start
    return 0 if at < AROUND - 1 else at


def _joined(parts: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    joined: list[tuple[str, bool]] = []
    for text, marked in parts:
        if joined and not marked and not joined[-1][1]:
            joined[-1] = (joined[-1][0] + text, False)
        elif text:
            joined.append((text, marked))
    return joined
