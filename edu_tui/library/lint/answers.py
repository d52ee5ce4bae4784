"""Q: options.

Nothing but knowing should lead to the right answer: not its length, its place, nor an option that no
one would choose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint.quiz import choices, options
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.model.kinds.body import groups_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject

LONGER, LONGER_BY = 1.3, 8
"""A right answer so many times as long as the mean of the others, and so many characters longer."""
APART, APART_BY = 2, 20
ENOUGH_QUESTIONS = 6
_LUMPED = re.compile(
    r"^(?:all|none|both|neither|any|two|some) of (?:the |these|those|them)\b ?(?:above|below|answers|options)?[.!]?$"
    r"|\b(?:all|none|both|neither) of the (?:above|below)\b|^(?:both |neither )?[a-d] (?:and|or|nor) [a-d][.!]?$"
    r"|^(?:todas|ninguna) (?:las|de las) anteriores\b",
    re.I,
)
_LUMP_WORDS = "All all None none Both both Neither neither Any any Two Some Todas Ninguna"
_LUMPS = (*_LUMP_WORDS.split(), "A ", "B ")
_UNSURE = re.compile(
    r"^(?:i(?: am|['’]m) not sure|i do(?: not|n['’]t) know|not sure|no lo sé|no estoy segur[oa])[.!]?$",
    re.I,
)
_UNSURE_LENGTH = 25
_ABSOLUTES = frozenset({"always", "never"})
_ABSOLUTE = re.compile(r"\b(?:always|never)\b", re.I)


def _maybe_lumped(text: str) -> bool:
    return text.startswith(_LUMPS) or " the above" in text or " the below" in text


def _lumped(subject: Subject) -> Iterator[Problem]:
    for units in options(subject):
        for unit in units:
            if _maybe_lumped(unit.plain) and _LUMPED.search(unit.plain.strip()):
                message = "it lumps other options together, and they are shuffled: write one that"
                yield Problem(f"{message} stands alone", unit)


def _absolutes(subject: Subject) -> Iterator[Problem]:
    if _ABSOLUTES.isdisjoint(subject.vocabulary) and _ABSOLUTES.isdisjoint(
        subject.staff.vocabulary
    ):
        return
    for _, question, _, right, wrong in choices(subject):
        if question.kind != "single" or any(_ABSOLUTE.search(unit.plain) for unit in right):
            continue
        absolutes = [(unit, match) for unit in wrong if (match := _ABSOLUTE.search(unit.plain))]
        if absolutes and len(absolutes) == len(wrong):
            unit, match = absolutes[0]
            message = f'"{match.group()}" or the like in wrong options only, which gives them away'
            yield Problem(message, unit, match.start())


def _longest(subject: Subject) -> Iterator[Problem]:
    for _, question, _, right, wrong in choices(subject):
        if question.kind != "single":
            continue
        key, others = len(right[0].plain), [len(unit.plain) for unit in wrong]
        mean = sum(others) / len(others)
        if key > max(others) and key > LONGER * mean and key - mean >= LONGER_BY:
            message = f"the right answer is {key / mean:.1f} times as long as the others: make them"
            yield Problem(f"{message} alike", right[0])


def _longest_often(subject: Subject) -> Iterator[Problem]:
    # a bank is met by itself: the practice questions may not hide its pattern, nor it theirs
    for key in ("questions", "assessment"):
        yield from _longest_often_in(key, subject)


def _longest_often_in(key: str, subject: Subject) -> Iterator[Problem]:
    rows = [
        (part, len(right[0].plain) > max(len(unit.plain) for unit in wrong))
        for part, question, _, right, wrong in choices(subject)
        if question.kind == "single" and part.key == key
    ]
    longest = [part for part, is_longest in rows if is_longest]
    if len(rows) >= ENOUGH_QUESTIONS and 2 * len(longest) > len(rows):
        message = (
            f"the right answer is the longest in {len(longest)} of {len(rows)} questions, which"
        )
        yield Problem(f"{message} can be noticed: shorten some", longest[0])


def _uneven(subject: Subject) -> Iterator[Problem]:
    for texts in options(subject):
        units = sorted(texts, key=lambda unit: len(unit.plain))
        short, long = len(units[0].plain), len(units[-1].plain)
        if long > APART * short and long - short >= APART_BY:
            message = f"one option has {short} characters and this one {long}: make them alike in"
            yield Problem(f"{message} length and shape", units[-1])


def _duplicates(subject: Subject) -> Iterator[Problem]:
    for part, question in subject.questions:
        seen: set[tuple[str, str]] = set()
        for unit in (unit for inner in part.parts for unit in inner.units if unit.key != "why"):
            text = unit.key, _bare(unit.plain)
            if text in seen and question.kind != "number":
                yield Problem("another option says the same: write a different one", unit)
            seen.add(text)


def _right_first(subject: Subject) -> Iterator[Problem]:
    for part, question, *_ in choices(subject):
        if question.keep_order:
            message = "`keep_order` shows the right answer first: leave it out, so that options are"
            yield Problem(f"{message} shuffled", part)


def _unused_group(subject: Subject) -> Iterator[Problem]:
    for part, question in subject.questions:
        used = set(groups_in(question.body.right).values())
        for unit in (unit for unit in part.units if unit.key == "groups"):
            if unit.plain not in used:
                message = f'no situation belongs to "{unit.plain}": add one, or leave the group out'
                yield Problem(message, unit)


def _unsure(subject: Subject) -> Iterator[Problem]:
    for units in options(subject):
        for unit in units:
            if len(unit.plain) < _UNSURE_LENGTH and _UNSURE.search(unit.plain.strip()):
                message = "the program always offers this, and it is never wrong: leave it out"
                yield Problem(message, unit)


def _given_away(subject: Subject) -> Iterator[Problem]:
    for part, _, _, right, _ in choices(subject):
        answers = [
            absolutes
            for absolutes in (_bare(unit.plain) for unit in right)
            if absolutes.count(" ") > 1
        ]
        for key in ("hint", "ask"):
            unit = part.unit(key)
            if (
                unit is not None
                and answers
                and any(answer in unit.plain.lower() for answer in answers)
            ):
                yield Problem(f"the `{key}` has the right answer in full: reword it", unit)


def _bare(text: str) -> str:
    """The words of an option, whatever its letter case and its full stop."""
    return text.strip(" .!?").lower()


RULES: tuple[Rule, ...] = (
    Rule(
        "Q605",
        "error",
        'No "all of the above"',
        "It can be solved by logic, and means nothing once options are shuffled.",
        "All of the above",
        "An option of its own",
        _lumped,
    ),
    Rule(
        "Q606",
        "warning",
        "No always and never in all wrong options alone",
        "Readers who are good at tests avoid them.",
        "Wrong options with always or never, and a right one without",
        "Options that are alike in how sure they sound",
        _absolutes,
        languages=("en",),
    ),
    Rule(
        "Q607",
        "warning",
        "The right answer is not the longest by far",
        "Readers who are good at tests choose the longest.",
        "Leave the car, call my sister, and ask her to take me home tonight",
        "Leave the car and get a ride",
        _longest,
        f"Over {LONGER} times the mean of the others, and {LONGER_BY} characters more.",
    ),
    Rule(
        "Q608",
        "warning",
        "The right answer is seldom the longest in a module",
        "A pattern over many questions is noticed.",
        "The right answer is the longest in 6 of 9 questions",
        "The right answer is the longest in 3 of 9 questions",
        _longest_often,
        f"Modules with {ENOUGH_QUESTIONS} such questions or more. A bank is counted apart.",
    ),
    Rule(
        "Q611",
        "warning",
        "Options alike in length",
        "The one that stands out is chosen, or passed over, for its looks.",
        "Yes / Call the clinic before I leave, and ask if someone can come along",
        "Call the clinic first / Go there and say nothing",
        _uneven,
        f"Over {APART} times the shortest, and {APART_BY} characters more.",
    ),
    Rule(
        "Q621",
        "error",
        "No two options alike",
        "Whoever chooses the one is told that only the other is right.",
        "Call us / Call us.",
        "Call us / Wait until Monday",
        _duplicates,
        binding=True,
    ),
    Rule(
        "Q630",
        "warning",
        "Options are shuffled",
        "Right answers are written first, and would be shown first every time.",
        "keep_order: true",
        "(leave it out)",
        _right_first,
        "Questions of the kinds single and multiple.",
    ),
    Rule(
        "Q631",
        "warning",
        "Every group to sort into is used",
        "A group for nothing is a trick.",
        "groups: [Safe, Not safe], and every situation is safe",
        "At least one situation for each group",
        _unused_group,
    ),
    Rule(
        "Q632",
        "warning",
        'No option "I am not sure"',
        "The program always offers it, and it must never be wrong.",
        "I don't know",
        "An option that someone believes",
        _unsure,
    ),
    Rule(
        "Q634",
        "warning",
        "A question does not hold its answer",
        "Repeating is not knowing.",
        "hint: Get a ride home.",
        "hint: Think about how fast you can react.",
        _given_away,
        "Right answers of three words or more, word by word.",
    ),
)
