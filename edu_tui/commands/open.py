"""`edu-tui`: the library itself, full screen or line by line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, cast

from edu_tui.commands.keeping import close, keeper
from edu_tui.commands.library import shelf
from edu_tui.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from types import ModuleType

    from edu_tui.journey.journey import Journey


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
    reason = _plain_wanted(options)
    if not reason and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "there is no terminal to draw on. Run it in a terminal, or line by line: edu-tui --plain"
        )
    journey = _journey(options)
    try:
        return _show(journey, reason, ascii_alone=options.ascii)
    finally:
        close(journey.visit.keeper)


def _show(journey: Journey, reason: str, *, ascii_alone: bool) -> int:
    if reason:
        from edu_tui.plain.session import run as run_plain

        return run_plain(journey, reason)
    if ascii_alone:
        os.environ["EDU_TUI_ASCII"] = "1"
    # Nothing here talks to a network: without TLS asyncio loads sooner and takes 4 MiB less.
    sys.modules.setdefault("ssl", cast("ModuleType", None))
    from edu_tui.tui.app import run as run_tui

    return run_tui(journey)


def _plain_wanted(options: argparse.Namespace) -> str:
    """Why plain mode is used; empty when it is not. A flag goes before the environment."""
    if options.plain:
        return "--plain"
    if options.no_plain:
        return ""
    if os.environ.get("ACCESSIBLE", "0") not in {"", "0"}:
        return "ACCESSIBLE"
    if os.environ.get("TERM", "") == "dumb":
        return "TERM=dumb"
    return "" if sys.stdout.isatty() else "the output is not a terminal"


def _journey(options: argparse.Namespace) -> Journey:
    from random import Random

    from edu_tui.journey.journey import Journey
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.profile import STUDY

    shelved = shelf(options, cached=not options.no_record)
    language = options.lang or ""
    contents = shelved.glance(language) or shelved.open(language)
    kept = keeper(STUDY, wanted=not options.no_record)
    return Journey(Visit(shelved, contents, STUDY, Random(), kept))
