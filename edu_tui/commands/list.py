"""`edu-tui list`: the modules of the library."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.output import put
from edu_tui.commands.progress import getting_ready

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which library."""
    library_arguments(parser, again=True)


def run(options: argparse.Namespace) -> int:
    """Print them."""
    from edu_tui.ui.plain.listing import listing
    from edu_tui.ui.plain.streams import fit

    with getting_ready() as progress:
        contents = open_library(options, cached=True).refresh(settings(options).language, progress)
    put(listing(contents, fit(sys.stdout)))
    return 0
