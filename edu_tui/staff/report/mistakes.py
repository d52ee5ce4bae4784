"""Mistakes: what was wrong about an answer, in the author's words where the library still has them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, assert_never

from edu_tui.learning.answer import from_plain
from edu_tui.model.kinds.body import groups_in, ids_in, right_reasons
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.match import Match
from edu_tui.model.kinds.order import Order
from edu_tui.model.markup import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from edu_tui.model.kinds.body import Body
    from edu_tui.model.question import Question

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
    how: Literal["chosen", "sorted", "matched", "placed"] = "chosen"


def mistakes(question: Question | None, chosen: object, misconceptions: str) -> tuple[str, ...]:
    """Ids of what was wrong about an answer; of an item that is gone, its misconceptions alone."""
    body = question.body if question else None
    answer = (question and from_plain(question, chosen)) or ()
    match body:
        case None | Choice():
            return tuple(misconceptions.split())
        case Order():
            return _out_of_order(body, ids_in(answer))
        case Judge() | Match():
            wrong = (pair for pair in groups_in(answer).items() if pair not in body.right)
            return tuple(f"{name}{SORTED}{group}" for name, group in wrong)
        case _:
            assert_never(body)


def _out_of_order(body: Order, given: tuple[str, ...]) -> tuple[str, ...]:
    """Where it first departs: what stands after that is wrong by itself."""
    for place, (mine, right) in enumerate(zip(given, body.items, strict=False), 1):
        if mine != right.id:
            return (f"{mine}{PLACED}{place}",)
    return ()


def told(question: Question | None, mistake: str, clinic: Mapping[str, str]) -> Mistake:
    """The mistake in words."""
    body = question.body if question else None

    def said(text: str) -> str:
        return plain(text, clinic)

    match body:
        case None:
            return Mistake(mistake, "", mistake)
        case Choice():
            texts = [
                said(option.text) for option in body.options if option.misconception == mistake
            ]
            return Mistake(mistake, "; ".join(texts), mistake)
        case Order():
            name, _, place = mistake.partition(PLACED)
            return Mistake(mistake, _text(body, name, said), place, "placed")
        case Judge():
            return _sorted(body, mistake, said)
        case Match():
            return _sorted(body, mistake, said)._replace(how="matched")
        case _:
            assert_never(body)


def _sorted(body: Judge | Match, mistake: str, in_words: Callable[[str], str]) -> Mistake:
    name, _, group = mistake.partition(SORTED)
    belief = body.group_text(group, in_words) if group in body.groups else group
    return Mistake(mistake, _text(body, name, in_words), belief, "sorted")


def _text(body: Body, name: str, in_words: Callable[[str], str]) -> str:
    """A part's words; empty where the library has it no more."""
    return next((in_words(reason.text) for reason in right_reasons(body) if reason.id == name), "")
