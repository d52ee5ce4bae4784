"""`edu-tui`: the library itself, full screen or line by line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, cast

from edu_tui.commands.keeping import close, keeper
from edu_tui.commands.library import settings, shelf
from edu_tui.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from types import ModuleType

    from edu_tui.journey.devices import Devices
    from edu_tui.journey.journey import Journey
    from edu_tui.settings.settle import Settings


def arguments(made: argparse.ArgumentParser) -> None:
    """How it is shown."""
    made.add_argument("--plain", action="store_true", help="line by line, for screen readers")
    made.add_argument(
        "--no-plain", action="store_true", help="full screen, whatever ACCESSIBLE says"
    )
    made.add_argument(
        "--no-record", action="store_true", help="just reading: nothing at all is written"
    )
    made.add_argument("--ascii", action="store_true", help="draw with ASCII characters alone")


def run(options: argparse.Namespace) -> int:
    """Open it."""
    wanted = settings(options)
    reason = _plain_wanted(wanted, forced=options.no_plain)
    if not reason and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "there is no terminal to draw on. Run it in a terminal, or line by line: edu-tui --plain"
        )
    journey = _journey(options, wanted)
    try:
        return _show(journey, reason, ascii_alone=wanted.ascii)
    finally:
        close(journey.visit.keeper)


def equip(devices: Devices, wanted: Settings) -> None:
    """What the settings say that this computer can do, where it can."""
    devices.print_command = wanted.print_command
    if wanted.speech:
        from edu_tui.journey.devices import Aloud
        from edu_tui.speech.program import find

        devices.aloud = Aloud() if find() else None


def _show(journey: Journey, reason: str, *, ascii_alone: bool) -> int:
    if reason:
        journey.visit.devices.aloud = None
        from edu_tui.plain.session import run as run_plain

        return run_plain(journey, reason)
    # The screen asks the environment alone.
    os.environ["EDU_TUI_ASCII"] = "1" if ascii_alone else ""
    # Nothing here talks to a network: without TLS asyncio loads sooner and takes 4 MiB less.
    sys.modules.setdefault("ssl", cast("ModuleType", None))
    from edu_tui.tui.app import run as run_tui

    return run_tui(journey)


def _plain_wanted(wanted: Settings, *, forced: bool) -> str:
    """Why plain mode is used; empty when it is not, or when full screen is asked for by its flag."""
    source, name = wanted.origins["plain"]
    if wanted.plain:
        return name if source in {"flag", "environment"} else "plain in your settings"
    return "" if forced or sys.stdout.isatty() else "the output is not a terminal"


def _journey(options: argparse.Namespace, wanted: Settings) -> Journey:
    from random import Random

    from edu_tui.journey.journey import Journey
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.profile import STUDY
    from edu_tui.paths import records_file

    shelved = shelf(options, cached=wanted.record)
    contents = shelved.glance(wanted.language) or shelved.open(wanted.language)
    languages = contents.library.languages
    if options.lang and contents.language != options.lang:
        raise UsageError(
            f"this library has no language `{options.lang}`; it has {', '.join(languages)}."
        )
    file = records_file(wanted.data) if wanted.data else None
    kept = keeper(STUDY, wanted=wanted.record, file=file)
    visit = Visit(shelved, contents, STUDY, Random(), kept)
    visit.light, visit.detailed = wanted.light, wanted.detail
    visit.per_day = wanted.review_per_day
    equip(visit.devices, wanted)
    return Journey(visit)
