"""S: structure.

A reader should find at once what a part is about, what to remember and what to do. Measures have
some slack: a section of 123 words is not a wall.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.sentences import sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Unit

SUMMARY = 3
KEY_MESSAGE = 2
ITEMS, ITEMS_SLACK = 7, 1
PARAGRAPH, PARAGRAPH_SENTENCES, SHORT_PARAGRAPH = 75, 6, 60
SECTION, SECTION_SLACK = 120, 10
STEP, STEP_SLACK = 45, 5
MINUTES, SLOWEST = 5, 40
"""Minutes to think besides, and words a minute of the slowest reader."""
EMPHASIS_SHARE, EMPHASIS_RUN, EMPHASIS_FROM = 0.25, 15, 30
_SHORTEST_WORD = 2
"""Characters, with the space after it: what is shorter than so many words needs no counting."""
_SHORT_WORD = 4
"""Characters of an average word of a very easy text."""
_ITEM_LINE = re.compile(r"^\s*(?:[-*]|\d{1,2}[.)])\s+\S", re.M)
_MARKED = re.compile(r"\*\*?[^*]+\*\*?")
_LEAD = re.compile(r"^\s*(?:[-*]|\d{1,2}[.)])\s+\*\*?[^*\n]+\*", re.M)
"""The first words of an item, set apart as its name."""
_GENERIC_HEADINGS = """
about, about this, about this part, additional information, background, conclusion, details,
further information, general, general information, important information, info, information,
introduction, key points, more, more information, notes, other, other information, overview,
questions, summary, things to know, what you need to know, información, información general,
introducción, más información, resumen
"""
_GENERIC = frozenset(_GENERIC_HEADINGS.replace("\n", " ").strip().split(", "))


def _long_summary(subject: Subject) -> Iterator[Problem]:
    unit = subject.parts[0].unit("summary") if subject.parts else None
    if unit is not None and (count := len(sentences(unit.plain))) > SUMMARY:
        yield Problem(f"a summary of {count} sentences; say in one or two what this is", unit)


def _long_key_message(subject: Subject) -> Iterator[Problem]:
    for part, _ in subject.sections:
        unit = part.unit("key_message")
        if unit is None or unit.plain.count(".") <= KEY_MESSAGE:
            continue
        if (count := _statements(unit.plain)) <= KEY_MESSAGE:
            continue
        message = f"a key message of {count} sentences; keep the one thing to remember"
        yield Problem(f"{message}, in {KEY_MESSAGE} at most", unit)


def _statements(text: str) -> int:
    """Its sentences but the questions, which only say for whom the answer is."""
    return sum(not text[start:end].endswith("?") for start, end in sentences(text))


@lru_cache(maxsize=1)
def _texts(subject: Subject) -> tuple[Unit, ...]:
    """Those that are long enough to have to be looked at; kept for the next rule."""
    least = SHORT_PARAGRAPH * _SHORTEST_WORD
    return tuple(
        unit
        for unit in subject.script.units
        if unit.prose and unit.key != "ask" and len(unit.plain) > least
    )


def _long_list(subject: Subject) -> Iterator[Problem]:
    for unit in _texts(subject):
        if unit.raw.count("\n") < ITEMS or len(_ITEM_LINE.findall(unit.raw)) <= ITEMS:
            continue
        run = 0
        for line, block in enumerate(unit.blocks):
            run = 0 if block.kind == "paragraph" else run + 1
            if block.number == 1:
                run = 1
            if run == ITEMS + ITEMS_SLACK + 1:
                message = f"a list of more than {ITEMS} items: group them, or leave some out"
                yield Problem(message, unit, _line_start(unit, line))


def _line_start(unit: Unit, line: int) -> int:
    """Where the block of that number starts in the plain words."""
    return sum(len(row) + 1 for row in unit.plain.split("\n")[:line])


def _empty_heading(subject: Subject) -> Iterator[Problem]:
    for part, section in subject.sections:
        unit = part.unit("title")
        if unit is None or part.audience == "staff":
            continue
        title = section.title.strip(" .:?!")
        if title.lower() in _GENERIC:
            message = f'"{title}" fits every text: say what this section tells'
            yield Problem(message, unit)
        elif title and len(title.split()) == 1:
            message = f'"{title}" is one word: say what about it, in a few words'
            yield Problem(message, unit)


def _long_paragraph(subject: Subject) -> Iterator[Problem]:
    for unit in _texts(subject):
        start = 0
        for block in unit.plain.split("\n"):
            if len(block) > SHORT_PARAGRAPH * _SHORTEST_WORD and (message := _too_long(block)):
                yield Problem(f"a paragraph of {message}; begin a new one", unit, start)
            start += len(block) + 1


def _too_long(block: str) -> str:
    """How long a paragraph is, where that is too long; many very short sentences are no wall."""
    if block.count(" ") < SHORT_PARAGRAPH - 2:
        return ""
    length = len(words(block))
    if length > PARAGRAPH:
        return f"{length} words"
    count = len(sentences(block)) if length > SHORT_PARAGRAPH else 0
    return f"{count} sentences" if count > PARAGRAPH_SENTENCES else ""


def _long_section(subject: Subject) -> Iterator[Problem]:
    for part, _ in subject.sections:
        unit = part.unit("text")
        if unit is None or unit.staff or len(unit.plain) <= SECTION * _SHORT_WORD:
            continue
        length = len(unit.plain.split())
        if length > SECTION + SECTION_SLACK:
            message = f"a text of {length} words; aim at 60 to {SECTION}: move detail to `more`"
            yield Problem(f"{message}, or make two sections", part)


def _long_step(subject: Subject) -> Iterator[Problem]:
    for part, _ in subject.steps:
        texts = [unit.plain for unit in part.units if unit.prose and not unit.staff]
        length = sum(len(text.split()) for text in texts)
        if length > STEP + STEP_SLACK:
            message = (
                f"a step of {length} words; keep it under {STEP}: it should fit a small screen"
            )
            yield Problem(message, part)


def _long_minutes(subject: Subject) -> Iterator[Problem]:
    minutes, count = subject.module.minutes, subject.counts.words
    if subject.is_for_patients and minutes > MINUTES + count / SLOWEST:
        message = f"{minutes} minutes for {count} words: most need {max(1, round(count / 150))} to"
        yield Problem(f"{message} {max(2, round(count / 80))}; who plans by it stays away", None)


def _much_emphasis(subject: Subject) -> Iterator[Problem]:
    for unit in _texts(subject):
        if "*" not in unit.raw or not _maybe_much(unit.raw):
            continue
        total = strong = 0
        for block in unit.blocks:
            pieces = block.pieces if block.kind == "paragraph" else block.pieces[1:]
            run = sum(len(words(piece.text)) for piece in pieces if piece.strong or piece.emphasis)
            strong += run
            total += len(words(block.plain))
            if run > EMPHASIS_RUN:
                yield Problem(f"{run} words set apart in one paragraph; mark a few words", unit)
                break
        else:
            if total >= EMPHASIS_FROM and strong > EMPHASIS_SHARE * total:
                share = round(100 * strong / total)
                yield Problem(
                    f"{share} of 100 words are marked; mark a few, or none stands out", unit
                )


def _maybe_much(raw: str) -> bool:
    """A quick look, by characters."""
    if sum(map(len, _MARKED.findall(raw))) < min(EMPHASIS_RUN * 4, len(raw) * EMPHASIS_SHARE * 0.8):
        return False
    runs = [len(run) for run in _MARKED.findall(_LEAD.sub("", raw))]
    return bool(runs) and (
        max(runs) > EMPHASIS_RUN * 2 or sum(runs) > len(raw) * EMPHASIS_SHARE / 2
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "S201",
        "warning",
        f"A summary of at most {SUMMARY} sentences",
        "The summary is read in a list of modules, to choose by.",
        "You will learn. It is long. There is more. And more.",
        "Why you need a ride, and what tonight looks like.",
        _long_summary,
    ),
    Rule(
        "S202",
        "warning",
        f"A key message of at most {KEY_MESSAGE} sentences",
        "It is what is left when the rest is forgotten, so it has to be short.",
        "Someone takes you home. Do not drive. Rest. Drink water.",
        "Someone else takes you home.",
        _long_key_message,
    ),
    Rule(
        "S208",
        "warning",
        f"Lists of at most {ITEMS} items",
        "A longer list is skipped, and no one remembers it.",
        "A list of 9 items",
        "Two lists of 4 and 5 items, each with its own first line",
        _long_list,
        "An eighth is let pass.",
    ),
    Rule(
        "S209",
        "warning",
        "Headings that say something",
        "People look for their own question in the headings.",
        "Overview",
        "Who can drive you home",
        _empty_heading,
        "Titles of sections.",
    ),
    Rule(
        "S211",
        "warning",
        f"Paragraphs of at most {PARAGRAPH_SENTENCES} sentences and {PARAGRAPH} words",
        "A block of text looks like work, and is left unread.",
        "A paragraph of 92 words",
        "Two paragraphs of 46 words",
        _long_paragraph,
        f"More sentences may stand in a paragraph of up to {SHORT_PARAGRAPH} words.",
    ),
    Rule(
        "S213",
        "warning",
        "Little emphasis",
        "Where much is bold, nothing stands out.",
        "**Do not drive or use any machine until the next day after a whole full night of sleep.**",
        "**Do not drive** until the next day, after a full night of sleep.",
        _much_emphasis,
        f"More than {EMPHASIS_RUN} words in a paragraph, or a quarter of a text; not the first words of items.",
    ),
    Rule(
        "S220",
        "warning",
        f"A section's text of at most {SECTION} words",
        "A section should be one page, read in less than a minute.",
        "A text of 190 words",
        "A text of 90 words, and the detail in `more`",
        _long_section,
        f"{SECTION_SLACK} words of slack.",
    ),
    Rule(
        "S221",
        "warning",
        f"A step of at most {STEP} words",
        "A step is read on one small screen.",
        "A step of 70 words",
        "Two steps of 35 words",
        _long_step,
        f"{STEP_SLACK} words of slack.",
    ),
    Rule(
        "S222",
        "warning",
        "The minutes fit the words",
        "Who has ten minutes leaves out what seems to take an hour.",
        "minutes: 300 for 300 words",
        "minutes: 3 for 300 words",
        _long_minutes,
        f"More than {MINUTES} minutes and a minute for {SLOWEST} words. Modules for patients.",
    ),
)
