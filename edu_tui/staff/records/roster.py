"""The roster: which id is whose name. It stays on the manager's machine and meets records on a screen only."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from edu_tui.staff.records.learners import checked
from edu_tui.system.errors import EduError, UsageError
from edu_tui.system.shown import UNFIT

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["learner", "name"]


class RosterError(EduError):
    """A roster that cannot be used: where, what, and what to do."""


def read_roster(path: Path | None) -> dict[str, str]:
    """Names by learner; none without a file. Raises RosterError."""
    if path is None:
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise RosterError(f"{path}: it is not UTF-8 text. Save it as CSV UTF-8.") from None
    except OSError as error:
        raise RosterError(f"{path}: {error.strerror}.") from None
    rows = csv.reader(text.splitlines(keepends=True), strict=True)
    names: dict[str, str] = {}
    first = True
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if any(cells) and not (first and [cell.casefold() for cell in cells] == HEADER):
                learner, name = _pair(cells, f"{path}:{rows.line_num}", names)
                names[learner] = name
            first = first and not any(cells)
    except csv.Error as error:
        raise RosterError(f"{path}:{rows.line_num}: {error}.") from None
    return names


def _pair(cells: list[str], where: str, names: dict[str, str]) -> tuple[str, str]:
    """One line of it, checked."""
    if len(cells) != len(HEADER) or not all(cells):
        raise RosterError(
            f"{where}: write `learner,name` in each line, a name that has a comma in it in quotes."
        )
    learner, name = cells
    try:
        checked(learner)
    except UsageError as error:
        raise RosterError(f"{where}: {error}") from None
    if UNFIT.search(name):
        raise RosterError(f"{where}: the name of {learner} has a character that cannot be shown.")
    if learner in names:
        raise RosterError(f"{where}: {learner} is there twice.")
    return learner, name


def named(learner: str, names: dict[str, str]) -> str:
    """`Ana Ruiz (n-104)`, or the id alone."""
    return f"{names[learner]} ({learner})" if learner in names else learner
