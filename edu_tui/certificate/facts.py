"""What a certificate says, from the records of the attempt that was passed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.staff.record import Record, is_whole
from edu_tui.staff.store import StaffLog

if TYPE_CHECKING:
    from edu_tui.staff.store import StaffFile


class Certificate(NamedTuple):
    """One pass."""

    record: Record
    """The `passed`."""
    answers: tuple[Record, ...]
    """The `answered` of its attempt, by try and item."""
    first: tuple[int, int]
    final: tuple[int, int]
    must_know: tuple[int, int]
    """Right, of."""
    mastery: int
    """Percent of the items that are not must-know."""
    scope: str
    hash: str
    """Of the text that was assessed."""
    state: str
    """How its sign-off stood then."""
    until: str
    """The last day it is good; empty for no limit."""
    superseded: int = 0
    """When the learner passed the same module again; 0 for never."""

    @property
    def changed(self) -> tuple[Record, ...]:
        """Records that no longer fit their own digest."""
        return tuple(one for one in (self.record, *self.answers) if not is_whole(one))


def certificates(file: StaffFile, learner: str = "", module: str = "") -> list[Certificate]:
    """Every pass of that learner and module, or of all, oldest first; what cannot be read is left out."""
    where, given = ["kind = 'passed'"], []
    for column, value in (("learner", learner), ("module", module)):
        if value:
            where.append(f"{column} = ?")
            given.append(value)
    rows = [row for _, row in file.records(" and ".join(where), given)]
    made = [one for row in rows if (one := _certificate(file, row)) is not None]
    return [one._replace(superseded=_later(one, made)) for one in made]


def latest_in(log: object, module: str) -> Certificate | None:
    """The latest pass of the learner whose log that is; None for a log that is no staff's."""
    if not isinstance(log, StaffLog):
        return None
    return next(reversed(certificates(log.file, log.learner, module)), None)


def _certificate(file: StaffFile, record: Record) -> Certificate | None:
    rows = file.records("attempt = ? and kind = 'answered'", (record.attempt,))
    answers = sorted((row for _, row in rows), key=lambda row: (row.try_, row.unit, row.id))
    try:
        detail = json.loads(record.detail)
        return Certificate(
            record,
            tuple(answers),
            _pair(detail["first"]),
            _pair(detail["final"]),
            _pair(detail["must_know"]),
            int(detail["mastery"]),
            str(detail["scope"]),
            str(detail["hash"]),
            str(detail.get("state", "")),
            str(detail["until"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _pair(given: list[int]) -> tuple[int, int]:
    right, of = given
    return int(right), int(of)


def _later(one: Certificate, every: list[Certificate]) -> int:
    mine = one.record
    return min(
        (
            other.record.at
            for other in every
            if (other.record.learner, other.record.module) == (mine.learner, mine.module)
            and other.record.at > mine.at
        ),
        default=0,
    )
