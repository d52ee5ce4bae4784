"""How a module stands on a day: taken back before changed, changed before overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.model.review import UNREVIEWED, State

if TYPE_CHECKING:
    from edu_tui.model.review import Review, SignOff


def state_of(review: Review | None, today: str) -> State:
    """The state of what is on record, on that day (`2026-11-25`)."""
    if review is None or review.signed is None:
        return UNREVIEWED
    if review.withdrawn is not None:
        return State("withdrawn", review.signed, review.withdrawn, today)
    if not review.holds:
        return State("changed", review.signed, day=today)
    if today > review.signed.review_by or is_too_early(review.signed, today):
        return State("overdue", review.signed, day=today)
    return State("reviewed", review.signed, day=today)


def is_too_early(signed: SignOff, today: str) -> bool:
    """Whether the clock is wrong: by it the sign-off is yet to come, so nobody can tell if it is overdue.

    A day's grace is for two places that do not have the same day.
    """
    if today >= signed.date:
        return False
    from datetime import date, timedelta

    return date.fromisoformat(today) < date.fromisoformat(signed.date) - timedelta(days=1)
