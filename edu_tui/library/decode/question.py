"""The kinds of question: right and wrong are separate keys, and each says why.

Ids are unique among all options of a question, right and wrong, because records name them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.decode.fields import Fields
from edu_tui.library.decode.names import unique
from edu_tui.library.decode.values import as_number
from edu_tui.library.finding import quoted
from edu_tui.library.source.nodes import Scalar
from edu_tui.model.kinds.choice import Choice, Number, Option
from edu_tui.model.kinds.judge import Judge, Situation
from edu_tui.model.kinds.match import Match, Pair
from edu_tui.model.kinds.order import Order, OrderItem
from edu_tui.model.question import KINDS, AnyBody, Kind, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from edu_tui.library.source.nodes import Node


def read_bank_item(fields: Fields) -> tuple[Question, Fields]:
    """One of a module's `assessment:`: a question that may be another way to ask for the same."""
    variant_of = fields.id("variant_of", needed=False)
    question, own = read_question(fields)
    return question._replace(variant_of=variant_of, audience="staff"), own


def read_question(fields: Fields) -> tuple[Question, Fields]:
    """One of a module's `questions:`, and its fields for checks that need the whole module."""
    kind, meant = fields.kind(KINDS, _OWN_KEYS)
    question = Question(
        id=fields.id(),
        kind=kind,
        ask=fields.text("ask"),
        teaches=fields.id("teaches"),
        objective=fields.id("objective", needed=False),
        must_know=fields.boolean("must_know"),
        hint=fields.text("hint", needed=False),
        teach_back=fields.text("teach_back", needed=False),
        audience=fields.audience(),
        keep_order=fields.boolean("keep_order"),
        body=READERS[meant](fields) if meant else Choice(()),
        to_ask=fields.text("to_ask", needed=False),
    )
    fields.finish(closed=meant is not None)
    return question, fields


Chosen = tuple[Option, Fields]
_OWN_KEYS: dict[str, Kind] = {
    "answer": "single", "answers": "multiple", "in_order": "order", "situations": "judge", "pairs": "match",
}  # fmt: skip


def _single(fields: Fields) -> Choice:
    right = fields.record("answer", _answer)
    options = _options(fields, (right,) if right else ())
    return Choice(tuple(option for option, _ in options))


def _multiple(fields: Fields) -> Choice:
    options = _options(fields, fields.records("answers", "answer", _right, low=2), low=1)
    return Choice(tuple(option for option, _ in options))


def _number(fields: Fields) -> Number:
    right = fields.record("answer", _answer)
    options = _options(fields, (right,) if right else ())
    valued = [(_value(option, own), option, own) for option, own in options]
    seen: set[float] = set()
    for value, _, own in valued:
        if value is not None and value in seen:
            own.report_key("text", "duplicate-text", "another option is the same number")
        if value is not None:
            seen.add(value)
    valued.sort(key=lambda row: row[0] or 0.0)
    return Number(tuple(option for _, option, _ in valued))


def _value(option: Option, own: Fields) -> float | None:
    node = own.node_of("text")
    return as_number(own, node) if option.text and isinstance(node, Scalar) else None


def _options(fields: Fields, right: tuple[Chosen, ...], low: int = 2) -> tuple[Chosen, ...]:
    """Right options first, then the wrong ones; their ids are unique together."""
    wrong = fields.records("wrong", "wrong answer", _wrong, low=low)
    options = (*right, *wrong)
    unique(fields, "id", "option", ((option.id, _id_node(own)) for option, own in options))
    return options


def _id_node(own: Fields) -> Node | None:
    return own.node_of("id") or own.node


def _answer(fields: Fields) -> Chosen:
    return _option(fields, fields.id(needed=False) or "answer", right=True)


def _right(fields: Fields) -> Chosen:
    return _option(fields, fields.id(), right=True)


def _wrong(fields: Fields) -> Chosen:
    return _option(fields, fields.id(), right=False)


def _option(fields: Fields, option_id: str, *, right: bool) -> Chosen:
    text = fields.text("text")
    misconception = "" if right else fields.id("misconception")
    option = Option(option_id, text, fields.text("why"), right, misconception)
    fields.finish()
    return option, fields


def _order(fields: Fields) -> Order:
    items = fields.records("in_order", "item", _item, low=3)
    unique(fields, "id", "item", ((item.id, own.node_of("id")) for item, own in items))
    return Order(tuple(item for item, _ in items), fields.text("why"))


def _item(fields: Fields) -> tuple[OrderItem, Fields]:
    item = OrderItem(fields.id(), fields.text("text"))
    fields.finish()
    return item, fields


def _judge(fields: Fields) -> Judge:
    names = fields.texts("groups", needed=True, low=2)
    unique(fields, "name", "group", names)
    groups = tuple(name for name, _ in names)
    rows = fields.records("situations", "situation", _situation)
    unique(fields, "id", "situation", ((row.id, own.node_of("id")) for row, own in rows))
    for row, own in rows:
        if len(groups) > 1 and row.group and row.group not in groups:
            message = f"{quoted(row.group)} is not one of this question's `groups`"
            own.not_among(own.node_of("group"), "bad-choice", message, row.group, groups)
    return Judge(groups, tuple(row for row, _ in rows))


def _situation(fields: Fields) -> tuple[Situation, Fields]:
    row = Situation(fields.id(), fields.text("text"), fields.text("group"), fields.text("why"))
    fields.finish()
    return row, fields


def _match(fields: Fields) -> Match:
    rows = fields.records("pairs", "pair", _pair, low=2)
    unique(fields, "id", "pair", ((row.id, own.node_of("id")) for row, own in rows))
    seen: set[tuple[str, str]] = set()
    for row, own in rows:
        for key, text in (("left", row.left), ("right", row.right)):
            words = (key, " ".join(text.split()).casefold())
            if text and words in seen:
                message = f"another pair has the same `{key}`, so that two answers would be right"
                own.report_key(key, "duplicate-text", message)
            seen.add(words)
    return Match(tuple(row for row, _ in rows))


def _pair(fields: Fields) -> tuple[Pair, Fields]:
    row = Pair(fields.id(), fields.text("left"), fields.text("right"), fields.text("why"))
    fields.finish()
    return row, fields


READERS: Mapping[Kind, Callable[[Fields], AnyBody]] = {
    "single": _single,
    "multiple": _multiple,
    "order": _order,
    "number": _number,
    "judge": _judge,
    "match": _match,
}
