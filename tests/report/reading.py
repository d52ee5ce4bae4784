"""A board out of a clinic, as the command makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.staff.report.board import board
from edu_tui.staff.report.source import Device, Scope
from edu_tui.staff.report.texts import ReportTexts

if TYPE_CHECKING:
    from edu_tui.staff.report.board import Board
    from edu_tui.staff.report.due import Due
    from edu_tui.staff.report.items import ItemReport
    from edu_tui.staff.report.progress import LearnerProgress
    from edu_tui.staff.report.source import RecordSource
    from tests.report.clinic import Clinic

TODAY = "2026-11-25"


def board_of(clinic: Clinic, today: str = TODAY, within: int = 30, source: RecordSource | None = None, site: str | None = None) -> Board:  # fmt: skip
    """What its file tells; or another source."""
    open_library = clinic.open_library
    asked = source or Device(clinic.path)
    try:
        return board(
            asked, Scope(site), clinic.course, ReportTexts(open_library, "en", today), today, within
        )
    finally:
        asked.close()
        open_library.close()


def learner(found: Board, name: str) -> LearnerProgress:
    """The one of that id."""
    return next(progress for progress in found.learners if progress.learner == name)


def due_of(found: Board, name: str) -> list[Due]:
    """What one learner has to pass."""
    return [due for due in found.due if due.learner == name]


def item(found: Board, name: str) -> ItemReport:
    """The item of that id, as it is asked now."""
    return next(one for one in found.items if one.item == name and one.current)
