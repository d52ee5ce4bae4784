"""R (continued): how long sentences and words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.lint.long_words import long_words
from edu_tui.library.lint.reading import ENOUGH_WORDS, longest
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.sentences import words
from edu_tui.model.library import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.script import Script
    from edu_tui.library.lint.subject import Subject

MEAN = 15
SLACK = 5
"""Words above the house's limit from which a sentence is too long."""
FEW = 10
"""Of a section's sentences one in so many may be long: among short ones it is no burden."""
SPANISH = 5
"""Words more in Spanish, which has a word where English has none (`de la`, `que`)."""
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


def _limit(subject: Subject) -> int:
    """Words of a sentence that is not yet long."""
    spanish = subject.language.partition("-")[0] == "es"
    return subject.style.sentence + (SPANISH if spanish else 0)


def _sentence_too_long(subject: Subject) -> Iterator[Problem]:
    limit = _limit(subject) + SLACK
    for script, start, text, length in _long_sentences(subject, limit + 1, 10_000):
        message = f"a sentence of {length} words (limit {limit}); {_split(text)}"
        yield Problem(message, *script.at(start))


def _sentence_long(subject: Subject) -> Iterator[Problem]:
    limit = _limit(subject)
    every = list(_long_sentences(subject, limit + 1, 10_000))
    for script, start, text, length in every:
        many = sum(other is script for other, *_ in every) >= len(script.spans) / FEW
        if many and length <= limit + SLACK:
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
    aim = MEAN + _limit(subject) - Style().sentence
    if counts.words >= ENOUGH_WORDS and mean > aim:
        message = f"sentences have {mean:.1f} words on average; aim for 8 to {aim}"
        yield Problem(f"{message}; the longest: {longest(subject)}", None)


RULES: tuple[Rule, ...] = (
    Rule(
        "R006",
        "error",
        "Sentences of at most 25 words",
        "By the end of a longer sentence its beginning is forgotten.",
        "You should not drive or use any machine until the next day after a full night of sleep because you may still be slow to react even if you feel fine.",
        "Do not drive until the next day, after a full night of sleep. You may still be slow.",
        _sentence_too_long,
        f"A list item and a label end a sentence. {SPANISH} words more in Spanish, {SLACK} more than `sentence` of `style` in library.yaml.",
    ),
    Rule(
        "R007",
        "warning",
        "Sentences of at most 20 words",
        "One idea a sentence is easier to hold, and to hear read out.",
        "A nurse checks your blood pressure before you start and again when you have rested for about half an hour or so.",
        "A nurse checks your blood pressure before you start. You rest for half an hour, and then the nurse checks it again.",
        _sentence_long,
        f"Where one in {FEW} sentences of a section is long, or more. {SPANISH} words more in Spanish; `sentence` of `style` in library.yaml sets another limit.",
    ),
    Rule(
        "R008",
        "warning",
        f"Sentences of {MEAN} words or fewer on average",
        "Many sentences near the limit tire as much as one beyond it.",
        "A module with 18 words a sentence",
        "A module with 10 words a sentence",
        _long_on_average,
        f"{SPANISH} words more in Spanish; it goes up and down with `sentence` of `style` in library.yaml.",
    ),
    Rule(
        "R009",
        "warning",
        "Long words that have a shorter one, or that nobody explains",
        "Long words slow reading most; one that the reader needs is worth teaching.",
        "Supervision continues throughout rehabilitation.",
        "We watch you while you get fit again.",
        long_words,
        "A list of words with a shorter one; others from five syllables on. Names, numbers, words of the glossary, of the title and of `style` in library.yaml, what is explained where it stands, and some that everybody knows are left alone.",
        ("en",),
    ),
)
