"""Mistakes: what was wrong about an answer, in the author's words where the library still has them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.learning.answer import from_plain, groups_in, ids_in
from edu_tui.model.markup import plain
from edu_tui.model.question import Choice, Order

if TYPE_CHECKING:
    from collections.abc import Mapping

from edu_tui.model.question import Judge, Question

SORTED, PLACED = "=", "@"
"""In ids: a situation and the group it was put into; a thing and the place it was put at."""


class Mistake(NamedTuple):
    """One way in which an item was answered wrongly."""

    id: str
    """A misconception, `situation=group`, or `thing@place`."""
    text: str
    """What was chosen, in the author's words; empty where the library has it no more."""
    belief: str
    """What is behind it: the misconception, the group it was put into, the place."""
    how: Literal["chosen", "sorted", "placed"] = "chosen"


def mistakes(question: Question | None, chosen: object, misconceptions: str) -> tuple[str, ...]:
    """Ids of what was wrong about an answer; of an item that is gone, its misconceptions alone."""
    if question is None or isinstance(question.body, Choice):
        return tuple(misconceptions.split())
    answer = from_plain(question, chosen)
    if answer is None:
        return ()
    if isinstance(question.body, Order):
        return _out_of_order(question.body, ids_in(answer))
    return _missorted(question.body, groups_in(answer))


def _out_of_order(body: Order, given: tuple[str, ...]) -> tuple[str, ...]:
    """Where it first departs: what stands after that is wrong by itself."""
    for place, (mine, right) in enumerate(zip(given, body.items, strict=False), 1):
        if mine != right.id:
            return (f"{mine}{PLACED}{place}",)
    return ()


def _missorted(body: Judge, given: dict[str, str]) -> tuple[str, ...]:
    right = {one.id: one.group for one in body.situations}
    return tuple(
        f"{name}{SORTED}{group}" for name, group in given.items() if group != right.get(name)
    )


def told(question: Question | None, mistake: str, clinic: Mapping[str, str]) -> Mistake:
    """The mistake in words."""
    body = question.body if question else None
    if isinstance(body, Choice):
        texts = [plain(one.text, clinic) for one in body.options if one.misconception == mistake]
        return Mistake(mistake, "; ".join(texts), mistake)
    if body is None:
        return Mistake(mistake, "", mistake)
    if isinstance(body, Order):
        name, _, belief = mistake.partition(PLACED)
        text = next((plain(one.text, clinic) for one in body.items if one.id == name), "")
        return Mistake(mistake, text, belief, "placed")
    name, _, belief = mistake.partition(SORTED)
    text = next((plain(one.text, clinic) for one in body.situations if one.id == name), "")
    return Mistake(mistake, text, belief, "sorted")
