"""Moodle XML. An order and situations to sort become pairs to match, which every Moodle has."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from edu_tui.library.exchange.words import bare
from edu_tui.model.question import Choice, Order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.model.question import Question


def as_moodle(module: str, questions: Iterable[Question], clinic: dict[str, str]) -> str:
    """All of them in one category, each with its reasons as feedback."""
    quiz = Element("quiz")
    category = SubElement(quiz, "question", type="category")
    _text(SubElement(category, "category"), f"$course$/{module}")
    for one in questions:
        _question(quiz, one, clinic)
    indent(quiz)
    made: str = tostring(quiz, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{made}\n'


def _question(quiz: Element, one: Question, clinic: dict[str, str]) -> None:
    body = one.body
    kind = "multichoice" if isinstance(body, Choice) else "matching"
    made = SubElement(quiz, "question", type=kind)
    _text(SubElement(made, "name"), one.id)
    _text(SubElement(made, "questiontext", format="plain_text"), bare(one.ask, clinic))
    SubElement(made, "shuffleanswers").text = "0" if one.keep_order else "1"
    if isinstance(body, Choice):
        SubElement(made, "single").text = "false" if one.kind == "multiple" else "true"
        share = f"{100 / len(body.right):.5f}".rstrip("0").rstrip(".")
        for option in body.options:
            minus = "-100" if one.kind == "multiple" else "0"
            answer = SubElement(
                made, "answer", fraction=share if option.right else minus, format="plain_text"
            )
            _text(answer, bare(option.text, clinic))
            _text(SubElement(answer, "feedback", format="plain_text"), bare(option.why, clinic))
        return
    if isinstance(body, Order):
        _text(SubElement(made, "generalfeedback", format="plain_text"), bare(body.why, clinic))
        pairs = [(item.text, str(place)) for place, item in enumerate(body.items, 1)]
    else:
        why = " ".join(
            f"{bare(row.text, clinic)}: {bare(row.why, clinic)}" for row in body.situations
        )
        _text(SubElement(made, "generalfeedback", format="plain_text"), why)
        pairs = [(row.text, row.group) for row in body.situations]
    for text, other in pairs:
        pair = SubElement(made, "subquestion", format="plain_text")
        _text(pair, bare(text, clinic))
        _text(SubElement(pair, "answer"), other)


def _text(parent: Element, words: str) -> None:
    SubElement(parent, "text").text = words
