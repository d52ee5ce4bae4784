"""Learners, as their records tell of them: folded one by one, like everything that is known of a learner."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.day import day_in_words, day_of
from edu_tui.records.rows import LeftOutRecord, left_out
from edu_tui.staff.learning.attempts import Attempts
from edu_tui.staff.records.fault import end_of, read
from edu_tui.staff.records.record import COLUMNS, Record, late_ends
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from edu_tui.model.library import Course
    from edu_tui.staff.report.source import RecordSource, Scope

KINDS = ("completed", "began", "voided", "passed", "failed", "enrolled", "observed")
"""All that says how a learner stands; answers are asked for apart."""
CLOCKS = 600_000
"""Milliseconds by which the clocks of a device and of a server may differ without a word."""


class ReportedLearner(NamedTuple):
    """One learner, by id."""

    learner: str
    attempts: Attempts


class People(NamedTuple):
    """Everyone who has to do with a course."""

    all: tuple[ReportedLearner, ...]
    """In the order of their ids."""
    left_out: tuple[LeftOutRecord, ...]
    """Records that were changed, cannot be read or are still to come: they count for nothing."""
    doubtful: tuple[LeftOutRecord, ...]
    """Records that count, although their time cannot be right."""


class _Row(NamedTuple):
    record: Record
    order: int
    arrived: int


def people(source: RecordSource, scope: Scope, course: Course, today: str) -> People:
    """Those who are enrolled in the course, or have done something of it, until the end of that day."""
    marks = ", ".join("?" * len(KINDS))
    where = scope.where(f"kind in ({marks})")
    query = (
        f"select {COLUMNS}, {source.order}, {source.arrived} from record where {where}"
        f" order by learner, {source.sequence}"
    )
    asked = source.rows(query, [*scope.values, *KINDS])
    rows = [_Row(Record(*fields), order, arrived) for *fields, order, arrived in asked]
    late, upto = late_ends((row.order, row.record) for row in rows), end_of(today)
    ahead = _ahead(rows)
    learners: list[ReportedLearner] = []
    left: list[LeftOutRecord] = []
    doubtful: list[LeftOutRecord] = []
    for learner, own in groupby(rows, lambda row: row.record.learner):
        attempts = Attempts()
        for record, _, arrived in own:
            # Skills are named by their course; another's may be called the same.
            if record.kind == "observed" and record.course not in {"", course.id}:
                continue
            event = read(record, upto)
            if isinstance(event, LeftOutRecord):
                left.append(event)
            elif record.id not in late:
                attempts.apply(event)
                doubtful += _doubt(record, arrived, ahead)
        if _has_to_do(attempts, course):
            learners.append(ReportedLearner(learner, attempts))
    return People(
        tuple(sorted(learners, key=lambda learner: learner.learner)), tuple(left), tuple(doubtful)
    )


def _ahead(rows: Iterable[_Row]) -> set[str]:
    """Ids of the records after which their device kept others of that learner, of an earlier time."""
    earliest: dict[tuple[str, str], int] = {}
    result = set()
    for record, _, _ in sorted(rows, key=lambda row: row.order, reverse=True):
        whose = record.device, record.learner
        before = earliest.get(whose, record.at)
        if record.at > before + CLOCKS:
            result.add(record.id)
        earliest[whose] = min(before, record.at)
    return result


def _doubt(record: Record, arrived: int, ahead: Container[str]) -> list[LeftOutRecord]:
    """That the clock of its device was ahead: it came in before the time it has, or was kept before others
    of an earlier time.
    """
    day = day_in_words(day_of(record.at))
    if arrived and record.at > arrived + CLOCKS:
        why = say(
            "its time is {day}, but it came in on {arrived}: the clock of its device was ahead",
            day=day,
            arrived=day_in_words(day_of(arrived)),
        )
    elif record.id in ahead:
        why = say(
            "its time is {day}, but its device kept earlier times after it: its clock was ahead",
            day=day,
        )
    else:
        return []
    return [left_out(record.id, record.kind, record.module, why, record.learner)]


def _has_to_do(attempts: Attempts, course: Course) -> bool:
    if course.id in attempts.enrolled:
        return True
    done = {attempt.module for attempt in attempts.begun.values()}
    done |= {fields.module for fields in attempts.ended.values()}
    return not (done | attempts.completed.keys()).isdisjoint(course.modules)
