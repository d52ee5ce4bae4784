"""Which library, language and clinic a command is about."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edu_tui.library.shelf import Shelf


def arguments(made: argparse.ArgumentParser, *, again: bool = False) -> None:
    """The options; a command takes them before or after its name."""
    default = argparse.SUPPRESS if again else None
    made.add_argument(
        "--library", metavar="DIR", default=default, help="a library folder; else the one shipped"
    )
    made.add_argument("--lang", metavar="CODE", default=default, help="language code, such as en")
    made.add_argument(
        "--clinic", metavar="FILE", default=default, help="your clinic's own words and crisis lines"
    )


def folder(options: argparse.Namespace) -> Path:
    """The library's folder."""
    from edu_tui.paths import shipped_library

    return Path(options.library) if options.library else shipped_library()


def shelf(options: argparse.Namespace, *, cached: bool) -> Shelf:
    """The library; `cached` where its index is worth keeping."""
    from edu_tui.library.shelf import Shelf
    from edu_tui.paths import cache_folder, clinic_file

    clinic = Path(options.clinic) if options.clinic else None
    if cached:
        return Shelf(folder(options), cache_folder(), clinic or clinic_file())
    return Shelf(folder(options), None, clinic)
