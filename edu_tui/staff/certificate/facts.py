"""What a certificate says, from the records of the attempt that was passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.records.rows import LeftOutRecord
from edu_tui.staff.learning.event import AttemptEnded
from edu_tui.staff.records.fault import read
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.record import Record, is_whole, late_ends, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.staff.records.store import StaffFile


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
    is_late: bool = False
    """Whether its attempt had ended before, in another window: that end counts, and not this one."""
    is_to_come: bool = False
    """Whether it lies in the future, so that it does not count yet."""

    @property
    def changed(self) -> tuple[Record, ...]:
        """Records that no longer fit their own digest."""
        return tuple(record for record in (self.record, *self.answers) if not is_whole(record))

    @property
    def adds_up(self) -> bool:
        """Whether its scores are what the answers on record come to, and enough to pass."""
        scores = (self.first, self.final, self.must_know)
        right, of = self.final
        enough = right * 100 >= self.mastery * of and self.must_know[0] == self.must_know[1]
        return bool(self.answers) and scores == _scores(self.answers) and enough

    @property
    def holds(self) -> bool:
        """Whether it counts, and nothing in its records was changed since."""
        return self.adds_up and not self.changed and not self.is_late and not self.is_to_come


def certificates(file: StaffFile, learner: str = "", module: str = "") -> list[Certificate]:
    """Every pass of that learner and module, or of all, oldest first; what cannot be read is left out."""
    where, given = ["kind = 'passed'"], []
    for column, value in (("learner", learner), ("module", module)):
        if value:
            where.append(f"{column} = ?")
            given.append(value)
    rows = [row for _, row in file.records(" and ".join(where), given)]
    every = [certificate for row in rows if (certificate := _certificate(file, row)) is not None]
    counted = [issued for issued in every if not issued.is_late and not issued.is_to_come]
    return [issued._replace(superseded=_later(issued, counted)) for issued in every]


def latest(issued: Iterable[Certificate]) -> Certificate | None:
    """The latest that counts; where none does, the latest of the others."""
    return max(
        issued,
        key=lambda certificate: (
            not certificate.is_late,
            not certificate.is_to_come,
            certificate.record.at,
        ),
        default=None,
    )


def latest_in(log: object, module: str) -> Certificate | None:
    """The latest pass of the learner whose log that is; None for a log that is no staff's."""
    if not isinstance(log, StaffLog):
        return None
    return latest(certificates(log.file, log.learner, module))


def _certificate(file: StaffFile, record: Record) -> Certificate | None:
    rows = file.records("attempt = ? and attempt <> ''", (record.attempt,))
    first: dict[tuple[int, str], Record] = {}
    for _, row in rows:
        if row.kind == "answered":
            # Handed in in two windows, an answer is there twice: what came first counts.
            first.setdefault((row.try_, row.unit), row)
    answers = sorted(first.values(), key=lambda row: (row.try_, row.unit, row.id))
    # Of one that was changed it is told what was; so its digest is no matter here.
    event = read(sealed(record))
    ended = None if isinstance(event, LeftOutRecord) else event.fact
    if not isinstance(ended, AttemptEnded):
        return None
    mastery, scope, text_hash, until = ended.mastery, ended.scope, ended.hash, ended.until
    if mastery is None or scope is None or text_hash is None or until is None:
        return None
    return Certificate(
        record,
        tuple(answers),
        ended.title or "",
        ended.first,
        ended.final,
        ended.must_know,
        mastery,
        scope,
        text_hash,
        ended.state or "",
        until,
        is_late=record.id in late_ends(rows),
        is_to_come=record.at > file.upto,
    )


def _scores(answers: Iterable[Record]) -> tuple[tuple[int, int], ...]:
    """At the first try, in the end, and of the must-knows: right, of."""
    first: dict[str, Record] = {}
    final: dict[str, Record] = {}
    for answer in answers:
        first.setdefault(answer.unit, answer)
        final[answer.unit] = answer
    return (
        _score(first.values(), must_know=0),
        _score(final.values(), must_know=0),
        _score(final.values(), must_know=1),
    )


def _score(answers: Iterable[Record], must_know: int) -> tuple[int, int]:
    counted = [answer.result == "right" for answer in answers if answer.must_know == must_know]
    return sum(counted), len(counted)


def _later(certificate: Certificate, every: list[Certificate]) -> int:
    mine = certificate.record
    return min(
        (
            other.record.at
            for other in every
            if (other.record.learner, other.record.module) == (mine.learner, mine.module)
            and other.record.at > mine.at
        ),
        default=0,
    )
