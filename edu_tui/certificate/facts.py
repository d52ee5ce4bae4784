"""What a certificate says, from the records of the attempt that was passed."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.staff.log import StaffLog
from edu_tui.staff.record import Record, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.staff.store import StaffFile

LATEST = 253_402_300_799_999
"""The last millisecond that has a day."""


class Certificate(NamedTuple):
    """One pass."""

    record: Record
    """The `passed`."""
    answers: tuple[Record, ...]
    """The `answered` of its attempt, by try and item."""
    title: str
    """Of the module, as it was then."""
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

    @property
    def adds_up(self) -> bool:
        """Whether its scores are what the answers on record come to, and enough to pass."""
        told = (self.first, self.final, self.must_know)
        right, of = self.final
        enough = right * 100 >= self.mastery * of and self.must_know[0] == self.must_know[1]
        return bool(self.answers) and told == _scores(self.answers) and enough

    @property
    def holds(self) -> bool:
        """Whether nothing in its records was changed since."""
        return self.adds_up and not self.changed


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
    return max(certificates(log.file, log.learner, module), key=_when, default=None)


def _when(one: Certificate) -> int:
    return one.record.at


def _certificate(file: StaffFile, record: Record) -> Certificate | None:
    rows = file.records("attempt = ? and kind = 'answered'", (record.attempt,))
    answers = sorted((row for _, row in rows), key=lambda row: (row.try_, row.unit, row.id))
    try:
        detail = json.loads(record.detail)
        until = str(detail["until"])
        if (until and not _is_day(until)) or not 0 <= record.at <= LATEST:
            return None
        return Certificate(
            record,
            tuple(answers),
            str(detail.get("title", "")),
            _pair(detail["first"]),
            _pair(detail["final"]),
            _pair(detail["must_know"]),
            int(detail["mastery"]),
            str(detail["scope"]),
            str(detail["hash"]),
            str(detail.get("state", "")),
            until,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _is_day(text: str) -> bool:
    """Whether it is a day as days are kept: what is none could not be told."""
    return date.fromisoformat(text).isoformat() == text


def _pair(given: Any) -> tuple[int, int]:
    right, of = given
    return int(right), int(of)


def _scores(answers: Iterable[Record]) -> tuple[tuple[int, int], ...]:
    """At the first try, in the end, and of the must-knows: right, of."""
    first: dict[str, Record] = {}
    final: dict[str, Record] = {}
    for one in answers:
        first.setdefault(one.unit, one)
        final[one.unit] = one
    return (
        _score(first.values(), must_know=0),
        _score(final.values(), must_know=0),
        _score(final.values(), must_know=1),
    )


def _score(answers: Iterable[Record], must_know: int) -> tuple[int, int]:
    counted = [one.result == "right" for one in answers if one.must_know == must_know]
    return sum(counted), len(counted)


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
