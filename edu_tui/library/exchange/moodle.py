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
    for one in questions:
        _question(quiz, one, clinic)
    indent(quiz)
    made: str = tostring(quiz, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{made}\n'


def _question(quiz: Element, one: Question, clinic: dict[str, str]) -> None:
    made = SubElement(quiz, "question", type="multichoice")
    _text(SubElement(made, "name"), one.id)
    _text(SubElement(made, "questiontext", format="plain_text"), bare(one.ask, clinic))
    SubElement(made, "shuffleanswers").text = "0" if one.keep_order else "1"
    body = one.body
    match body:
        case Choice():
            _options(made, body, clinic)
        case Order():
            pairs = [(item.text, str(place)) for place, item in enumerate(body.items, 1)]
            _pairs(made, pairs, bare(body.why, clinic), clinic)
        case Judge():
            pairs = [(row.text, row.group) for row in body.situations]
            _pairs(made, pairs, _whys(body, clinic), clinic)
        case Match():
            pairs = [(pair.left, bare(pair.right, clinic)) for pair in body.pairs]
            _pairs(made, pairs, _whys(body, clinic), clinic)
        case _:
            assert_never(body)


def _whys(body: Judge | Match, clinic: dict[str, str]) -> str:
    return " ".join(f"{bare(one.text, clinic)}: {bare(one.why, clinic)}" for one in body.parts)


def _options(made: Element, body: Choice, clinic: dict[str, str]) -> None:
    several = body.to_choose > 1
    SubElement(made, "single").text = "false" if several else "true"
    share = f"{100 / len(body.right):.5f}".rstrip("0").rstrip(".")
    for option in body.options:
        fraction = share if option.right else "-100" if several else "0"
        answer = SubElement(made, "answer", fraction=fraction, format="plain_text")
        _text(answer, bare(option.text, clinic))
        _text(SubElement(answer, "feedback", format="plain_text"), bare(option.why, clinic))


def _pairs(made: Element, pairs: list[tuple[str, str]], why: str, clinic: dict[str, str]) -> None:
    made.set("type", "matching")
    _text(SubElement(made, "generalfeedback", format="plain_text"), why)
    for text, other in pairs:
        pair = SubElement(made, "subquestion", format="plain_text")
        _text(pair, bare(text, clinic))
        _text(SubElement(pair, "answer"), other)


def _text(parent: Element, words: str) -> None:
    SubElement(parent, "text").text = words
