"""A code, of whatever kind: who types one need not know which it is. Pure."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from edu_tui.learning.code_letters import cleaned, elsewhere, mistyped
from edu_tui.learning.plan_code import groups_that_mend as groups_of_plan
from edu_tui.learning.plan_code import is_plan, plan_of
from edu_tui.learning.resume_code import groups_that_mend as groups_of_way
from edu_tui.learning.resume_code import is_of_its_kind, is_way, way_of
from edu_tui.system.errors import CodeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.learning.plan import Plan
    from edu_tui.learning.resume_code import ResumeState


def meaning_of(typed: str, course: Sequence[str], modules: Sequence[str]) -> ResumeState | Plan:
    """What a code says: how far someone came in `course`, or a plan of `modules`; raises CodeError.

    How far someone came has three times the check bits, so it is asked first.
    """
    code = cleaned(typed)
    if is_way(code, course):
        return way_of(code, course)
    if is_plan(code):
        return plan_of(code, modules)
    groups = {
        *groups_of_way(code, course),
        *groups_of_plan(code, modules),
    }
    if len(groups) == 1:
        raise mistyped(groups.pop())
    if is_of_its_kind(code, course):
        # It says itself what keeps it from being used here.
        way_of(code, course)
        raise elsewhere()
    raise mistyped()


def may_be_code(typed: str, course: Sequence[str], modules: Sequence[str]) -> bool:
    """Whether someone who typed this meant a code, right or wrong: it has a digit, or it is one."""
    if any(letter.isdecimal() for letter in typed):
        return True
    with suppress(CodeError):
        meaning_of(typed, course, modules)
        return True
    return False
