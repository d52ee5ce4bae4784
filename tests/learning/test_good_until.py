"""How long a pass is good, on any day of any year: what has to hold whatever the calendar does."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from edu_tui.model.library import Course
from edu_tui.staff.learning.renewal import days_between, due_for_new, good_until

PLAIN = Course("staff", {"en": "Staff"}, "staff", (), 80, None, "")
DAYS = st.dates(date(1999, 1, 1), date(9990, 12, 31))
FIXED = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: day.strftime("%m-%d"))


@given(DAYS, st.integers(1, 3000))
def test_so_many_days_and_no_more(day: date, days: int) -> None:
    """The last good day is exactly so many days after, however the years fall."""
    until = good_until(PLAIN._replace(valid_for=days), day.isoformat())
    assert days_between(day.isoformat(), until) == days


@given(DAYS, FIXED, st.integers(0, 365))
def test_the_fixed_day_is_the_first_that_is_far_enough(day: date, fixed: str, grace: int) -> None:
    """It is that day of a year, more than the grace away, and the same day a year before is not."""
    until = good_until(PLAIN._replace(renew_on=fixed, grace=grace), day.isoformat())
    leap_day = fixed == "02-29" and until.endswith("02-28")
    assert until[5:] == fixed or leap_day
    assert days_between(day.isoformat(), until) > grace
    year_before = date.fromisoformat(until) - timedelta(days=365)
    assert (year_before - day).days <= grace + 1


@given(DAYS, DAYS, FIXED, st.integers(0, 365))
def test_who_passes_later_is_good_at_least_as_long(
    one: date, other: date, fixed: str, grace: int
) -> None:
    """A later pass never ends sooner, by days and by a fixed day; text and calendar agree on order."""
    first, second = sorted((one.isoformat(), other.isoformat()))
    for course in (PLAIN._replace(renew_on=fixed, grace=grace), PLAIN._replace(valid_for=365)):
        assert good_until(course, first) <= good_until(course, second)


@given(DAYS, st.integers(0, 365))
def test_a_new_hire_has_the_whole_grace(day: date, grace: int) -> None:
    """The last day in time is so many days after the day of hire."""
    due = due_for_new(PLAIN._replace(grace=grace), day.isoformat())
    assert days_between(day.isoformat(), due) == grace


def test_at_the_end_of_all_calendars_it_ends() -> None:
    """Where no later day can be written, the last one stands; nothing runs for ever."""
    assert good_until(PLAIN._replace(renew_on="01-31", grace=30), "9999-12-30") == "9999-12-31"
    assert good_until(PLAIN._replace(renew_on="02-29", grace=0), "9999-03-01") == "9999-12-31"
