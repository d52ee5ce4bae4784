"""What has to be right before anyone can sign: who signs, until when, and that nothing is broken."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from edu_tui.library.check import check
from edu_tui.library.decode.values import is_day
from edu_tui.library.shared_lists import lists_files
from edu_tui.library.source.yaml_file import (
    GLOSSARY_FILE,
    LIBRARY_FILE,
    SOURCES_FILE,
    is_there,
)
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from edu_tui.library.check import CheckReport
    from edu_tui.library.judging import ContentJudge
    from edu_tui.library.signing.survey import Surveyed

MONTHS = 12
"""How long a sign-off holds when nobody says otherwise."""
MOST_MONTHS = 60
LONGEST = 200
"""Characters of a name, a role, a reason."""


def on_one_line(name: str, given: str) -> str:
    """What somebody says of themselves, as it is kept; raises UsageError."""
    words = " ".join(given.split())
    if not words:
        raise UsageError(f"{name}: write something.")
    if len(words) > LONGEST or not words.isprintable():
        raise UsageError(f"{name}: at most {LONGEST} characters, all of them ordinary ones.")
    return words


def last_day(given: str, today: str) -> str:
    """The last day a sign-off holds: a day, or a number of months from today; raises UsageError."""
    words = given.strip()
    if words.isascii() and words.isdigit() and 1 <= int(words) <= MOST_MONTHS:
        return _after(date.fromisoformat(today), int(words)).isoformat()
    if (
        is_day(words)
        and today < words <= _after(date.fromisoformat(today), MOST_MONTHS).isoformat()
    ):
        return words
    raise UsageError(
        f"review_by: write a day to come, such as 2027-11-25, at most {MOST_MONTHS} months away, or "
        f"a number of months."
    )


def examined(
    folder: Path, items: Iterable[Surveyed], source: str, judge: ContentJudge
) -> CheckReport:
    """What a check finds in these modules and in all that a sign-off of them is for too.

    `source` is the language whose glossary serves those that have none.
    """
    files: dict[str, None] = dict.fromkeys([LIBRARY_FILE, SOURCES_FILE])
    for item in items:
        own = f"{item.language}/{GLOSSARY_FILE}"
        files[own if is_there(folder / own) else f"{source}/{GLOSSARY_FILE}"] = None
        files |= dict.fromkeys(lists_files(source, item.language))
        files[f"{item.language}/{item.module}.yaml"] = None
    reports = [check(folder / file, judge) for file in files if is_there(folder / file)]
    return reports[0]._replace(
        findings=tuple(finding for report in reports for finding in report.findings),
        files=len(reports),
        waived=tuple(waiver for report in reports for waiver in report.waived),
    )


def _after(day: date, months: int) -> date:
    """The same day so many months later; the last of a month that is too short for it."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
