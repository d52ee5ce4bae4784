"""Answers as records keep them. What counts as right is each kind's own business (`model/kinds/`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from edu_tui.model.kinds.body import Answer, Key
    from edu_tui.model.question import Question

Chosen: TypeAlias = "tuple[Key, ...]"
"""An answer as it is kept; what has no order of its own in the order of ids."""


def as_plain(answer: Answer) -> Chosen:
    """The answer as it is kept."""
    return tuple(sorted(answer)) if isinstance(answer, frozenset) else answer


def from_plain(question: Question, plain: object) -> Answer | None:
    """The answer that `as_plain` gave; None where it does not fit the question as it is now."""
    answer = question.body.empty
    if not isinstance(plain, (list, tuple)):
        return None
    try:
        for key in plain:
            chosen = key if isinstance(key, str) else (key[0], key[1])
            answer = question.body.toggled(answer, chosen)
    except (ValueError, TypeError, IndexError):
        return None
    return answer
