"""The review state in words, the same wherever content is shown."""

from __future__ import annotations

from edu_tui.wording import say


def review_words() -> str:
    """The sign-off in words; empty only for content that a clinician has signed."""
    return say("Not yet reviewed by a clinician")
