"""Moodle XML. An order and situations to sort become pairs to match, which every Moodle has."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from edu_tui.library.exchange.words import bare
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.match import Match
from edu_tui.model.kinds.order import Order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.model.question import Question


def as_moodle(module: str, questions: Iterable[Question], clinic: dict[str, str]) -> str:
    """All of them in one category, each with its reasons as feedback."""
    quiz = Element("quiz")
    category = SubElement(quiz, "question", type="category")
    _text(SubElement(category, "category"), f"$course$/{module}")
    for question in questions:
        _question(quiz, question, clinic)
    indent(quiz)
    message: str = tostring(quiz, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{message}\n'


def _question(quiz: Element, question: Question, clinic: dict[str, str]) -> None:
    element = SubElement(quiz, "question", type="multichoice")
    _text(SubElement(element, "name"), question.id)
    _text(SubElement(element, "questiontext", format="plain_text"), bare(question.ask, clinic))
    SubElement(element, "shuffleanswers").text = "0" if question.keep_order else "1"
    body = question.body
    match body:
        case Choice():
            _options(element, body, clinic)
        case Order():
            pairs = [(item.text, str(place)) for place, item in enumerate(body.items, 1)]
            _pairs(element, pairs, bare(body.why, clinic), clinic)
        case Judge():
            pairs = [(row.text, row.group) for row in body.situations]
            _pairs(element, pairs, _whys(body, clinic), clinic)
        case Match():
            pairs = [(pair.left, bare(pair.right, clinic)) for pair in body.pairs]
            _pairs(element, pairs, _whys(body, clinic), clinic)
        case _:
            assert_never(body)


def _whys(body: Judge | Match, clinic: dict[str, str]) -> str:
    return " ".join(f"{bare(part.text, clinic)}: {bare(part.why, clinic)}" for part in body.parts)


def _options(element: Element, body: Choice, clinic: dict[str, str]) -> None:
    several = body.to_choose > 1
    SubElement(element, "single").text = "false" if several else "true"
    share = f"{100 / len(body.right):.5f}".rstrip("0").rstrip(".")
    for option in body.options:
        fraction = share if option.right else "-100" if several else "0"
        answer = SubElement(element, "answer", fraction=fraction, format="plain_text")
        _text(answer, bare(option.text, clinic))
        _text(SubElement(answer, "feedback", format="plain_text"), bare(option.why, clinic))


def _pairs(
    element: Element, pairs: list[tuple[str, str]], why: str, clinic: dict[str, str]
) -> None:
    element.set("type", "matching")
    _text(SubElement(element, "generalfeedback", format="plain_text"), why)
    for text, other in pairs:
        pair = SubElement(element, "subquestion", format="plain_text")
        _text(pair, bare(text, clinic))
        _text(SubElement(pair, "answer"), other)


def _text(parent: Element, words: str) -> None:
    SubElement(parent, "text").text = words
