"""The board: all that one look at a clinic's records tells of one course, gathered once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.staff.records.fault import end_of
from edu_tui.staff.report.due import due
from edu_tui.staff.report.items import items
from edu_tui.staff.report.people import people
from edu_tui.staff.report.progress import progress
from edu_tui.system.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.model.library import Course
    from edu_tui.records.rows import LeftOutRecord
    from edu_tui.staff.report.due import Due
    from edu_tui.staff.report.items import ItemReport
    from edu_tui.staff.report.progress import LearnerProgress
    from edu_tui.staff.report.source import RecordSource, Scope
    from edu_tui.staff.report.texts import ReportTexts


class Board(NamedTuple):
    """A course in a clinic, on a day."""

    course: Course
    title: str
    site: str
    """Empty for all that is in a device's file."""
    today: str
    within: int
    learners: tuple[LearnerProgress, ...]
    due: tuple[Due, ...]
    items: tuple[ItemReport, ...]
    left_out: tuple[LeftOutRecord, ...]
    """Records that count for nothing, and why."""
    doubtful: tuple[LeftOutRecord, ...] = ()
    """Records that count, although their time cannot be right."""
    names: Mapping[str, str] = {}
    """Of learners, where this machine has a roster: to be shown, and nothing else."""

    @property
    def ready(self) -> int:
        """Learners who are ready."""
        return sum(learner.ready for learner in self.learners)


def board(
    source: RecordSource, scope: Scope, course: Course, texts: ReportTexts, today: str, within: int
) -> Board:
    """Ask for everything once; raises EduError where the records cannot be read."""
    from edu_tui.model.library import in_language

    everyone = people(source, scope, course, today)
    counted = items(source, scope, course, texts, end_of(today))
    learners = progress(everyone, course, texts, today)
    return Board(
        course,
        in_language(course.title, texts.language),
        shown(scope.site or ""),
        today,
        within,
        tuple(learners),
        tuple(due(learners, today, within)),
        counted.items,
        (*everyone.left_out, *counted.left_out),
        everyone.doubtful,
    )
