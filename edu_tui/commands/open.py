"""`edu-tui` and `edu-tui open`: the library itself, full screen or line by line, at home or where it was asked to begin."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from edu_tui.commands.keeping import close, keeper
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from edu_tui.journey.devices import Devices
    from edu_tui.journey.journey import Journey
    from edu_tui.journey.profile import Profile
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.plan import Plan
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.records.keeper import Recorder
    from edu_tui.system.settings.settle import Settings


EXAMPLES = """\
examples:
  edu-tui open going-home                   start at that module
  edu-tui open what-to-expect going-home    just these, in this order
  edu-tui open 7K3M-9QXT-2B4D               the plan that your clinic gave you
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where it begins, and how it is shown."""
    parser.epilog = EXAMPLES
    parser.add_argument(
        "module",
        metavar="MODULE",
        nargs="*",
        help="module IDs, as shown by `edu-tui list`, in the order to read them; or a code",
    )
    options_of(parser, again=True)
    library_arguments(parser, again=True)


def options_of(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    """How it is shown, and whether it is kept."""
    look_arguments(parser, again=again)
    parser.add_argument(
        "--no-record",
        action="store_true",
        default=argparse.SUPPRESS if again else False,
        help="just reading: write nothing to disk",
    )


def look_arguments(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    """How it is shown; a command takes them before or after its name."""
    texts = {
        "--plain": "line by line, for screen readers",
        "--no-plain": "full screen, even if ACCESSIBLE is set",
        "--ascii": "use ASCII characters only",
    }
    for name, what in texts.items():
        default = argparse.SUPPRESS if again else False
        parser.add_argument(name, action="store_true", default=default, help=what)
    unset = argparse.SUPPRESS if again else None
    what = "start dark, light, or with high contrast (contrast); the key T changes it"
    parser.add_argument("--look", metavar="LOOK", default=unset, help=what)


def run(options: argparse.Namespace) -> int:
    """Open it; with a code that says how far someone came, add that to the records instead."""
    named: list[str] = getattr(options, "module", [])
    if not named:
        return start(options)
    from edu_tui.commands.asked_for import asked_for
    from edu_tui.learning.resume_code import ResumeState

    meant = asked_for(options, named)
    if not isinstance(meant, ResumeState):
        return start(options, meant)
    from edu_tui.commands.resuming import add_way

    options.yes = False
    return add_way(options, meant)


def start(options: argparse.Namespace, begins: Plan | tuple[str, ...] = ()) -> int:
    """Open it at home; at a plan, which is kept; or at modules, as a plan that is not."""
    wanted = settings(options)
    reason = plain_wanted(options, wanted)
    journey = _journey(options, wanted)
    try:
        _begin(journey, begins)
        return show(journey, reason, ascii_alone=wanted.ascii)
    finally:
        journey.visit.drafting.keep()
        close(journey.visit.keeper)


def _begin(journey: Journey, begins: Plan | tuple[str, ...]) -> None:
    """Go there; home is below."""
    if not begins:
        return
    from edu_tui.journey.action import Action
    from edu_tui.journey.view import Request
    from edu_tui.learning.plan import Plan

    if isinstance(begins, Plan):
        from edu_tui.journey.plan.planned import begin

        begin(journey.visit, begins)
    elif len(begins) == 1:
        journey.do(Request(Action.MODULE, begins[0]))
        return
    else:
        journey.visit.chosen = begins
    journey.do(Request(Action.PLAN))


def plain_wanted(options: argparse.Namespace, wanted: Settings) -> str:
    """Why plain mode is used, or nothing; raises UsageError where there is no screen to fill."""
    reason = _plain_wanted(wanted, forced=options.no_plain)
    if not reason and not (sys.stdin.isatty() and sys.stdout.isatty()):
        lacking = "read keys from" if sys.stdout.isatty() else "draw on"
        raise UsageError(
            f"there is no terminal to {lacking}. "
            "Run it in a terminal, or line by line: edu-tui --plain"
        )
    return reason


def equip(devices: Devices, wanted: Settings) -> None:
    """What the settings say that this computer can do, where it can."""
    devices.print_command = wanted.print_command
    if wanted.speech:
        from edu_tui.journey.devices import Aloud
        from edu_tui.ui.speech.program import find

        devices.aloud = Aloud() if find() else None


def show(journey: Journey, reason: str, *, ascii_alone: bool) -> int:
    """Run it until the reader leaves; the exit status."""
    if reason:
        journey.visit.devices.aloud = None
        from edu_tui.ui.plain.session import run as run_plain

        return run_plain(journey, reason)
    from edu_tui.ui.tui.app import run as run_tui

    return run_tui(journey, ascii_alone=ascii_alone)


def _plain_wanted(wanted: Settings, *, forced: bool) -> str:
    """Why plain mode is used; empty when it is not, or when full screen is asked for by its flag."""
    source, name = wanted.origins["plain"]
    if wanted.plain:
        return name if source in {"flag", "environment"} else "plain in your settings"
    return "" if forced or sys.stdout.isatty() else "the output is not a terminal"


def _journey(options: argparse.Namespace, wanted: Settings) -> Journey:
    from edu_tui.journey.journey import Journey
    from edu_tui.journey.profile import STUDY
    from edu_tui.system.paths import records_file

    file = records_file(wanted.data) if wanted.data else None
    kept = keeper(STUDY, wanted=wanted.record, file=file)
    visit = visit_of(options, wanted, open_library(options, cached=wanted.record), STUDY, kept)
    visit.per_day = wanted.review_per_day
    return Journey(visit)


def visit_of(
    options: argparse.Namespace,
    wanted: Settings,
    library: OpenLibrary,
    profile: Profile,
    kept: Recorder,
) -> Visit:
    """What the places share, as the settings want it; raises UsageError for a language there is not."""
    from random import Random

    from edu_tui.journey.visit import Visit

    contents = library.from_index(wanted.language) or library.open(wanted.language)
    languages = contents.library.languages
    if options.lang and contents.language != options.lang:
        raise UsageError(
            f"this library has no language `{options.lang}`; it has {', '.join(languages)}."
        )
    visit = Visit(library, contents, profile, Random(), kept)
    visit.look, visit.detailed = wanted.look, wanted.detail
    equip(visit.devices, wanted)
    return visit
