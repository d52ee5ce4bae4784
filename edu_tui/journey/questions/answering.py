"""An answer as something that happened: what was chosen, at which try, and when to ask again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.ask import to_ask
from edu_tui.learning.answer import as_plain
from edu_tui.learning.event import QuestionAnswered
from edu_tui.learning.spacing import belongs, next_card, rating_of
from edu_tui.model.version import asked_version, question_unit

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.behaviour import Behaviour
    from edu_tui.learning.item import Item
    from edu_tui.learning.spacing import Card
    from edu_tui.model.module import Module


def tell_answer(
    visit: Visit, module: Module, behaviour: Behaviour, before: Item, after: Item
) -> None:
    """Tell the visit of an answer: the item before it was checked, and after."""
    if after.verdict is None:
        return
    question = after.question
    unit = question_unit(question.id)
    answered = QuestionAnswered(
        verdict=after.verdict.kind,
        chosen=as_plain(before.answer),
        try_no=after.tries,
        behaviour=behaviour.id,
        ask=to_ask(module, question) if after.mark != "clear" else None,
        card=_card(visit, module.id, unit, after),
    )
    visit.record(answered, module, unit, asked_version(question))


def tell_skipped(visit: Visit, module: Module, item: Item) -> None:
    """Tell the visit that a question was left open."""
    question = item.question
    visit.skipped(module, question_unit(question.id), asked_version(question))


def _card(visit: Visit, module: str, unit: str, item: Item) -> Card | None:
    """When it is worth asking again; None where it is not."""
    known = visit.history.trace(module).answers.get(unit)
    before = known.card if known else None
    if not belongs(item, before):
        return None
    return next_card(before, rating_of(item), visit.clock())
