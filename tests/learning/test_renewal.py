"""How long a pass is good: by days, until a fixed day, at year ends, and with grace for who has just begun."""

from __future__ import annotations

import pytest

from edu_tui.model.library import Course
from edu_tui.staff.learning.renewal import days_between, due_for_new, good_until

PLAIN = Course("staff", {"en": "Staff"}, "staff", (), 80, None, "")


@pytest.mark.parametrize(
    ("passed", "days", "until"),
    [
        ("2026-11-25", 365, "2027-11-25"),
        ("2027-03-01", 365, "2028-02-29"),
        ("2026-12-31", 1, "2027-01-01"),
        ("9999-12-30", 36500, "9999-12-31"),
    ],
)
def test_good_for_so_many_days(passed: str, days: int, until: str) -> None:
    """The last good day is so many days after the pass, over leap days, years and the end of calendars."""
    assert good_until(PLAIN._replace(valid_for=days), passed) == until


@pytest.mark.parametrize(
    ("passed", "renew_on", "grace", "until"),
    [
        ("2026-11-25", "01-31", 30, "2027-01-31"),
        ("2027-01-10", "01-31", 30, "2028-01-31"),
        ("2027-01-31", "01-31", 0, "2028-01-31"),
        ("2027-01-30", "01-31", 0, "2027-01-31"),
        ("2026-12-20", "01-10", 30, "2028-01-10"),
        ("2026-11-25", "02-29", 0, "2027-02-28"),
        ("2027-11-25", "02-29", 0, "2028-02-29"),
    ],
)
def test_good_until_a_fixed_day(passed: str, renew_on: str, grace: int, until: str) -> None:
    """The next such day, or the one after it for who passed in the grace before it."""
    assert good_until(PLAIN._replace(renew_on=renew_on, grace=grace), passed) == until


def test_no_limit_and_new_hires() -> None:
    """Without a rule a pass is good for ever; a new hire has the grace, and no day is no day."""
    assert good_until(PLAIN, "2026-11-25") == ""
    assert due_for_new(PLAIN, "2026-12-15") == "2027-01-14"
    assert due_for_new(PLAIN, "") == ""
    assert days_between("2026-12-31", "2027-01-01") == 1
