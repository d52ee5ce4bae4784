"""Days: as they are kept (`2026-12-01`), and as people type them."""

from __future__ import annotations

from time import localtime, strftime, strptime

_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


def day_of(at: int) -> str:
    """The reader's day at a time in milliseconds since 1970, UTC."""
    return strftime("%Y-%m-%d", localtime(at / 1000))


def typed_day(text: str) -> str:
    """The day that was typed, as it is kept; empty where it is none that anyone could mean."""
    words = " ".join(text.replace(",", " ").replace(".", " ").split())
    for form in _FORMS:
        try:
            return strftime("%Y-%m-%d", strptime(words, form))
        except ValueError:
            continue
    return ""
