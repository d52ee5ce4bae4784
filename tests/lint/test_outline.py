"""Every text of a file is a unit with its part, its audience and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.decode.module import decode_module
from edu_tui.library.decode.texts import TEXTS
from edu_tui.library.lint.outline import MODULE, Shape, outline
from tests.library.samples import MODULE as SAMPLE

from .judging import module, subject

if TYPE_CHECKING:
    from edu_tui.library.lint.unit import Part


def shapes(shape: Shape) -> list[Shape]:
    """A part's shape and those within it, at any depth."""
    within = [held for _, held in shape.keys if isinstance(held, Shape)]
    return [shape, *(one for held in within for one in shapes(held))]


def parts(text: str = SAMPLE) -> tuple[Part, ...]:
    """The parts of a file."""
    return outline(decode_module("en/going-home.yaml", text).document, "patient", {})


def test_no_text_is_passed_over() -> None:
    """Every key that the format reads as words is in the table of units."""
    names = {"wrong": "wrong answer"}
    held = {
        (names.get(shape.kind, shape.kind), key)
        for shape in shapes(MODULE)
        for key, words in shape.keys
        if isinstance(words, bool)
    }
    read = {(part, key) for part, texts in TEXTS.items() for key in texts}
    # a situation has no group of its own: it names one of the question's; options of all sorts are alike
    apart = {("situation", "group"), ("waiver", "why"), ("waiver", "by")}
    elsewhere = {
        "term",
        "source",
        "library",
        "clinic",
        "crisis line",
        "danger words",
        "everyday words",
        "chapter",
        "course",
        "skill",
        "role",
        "sign-off",
    }
    assert held | apart == {(part, key) for part, key in read if part not in elsewhere}


def test_every_text_of_a_module_is_a_unit() -> None:
    """Words of every sort are found once."""
    plain = [unit.plain for part in parts() for unit in part.units]
    for words in ("Going home", "Reaction time stays slow.", "40 of 100 people felt it.", "nurse"):
        assert plain.count(words) == 1
    for words in (
        "A drip in the arm",
        "You still react slowly.",
        "Not safe",
        "Tell us how you get home.",
    ):
        assert words in plain


def test_parts_are_named_as_findings_name_them() -> None:
    """A person finds the part in the file by its words."""
    where = {part.where for part in parts()}
    assert 'section "not-driving", figure' in where
    assert 'section "not-driving", figure, group 2' in where
    assert 'walkthrough, route "infusion", step "arrive"' in where
    assert 'question "drive-tonight", wrong answer "awake"' in where
    assert 'question "safe-or-not", situation "bus"' in where


def test_ids_are_of_the_parts_a_waiver_may_name() -> None:
    """An option belongs to its question, a step to its route too."""
    ids = {part.where: part.ids for part in parts()}
    assert ids['question "drive-tonight", wrong answer "awake"'] == ("drive-tonight",)
    assert ids['walkthrough, route "infusion", step "arrive"'] == ("arrive", "infusion")
    assert ids['section "not-driving", figure'] == ("not-driving",)


def test_staff_texts_are_apart() -> None:
    """A staff section, a staff note and a teach-back are not read by patients."""
    held = subject(SAMPLE.replace("id: going-home", "id: a-module"))
    staff = {unit.key for unit in held.staff.units}
    assert staff == {"title", "text", "staff_note", "teach_back"}
    assert "zebra" not in held.script.lower
    assert "zebra" in held.staff.lower


def test_records_go_with_their_parts() -> None:
    """Sections, steps and questions are paired with what decode made of them."""
    held = subject(SAMPLE.replace("id: going-home", "id: a-module"))
    for pairs in (held.sections, held.routes, held.steps, held.questions):
        assert pairs
        assert all(part.id == record.id for part, record in pairs)


def test_a_word_leads_back_to_its_line_and_column() -> None:
    """However the text is written: in a block, folded, quoted, in a list."""
    held = subject(module("One.\n\n- Two **three** [[four|sedative]]."))
    unit = next(unit for unit in held.units if unit.key == "text")
    assert unit.plain == "One.\nTwo three four."
    assert [
        held.place(unit, unit.plain.index(word)) for word in ("One", "Two", "three", "four")
    ] == [
        (9, 7),
        (11, 9),
        (11, 15),
        (11, 25),
    ]


def test_a_script_leads_back_to_its_unit() -> None:
    """Each first character of a unit is found in that unit."""
    script = subject(module("One. Two.")).script
    at = 0
    for unit in script.units:
        assert script.at(at) == (unit, 0)
        at += len(unit.plain) + 1
    assert [sentence.text for sentence in script.sentences][-2:] == ["One.", "Two."]
