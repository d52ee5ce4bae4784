"""Banks of assessments: large enough that luck and memory pass nobody.

Only modules of a course for staff are assessed. Which course a module is in decides its mastery score.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.lint.rule import Problem, Rule
from edu_tui.model.guessing import chance_of_guessing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.lint.subject import Subject
    from edu_tui.model.library import Course

FAMILIES, MUST_KNOWS = 10, 5
CHANCE = 1e-6


def _courses(subject: Subject) -> list[Course]:
    """Staff courses that assess this module."""
    courses = subject.library.courses if subject.library else ()
    name = subject.module.id
    return [one for one in courses if one.audience == "staff" and name in one.modules]


def _too_small(subject: Subject) -> Iterator[Problem]:
    bank = subject.module.assessment
    if not any(one.mastery is not None for one in _courses(subject)):
        return
    if not bank:
        yield Problem("a module of an assessed course needs a bank: write `assessment:`", None)
        return
    families = {one.family for one in bank}
    must_know = {one.family for one in bank if one.must_know}
    if len(families) < FAMILIES:
        said = f"the bank asks for {len(families)} things: {FAMILIES} at least, so that luck evens out"
        yield Problem(said, None)
    if len(must_know) < MUST_KNOWS:
        said = f"the bank has {len(must_know)} must-knows: {MUST_KNOWS} at least"
        yield Problem(said, None)


def _no_variant(subject: Subject) -> Iterator[Problem]:
    if not _courses(subject):
        return
    many: dict[str, int] = {}
    for one in subject.module.assessment:
        many[one.family] = many.get(one.family, 0) + 1
    for part, one in subject.questions:
        if part.key == "assessment" and one.must_know and many.get(one.id) == 1:
            said = "a must-know needs a variant, for who tries again: `variant_of: " + one.id + "`"
            yield Problem(said, part)


def _guessable(subject: Subject) -> Iterator[Problem]:
    bank = subject.module.assessment
    for course in _courses(subject):
        if not bank or course.mastery is None:
            continue
        chance = chance_of_guessing(bank, course.mastery, course.tries)
        if chance > CHANCE:
            said = (
                f"guessing passes 1 in {round(1 / chance):,}: ask for more, or in ways that are harder to "
                "guess (several to choose, an order, situations to sort)"
            )
            yield Problem(said, None)


def _not_assessed(subject: Subject) -> Iterator[Problem]:
    if subject.library and subject.module.assessment and not _courses(subject):
        yield Problem("no course for staff has this module, so its bank is never asked", None)


RULES = (
    Rule(
        "Q625",
        "error",
        f"A bank of at least {FAMILIES} items, {MUST_KNOWS} of them must-know",
        "With few items one lucky guess decides, and who tries again meets the same ones.",
        "A staff module with 4 items",
        "12 items, 6 of them must-know",
        _too_small,
        "Variants of one item count once.",
    ),
    Rule(
        "Q627",
        "error",
        "Every must-know of a bank has a variant",
        "Who tries again should show that they know it, not that they remember the letter.",
        "One item on when to call 911, the same at each attempt",
        "Two scenes in which 911 has to be called",
        _no_variant,
    ),
    Rule(
        "Q628",
        "error",
        "Guessing passes nobody",
        "The chance that guessing passes is worked out from the bank and has to be below one in a million.",
        "Ten questions with three answers each",
        "Half of them with several to choose, an order, or situations to sort",
        _guessable,
        "It takes the easiest item of each family, and the course's mastery score and tries.",
    ),
    Rule(
        "Q629",
        "error",
        "A bank belongs to a module of a staff course",
        "Elsewhere nobody is ever asked what is in it.",
        "`assessment:` in a module for patients",
        "The same in a module of a course with `audience: staff`",
        _not_assessed,
    ),
)
