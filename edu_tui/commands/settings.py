"""`edu-tui settings`: each setting as it is now and where that comes from, or an example to copy."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.output import put
from edu_tui.system.errors import SettingsError

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to print."""
    parser.add_argument(
        "--example", action="store_true", help="print an example file to start from"
    )
    library_arguments(parser, again=True)


def run(options: argparse.Namespace) -> int:
    """Print it."""
    from edu_tui.system.settings import pages
    from edu_tui.system.settings.settle import gather

    if options.example:
        put(pages.example())
        return 0
    gathered = gather(vars(options), os.environ)
    if gathered.faults:
        raise SettingsError([fault.line for fault in gathered.faults])
    put(pages.now(gathered))
    return 0
