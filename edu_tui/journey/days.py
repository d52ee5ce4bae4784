"""Days: as they are kept (`2026-12-01`), and as people type them."""

from __future__ import annotations

from datetime import date
from time import strptime

from edu_tui.page.day import day_of

__all__ = ["day_of", "typed_day"]

_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


def typed_day(text: str) -> str:
    """The day that was typed, as it is kept; empty where it is none that anyone could mean."""
    words = " ".join(text.replace(",", " ").replace(".", " ").split())
    for form in _FORMS:
        try:
            found = strptime(words, form)
        except ValueError:
            continue
        # strftime writes an early year with fewer digits than a day is kept with.
        return date(found.tm_year, found.tm_mon, found.tm_mday).isoformat()
    return ""
