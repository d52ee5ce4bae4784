"""Whether a screen that a clinic answers for may show a module, and what is said where it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.signing.state import is_too_early
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.model.review import State


class Refusal(NamedTuple):
    """Why a module is not shown."""

    visitor: str
    """For who wanted to read: calm, and what to do."""
    staff: str
    """For who looks after the program: which module, what is missing, which command mends it."""


def gate(state: State, name: str) -> Refusal | None:
    """None when it may be shown; `name` is the module and its language, `going-home (en)`."""
    if state.may_be_shown:
        return None
    visitor = say(
        "This part is being checked by the clinic. Please ask a member of staff about it."
    )
    return Refusal(visitor, f"{name}: {reason(state)}. See: edu-tui review status")


def reason(state: State) -> str:
    """What is missing, for who can mend it."""
    signed, taken_back = state.signed, state.withdrawn
    if signed is None:
        return "nobody has signed it"
    who = f"{signed.reviewer}, {signed.credential}"
    if taken_back is not None:
        return (
            f"the sign-off was withdrawn on {taken_back.withdrawn} by {taken_back.by}: "
            f"{taken_back.reason.rstrip('.')}"
        )
    if state.kind == "changed":
        return f"changed since {who} signed it on {signed.date}"
    if is_too_early(signed, state.day):
        return f"signed on {signed.date}, but it is {state.day} by this computer: set its clock"
    return f"the sign-off by {who} was good until {signed.review_by}"
