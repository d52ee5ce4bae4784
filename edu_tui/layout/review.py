"""The review state in words, the same wherever content is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.day import day_in_words
from edu_tui.model.review import UNREVIEWED
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from edu_tui.model.review import State


def review_words(state: State = UNREVIEWED) -> str:
    """What is missing; empty only for content that a clinician has signed and that still holds."""
    if state.kind == "reviewed":
        return ""
    if state.kind == "changed":
        return say("Changed since a clinician reviewed it")
    if state.kind == "overdue":
        return say("Review by a clinician is overdue")
    if state.kind == "withdrawn":
        return say("The review of this was withdrawn")
    return say("Not yet reviewed by a clinician")


def short_words(state: State) -> str:
    """The same for a row that stands among others."""
    return {
        "changed": say("changed since review"),
        "overdue": say("review overdue"),
        "withdrawn": say("review withdrawn"),
        "unreviewed": say("not reviewed"),
    }.get(state.kind, "")


def together(states: Collection[State]) -> str:
    """What is missing of several modules; empty when all of them are signed and hold."""
    if not states:
        return review_words()
    kinds = {state.kind for state in states}
    if len(kinds) == 1:
        return review_words(next(iter(states)))
    lacking = sum(state.kind != "reviewed" for state in states)
    return say(
        "{n} of {total} parts is not reviewed",
        "{n} of {total} parts are not reviewed",
        n=lacking,
        total=len(states),
    )


def together_in_short(states: Collection[State]) -> str:
    """The same in fewer words."""
    kinds = {state.kind: state for state in states}
    if len(kinds) < 2:
        return short_words(next(iter(kinds.values()), UNREVIEWED))
    lacking = sum(state.kind != "reviewed" for state in states)
    return say("{n} of {total} not reviewed", n=lacking, total=len(states))


def reviewer_words(state: State) -> str:
    """Who signed it and when; empty where that does not hold."""
    if state.signed is None or state.kind != "reviewed":
        return ""
    return say(
        "Reviewed by {name}, {credential}, on {day}",
        name=state.signed.reviewer,
        credential=state.signed.credential,
        day=day_in_words(state.signed.date),
    )
