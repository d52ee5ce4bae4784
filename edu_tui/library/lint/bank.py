"""Q: banks of assessments. They are large enough that neither luck nor memory passes anybody.

Only modules of a course for staff with a mastery score are assessed. What a bank's items ask, and how,
is held to the rules for all questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.model.guessing import chance_of_guessing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Part
    from edu_tui.model.library import Audience, Course

FAMILIES, MUST_KNOWS = 10, 5
CHANCE = 1e-6


def _courses(subject: Subject, audience: Audience) -> list[Course]:
    """The courses for them that have this module."""
    courses = subject.library.courses if subject.library else ()
    name = subject.module.id
    return [course for course in courses if course.audience == audience and name in course.modules]


def _assessing(subject: Subject) -> list[tuple[Course, int]]:
    """Courses that assess this module, each with its mastery score."""
    staff = _courses(subject, "staff")
    return [(course, course.mastery) for course in staff if course.mastery is not None]


def _items(subject: Subject) -> list[Part]:
    return [part for part, _ in subject.questions if part.key == "assessment"]


def _too_small(subject: Subject) -> Iterator[Problem]:
    if not _assessing(subject):
        return
    bank = subject.module.assessment
    if not bank:
        yield _no_bank(subject)
        return
    families = {question.family for question in bank}
    must_know = {question.family for question in bank if question.must_know}
    if len(families) < FAMILIES:
        message = f"the bank asks for {len(families)} different things: ask for {FAMILIES} at least"
        yield Problem(message, _items(subject)[0])
    if len(must_know) < MUST_KNOWS:
        message = f"{len(must_know)} things in the bank are must-know: {MUST_KNOWS} at least"
        yield Problem(message, _items(subject)[0])


def _no_bank(subject: Subject) -> Problem:
    if not _courses(subject, "patient"):
        message = (
            "nobody can pass this module of an assessed course: it needs a bank, `assessment:`"
        )
        return Problem(message, None)
    # no reason to keep it from patients, who have no use for a bank
    message = "a course for patients has this module too, so it can have no bank, and staff cannot pass it:"
    advice = "give staff a module of their own, or a course without `mastery`"
    return Problem(f"{message} {advice}", None, severity="warning")


def _no_variant(subject: Subject) -> Iterator[Problem]:
    varied = {question.variant_of for question in subject.module.assessment}
    for part, question in subject.questions:
        alone = not question.variant_of and question.id not in varied
        if part.key == "assessment" and question.must_know and alone:
            message = "a must-know without a variant: ask for it another way too, in an item with"
            yield Problem(f"{message} `variant_of: {question.id}`", part)


def _guessable(subject: Subject) -> Iterator[Problem]:
    bank = subject.module.assessment
    for course, mastery in _assessing(subject) if bank else ():
        chance = chance_of_guessing(bank, mastery, course.tries)
        if chance > CHANCE:
            often = int(1 / chance)
            message = (
                f"in course `{course.id}` guessing passes 1 time in {often:,}: ask for more, or in"
            )
            ways = "ways that are harder to guess (several to choose, an order, situations to sort)"
            yield Problem(f"{message} {ways}", _items(subject)[0])


def _never_asked(subject: Subject) -> Iterator[Problem]:
    items = _items(subject)
    if not items or subject.library is None:
        return
    if _courses(subject, "patient"):
        message = (
            "a course for patients has this module, and a bank is for staff alone: move it to a"
        )
        yield Problem(f"{message} module that only staff have", items[0])
    elif not _assessing(subject):
        message = (
            "no course for staff with a `mastery` score has this module, so this is never asked"
        )
        yield Problem(message, items[0])


RULES = (
    Rule(
        "Q625",
        "error",
        f"A bank that asks for {FAMILIES} things or more, {MUST_KNOWS} of them must-know",
        "With few items one lucky guess decides.",
        "A staff module whose bank has 4 items",
        "A bank of 12 items, 6 of them must-know, and their variants",
        _too_small,
        "Modules of staff courses with `mastery`. An item and its variants count once. A module that patients "
        "have too and that has no bank is a warning.",
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
        "Who passes has to know it.",
        "Ten questions with three answers each",
        "Half of them with several to choose, an order, or situations to sort",
        _guessable,
        "At most 1 time in a million; worked out from the easiest item of each family, and from the "
        "`mastery` and `tries` of the course.",
    ),
    Rule(
        "Q629",
        "error",
        "A bank belongs to a module that only staff are assessed in",
        "Elsewhere nobody is ever asked what is in it.",
        "`assessment:` in a module for patients",
        "`assessment:` in a module of a course with `audience: staff` and `mastery`",
        _never_asked,
        binding=True,
    ),
)
