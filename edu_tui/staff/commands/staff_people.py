"""The parts of `edu-tui staff` that are about learners who are here: listed, what was seen of them."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.output import put, tell
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from edu_tui.model.library import Course, Library
    from edu_tui.staff.records.store import StaffFile
    from edu_tui.system.settings.settle import Settings


def arguments(parts: argparse._SubParsersAction[Any]) -> None:
    """One parser a part."""
    listed = parts.add_parser("list", help="list the learners")
    listed.set_defaults(part=_list)
    attest = parts.add_parser("attest", help="record that a skill was observed, or not yet")
    attest.add_argument("learner", metavar="ID")
    attest.add_argument("skill", metavar="SKILL", help="as the course names it")
    attest.add_argument("--observer", metavar="ID", required=True, help="the observer's ID")
    attest.add_argument(
        "--not-yet", action="store_true", help="observed, but not yet done well enough"
    )
    attest.add_argument("--note", metavar="TEXT", default="", help="a few words; no names")
    attest.add_argument("--course", metavar="ID", help="which staff course, if there are several")
    attest.set_defaults(part=_attest)
    for part in (listed, attest):
        library_arguments(part, again=True)


@contextmanager
def opened(wanted: Settings) -> Iterator[StaffFile]:
    """The staff records of this device, and afterwards a word on the file where there is one to say."""
    from edu_tui.staff.records.store import StaffFile

    file = StaffFile(staff_path(wanted), wanted.site)
    try:
        yield file
    finally:
        file.close()
        if file.notice:
            tell(file.notice)


def staff_path(wanted: Settings) -> Path:
    """Where they are."""
    from edu_tui.system.paths import staff_file as path_of

    path = path_of(wanted.data)
    if path is None:
        raise UsageError("there is no home folder, so there is no place for staff records.")
    return path


def roster_of(wanted: Settings) -> dict[str, str]:
    """Names by learner, where this machine has a roster."""
    from edu_tui.staff.records.roster import read_roster
    from edu_tui.system.paths import roster_file

    return read_roster(wanted.roster or roster_file())


def will_keep(wanted: Settings) -> None:
    """Refuse where nothing is to be written: what staff do is on record, or is not done here."""
    if not wanted.record:
        raise UsageError(
            "nothing is written with --no-record, or with `record = false` in your settings, and what "
            "staff do is kept on record. Run it without that."
        )


def known(file: StaffFile, typed: str) -> str:
    """A learner who was added; raises UsageError for anybody else."""
    from edu_tui.library.finding import nearest
    from edu_tui.staff.records.learners import alike, checked

    learner, there = checked(typed), file.learners()
    if learner in there:
        return learner
    near = next(iter(alike(learner, there)), "") or nearest(learner, there)
    hint = f"Did you mean {near}? " if near else ""
    raise UsageError(f"{learner} is not here yet. {hint}To add them: edu-tui staff add {learner}")


def course_of(options: argparse.Namespace) -> Course:
    """The staff course that is meant; raises UsageError where that is not clear."""
    opened_library = open_library(options, cached=False)
    try:
        return course_in(opened_library.library(), options.course or "")
    finally:
        opened_library.close()


def course_in(library: Library, named: str) -> Course:
    """The staff course of that id, or the only one; raises UsageError where there is none."""
    courses = [course for course in library.courses if course.audience == "staff"]
    if named:
        courses = [course for course in courses if course.id == named]
    if not courses:
        raise UsageError("this library has no such course for staff.")
    if len(courses) > 1:
        names = ", ".join(course.id for course in courses)
        raise UsageError(f"there are several staff courses: give --course, one of {names}.")
    return courses[0]


def one_of(what: str, typed: str, names: list[str]) -> str:
    """A name of the course's; raises UsageError with those there are."""
    from edu_tui.library.finding import nearest

    if typed in names:
        return typed
    near = nearest(typed, names)
    hint = f"did you mean {near}?" if near else f"it has {', '.join(names) or 'none'}."
    raise UsageError(f"the course has no {what} `{typed}`; {hint}")


def _list(options: argparse.Namespace) -> int:
    from edu_tui.journey.days import day_of
    from edu_tui.journey.visit import now
    from edu_tui.staff.plain.learners import alike, left_out, listing, person
    from edu_tui.ui.plain.streams import fit

    wanted = settings(options)
    names = roster_of(wanted)
    people, left = [], []
    with opened(wanted) as file:
        there = file.learners()
        for name in there:
            events = [event for _, event in file.events(name)]
            left += file.left_out
            people.append(person(name, events, has_pin=bool(file.pin(name).pin)))
    if not people:
        put("Nobody is here yet. Add a learner: edu-tui staff add ID\n")
        return 0
    opened_library = open_library(options, cached=False)
    try:
        courses = [
            course for course in opened_library.library().courses if course.audience == "staff"
        ]
    finally:
        opened_library.close()
    width = fit(sys.stdout)
    put(listing(people, courses, names, day_of(now()), width))
    put(left_out(left, width) + alike(there, width))
    return 0


def _attest(options: argparse.Namespace) -> int:
    from edu_tui.journey.visit import now
    from edu_tui.learning.event import Event
    from edu_tui.staff.learning.event import SkillObserved
    from edu_tui.staff.records.learners import checked

    wanted = settings(options)
    will_keep(wanted)
    course = course_of(options)
    with opened(wanted) as file:
        learner = known(file, options.learner)
        observer = checked(options.observer, "an observer")
        if observer.casefold() == learner.casefold():
            raise UsageError(
                "nobody attests a skill of their own: --observer is somebody else's id."
            )
        skill = one_of("skill", options.skill, [skill.id for skill in course.skills])
        seen = SkillObserved(
            skill=skill,
            result="not-yet" if options.not_yet else "can",
            course=course.id,
            observer=observer,
            note=options.note,
        )
        file.append(learner, [Event(seen, now())])
    message = "is not there yet" if options.not_yet else "was seen"
    put(f"{skill} of {learner} {message}, says {observer}.\n")
    return 0
