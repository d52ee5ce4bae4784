"""`edu-tui read`: one module as plain text."""

from __future__ import annotations

import sys
from time import strftime
from typing import TYPE_CHECKING

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.output import put

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which module, and how much of it."""
    parser.add_argument("module", metavar="MODULE", help="module ID, as shown by `edu-tui list`")
    parser.add_argument("--more", action="store_true", help="include all detail")
    parser.add_argument("--staff", action="store_true", help="include what is for staff")
    library_arguments(parser, again=True)


def run(options: argparse.Namespace) -> int:
    """Print it."""
    from edu_tui.ui.plain.reading import read
    from edu_tui.ui.plain.streams import fit

    put(
        read(
            open_library(options, cached=False),
            options.module,
            settings(options).language,
            audience="staff" if options.staff else "patient",
            more=options.more,
            today=strftime("%Y-%m-%d"),
            width=fit(sys.stdout),
        )
    )
    return 0
