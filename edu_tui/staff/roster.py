"""The roster: which id is whose name. It stays on the manager's machine and meets records on a screen only."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from edu_tui.errors import EduError

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
    try:
        for row in rows:
            cells = [one.strip() for one in row]
            if not any(cells):
                continue
            if not names and [one.casefold() for one in cells] == HEADER:
                continue
            if len(cells) != len(HEADER) or not all(cells):
                raise RosterError(f"{path}:{rows.line_num}: write `learner,name` in each line.")
            if cells[0] in names:
                raise RosterError(f"{path}:{rows.line_num}: {cells[0]} is there twice.")
            names[cells[0]] = cells[1]
    except csv.Error as error:
        raise RosterError(f"{path}:{rows.line_num}: {error}.") from None
    return names


def named(learner: str, names: dict[str, str]) -> str:
    """`Ana Ruiz (n-104)`, or the id alone."""
    return f"{names[learner]} ({learner})" if learner in names else learner
