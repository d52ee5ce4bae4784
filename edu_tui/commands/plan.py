"""`edu-tui plan`: a short code that opens just these modules, in this order, with the day of the appointment."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from edu_tui.commands.asked_for import modules_named
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.output import put, tell
from edu_tui.system.errors import UsageError
from edu_tui.system.wording import say, use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.handout.code import Code
    from edu_tui.handout.plan import PlanNote
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.model.module import Module

PAPER = (80, 60)
"""Columns and lines."""
UNDER = 2
"""Lines under the picture: the code once more, and the shell's own."""
EXAMPLES = """\
examples:
  edu-tui plan what-to-expect going-home
  edu-tui plan going-home --appointment 2026-12-01
  edu-tui plan going-home --appointment December 1, 2026
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which modules, which day, and whether the code is drawn."""
    parser.description = (
        "Choose what a patient should read, and get a short code. The code opens just\n"
        "these modules, in this order, in the waiting room and at home. It has no name in it."
    )
    parser.epilog = EXAMPLES
    parser.add_argument(
        "module",
        metavar="MODULE",
        nargs="*",
        help="module IDs, as shown by `edu-tui list`, in the order to read them",
    )
    parser.add_argument(
        "--appointment",
        metavar="DAY",
        nargs="+",
        help='the day of the appointment, such as 2026-12-01 or "December 1, 2026"',
    )
    parser.add_argument(
        "--qr",
        action=argparse.BooleanOptionalAction,
        help="draw the code for a phone to scan (default: on a terminal)",
    )
    library_arguments(parser, again=True)


def run(options: argparse.Namespace) -> int:
    """Say the code, what it opens, and how it is used."""
    from edu_tui.handout.plan import PlanNote
    from edu_tui.learning.plan import Plan
    from edu_tui.learning.plan_code import plan_code
    from edu_tui.ui.plain.plan import PlanReport, beside_picture, picture_lines, plan_report
    from edu_tui.ui.plain.streams import fit

    day, others = _day(options.appointment or [])
    named = [*options.module, *others]
    if not named:
        raise UsageError(
            say(
                "name the modules to read: edu-tui plan going-home; `edu-tui list` shows all of them"
            )
        )
    opened = open_library(options, cached=False)
    try:
        library = opened.library()
        use(settings(options).language)
        parts = modules_named(library, named)
        modules = _modules(opened, parts, settings(options).language)
        code = plan_code(Plan(parts, day), library.every_module())
        note = PlanNote(code, tuple(module.title for module in modules), day)
        report = PlanReport(note, _unsigned(opened, modules), _picture(note, options))
    finally:
        opened.close()
    columns, height = _size()
    told = plan_report(report, fit(sys.stdout))
    if report.picture is None and options.qr:
        put(told)
        tell(say("the picture does not fit in this window. Make the window larger."))
        return 0
    if report.picture and sys.stdout.isatty():
        under = told.count("\n") + len(report.picture.lines) + 1 + UNDER > height
        beside = beside_picture(report, report.picture, columns - 1) if under else []
        if 0 < len(beside) < height:
            put("".join(f"{line}\n" for line in beside).encode())
            return 0
    put(told)
    if report.picture:
        drawn = picture_lines(report.picture, colors=sys.stdout.isatty())
        # On a low screen the code above has scrolled away by now.
        drawn.append(say("Code: {code}", code=code))
        text = "".join(f"{line}\n" for line in ["", *drawn])
        # Its colors are what makes it a picture; as text they would be taken out.
        put(text.encode() if sys.stdout.isatty() else text)
    return 0


def _day(words: Sequence[str]) -> tuple[str, list[str]]:
    """The day that was typed, in one word or several, and what comes after it; raises UsageError."""
    from datetime import date

    from edu_tui.journey.days import typed_day
    from edu_tui.layout.day import day_in_words
    from edu_tui.learning.plan_code import last_day

    if not words:
        return "", []
    tried = (
        (typed_day(" ".join(words[:count])), count) for count in range(min(3, len(words)), 0, -1)
    )
    day, count = next((pair for pair in tried if pair[0]), ("", 0))
    if not day:
        typed = " ".join(words)
        raise UsageError(
            say(
                "{typed} is not a day. Give it like this: --appointment 2026-12-01, or "
                '--appointment "December 1, 2026"',
                typed=typed[:40],
            )
        )
    if day < date.today().isoformat():
        raise UsageError(
            say(
                "{day} is over. Give a day to come, or leave --appointment out.",
                day=day_in_words(day),
            )
        )
    if day > last_day():
        raise UsageError(say("{day} is too far away. Check the year.", day=day_in_words(day)))
    return day, list(words[count:])


def _modules(opened: OpenLibrary, parts: Sequence[str], language: str) -> list[Module]:
    """As their files are; raises BrokenModuleError with what is wrong in one."""
    from edu_tui.ui.plain.reading import module_named

    return [module_named(opened, name, language) for name in parts]


def _unsigned(opened: OpenLibrary, modules: Sequence[Module]) -> tuple[str, ...]:
    """Titles of those that a waiting room does not show as they are now."""
    from datetime import date

    from edu_tui.library.signing.state import state_of

    today = date.today().isoformat()
    return tuple(
        module.title
        for module in modules
        if not state_of(opened.sign_offs.review(module), today).may_be_shown
    )


def _picture(note: PlanNote, options: argparse.Namespace) -> Code | None:
    """The code to scan, as large as there is room for; None where it is not wanted or does not fit."""
    on_terminal = sys.stdout.isatty()
    if options.qr is False or (options.qr is None and not on_terminal):
        return None
    from edu_tui.handout.code import code_of
    from edu_tui.handout.plan import phone_lines

    width, height = _size()
    # The fonts of the Linux console have no half blocks.
    halves = not (on_terminal and os.environ.get("TERM", "").startswith("linux"))
    return code_of(phone_lines(note), min(width, PAPER[0]), height - UNDER, halves=halves)


def _size() -> tuple[int, int]:
    """Columns and lines of the terminal, or of paper."""
    if not sys.stdout.isatty():
        return PAPER
    columns, lines = os.get_terminal_size(sys.stdout.fileno())
    return columns or PAPER[0], lines or PAPER[1]
