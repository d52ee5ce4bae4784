"""GIFT: Moodle's text form. An order and situations to sort become pairs to match, which every Moodle has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from edu_tui.library.exchange.words import bare
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.match import Match
from edu_tui.model.kinds.order import Order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.model.question import Question

_ACTS = re.compile(r"([~=#{}:\\])")


def as_gift(module: str, questions: Iterable[Question], clinic: dict[str, str]) -> str:
    """All of them, each with its reasons as feedback."""
    return "\n".join(
        [
            f"// {module}",
            f"$CATEGORY: {module}",
            "",
            *(_question(question, clinic) for question in questions),
        ]
    )


def _question(question: Question, clinic: dict[str, str]) -> str:
    def said(text: str) -> str:
        return _ACTS.sub(r"\\\1", bare(text, clinic))

    lines = [f"::{question.id}:: {said(question.ask)} {{"]
    body = question.body
    match body:
        case Choice():
            share = round(100 / len(body.right), 5)
            for option in body.options:
                mark = "=" if option.right else "~"
                if body.to_choose > 1:
                    mark = f"~%{share:g}%" if option.right else "~%-100%"
                lines.append(f"  {mark}{said(option.text)}#{said(option.why)}")
        case Order():
            lines += [
                f"  ={said(item.text)} -> {place}" for place, item in enumerate(body.items, 1)
            ]
            lines.append(f"  ####{said(body.why)}")
        case Judge():
            lines += [f"  ={said(row.text)} -> {said(row.group)}" for row in body.situations]
        case Match():
            lines += [f"  ={said(pair.left)} -> {said(pair.right)}" for pair in body.pairs]
            whys = (f"{said(pair.left)}: {said(pair.why)}" for pair in body.pairs)
            lines.append(f"  ####{' '.join(whys)}")
        case _:
            assert_never(body)
    return "\n".join([*lines, "}", ""])
