"""One of my questions in words: what a quiz asked is never shown as what its reader says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.learning.my_questions import Ask


def asked_in(ask: Ask) -> str:
    """Where its words come from, before them: a nurse may be shown the list; empty for the reader's own."""
    return say("A quiz question:") if ask.by_itself else ""


def ask_words(ask: Ask, clinic: Mapping[str, str]) -> str:
    """What it asks, after what it is."""
    return f"{asked_in(ask)} {ask.shown(clinic)}".strip()
