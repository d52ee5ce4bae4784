"""Where the library that ships, the settings, the index and the records live for this user."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

APP = "edu-tui"


class Folders(NamedTuple):
    """Folders that settings may be in; those named later go before the others."""

    system: tuple[Path, ...]
    user: tuple[Path, ...]
    """None where there is no home for one."""


def shipped_library() -> Path:
    """The library that comes with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "content"
    return inside if inside.is_dir() else package.parent / "content"


def cache_folder() -> Path | None:
    """The user's cache folder for the index; None where there is no home for one."""
    # platformdirs costs more to import than reading two variables where no index is needed.
    from platformdirs import user_cache_path

    try:
        return user_cache_path(APP, appauthor=False)
    except RuntimeError:
        return None


def config_folders() -> Folders:
    """Where configuration is looked for, this user's own last."""
    own = os.environ.get("XDG_CONFIG_HOME", "")
    home = os.environ.get("HOME", "")
    if not own.startswith("/") and home.startswith("/"):
        own = f"{home}/.config"
    if sys.platform != "linux" or not own.startswith("/"):
        return _config_folders()
    # What platformdirs would say, without the time it takes to load: every start asks for this.
    shared = os.environ.get("XDG_CONFIG_DIRS", "").split(":")
    system = [Path(folder, APP) for folder in shared if folder.startswith("/")] or [
        Path("/etc/xdg", APP)
    ]
    return Folders(tuple(reversed(system)), (Path(own, APP),))


def _config_folders() -> Folders:
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP, appauthor=False, multipath=True)
    system = tuple(Path(folder) for folder in reversed(dirs.site_config_dir.split(os.pathsep)))
    try:
        return Folders(system, (dirs.user_config_path,))
    except RuntimeError:
        return Folders(system, ())


def clinic_file() -> Path | None:
    """The clinic's own words in the user's configuration folder, if there are any."""
    files = [folder / "clinic.yaml" for folder in config_folders().user]
    return next((path for path in files if path.is_file()), None)


def clinic_place() -> Path | None:
    """Where the clinic's own words belong, whether they are there or not; None without a home."""
    return next((folder / "clinic.yaml" for folder in config_folders().user), None)


def roster_file() -> Path | None:
    """Which learner is whose name, in the user's configuration folder, if there is one."""
    files = [folder / "roster.csv" for folder in config_folders().user]
    return next((path for path in files if path.is_file()), None)


def records_file(folder: Path | None = None) -> Path | None:
    """Where what the reader did is kept: in that folder, else in the user's data folder.

    None where there is no home for one.
    """
    return _data_file("records.sqlite", folder)


def counters_file(folder: Path | None = None) -> Path | None:
    """Where it is counted what visitors of a waiting room did: beside the records."""
    return _data_file("counters.sqlite", folder)


def _data_file(name: str, folder: Path | None) -> Path | None:
    from platformdirs import user_data_path

    try:
        return (folder or user_data_path(APP, appauthor=False)) / name
    except RuntimeError:
        return None


def staff_file(folder: Path | None = None) -> Path | None:
    """Where what staff did is kept: beside the records, and never in the same file."""
    return _data_file("staff.sqlite", folder)


def state_folder() -> Path | None:
    """Where errors of the program are noted; None where there is no home for it."""
    from platformdirs import user_state_path

    try:
        return user_state_path(APP, appauthor=False)
    except RuntimeError:
        return None


def kiosk_log() -> Path | None:
    """Where a kiosk notes crashes; None where there is no home for it."""
    folder = state_folder()
    return folder and folder / "kiosk.log"
