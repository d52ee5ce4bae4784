"""Until when a sign-off may hold: from tomorrow to sixty months from today."""

from __future__ import annotations

import pytest

from edu_tui.library.signing.checks import last_day
from edu_tui.system.errors import UsageError

TODAY = "2026-11-25"


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2026-11-26", "2026-11-26"),
        ("2031-11-25", "2031-11-25"),
        (" 1 ", "2026-12-25"),
        ("3", "2027-02-25"),
        ("60", "2031-11-25"),
    ],
)
def test_a_day_to_come_or_a_number_of_months(given: str, day: str) -> None:
    """The first and the last day that can be given, and months counted from today."""
    assert last_day(given, TODAY) == day


@pytest.mark.parametrize(
    "given",
    [*("2026-11-25", "2026-11-24", "2031-11-26", "2027-02-30", "27-11-25", "0", "61", "", "soon")],
)
def test_any_other_is_refused_with_what_to_write(given: str) -> None:
    """Today, a day gone by, a day too far away, and what is no day at all."""
    with pytest.raises(UsageError, match="write a day to come"):
        last_day(given, TODAY)


def test_months_end_on_the_last_day_of_a_short_month() -> None:
    """The 31st in a month of 28 days is the 28th."""
    assert last_day("1", "2027-01-31") == "2027-02-28"
