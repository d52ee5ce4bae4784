"""Whatever takes marks shows what they mean, in every front end; none of them shows a mark as it was written."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.code import code_lines
from edu_tui.handout.content import Unsure
from edu_tui.handout.gather import HandoutSource
from edu_tui.handout.text import as_text
from edu_tui.learning.my_questions import Ask, Why
from edu_tui.library.decode.texts import sort_of
from edu_tui.library.exchange.gift import as_gift
from edu_tui.library.exchange.moodle import as_moodle
from edu_tui.library.open_library import OpenLibrary
from edu_tui.ui.plain.reading import read
from tests.journey.reader import Reader
from tests.library.every_text import FILES, PLACES

if TYPE_CHECKING:
    from pathlib import Path

RAW = re.compile(r"\[\[|\]\]|\{clinic|\*|\[@")
SAID = "call 5 55 when feeling sick, so 5*3"


def marked(name: str) -> str:
    """A text with every mark that a row has room for, and stars that are none."""
    return f"{name}: call {{clinic.phone}} when [[feeling sick|nausea]], **so** 5*3"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text that takes marks has some."""
    folder = tmp_path_factory.mktemp("marks")
    for file in FILES:
        if file.name == "clinic.yaml":
            continue
        text = file.text
        for place in PLACES:
            if place.file is file and sort_of(place.part, place.key) in {"marked", "short"}:
                text = text.replace(place.word, f"'{marked(name_of(place.word))}'")
        text = text.replace("zz_clinic__*", "5 55").replace("zz_", "").replace("__", "-")
        (folder / file.name).parent.mkdir(exist_ok=True)
        (folder / file.name).write_text(text if file.name != "reviews.yaml" else "reviews: []\n")
    return folder


def name_of(word: str) -> str:
    """`zz_wrong_answer__text` is `wrong_answer-text`."""
    return word.removeprefix("zz_").replace("__", "-")


def is_clean(text: str, *names: str) -> None:
    """No mark is left, and what these texts say is there."""
    flat = " ".join(text.replace("│", " ").replace("5*3", "5x3").split())
    left = RAW.search(flat)
    assert not left, flat[max(0, left.start() - 60) :][:120]
    for name in names:
        assert f"{name}: {SAID}".replace("5*3", "5x3") in flat, name


OF_A_MODULE = [
    name_of(place.word)
    for place in PLACES
    if place.file is FILES[0]
    and sort_of(place.part, place.key) in {"marked", "short"}
    and place.key not in {"staff_note", "hint", "to_ask"}
]


def test_a_module_read_as_text(library: Path) -> None:
    """Every text that takes marks is there, each with what its marks mean."""
    message = read(
        OpenLibrary(library, None),
        "every-text",
        "en",
        audience="patient",
        more=True,
        today="2026-11-25",
    )
    is_clean(message, *OF_A_MODULE)


def test_a_take_away(library: Path) -> None:
    """Whole or in short, with what was not clear and what to ask, and on a code to scan."""
    takeaway = HandoutSource(OpenLibrary(library, None), "en", "patient").takeaway(
        ["every-text"], date(2026, 11, 25)
    )
    (module,) = takeaway.modules
    whys: tuple[Why, ...] = ("missed", "page", "unsure", "missed")
    asks = tuple(
        Ask(question.ask, module.id, f"?{question.id}", why)
        for question, why in zip(module.questions, whys, strict=True)
    )
    mine = takeaway._replace(
        asks=asks,
        personal=True,
        unsure=tuple(Unsure(module, question) for question in module.questions),
    )
    printed = [name for name in OF_A_MODULE if name != "objective-text"]
    is_clean(as_text(takeaway._replace(whole=True)), *printed)
    is_clean(as_text(mine), "question-ask", "answer-text", "item-text", "situation-text")
    lines = "\n".join(words for code_line in code_lines(mine) for words in code_line)
    is_clean(lines, "section-key_message", "answer-text", "item-text", "situation-text")


def test_questions_given_out(library: Path) -> None:
    """GIFT and Moodle XML: stems, options, things to order, situations, reasons."""
    module = OpenLibrary(library, None).module("every-text", "en")
    names = ("question-ask", "wrong_answer-text", "wrong_answer-why", "item-text", "situation-text")
    for made in (as_gift, as_moodle):
        text = made(module.id, module.questions, {"phone": "5 55"})
        assert not re.search(r"\[\[|\{clinic|\[@|\*\*", text)
        for name in names:
            assert f"{name}: {SAID}" in text.replace(r"\:", ":"), name


def test_on_the_screen(library: Path) -> None:
    """Reading, the day, each kind of question with its verdicts, the answers, my questions."""
    reader = Reader(library)
    is_clean(reader.text)
    reader.choose("module-title")
    is_clean(reader.text, "module-summary", "objective-text")
    reader.choose("Read about it").do("more")
    seen = ""
    while "Second" not in reader.text:
        seen += reader.text
        is_clean(reader.text)
        reader.do("next")
    assert f"section-more: {SAID}" in " ".join(seen.replace("│", " ").split())
    reader.do("up").choose("walkthrough-title")
    is_clean(reader.text, "step-happens", "step-you_can")
    reader.do("up").choose("See if it is clear")
    is_clean(reader.text, "question-ask", "answer-text", "wrong_answer-text")
    assert reader.journey.place.words_here() == ("nausea",)
    reader.answer("wrong_answer-text")
    is_clean(reader.text, "wrong_answer-why", "question-hint")
    reader.answer("Last")
    is_clean(reader.text, "answer-text", "answer-why")
    reader.choose("Next question")
    is_clean(reader.text, "item-text")
    reader.choose("I'm not sure", "Check my answer")
    is_clean(reader.text, "item-text", "question-why")
    reader.choose("Next question")
    is_clean(reader.text, "situation-text")
    reader.choose("I'm not sure", "Check my answer")
    is_clean(reader.text, "situation-text", "situation-why")
    reader.choose("Next question", "Go on with the questions")
    while "pair-left" not in reader.text:
        reader.choose("pair-right")
    is_clean(reader.text, "pair-left")
    reader.choose("I'm not sure", "Check my answer")
    is_clean(reader.text, "pair-left", "pair-right", "pair-why")
    reader.choose("See how it went")
    is_clean(reader.text, "question-ask", "answer-text", "answer-why")
    reader.choose("See all answers")
    for _ in range(6):
        is_clean(reader.text)
        reader.do("next")
    reader.do("up").do("asked")
    is_clean(reader.text)
    reader.choose("question-to_ask")
    is_clean(reader.text, "question-to_ask")
    reader.choose("Add my own words")
    is_clean(reader.text, "question-to_ask")
