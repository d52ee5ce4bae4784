"""How one module of a staff course stands for one learner on one day: what was passed, until when, what is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.staff.learning.assessment import Outstanding, outstanding
from edu_tui.staff.learning.renewal import due_for_new

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.attempts import Attempts, Ended

Kind = Literal["none", "open", "failed", "passed", "changed", "lapsed"]
NOTHING = Outstanding((), ())


class Comprehension(NamedTuple):
    """One module, one learner, one day."""

    kind: Kind
    """`none`: not tried; `open`: an attempt goes on; `failed`: never passed; `passed`: and holds;
    `changed`: passed, and the text has changed since; `lapsed`: the pass is no longer good."""
    passed: Ended | None
    """The latest pass, whether it holds or not."""
    failures: int
    """Attempts since it that were not passed."""
    due: str
    """The last day by which it has to be passed (again); empty where nobody has set one."""
    outstanding: Outstanding = NOTHING
    """Of `changed`: what."""

    @property
    def holds(self) -> bool:
        """Whether it is passed, as the text is now and on this day."""
        return self.kind == "passed"


class Now(NamedTuple):
    """What a module says now."""

    module: Module
    parts: Mapping[str, str]
    """Version of each section, step and bank item, by unit name."""


def comprehension(
    attempts: Attempts,
    course: Course,
    module: str,
    now: Now | None,
    today: str,
    read: Collection[str] = (),
) -> Comprehension:
    """How it stands; without `now` nobody looks whether the text has changed.

    Sections in `read` have been read as they are now: only what is asked of them may still be owed.
    """
    every = attempts.of(module)
    passed = attempts.passed(module)
    failures = next((at for at, tried in enumerate(every) if tried.passed), len(every))
    is_open = attempts.open_in(module) is not None
    if passed is None:
        due = due_first(attempts, course, module)
        kind: Kind = "open" if is_open else "failed" if every else "none"
        return Comprehension(kind, None, failures, due)
    if passed.until and passed.until < today:
        return Comprehension("lapsed", passed, failures, passed.until)
    left = NOTHING
    if now is not None and passed.language == now.module.language:
        left = outstanding(now.module, passed.parts, now.parts)
        left = left._replace(
            sections=tuple(section for section in left.sections if section not in read)
        )
    if left != NOTHING:
        return Comprehension("changed", passed, failures, passed.until, left)
    return Comprehension("passed", passed, failures, passed.until)


def due_first(attempts: Attempts, course: Course, module: str) -> str:
    """The last day by which who is new has to pass it; empty where their role does not ask for it, or
    nobody has set a day.
    """
    enrolled = attempts.enrolled.get(course.id)
    if enrolled is None:
        return ""
    role = next((role for role in course.roles if role.id == enrolled.role), None)
    if role is not None and module not in role.modules:
        return ""
    return due_for_new(course, enrolled.hired)


def begun_on(attempts: Attempts, module: str, today: str, day_of: Callable[[int], str]) -> int:
    """How many attempts at a module were begun on that day."""
    return sum(
        attempt.module == module and day_of(attempt.at) == today
        for attempt in attempts.begun.values()
    )
