"""The part of `edu-tui staff` that brings learners in, and changes their role or the day they were hired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.commands.asking import is_sure
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import settings
from edu_tui.commands.output import put
from edu_tui.staff.commands.staff_people import course_of, one_of, opened, will_keep
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from edu_tui.model.library import Course
    from edu_tui.staff.learning.attempts import Attempts, Enrolled
    from edu_tui.staff.records.store import StaffFile


def arguments(parts: argparse._SubParsersAction[Any]) -> None:
    """Who, as what, since when."""
    add = parts.add_parser("add", help="add a learner, or change a learner's role")
    add.add_argument("learner", metavar="ID", help="learner ID, such as n-104; never a name")
    add.add_argument("--role", metavar="ROLE", help="a role of the course; '' for the whole course")
    add.add_argument(
        "--hired", metavar="DAY", help="first day at work, such as 2026-11-02 (default: today)"
    )
    add.add_argument("--pin", action="store_true", help="also set a PIN")
    add.add_argument("--course", metavar="ID", help="which staff course, if there are several")
    add.add_argument("--yes", action="store_true", help="change an existing learner without asking")
    add.set_defaults(part=_add)
    library_arguments(add, again=True)


def _add(options: argparse.Namespace) -> int:
    from edu_tui.staff.commands.staff_pin import at_a_terminal, new_pin
    from edu_tui.staff.records.learners import checked

    wanted = settings(options)
    will_keep(wanted)
    learner, course = checked(options.learner), course_of(options)
    role = one_of("role", options.role, [role.id for role in course.roles]) if options.role else options.role  # fmt: skip
    hired = _hired(options.hired) if options.hired else ""
    if options.pin:
        at_a_terminal()
    with opened(wanted) as file:
        if not _enrol(options, file, learner, course, role, hired):
            return 1
        if options.pin:
            new_pin(file, learner)
    put(f"They begin with: edu-tui staff --learner {learner}\n")
    return 0


def _hired(typed: str) -> str:
    """The day that was typed; raises UsageError for one on which nobody can have been hired."""
    from edu_tui.journey.days import day_of, typed_day
    from edu_tui.journey.visit import now
    from edu_tui.staff.records.fault import is_hired

    day = typed_day(typed)
    if not day:
        raise UsageError(f"{typed} is no day. Write it like this: --hired 2026-11-02")
    if not is_hired(day, day_of(now())):
        raise UsageError(
            f"--hired {typed}: nobody who works here now was hired before 1950, or will be in more than a "
            "year. See that the year is right: --hired 2026-11-02"
        )
    return day


def _enrol(
    options: argparse.Namespace,
    file: StaffFile,
    learner: str,
    course: Course,
    role: str | None,
    hired: str,
) -> bool:
    """Enrol, or change how somebody is enrolled; what is not said stays. False where it was not wanted."""
    from edu_tui.journey.days import day_of
    from edu_tui.journey.visit import now
    from edu_tui.staff.learning.event import LearnerEnrolled

    at, fresh = now(), learner not in file.learners()
    attempts = _known(file, learner)
    known = attempts.enrolled.get(course.id)
    role = role if role is not None else known.role if known else ""
    hired = hired or (known.hired if known else _hired_elsewhere(attempts)) or day_of(at)
    if known and (known.role, known.hired) == (role, hired):
        put(f"{learner} is here already: {_as(role, hired)}. Nothing was changed.\n")
        return True
    if known:
        put(f"{learner} is here: {_as(known.role, known.hired)}.\n")
        put(f"This makes it: {_as(role, hired)}.\n")
        if not is_sure(options, "change it", "Nothing was changed."):
            return False
    enrolled = LearnerEnrolled(course.id, role, hired)
    if not file.enrol(learner, enrolled, at, known):
        raise UsageError(
            f"{learner} was changed by another program meanwhile. Look again, and repeat it."
        )
    message = "is here now" if fresh else "is changed" if known else "was here, and is enrolled now"
    put(f"{learner} {message}: {_as(role, hired)}.\n")
    return True


def _known(file: StaffFile, learner: str) -> Attempts:
    from edu_tui.staff.learning.attempts import Attempts

    attempts = Attempts()
    for _, event in file.events(learner):
        attempts.apply(event)
    return attempts


def _hired_elsewhere(attempts: Attempts) -> str:
    """The day they were hired, as another course has it; empty where none does."""
    others: list[Enrolled] = sorted(attempts.enrolled.values(), key=lambda enrolment: enrolment.at)
    return others[-1].hired if others else ""


def _as(role: str, hired: str) -> str:
    from edu_tui.layout.day import day_in_words

    since = f", hired {day_in_words(hired)}" if hired else ""
    return f"{role or 'the whole course'}{since}"
