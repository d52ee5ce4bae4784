"""Days in words, so that nobody can read one the wrong way round."""

from __future__ import annotations

from time import localtime, strftime

from edu_tui.system.wording import say

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_of(at: int) -> str:
    """The reader's day at a time in milliseconds since 1970, UTC."""
    return strftime("%Y-%m-%d", localtime(at / 1000))


def day_in_words(day: str) -> str:
    """`1 December 2026` for a day as it is kept, `2026-12-01`."""
    year, month, number = day.split("-")
    named = say(_MONTHS[int(month) - 1])
    return say("{day} {month} {year}", day=int(number), month=named, year=year)


def month_in_words(month: str) -> str:
    """`December 2026` for a month as it is kept, `2026-12`."""
    year, number = month.split("-")
    return say("{month} {year}", month=say(_MONTHS[int(number) - 1]), year=year)
