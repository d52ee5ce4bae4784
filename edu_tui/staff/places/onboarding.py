"""What a visit knows of a staff course: which course a module is of, how it stands, what is still owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.days import day_of
from edu_tui.layout.day import day_in_words
from edu_tui.staff.learning.attempts import attempts_in
from edu_tui.staff.learning.comprehension import NOTHING, Now, begun_on, comprehension
from edu_tui.staff.learning.event import ModuleCompleted
from edu_tui.staff.learning.renewal import days_between
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edu_tui.journey.visit import Visit
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question
    from edu_tui.staff.learning.attempts import Attempts, BegunAttempt
    from edu_tui.staff.learning.comprehension import Comprehension


def attempts_of(visit: Visit) -> Attempts:
    """What is known of this learner's assessments."""
    return attempts_in(visit.history)


def course_of(visit: Visit, module_id: str) -> Course | None:
    """The first staff course that assesses it; None for who is not staff."""
    if visit.profile.audience != "staff":
        return None
    courses = visit.contents.library.courses
    staff = (
        course for course in courses if course.audience == "staff" and course.mastery is not None
    )
    return next((course for course in staff if module_id in course.modules), None)


def today(visit: Visit) -> str:
    """The learner's day."""
    return day_of(visit.clock())


def stands(visit: Visit, course: Course, module_id: str) -> Comprehension:
    """How a module stands for this learner today."""
    read = visit.standing(module_id).read
    now = _now(visit, module_id)
    return comprehension(attempts_of(visit), course, module_id, now, today(visit), read)


def _now(visit: Visit, module_id: str) -> Now | None:
    """What it says now; None where that is what it said when it was passed, or nobody can tell.

    Home asks this of every module at each key, so a file is only read where the index knows of a change.
    """
    passed = attempts_of(visit).passed(module_id)
    if passed is None or not visit.may_show(module_id):
        return None
    texts = visit.texts(module_id)
    if passed.language != texts.language or _says_the_same(passed.parts, texts.units):
        return None
    known = visit.opened.get(module_id)
    if known is None or known[0] is not texts.units:
        try:
            module = visit.module(module_id)
        except BrokenModuleError:
            return None
        known = visit.opened[module_id] = visit.texts(module_id).units, module
    return Now(known[1], known[0])


def _says_the_same(before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    return all(before.get(name) == version for name, version in now.items())


def left_today(visit: Visit, course: Course, module_id: str) -> int:
    """Attempts that may still be begun today."""
    begun = begun_on(attempts_of(visit), module_id, today(visit), day_of)
    return max(0, course.attempts_per_day - begun)


def open_attempts(visit: Visit) -> Iterator[BegunAttempt]:
    """Attempts of modules of this library that were begun and not handed in, the latest first."""
    attempts = attempts_of(visit)
    for begun in reversed(attempts.begun.values()):
        entry = visit.contents.entries.get(begun.module)
        is_here = entry is not None and entry.state == "ready"
        if is_here and attempts.open_in(begun.module) is begun and course_of(visit, begun.module):
            yield begun


def scope_of(state: Comprehension) -> str:
    """What the next attempt is about."""
    return "changes" if state.kind == "changed" and state.outstanding.families else "all"


def bank_of(module: Module, state: Comprehension) -> tuple[Question, ...]:
    """The items that the next attempt draws from."""
    if scope_of(state) == "all":
        return module.assessment
    return tuple(
        question for question in module.assessment if question.family in state.outstanding.families
    )


def tell_completed(visit: Visit, module: Module) -> None:
    """A section was read: where it was the last of a course's module, that is a fact of its own."""
    if visit.profile.audience != "staff" or not visit.standing(module.id).is_read(
        len(module.sections)
    ):
        return
    courses = (
        staff_course
        for staff_course in visit.contents.library.courses
        if staff_course.audience == "staff"
    )
    course = next((course for course in courses if module.id in course.modules), None)
    if course is not None:
        visit.record(ModuleCompleted(course.id), module)


# in words


def stands_words(state: Comprehension, course: Course, day: str) -> str:
    """How it stands on that day, in a few words; empty where nothing was done and nobody waits for it."""
    if state.kind in {"none", "failed"}:
        message = say("not passed yet") if state.kind == "failed" else ""
        return ", ".join(filter(None, (message, due_words(state, day))))
    if state.kind == "open":
        return ", ".join(filter(None, (say("assessment begun"), due_words(state, day))))
    if state.kind == "changed":
        return _changed_words(state)
    until = state.passed.until if state.passed else ""
    if state.kind == "lapsed":
        return say("to be passed again: it was good until {day}", day=day_in_words(until))
    if not until:
        return say("passed")
    if days_between(day, until) <= course.grace:
        return say("passed, to be renewed by {day}", day=day_in_words(until))
    return say("passed, good until {day}", day=day_in_words(until))


def due_words(state: Comprehension, day: str) -> str:
    """By when it is to be passed for the first time; empty where nobody has set a day."""
    if not state.due:
        return ""
    if state.due < day:
        return say("overdue, was due by {day}", day=day_in_words(state.due))
    return say("to be passed by {day}", day=day_in_words(state.due))


def _changed_words(state: Comprehension) -> str:
    if state.outstanding == NOTHING:
        return say("passed")
    parts = len(state.outstanding.sections)
    if parts:
        return say(
            "passed, but {n} part has changed", "passed, but {n} parts have changed", n=parts
        )
    return say(
        "passed, but {n} question has changed",
        "passed, but {n} questions have changed",
        n=len(state.outstanding.families),
    )
