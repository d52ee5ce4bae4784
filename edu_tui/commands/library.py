"""Which library, language and clinic a command is about: its options, and the settings they end in."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.system.settings.settle import Settings


def arguments(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    """The options; a command takes them before or after its name."""
    default = argparse.SUPPRESS if again else None
    parser.add_argument(
        "--library", metavar="DIR", default=default, help="a library folder; else the one shipped"
    )
    parser.add_argument("--lang", metavar="CODE", default=default, help="language code, such as en")
    parser.add_argument(
        "--clinic", metavar="FILE", default=default, help="your clinic's own words and crisis lines"
    )


def settings(options: argparse.Namespace) -> Settings:
    """The settings as they hold with these options, read once in a run; raises SettingsError."""
    known: Settings | None = getattr(options, "settled", None)
    if known is None:
        from edu_tui.system.settings.settle import settle

        known = options.settled = settle(vars(options), os.environ)
    return known


def folder(options: argparse.Namespace) -> Path:
    """The library's folder."""
    from edu_tui.system.paths import shipped_library

    return settings(options).library or shipped_library()


def open_library(options: argparse.Namespace, *, cached: bool) -> OpenLibrary:
    """The library; `cached` where its index is worth keeping."""
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.system.paths import cache_folder, clinic_file

    clinic = settings(options).clinic or clinic_file()
    return OpenLibrary(folder(options), cache_folder() if cached else None, clinic)
