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

    from edu_tui.model.kinds.sorting import SortedPart
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
    def words(text: str) -> str:
        return _escaped(bare(text, clinic))

    def said(text: str) -> str:
        return _begun(words(text))

    def pair(left: str, right: str) -> str:
        return f"  ={said(left)} -> {words(right)}"

    def reasons(parts: Iterable[SortedPart]) -> str:
        whys = (f"{bare(part.text, clinic)}: {bare(part.why, clinic)}" for part in parts)
        return f"  ####{_begun(_escaped(' '.join(whys)))}"

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
            lines += [pair(item.text, str(place)) for place, item in enumerate(body.items, 1)]
            lines.append(f"  ####{said(body.why)}")
        case Judge():
            lines += [pair(row.text, row.group) for row in body.situations]
            lines.append(reasons(body.parts))
        case Match():
            lines += [pair(each.left, each.right) for each in body.pairs]
            lines.append(reasons(body.parts))
        case _:
            assert_never(body)
    return "\n".join([*lines, "}", ""])


def _escaped(words: str) -> str:
    """GIFT has no way to write its own arrow within a text, so it becomes the sign that it stands for."""
    return _ACTS.sub(r"\\\1", words.replace("->", "\N{RIGHTWARDS ARROW}"))


def _begun(words: str) -> str:
    """With the format named, before what would be taken for a format or a weight."""
    return f"[plain] {words}" if words.startswith(("[", "%")) else words
