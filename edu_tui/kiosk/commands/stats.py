"""`edu-tui stats`: what was counted in the waiting room, for who writes the texts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.output import put, tell
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """From when on, from which file, and how to tell it."""
    parser.add_argument("--since", metavar="MONTH", help="start with this month, such as 2026-12")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument(
        "--counters", metavar="FILE", help="a copy of a kiosk's counters (default: this computer's)"
    )
    library_arguments(parser, again=True)


def run(options: argparse.Namespace) -> int:
    """Print it."""
    from edu_tui.kiosk.commands.stats_words import as_json, as_text, report
    from edu_tui.records.counters import Counters
    from edu_tui.ui.plain.streams import fit

    since = _since(options.since)
    counters = Counters(_path(options))
    months = counters.months(since)
    library = open_library(options, cached=False)
    try:
        stats = report(library, months)
    finally:
        library.close()
    put(as_json(stats) if options.format == "json" else as_text(stats, fit(sys.stdout)))
    if counters.left_out:
        tell(
            f"{counters.left_out} numbers in {counters.path} cannot be right: of no month, or larger than any. "
            "They are left out."
        )
    return 0


def _since(typed: str | None) -> str:
    if typed is None:
        return ""
    from edu_tui.journey.days import typed_day, typed_month

    month = typed_month(typed)
    if month:
        return month
    day = typed_day(typed)
    if day:
        raise UsageError(
            f"{typed} is a day, and only whole months are told. Give its month: --since {day[:7]}"
        )
    raise UsageError(f"{typed} is no month. Write it like this: --since 2026-12")


def _path(options: argparse.Namespace) -> Path:
    from edu_tui.system.paths import counters_file

    if options.counters:
        named = Path(options.counters)
        if not named.exists():
            raise UsageError(f"there is no file {named}.")
        return named
    path = counters_file(settings(options).data)
    if path is None:
        raise UsageError("there is no home folder, so there are no counters: --counters FILE")
    return path
