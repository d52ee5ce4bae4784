"""Settings, folders and files: where they are, and whether they can be read and written."""

from __future__ import annotations

import os
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.commands.doctor.line import CheckSection, Line, note, ok, problem
from edu_tui.system.settings.explain import nearest
from edu_tui.system.settings.table import VARIABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from edu_tui.system.settings.settle import Gathered


class Places(NamedTuple):
    """Where everything is; None where there is no home for it."""

    library: Path
    clinic: Path | None
    cache: Path | None
    records: Path | None


def places(where: Places, gathered: Gathered, environ: Mapping[str, str]) -> CheckSection:
    """The whole of it."""
    lines = [*_settings(gathered), *_unknown(environ), _library(where.library)]
    lines += [ok(f"clinic's file: {where.clinic or 'none'}"), _cache(where.cache)]
    lines.append(_records(where.records))
    return CheckSection("places", "Places", tuple(lines))


def _settings(gathered: Gathered) -> list[Line]:
    lines = []
    for file in gathered.files:
        there = "" if file.there else " (not there, which is fine)"
        if not file.faults:
            lines.append(ok(f"settings: {file.path}{there}"))
    return lines + [
        problem(fault.line, "Until it is mended edu-tui opens nothing.")
        for fault in gathered.faults
    ]


def _unknown(environ: Mapping[str, str]) -> list[Line]:
    odd = sorted(name for name in environ if name.startswith("EDU_TUI_") and name not in VARIABLES)
    by_fold = {name.casefold(): name for name in VARIABLES}
    lines = []
    for name in odd:
        near = nearest(name, by_fold)
        for fold, known in by_fold.items():
            near = near.replace(f"`{fold}`", known)
        lines.append(note(f"{name} is set and means nothing", near[0].upper() + near[1:]))
    return lines


def _library(folder: Path) -> Line:
    if not folder.is_dir():
        return problem(
            f"library: {folder} is not a folder",
            "Name another: --library DIR, or in your settings.",
        )
    if not os.access(folder, os.R_OK | os.X_OK):
        return problem(
            f"library: {folder} may not be read by you", "", f"chmod -R u+rX {quote(str(folder))}"
        )
    return ok(f"library: {folder}")


def _cache(folder: Path | None) -> Line:
    slow = "Nothing is lost; each start reads the whole library again."
    if folder is None:
        return note("index: there is no home folder to keep it in", slow)
    if hindrance := why_not(folder):
        return note(f"index: {folder} cannot be written ({hindrance})", slow)
    return ok(f"index: {folder}{'' if folder.is_dir() else ' (not there yet)'}")


def _records(path: Path | None) -> Line:
    name = "Name a folder of your own: data in your settings, or EDU_TUI_DATA."
    if path is None:
        return problem("records: there is no home folder to keep them in", name)
    if hindrance := why_not(path):
        return problem(f"records: {path} cannot be written ({hindrance})", name)
    return ok(f"records: {path}{'' if path.exists() else ' (not there yet)'}")


def why_not(path: Path) -> str:
    """What keeps this user from writing there, or from making it; empty where nothing does."""
    there = path
    while not os.path.lexists(there) and there != there.parent:
        there = there.parent
    if there != path and not there.is_dir():
        return f"{there} is not a folder"
    ways = os.W_OK | (os.X_OK if there.is_dir() else 0)
    if not os.access(there, ways, effective_ids=os.access in os.supports_effective_ids):
        return f"you may not write to {there}"
    return ""
