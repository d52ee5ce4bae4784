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
    found = []
    for line in signed.splitlines()[1:]:
        where, _, text = line.partition(": ")
        found += [SignedSentence(where, one) for one in _cut(text, split)]
    return found


def changes(before: str, now: str, split: Split) -> list[Change]:
    """What was taken out and what was put in, in the order of reading.

    The same sentences in other paragraphs are told by the paragraph.
    """
    found = _compared(sentences_in(before, split), sentences_in(now, split))
    return found or _compared(sentences_in(before, _whole), sentences_in(now, _whole))


def count(found: Iterable[Change]) -> int:
    """How many sentences that is: one that was rewritten is one."""
    return sum(max(len(one.was), len(one.now)) for one in found)


def _compared(old: list[SignedSentence], new: list[SignedSentence]) -> list[Change]:
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _by_place(old[a:b], new[c:d])
    return found


def _by_place(old: list[SignedSentence], new: list[SignedSentence]) -> Iterator[Change]:
    for where in dict.fromkeys(one.where for one in (*old, *new)):
        was = tuple(one.text for one in old if one.where == where)
        yield Change(where, was, tuple(one.text for one in new if one.where == where))


def _whole(text: str) -> list[tuple[int, int]]:
    return [(0, len(text))]


def _cut(text: str, split: Split) -> list[str]:
    """A text in sentences; a mark belongs to the word it stands at, a citation to what it is for."""
    bare = _CITED.sub(lambda found: " " * len(found.group()), text)
    starts = [bare.rfind(" ", 0, start) + 1 for start, _ in split(bare)][1:]
    pieces = zip([0, *starts], [*starts, len(text)], strict=True)
    return [text[start:end].strip() for start, end in pieces if end > start]
