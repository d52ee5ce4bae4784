"""Where the library that ships, the index and later the records live for this user."""

from __future__ import annotations

from pathlib import Path

APP = "edu-tui"


def shipped_library() -> Path:
    """The library that comes with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent
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


def clinic_file() -> Path | None:
    """The clinic's own words in the user's configuration folder, if there are any."""
    from platformdirs import user_config_path

    try:
        path = user_config_path(APP, appauthor=False) / "clinic.yaml"
    except RuntimeError:
        return None
    return path if path.is_file() else None
