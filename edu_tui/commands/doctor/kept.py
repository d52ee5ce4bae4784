"""The records: there or not, readable, for their owner alone. How many, and nothing of what is in them."""

from __future__ import annotations

from datetime import datetime
from shlex import quote
from typing import TYPE_CHECKING

from edu_tui.commands.doctor.line import CheckSection, Line, note, ok, problem
from edu_tui.records.file import is_damaged
from edu_tui.records.health import look

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.records.health import RecordsHealth

DAY = 86_400_000
"""Milliseconds."""


def kept(path: Path | None, now: int, *, wanted: bool) -> CheckSection:
    """The whole of it; `now` in milliseconds since 1970."""
    lines = [] if wanted else [note("nothing is kept: you are just reading (record is off)")]
    if path is not None:
        health = look(path)
        lines += [_state(path, health), *_private(health), *_clock(health, now), *_copies(health)]
    return CheckSection("records", "Records", tuple(lines))


def _state(path: Path, health: RecordsHealth) -> Line:
    if not health.there:
        return ok("none yet")
    if health.trouble:
        return _trouble(path, health.trouble)
    if not health.events:
        return ok("they can be read: no entry yet")
    entries = "1 entry" if health.events == 1 else f"{health.events} entries"
    return ok(f"they can be read and are whole: {entries}, the newest of {_day(health.newest)}")


def _trouble(path: Path, trouble: str) -> Line:
    lines = {
        "damaged": problem(
            "they are damaged", "The next start puts them aside as they are and begins new ones."
        ),
        "newer": problem(
            "they are from a newer edu-tui",
            "Install the newest edu-tui. They are left as they are.",
        ),
        "not-a-file": problem(
            f"{path} is not an ordinary file", "Move it away; what you do is not kept until then."
        ),
        "read-only": problem(
            "you may not read them", "As their owner:", f"chmod 600 {quote(str(path))}"
        ),
        "busy": note("another edu-tui is using them", "Close it, then look again."),
        "unfinished": note(
            "the program was ended in the middle of its work", "The next start puts that right."
        ),
    }
    return lines.get(trouble) or problem(
        "they cannot be opened", "See where they are:", "edu-tui records where"
    )


def _private(health: RecordsHealth) -> list[Line]:
    return [
        problem(f"others on this computer may read {path}", "", f"chmod 600 {quote(str(path))}")
        for path in health.open_to_others
    ]


def _clock(health: RecordsHealth, now: int) -> list[Line]:
    if health.newest <= now + DAY:
        return []
    return [
        note(
            f"the newest entry is of {_day(health.newest)}, which is still to come",
            "The clock of this computer is wrong, or was. See that its date and time are right.",
        )
    ]


def _copies(health: RecordsHealth) -> list[Line]:
    keep = "Delete it when you do not need it. Where all files are:"
    where = "edu-tui records where"
    return [
        note(f"{'a damaged' if is_damaged(path) else 'an older'} copy is kept: {path}", keep, where)
        for path in health.copies
    ]


def _day(at: int) -> str:
    """The reader's own calendar day."""
    try:
        return datetime.fromtimestamp(at / 1000).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return "a day no calendar has"
