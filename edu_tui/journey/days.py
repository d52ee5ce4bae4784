"""Days: as they are kept (`2026-12-01`), and as people type them."""

from __future__ import annotations

from datetime import date
from time import strptime

from edu_tui.layout.day import day_of

__all__ = ["day_of", "typed_day", "typed_month"]

_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")
_MONTHS = ("%Y-%m", "%B %Y", "%b %Y")


def typed_day(text: str) -> str:
    """The day that was typed, as it is kept; empty where it is none that anyone could mean."""
    return _typed(text, _FORMS)


def typed_month(text: str) -> str:
    """The month that was typed, as it is kept (`2026-12`); empty where it is none."""
    return _typed(text, _MONTHS)[: len("2026-12")]


def _typed(text: str, forms: tuple[str, ...]) -> str:
    words = " ".join(text.replace(",", " ").replace(".", " ").split())
    for form in forms:
        try:
            moment = strptime(words, form)
        except ValueError:
            continue
        # strftime writes an early year with fewer digits than a day is kept with.
        return date(moment.tm_year, moment.tm_mon, moment.tm_mday).isoformat()
    return ""
