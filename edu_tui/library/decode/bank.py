"""The families of an assessment's bank: items that ask for the same, each another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.library.decode.fields import Fields
    from edu_tui.model.question import Question


def check_families(bank: Sequence[tuple[Question, Fields]]) -> None:
    """A variant names an item of the bank that is none itself, and keeps to what that one is for."""
    firsts: dict[str, Question] = {}
    for question, _ in bank:
        if not question.variant_of:
            firsts.setdefault(question.id, question)
    variants = {question.id for question, _ in bank if question.variant_of}
    for question, fields in bank:
        if not question.variant_of:
            continue
        first = firsts.get(question.variant_of)
        if first is None:
            name, known = question.variant_of, sorted(firsts)
            message = f"`assessment` has no item with the id `{name}`"
            if name in variants:
                known = []
                message = f"`{name}` is a variant itself; name the item it is a variant of"
            node = fields.node_of("variant_of")
            fields.not_among(node, "unknown-reference", message, name, known)
        elif first.must_know != question.must_know:
            has = "is" if first.must_know else "is not"
            message = f"`{first.id}` {has} must-know: write the same in all its variants"
            fields.report_key("must_know", "conflict", message)
        elif first.teaches != question.teaches:
            message = f"`{first.id}` teaches `{first.teaches}`: its variants have to teach the same"
            fields.report_key("teaches", "conflict", message)
