"""The parts of `edu-tui staff` that are about learners: added, listed, their PINs, what was seen of them."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import settings, shelf
from edu_tui.commands.output import put
from edu_tui.errors import EduError, UsageError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from edu_tui.model.library import Course
    from edu_tui.settings.settle import Settings
    from edu_tui.staff.store import StaffFile

PIN_TRIES = 5


def arguments(parts: argparse._SubParsersAction[Any]) -> None:
    """One parser a part."""
    add = parts.add_parser("add", help="a new learner, or an old one on another role")
    add.add_argument("learner", metavar="ID", help="such as n-104; never a name")
    add.add_argument("--role", metavar="ROLE", help="their role, as the course names it")
    add.add_argument("--hired", metavar="DAY", help="the day they began: 2026-11-02; else today")
    add.add_argument("--course", metavar="ID", help="which staff course, where there are several")
    add.set_defaults(part=_add)
    listed = parts.add_parser("list", help="who is here")
    listed.set_defaults(part=_list)
    pin = parts.add_parser("pin", help="set a learner's PIN, or take it away")
    pin.add_argument("learner", metavar="ID")
    pin.add_argument("--remove", action="store_true", help="no PIN any more")
    pin.set_defaults(part=_pin)
    attest = parts.add_parser("attest", help="a skill was seen, or is not there yet")
    attest.add_argument("learner", metavar="ID")
    attest.add_argument("skill", metavar="SKILL", help="as the course names it")
    attest.add_argument("--observer", metavar="ID", required=True, help="the id of who saw it")
    attest.add_argument("--not-yet", action="store_true", help="it was tried, and is not there yet")
    attest.add_argument("--note", metavar="TEXT", default="", help="a few words; no names")
    attest.add_argument(
        "--course", metavar="ID", help="which staff course, where there are several"
    )
    attest.set_defaults(part=_attest)
    for part in (add, listed, pin, attest):
        library_arguments(part, again=True)


def staff_file(wanted: Settings) -> StaffFile:
    """The staff records of this device; raises UsageError where there is no place for them."""
    from edu_tui.staff.store import StaffFile

    return StaffFile(staff_path(wanted), wanted.site)


def staff_path(wanted: Settings) -> Path:
    """Where they are."""
    from edu_tui.paths import staff_file as path_of

    path = path_of(wanted.data)
    if path is None:
        raise UsageError("there is no home folder, so there is no place for staff records.")
    return path


def roster_of(wanted: Settings) -> dict[str, str]:
    """Names by learner, where this machine has a roster."""
    from edu_tui.paths import roster_file
    from edu_tui.staff.roster import read_roster

    return read_roster(wanted.roster or roster_file())


def ask_pin(file: StaffFile, learner: str) -> None:
    """Ask for a PIN where one is set; raises UsageError when it was not given."""
    from edu_tui.records.pin import fits, wait_after

    kept = file.pin_of(learner)
    if not kept:
        return
    from getpass import getpass

    if not sys.stdin.isatty():
        raise UsageError(f"{learner} has a PIN, and it is typed at a terminal; there is none.")
    for wrong in range(PIN_TRIES):
        try:
            typed = getpass(f"PIN of {learner}: ")
        except EOFError:
            raise UsageError("no PIN was typed.") from None
        if fits(typed, kept):
            return
        sys.stderr.write("That is not the PIN.\n")
        if wrong + 1 < PIN_TRIES:
            time.sleep(wait_after(wrong + 1))
    raise EduError(f"that was not the PIN of {learner}; a manager can set another one.")


def known(file: StaffFile, typed: str) -> str:
    """A learner who was added; raises UsageError for anybody else."""
    from difflib import get_close_matches

    from edu_tui.staff.learners import checked

    learner, there = checked(typed), file.learners()
    if learner in there:
        return learner
    near = get_close_matches(learner, there, 1)
    hint = f" Did you mean {near[0]}?" if near else f" Add them: edu-tui staff add {learner}"
    raise UsageError(f"{learner} is not here.{hint}")


def course_of(options: argparse.Namespace) -> Course:
    """The staff course that is meant; raises UsageError where that is not clear."""
    shelved = shelf(options, cached=False)
    try:
        courses = [one for one in shelved.library().courses if one.audience == "staff"]
    finally:
        shelved.close()
    if options.course:
        courses = [one for one in courses if one.id == options.course]
    if not courses:
        raise UsageError("this library has no such course for staff.")
    if len(courses) > 1:
        names = ", ".join(one.id for one in courses)
        raise UsageError(f"there are several staff courses: give --course, one of {names}.")
    return courses[0]


def one_of(what: str, typed: str, names: list[str]) -> str:
    """A name of the course's; raises UsageError with those there are."""
    from difflib import get_close_matches

    if typed in names:
        return typed
    near = get_close_matches(typed, names, 1)
    hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(names) or 'none'}."
    raise UsageError(f"the course has no {what} `{typed}`; {hint}")


def _add(options: argparse.Namespace) -> int:
    from edu_tui.journey.days import day_of, typed_day
    from edu_tui.journey.visit import now
    from edu_tui.learning.event import Event
    from edu_tui.staff.learners import checked

    learner, course = checked(options.learner), course_of(options)
    role = one_of("role", options.role, [one.id for one in course.roles]) if options.role else ""
    at = now()
    hired = typed_day(options.hired) if options.hired else day_of(at)
    if not hired:
        raise UsageError(f"{options.hired} is no day. Write it like this: --hired 2026-11-02")
    file = staff_file(settings(options))
    fresh = file.add(learner)
    detail = {"course": course.id, "role": role, "hired": hired}
    file.append(learner, [Event("enrolled", at, detail=detail)])
    file.close()
    told = "is here now" if fresh else "was here, and is enrolled anew"
    put(f"{learner} {told}: {role or 'the whole course'}, hired {hired}.\n")
    put(f"They begin with: edu-tui staff --learner {learner}\n")
    return 0


def _list(options: argparse.Namespace) -> int:
    from edu_tui.learning.attempts import Attempts
    from edu_tui.staff.roster import named

    wanted = settings(options)
    file, names = staff_file(wanted), roster_of(wanted)
    learners = file.learners()
    if not learners:
        put("Nobody is here yet. Add a learner: edu-tui staff add ID\n")
        return 0
    for learner in learners:
        attempts = Attempts()
        for _, event in file.events(learner):
            attempts.apply(event)
        roles = ", ".join(one.role or "whole course" for one in attempts.enrolled.values())
        passed = len({one.module for one in attempts.ended.values() if one.passed})
        pin = ", PIN" if file.pin_of(learner) else ""
        put(f"{named(learner, names)}: {roles or 'not enrolled'}, {passed} passed{pin}\n")
    return 0


def _pin(options: argparse.Namespace) -> int:
    from getpass import getpass

    from edu_tui.records.pin import LONGEST, SHORTEST, hash_of, new_salt

    file = staff_file(settings(options))
    learner = known(file, options.learner)
    if options.remove:
        file.set_pin(learner, "")
        put(f"{learner} has no PIN any more.\n")
        return 0
    if not sys.stdin.isatty():
        raise UsageError("a PIN is typed at a terminal; there is none.")
    try:
        pin, again = getpass("A PIN: "), getpass("The same again: ")
    except EOFError:
        raise UsageError("no PIN was typed.") from None
    if not SHORTEST <= len(pin) <= LONGEST or not pin.isprintable():
        raise UsageError(f"a PIN has {SHORTEST} to {LONGEST} characters.")
    if pin != again:
        raise UsageError("these were two different PINs. Nothing was changed.")
    file.set_pin(learner, hash_of(pin, new_salt()))
    put(f"{learner} has a PIN now.\n")
    return 0


def _attest(options: argparse.Namespace) -> int:
    from edu_tui.journey.visit import now
    from edu_tui.learning.event import Event
    from edu_tui.staff.learners import checked

    file, course = staff_file(settings(options)), course_of(options)
    learner = known(file, options.learner)
    observer = checked(options.observer, "an observer")
    if observer == learner:
        raise UsageError("nobody attests a skill of their own: --observer is somebody else's id.")
    skill = one_of("skill", options.skill, [one.id for one in course.skills])
    result = "not-yet" if options.not_yet else "can"
    detail = {"course": course.id, "skill": skill, "observer": observer, "result": result}
    file.append(learner, [Event("observed", now(), detail={**detail, "note": options.note})])
    file.close()
    told = "is not there yet" if options.not_yet else "was seen"
    put(f"{skill} of {learner} {told}, says {observer}.\n")
    return 0
