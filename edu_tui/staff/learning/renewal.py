"""How long a pass is good, and when one is due. Days are text, `2026-11-25`, and compare as text.

A pass is good for a number of days, or until a day of each year. Just before that day it is good until
the year after: who passed in its grace is not asked again at once.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edu_tui.model.library import Course

LAST = date.max


def good_until(course: Course, passed: str) -> str:
    """The last day that a pass of that day is good; empty for no limit."""
    day = date.fromisoformat(passed)
    if course.valid_for:
        return _later(day, course.valid_for).isoformat()
    if not course.renew_on:
        return ""
    late = _later(day, course.grace)
    year = late.year + (_fixed(course.renew_on, late.year) <= late)
    return _fixed(course.renew_on, year).isoformat()


def due_for_new(course: Course, hired: str) -> str:
    """The last day by which who was hired then has to pass for the first time; empty where nobody
    knows when that was.
    """
    return _later(date.fromisoformat(hired), course.grace).isoformat() if hired else ""


def days_between(since: str, until: str) -> int:
    """Days from one to the other, negative where the other comes first."""
    return (date.fromisoformat(until) - date.fromisoformat(since)).days


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return LAST


def _fixed(month_and_day: str, year: int) -> date:
    """That day of that year; 29 February is the 28th where there is none."""
    if year > LAST.year:
        return LAST
    month, day = map(int, month_and_day.split("-"))
    if (month, day) == (2, 29) and not isleap(year):
        day = 28
    return date(year, month, day)
