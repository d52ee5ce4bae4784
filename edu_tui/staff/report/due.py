"""Due: who has to pass what, again or for the first time, and by when. The most urgent come first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.staff.learning.renewal import days_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.staff.report.progress import LearnerProgress, ReportedModule

WITHIN = 30
"""Days that are looked ahead where nobody says how many."""

Why = Literal["new", "lapsed", "changed", "renew"]


class Due(NamedTuple):
    """One module that one learner has to pass."""

    learner: str
    role: str
    module: str
    title: str
    why: Why
    """`new`: never passed; `lapsed`: the pass has ended; `changed`: passed, and the text says something
    else now; `renew`: the pass ends soon."""
    due: str
    """The last day for it; empty where nobody knows. Of `changed` it is the day the pass ends."""
    days: int | None
    """From today to that day, negative once it is over."""
    failures: int
    """Attempts since the last pass that were not passed."""
    sections: int = 0
    """Of `changed`: sections to read again."""
    items: int = 0
    """Of `changed`: items to answer."""

    @property
    def overdue(self) -> bool:
        """Whether the last day for it is over."""
        return self.days is not None and self.days < 0


def due(learners: Iterable[LearnerProgress], today: str, within: int = WITHIN) -> list[Due]:
    """Of everyone, what is overdue, owed now, or due within so many days."""
    each = [_due(learner, module, today) for learner in learners for module in learner.modules]
    wanted = [
        due_module
        for due_module in each
        if due_module is not None and _is_wanted(due_module, within)
    ]
    return sorted(wanted, key=_urgency)


def _due(learner: LearnerProgress, module: ReportedModule, today: str) -> Due | None:
    state = module.understood
    why: Why
    if state.passed is None:
        if not learner.enrolled:
            # Nobody has asked it of them.
            return None
        why = "new"
    elif state.kind in {"lapsed", "changed"}:
        why = "lapsed" if state.kind == "lapsed" else "changed"
    elif state.due:
        why = "renew"
    else:
        return None
    return Due(
        learner.learner,
        learner.role,
        module.module,
        module.title,
        why,
        state.due,
        days_between(today, state.due) if state.due else None,
        state.failures,
        len(state.outstanding.sections),
        len(state.outstanding.families),
    )


def _is_wanted(due_module: Due, within: int) -> bool:
    return due_module.why == "changed" or due_module.days is None or due_module.days <= within


def _urgency(due_module: Due) -> tuple[int, int, str, str]:
    """What is over, the longest first; what is owed since the text changed; what comes; what has no day."""
    days = due_module.days or 0
    if due_module.overdue:
        return 0, days, due_module.learner, due_module.module
    if due_module.why == "changed":
        return 1, days, due_module.learner, due_module.module
    return 2 if due_module.days is not None else 3, days, due_module.learner, due_module.module
