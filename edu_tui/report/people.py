"""Learners, as their records tell of them: folded one by one, like everything that is known of a learner."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.attempts import Attempts
from edu_tui.staff.record import COLUMNS, Record
from edu_tui.staff.rows import event_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.model.library import Course
    from edu_tui.report.source import Scope, Source

KINDS = ("completed", "began", "voided", "passed", "failed", "enrolled", "observed")
"""All that says how a learner stands; answers are asked for apart."""


class Person(NamedTuple):
    """One learner, by id."""

    learner: str
    attempts: Attempts


class People(NamedTuple):
    """Everyone who has to do with a course."""

    all: tuple[Person, ...]
    """In the order of their ids."""
    left_out: int
    """Records that do not fit their digest, or cannot be read: they count for nothing."""


def people(source: Source, scope: Scope, course: Course) -> People:
    """Those who are enrolled in the course, or have done something of it."""
    marks = ", ".join("?" * len(KINDS))
    where = scope.where(f"kind in ({marks})")
    query = f"select {COLUMNS} from record where {where} order by learner, at, id"
    records = [Record(*row) for row in source.rows(query, [*scope.values, *KINDS])]
    found, left_out = [], 0
    for learner, own in groupby(records, lambda one: one.learner):
        person, unread = _person(learner, own, course)
        left_out += unread
        if _has_to_do(person.attempts, course):
            found.append(person)
    return People(tuple(sorted(found, key=lambda one: one.learner)), left_out)


def _person(learner: str, records: Iterable[Record], course: Course) -> tuple[Person, int]:
    attempts, unread = Attempts(), 0
    for record in records:
        # Skills are named by their course; another's may be called the same.
        if record.kind == "observed" and record.course not in {"", course.id}:
            continue
        event = event_of(record)
        try:
            if event is None:
                raise ValueError(record.id)
            attempts.apply(event)
        except (ValueError, KeyError, TypeError):
            unread += 1
    return Person(learner, attempts), unread


def _has_to_do(attempts: Attempts, course: Course) -> bool:
    if course.id in attempts.enrolled:
        return True
    done = {one.module for one in attempts.begun.values()}
    done |= {one.module for one in attempts.ended.values()}
    return not (done | attempts.completed.keys()).isdisjoint(course.modules)
