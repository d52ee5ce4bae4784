"""`edu-tui staff`: the library for staff, assessed and on record; and who the learners are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.commands import open as opening
from edu_tui.commands.keeping import close
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.progress import getting_ready
from edu_tui.staff.commands import staff_add as adding
from edu_tui.staff.commands import staff_papers as papers
from edu_tui.staff.commands import staff_people as people
from edu_tui.staff.commands import staff_pin as pin
from edu_tui.system.errors import EduError, RecordsError, UsageError

if TYPE_CHECKING:
    import argparse

    from edu_tui.journey.journey import Journey
    from edu_tui.staff.records.store import StaffFile
    from edu_tui.system.settings.settle import Settings

WHAT = """\
examples:
  edu-tui staff add n-104 --role nurse                   a new learner
  edu-tui staff --learner n-104                          read, and be assessed
  edu-tui staff attest n-104 teach-back --observer rn-7  a skill was seen
  edu-tui staff certificate n-104 staff-monitoring       what shows that it was
                                                         passed
  edu-tui staff verify CODE                              do a certificate and
                                                         the records agree?

An id says nothing about a person; a roster file may hold names. That a
certificate is verified shows that it and the records on this computer agree. It
is no proof against someone who rewrites both. docs/staff.md tells all of it.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Who learns; or what to do about learners."""
    parser.epilog = WHAT
    parser.set_defaults(part=_learn)
    parser.add_argument("--learner", metavar="ID", help="learner ID")
    parser.add_argument(
        "--allow-unreviewed",
        action="store_true",
        help="show what no clinician has signed, and say so on every screen",
    )
    opening.look_arguments(parser, again=True)
    library_arguments(parser, again=True)
    parts = parser.add_subparsers(metavar="WHAT")
    adding.arguments(parts)
    people.arguments(parts)
    pin.arguments(parts)
    papers.arguments(parts)


def run(options: argparse.Namespace) -> int:
    """Do it."""
    try:
        return int(options.part(options))
    except RecordsError as error:
        # What it means for reading is left out: it was refused before anybody read.
        path = people.staff_path(settings(options))
        raise EduError(f"{path}: {error.fact}") from error


def _learn(options: argparse.Namespace) -> int:
    if not options.learner:
        raise UsageError("who learns? edu-tui staff --learner ID; see edu-tui staff --help.")
    wanted = settings(options)
    people.will_keep(wanted)
    reason = opening.plain_wanted(options, wanted)
    with people.opened(wanted) as file:
        learner = people.known(file, options.learner)
        journey = _journey(options, wanted, file, learner)
        pin.ask_pin(file, learner)
        try:
            return opening.show(journey, reason, ascii_alone=wanted.ascii)
        finally:
            close(journey.visit.keeper)


def _journey(
    options: argparse.Namespace, wanted: Settings, file: StaffFile, learner: str
) -> Journey:
    from edu_tui.journey.journey import Journey
    from edu_tui.records.keeper import Recorder
    from edu_tui.staff.extension import StaffExtension
    from edu_tui.staff.profile import STAFF
    from edu_tui.staff.records.log import StaffLog

    profile = STAFF._replace(signed_only=not options.allow_unreviewed)
    library = open_library(options, cached=True)
    visit = opening.visit_of(options, wanted, library, profile, Recorder(StaffLog(file, learner)))
    courses = [course for course in visit.contents.library.courses if course.audience == "staff"]
    names = {name for course in courses for name in course.modules}
    if not names:
        raise EduError("this library has no course for staff.")
    if not any(map(visit.may_show, names)):
        # The index may be older than the sign-offs, or not there yet.
        with getting_ready() as progress:
            visit.contents = library.refresh(visit.language, progress)
    if not any(map(visit.may_show, names)):
        raise EduError(
            f"none of the {len(names)} staff modules of this library is signed and current, so none "
            "may be taught. See edu-tui review; --allow-unreviewed shows them, and says so on each "
            "screen and certificate."
        )
    return Journey(visit, extension=StaffExtension())
