"""`edu-tui report`: who is ready, who is due, what fails; for a manager, and for programs."""

from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edu_tui.commands import open as opening
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.output import put, tell
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.staff.report.board import Board
    from edu_tui.staff.report.source import RecordSource, Scope
    from edu_tui.system.settings.settle import Settings

WHAT = """\
examples:
  edu-tui report                              the manager's view: who is ready, what is due, what fails
  edu-tui report progress                     what each learner has read, passed, and been observed doing
  edu-tui report due --within 60              who has to pass something within 60 days
  edu-tui report items --format csv           which items fail, and what people choose instead
  edu-tui report export -o records.csv        every record
  edu-tui report due --from postgresql://db.example.org/edu --site north

docs/reports.md says what each column means.
"""
WITHIN = 30
LONGEST = 3660
"""Days that may be looked ahead."""
AT_ONCE = 1000
"""Lines that are printed in one go."""
NAMES = {
    "progress": "what each learner has read, passed, and been observed doing",
    "due": "who has something to pass soon or is overdue, most urgent first",
    "items": "which questions fail and what people choose instead, safety first",
    "export": "every record, as CSV or JSON Lines",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Of whom, from where; which report, and how it is written."""
    parser.epilog = WHAT
    parser.set_defaults(part=_view, report="")
    _source_arguments(parser, again=False)
    _within_argument(parser, again=False)
    opening.look_arguments(parser, again=True)
    library_arguments(parser, again=True)
    parts = parser.add_subparsers(metavar="REPORT")
    for name, title in NAMES.items():
        part = parts.add_parser(name, help=title)
        forms = ["csv", "json"] if name == "export" else ["table", "csv", "json"]
        part.add_argument("--format", choices=forms, default=forms[0])
        part.add_argument(
            "-o", "--output", metavar="FILE", help="write to FILE instead of printing"
        )
        part.add_argument("--force", action="store_true", help="overwrite FILE if it exists")
        part.add_argument("--bom", action="store_true", help="CSV that spreadsheets take for UTF-8")
        part.set_defaults(part=_export if name == "export" else _report, report=name)
        _source_arguments(part, again=True)
        if name == "due":
            _within_argument(part, again=True)
        library_arguments(part, again=True)


def _source_arguments(parser: argparse.ArgumentParser, *, again: bool) -> None:
    none: Any = argparse.SUPPRESS if again else None
    parser.add_argument(
        "--from", metavar="FILE", dest="given", default=none,
        help="a copy of a device's staff.sqlite, or postgresql://HOST/NAME (default: this device)",
    )  # fmt: skip
    parser.add_argument(
        "--site", metavar="NAME", default=none, help="the clinic (default: your own)"
    )
    parser.add_argument(
        "--course", metavar="ID", default=none, help="which course, if there are several"
    )
    parser.add_argument("--learner", metavar="ID", default=none, help="only this learner")


def _within_argument(parser: argparse.ArgumentParser, *, again: bool) -> None:
    none: Any = argparse.SUPPRESS if again else None
    message = f"how far to look ahead; else {WITHIN}"
    parser.add_argument("--within", metavar="DAYS", default=none, help=message)


def run(options: argparse.Namespace) -> int:
    """Do it."""
    return int(options.part(options))


def _report(options: argparse.Namespace) -> int:
    from edu_tui.staff.report.words import left_out_words
    from edu_tui.staff.report.written import as_csv, as_json

    _check_bom(options)
    wanted = settings(options)
    board = _board(options, wanted)
    if options.format == "json":
        _give(options, [as_json(options.report, board)])
    elif options.format == "csv":
        _give(options, [as_csv(options.report, board, bom=options.bom)])
        # Rows of a spreadsheet have no place for it.
        for line in left_out_words(board):
            tell(line)
    else:
        from edu_tui.staff.plain.report import as_text
        from edu_tui.ui.plain.streams import UNBROKEN, fit

        if not options.output:
            # Names meet records on this machine's screen, and in no file.
            board = board._replace(names=_names(wanted))
        width = UNBROKEN if options.output else fit(sys.stdout)
        _give(options, [as_text(options.report, board, width)])
    return 0


def _export(options: argparse.Namespace) -> int:
    from edu_tui.staff.report.export import as_csv, as_json_lines, records

    _check_bom(options)
    wanted = settings(options)
    course = None
    if options.course:
        library = open_library(options, cached=False)
        course = _course(options, library)
        library.close()
    source = _source(options, wanted)
    try:
        rows = records(source, _scope(options, wanted, source), course)
        output = as_csv(rows, bom=options.bom) if options.format == "csv" else as_json_lines(rows)
        _give(options, output)
    finally:
        source.close()
    return 0


def _check_bom(options: argparse.Namespace) -> None:
    if options.bom and options.format != "csv":
        raise UsageError("--bom is for CSV alone: --format csv --bom")


def _view(options: argparse.Namespace) -> int:
    """The manager's view, full screen or line by line."""
    from edu_tui.journey.journey import Journey
    from edu_tui.records.keeper import Recorder
    from edu_tui.staff.extension import StaffExtension
    from edu_tui.staff.places.managing import Managing
    from edu_tui.staff.profile import MANAGER

    wanted = settings(options)
    reason = opening.plain_wanted(options, wanted)
    board = _board(options, wanted)._replace(names=_names(wanted))
    visit = opening.visit_of(
        options, wanted, open_library(options, cached=True), MANAGER, Recorder()
    )
    return opening.show(
        Journey(visit, Managing(board), StaffExtension()), reason, ascii_alone=wanted.ascii
    )


def _board(options: argparse.Namespace, wanted: Settings) -> Board:
    from edu_tui.staff.report.board import board
    from edu_tui.staff.report.texts import ReportTexts

    within, day = _within(options.within), _today()
    library = open_library(options, cached=False)
    source = _source(options, wanted)
    try:
        course = _course(options, library)
        scope = _scope(options, wanted, source)
        return board(source, scope, course, ReportTexts(library, wanted.language, day), day, within)
    finally:
        source.close()
        library.close()


def _course(options: argparse.Namespace, library: OpenLibrary) -> Any:
    from edu_tui.staff.commands.staff_people import course_in

    return course_in(library.library(), options.course or "")


def _scope(options: argparse.Namespace, wanted: Settings, source: RecordSource) -> Scope:
    from edu_tui.staff.records.learners import checked
    from edu_tui.staff.report.source import scope_of

    learner = checked(options.learner) if options.learner else ""
    return scope_of(source, options.site, wanted.site, learner)


def _source(options: argparse.Namespace, wanted: Settings) -> RecordSource:
    from edu_tui.staff.central.address import is_address
    from edu_tui.staff.report.source import CentralSource, Device

    if not options.given:
        from edu_tui.staff.commands.staff_people import staff_path

        return Device(staff_path(wanted))
    if is_address(options.given):
        return CentralSource(options.given)
    path = Path(options.given)
    if not path.exists():
        raise UsageError(f"there is no file {path}.")
    return Device(path)


def _names(wanted: Settings) -> dict[str, str]:
    from edu_tui.staff.commands.staff_people import roster_of

    return roster_of(wanted)


def _within(typed: str | None) -> int:
    if typed is None:
        return WITHIN
    if not (typed.isascii() and typed.isdigit() and int(typed) <= LONGEST):
        raise UsageError(f"--within {typed}: write a number of days, from 0 to {LONGEST}.")
    return int(typed)


def _today() -> str:
    from edu_tui.journey.visit import now
    from edu_tui.layout.day import day_of

    return day_of(now())


def _give(options: argparse.Namespace, parts: Iterable[str]) -> None:
    """Write it to the file, or print it."""
    if options.output in {None, "-"}:
        lines = iter(parts)
        while some := "".join(islice(lines, AT_ONCE)):
            # Bytes: CSV has line ends of its own. Only a table has to suit the terminal's characters.
            put(some if getattr(options, "format", "") == "table" else some.encode())
        return
    from edu_tui.handout.keeping import keep

    data = "".join(parts).encode()
    keep(Path(options.output), data, private=True, replace=options.force)
    put(f"Written: {options.output}. Only you can open that file.\n")
