"""Learners: ids that are opaque, short, the same in records and reports, never a name; and waits after a wrong PIN."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.records.pin import wait_after
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def checked(typed: str, whose: str = "a learner") -> str:
    """The id as it is kept; raises UsageError with what is wrong with it."""
    if _ID.fullmatch(typed):
        return typed
    if "@" in typed or " " in typed.strip():
        raise UsageError(
            f"{typed!r} looks like a name or an address. Records are sent and printed with the id of "
            f"{whose}: use one that says nothing about them, such as n-104; a roster file may hold names."
        )
    raise UsageError(
        f"{typed!r} is no id for {whose}: letters, digits, dots, hyphens and underscores, at most 64, "
        "beginning with a letter or digit."
    )


def alike(learner: str, there: Iterable[str]) -> list[str]:
    """Those of these ids that differ from it by capital letters alone."""
    folded = learner.casefold()
    return [name for name in there if name != learner and name.casefold() == folded]


def twins(there: Iterable[str]) -> list[tuple[str, ...]]:
    """Ids that differ from one another by capital letters alone, together; older files may hold some."""
    by_name: dict[str, list[str]] = {}
    for name in there:
        by_name.setdefault(name.casefold(), []).append(name)
    return [tuple(several) for several in by_name.values() if len(several) > 1]


def still_to_wait(wrong: int, at: float, now: float) -> float:
    """Seconds until a PIN is looked at, after so many wrong tries in a row, the last at that time.

    A clock that was put back makes nobody wait longer than that.
    """
    wait = wait_after(wrong)
    return min(wait, max(0.0, at + wait - now))
