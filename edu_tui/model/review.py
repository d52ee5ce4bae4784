"""Sign-offs: who read a module and answers for it, and how it stands by that today.

Days are as they are written, `2026-11-25`: they sort as text, and no screen needs a calendar for them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["reviewed", "unreviewed", "changed", "overdue", "withdrawn"]


class SignOff(NamedTuple):
    """One person's word that a module in one language is right."""

    module: str
    language: str
    hash: str
    """Of all the words it is for."""
    reviewer: str
    credential: str
    role: str
    scope: str
    date: str
    review_by: str
    """The last day it holds."""


class Withdrawal(NamedTuple):
    """A sign-off taken back; what stood before it stays on record and holds no more."""

    module: str
    language: str
    withdrawn: str
    """The day."""
    by: str
    reason: str


Entry = SignOff | Withdrawal


class Review(NamedTuple):
    """What is on record for a module in one language, beside what the module says now."""

    signed: SignOff | None
    """The latest sign-off."""
    withdrawn: Withdrawal | None
    """What took it back."""
    holds: bool
    """Whether the module says what was signed."""


class State(NamedTuple):
    """How a module stands on one day."""

    kind: Kind
    signed: SignOff | None = None
    withdrawn: Withdrawal | None = None
    day: str = ""
    """The day it was judged on."""

    @property
    def may_be_shown(self) -> bool:
        """Whether it may stand on a screen that a clinic answers for."""
        return self.kind == "reviewed"


UNREVIEWED = State("unreviewed")
"""Nobody has signed it."""
