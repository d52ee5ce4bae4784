"""Verdicts: what is told about an answer, with the author's own reasons.

Owns what may be told when: after a first miss nothing here gives the right answer away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from edu_tui.model.kinds.body import Answer, Reason
    from edu_tui.model.question import Question

VerdictKind = Literal["right", "try-again", "shown", "unsure", "noted"]


class Verdict(NamedTuple):
    """What to tell after an answer."""

    kind: VerdictKind
    """`shown`: missed, and here is the answer. `noted`: kept until the run is handed in."""
    reasons: tuple[Reason, ...]
    hint: str
    """Help for another try; empty when there is none to come."""
    must_know: bool
    teaches: str
    """The section, route or step to read again."""


def verdict_on(question: Question, answer: Answer, kind: VerdictKind) -> Verdict:
    """The verdict of that kind, with the reasons that belong to it."""
    every = question.body.review(answer)
    reasons: tuple[Reason, ...] = ()
    if kind == "try-again":
        reasons = question.body.misplaced(answer)
    elif kind == "shown":
        reasons = tuple(reason for reason in every if reason.right or reason.chosen)
    elif kind in ("right", "unsure"):
        reasons = tuple(reason for reason in every if reason.right)
    hint = question.hint if kind == "try-again" else ""
    return Verdict(kind, reasons, hint, question.must_know, question.teaches)
