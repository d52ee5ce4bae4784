"""Who uses the staff side: a learner, and a manager who looks at how all stand."""

from __future__ import annotations

from edu_tui.journey.action import Action
from edu_tui.journey.profile import Profile
from edu_tui.staff.learning.attempts import Attempts

STAFF = Profile(
    "staff",
    audience="staff",
    can_quit=True,
    keeps_records=True,
    signed_only=True,
    withheld=frozenset({Action.KEPT, Action.PRIVATE}),
    fold=Attempts,
)
MANAGER = Profile(
    "manager",
    audience="staff",
    can_quit=True,
    keeps_records=False,
    withheld=frozenset(
        {
            Action.KEPT,
            Action.PRIVATE,
            Action.ASK,
            Action.ASKED,
            Action.NOTE,
            Action.TAKE,
            Action.MINUTES,
            Action.FIND,
            Action.WORDS,
        }
    ),
    fold=Attempts,
)
"""Who looks at how staff stand; what is read by the way is nobody's record."""
