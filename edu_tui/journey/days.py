"""Days: as they are kept (`2026-12-01`), as they are shown, and as people type them."""

from __future__ import annotations

from time import localtime, strftime, strptime

from edu_tui.wording import say

MONTHS = (
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
_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


def day_of(at: int) -> str:
    """The reader's day at a time in milliseconds since 1970, UTC."""
    return strftime("%Y-%m-%d", localtime(at / 1000))


def day_in_words(day: str) -> str:
    """`1 December 2026`."""
    year, month, number = day.split("-")
    return f"{int(number)} {say(MONTHS[int(month) - 1])} {year}"


def typed_day(text: str) -> str:
    """The day that was typed, as it is kept; empty where it is none that anyone could mean."""
    words = " ".join(text.replace(",", " ").replace(".", " ").split())
    for form in _FORMS:
        try:
            return strftime("%Y-%m-%d", strptime(words, form))
        except ValueError:
            continue
    return ""
