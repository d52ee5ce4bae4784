"""The commands of the staff side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edu_tui.commands.doctor.line import CheckSection
    from edu_tui.system.settings.settle import Settings

COMMANDS: dict[str, str] = {
    "staff": "staff training: learn, take assessments, manage learners",
    "report": "staff reports: progress, who is due, which questions fail",
    "sync": "send staff records to a central database or a learning record store",
}
"""Name and one line of help; `NAME` is its module."""


def self_check(wanted: Settings, now: int) -> list[CheckSection]:
    """What `edu-tui doctor` says of the staff side; `now` in milliseconds since 1970."""
    from edu_tui.staff.self_check import self_check as look
    from edu_tui.system.paths import staff_file

    return look(staff_file(wanted.data), now)
