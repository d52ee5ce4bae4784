"""`edu-tui list`: the modules of the library."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import settings, shelf
from edu_tui.commands.output import put

if TYPE_CHECKING:
    import argparse


def arguments(made: argparse.ArgumentParser) -> None:
    """Which library."""
    library_arguments(made, again=True)


def run(options: argparse.Namespace) -> int:
    """Print them."""
    from edu_tui.ui.plain.listing import listing
    from edu_tui.ui.plain.streams import fit

    contents = shelf(options, cached=True).refresh(settings(options).language)
    put(listing(contents, fit(sys.stdout)))
    return 0
