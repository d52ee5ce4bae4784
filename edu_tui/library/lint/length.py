"""R (continued): how long sentences and words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.lint.long_words import long_words
from edu_tui.library.lint.reading import ENOUGH_WORDS, longest
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.script import Script
    from edu_tui.library.lint.subject import Subject

LONGEST, LONG, MEAN = 25, 20, 15
_SHORTEST_WORD = 3
"""Characters of a word and its space, on average at the least: less needs no counting."""


def _long_sentences(
    subject: Subject, low: int, high: int
) -> Iterator[tuple[Script, int, str, int]]:
    """Script, place, text and length of every sentence of so many words."""
    characters = low * _SHORTEST_WORD
    for passage in subject.passages:
        script = passage.script
        for start, end in script.spans:
            if end - start > characters and script.text.count(" ", start, end) >= low - 2:
                text = script.text[start:end]
                if low <= (length := len(words(text))) <= high:
                    yield script, start, text, length


def _sentence_too_long(subject: Subject) -> Iterator[Problem]:
    for script, start, text, length in _long_sentences(subject, LONGEST + 1, 10_000):
        message = f"a sentence of {length} words (limit {LONGEST}); {_split(text)}"
        yield Problem(message, *script.at(start))


def _sentence_long(subject: Subject) -> Iterator[Problem]:
    for script, start, text, length in _long_sentences(subject, LONG + 1, LONGEST):
        message = f"a sentence of {length} words; aim for 8 to 15; {_split(text)}"
        yield Problem(message, *script.at(start))


def _split(sentence: str) -> str:
    """Where it could be two: the joint that is nearest its middle."""
    joints = (
        "; ",
        ": ",
        ", and ",
        ", but ",
        ", so ",
        " because ",
        ", which ",
        " and ",
        " but ",
        ", ",
    )
    middle = len(sentence) // 2
    for group in (joints[:7], joints[7:]):
        splits = [
            (abs(at - middle), joint)
            for joint in group
            if (at := sentence.find(joint, middle // 2)) >= 0 and at < middle * 1.6
        ]
        if splits:
            return f'split it at "{min(splits)[1].strip()}"'
    return "split it"


def _long_on_average(subject: Subject) -> Iterator[Problem]:
    counts = subject.counts
    mean = counts.words / max(1, counts.sentences)
    if counts.words >= ENOUGH_WORDS and mean > MEAN:
        message = f"sentences have {mean:.1f} words on average; aim for 8 to {MEAN}"
        yield Problem(f"{message}; the longest: {longest(subject)}", None)


RULES: tuple[Rule, ...] = (
    Rule(
        "R006",
        "error",
        f"Sentences of at most {LONGEST} words",
        "By the end of a longer sentence its beginning is forgotten.",
        "You should not drive or use any machine until the next day after a full night of sleep because you may still be slow to react even if you feel fine.",
        "Do not drive until the next day, after a full night of sleep. You may still be slow.",
        _sentence_too_long,
        "A list item and a label end a sentence.",
    ),
    Rule(
        "R007",
        "warning",
        f"Sentences of at most {LONG} words",
        "One idea a sentence is easier to hold, and to hear read out.",
        "A nurse checks your blood pressure before you start and again when you have rested for about half an hour or so.",
        "A nurse checks your blood pressure before you start. You rest for half an hour, and then the nurse checks it again.",
        _sentence_long,
    ),
    Rule(
        "R008",
        "warning",
        f"Sentences of {MEAN} words or fewer on average",
        "Many sentences near the limit tire as much as one beyond it.",
        "A module with 18 words a sentence",
        "A module with 10 words a sentence",
        _long_on_average,
    ),
    Rule(
        "R009",
        "warning",
        "Words of fewer than four syllables",
        "Long words slow reading most; one that the reader needs is worth teaching.",
        "Supervision continues throughout rehabilitation.",
        "We watch you while you get fit again.",
        long_words,
        "Names, numbers, words of the glossary and some that everybody knows are left alone.",
        ("en",),
    ),
)
