"""Which sentences of a module are not those that were signed: the signed text beside today's.

Every character of a text is in one of its sentences, so two texts that differ always have a change.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Split = Callable[[str], list[tuple[int, int]]]
    """Start and end of every sentence of a text."""

_CITED = re.compile(r"\[@[^\]]*\]")


class SignedSentence(NamedTuple):
    """One sentence, or a label that is none, and where it stands."""

    where: str
    """`section ride-home, text`."""
    text: str


class Change(NamedTuple):
    """What is different at one place."""

    where: str
    was: tuple[str, ...]
    now: tuple[str, ...]


def sentences_in(signed: str, split: Split) -> list[SignedSentence]:
    """Everything in a signed text, one after the other."""
    sentences = []
    for line in signed.splitlines()[1:]:
        where, _, text = line.partition(": ")
        sentences += [SignedSentence(where, piece) for piece in _cut(text, split)]
    return sentences


def changes(before: str, now: str, split: Split) -> list[Change]:
    """What was taken out and what was put in, in the order of reading.

    The same sentences in other paragraphs are told by the paragraph.
    """
    compared = _compared(sentences_in(before, split), sentences_in(now, split))
    return compared or _compared(sentences_in(before, _whole), sentences_in(now, _whole))


def count(compared: Iterable[Change]) -> int:
    """How many sentences that is: one that was rewritten is one."""
    return sum(max(len(change.was), len(change.now)) for change in compared)


def _compared(old: list[SignedSentence], new: list[SignedSentence]) -> list[Change]:
    compared: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            compared += _by_place(old[a:b], new[c:d])
    return compared


def _by_place(old: list[SignedSentence], new: list[SignedSentence]) -> Iterator[Change]:
    for where in dict.fromkeys(sentence.where for sentence in (*old, *new)):
        was = tuple(sentence.text for sentence in old if sentence.where == where)
        yield Change(
            where, was, tuple(sentence.text for sentence in new if sentence.where == where)
        )


def _whole(text: str) -> list[tuple[int, int]]:
    return [(0, len(text))]


def _cut(text: str, split: Split) -> list[str]:
    """A text in sentences; a mark belongs to the word it stands at, a citation to what it is for."""
    bare = _CITED.sub(lambda match: " " * len(match.group()), text)
    starts = [bare.rfind(" ", 0, start) + 1 for start, _ in split(bare)][1:]
    pieces = zip([0, *starts], [*starts, len(text)], strict=True)
    return [text[start:end].strip() for start, end in pieces if end > start]
