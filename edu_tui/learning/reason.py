"""Verdicts: what is told about an answer, with the author's own reasons.

Owns what may be told when: after a first miss nothing here gives the right answer away.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from edu_tui.learning.answer import Answer, groups_in, ids_in
from edu_tui.model.question import Choice, Judge, Order, Question

VerdictKind = Literal["right", "try-again", "shown", "unsure", "noted"]


class Reason(NamedTuple):
    """One thing that can be said about a question, whether it is so, and why."""

    id: str
    text: str
    """The option, the item at its place, or the situation."""
    why: str
    """The author's reason; empty where there is none to tell."""
    right: bool
    """Whether choosing this, placing it here or sorting it so is right."""
    chosen: bool
    """Whether the reader did so."""
    group: str = ""
    """Judge: the group this reason speaks of; else empty."""


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


def review(question: Question, answer: Answer) -> tuple[Reason, ...]:
    """Everything there was to choose with its reason, the right ones first.

    An order comes in its right order, a judge question with each situation in its right group.
    An order has one reason for the whole; it stands with the last item, to be read after all.
    """
    body = question.body
    if isinstance(body, Choice):
        return tuple(sorted(_options(body, answer), key=lambda reason: not reason.right))
    if isinstance(body, Order):
        return _in_order(body, answer)
    chosen = groups_in(answer)
    return tuple(
        Reason(
            one.id,
            one.text,
            one.why,
            right=True,
            chosen=chosen.get(one.id) == one.group,
            group=one.group,
        )
        for one in body.situations
    )


def verdict_on(question: Question, answer: Answer, kind: VerdictKind) -> Verdict:
    """The verdict of that kind, with the reasons that belong to it."""
    every = review(question, answer)
    reasons: tuple[Reason, ...] = ()
    if kind == "try-again":
        reasons = _misplaced(question.body, answer)
    elif kind == "shown":
        reasons = tuple(reason for reason in every if reason.right or reason.chosen)
    elif kind in ("right", "unsure"):
        reasons = tuple(reason for reason in every if reason.right)
    hint = question.hint if kind == "try-again" else ""
    return Verdict(kind, reasons, hint, question.must_know, question.teaches)


def _options(body: Choice, answer: Answer) -> list[Reason]:
    chosen = ids_in(answer)
    return [Reason(one.id, one.text, one.why, one.right, one.id in chosen) for one in body.options]


def _in_order(body: Order, answer: Answer) -> tuple[Reason, ...]:
    chosen = ids_in(answer)
    last = len(body.items) - 1
    return tuple(
        Reason(
            one.id,
            one.text,
            why=body.why if place == last else "",
            right=True,
            chosen=chosen[place : place + 1] == (one.id,),
        )
        for place, one in enumerate(body.items)
    )


def _misplaced(body: Choice | Order | Judge, answer: Answer) -> tuple[Reason, ...]:
    """What the reader chose and should not have; of an order nothing, for it would tell places."""
    if isinstance(body, Choice):
        return tuple(r for r in _options(body, answer) if r.chosen and not r.right)
    if isinstance(body, Order):
        return ()
    chosen = groups_in(answer)
    return tuple(
        Reason(one.id, one.text, one.why, right=False, chosen=True, group=chosen[one.id])
        for one in body.situations
        if one.id in chosen and chosen[one.id] != one.group
    )
