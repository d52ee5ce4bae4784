"""The bank of an assessment: how it is read, what it may say, and that nobody meets it elsewhere."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from edu_tui.cli import main
from edu_tui.library.check import check
from edu_tui.library.decode.module import decode_module
from edu_tui.library.open_library import OpenLibrary

from .samples import BANK, LIBRARY, MODULE, line_of, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.model.module import Module

FULL = MODULE + BANK
STAFF = LIBRARY.replace("[going-home, session]", "[session]").replace(
    "[session, onboarding]", "[going-home, onboarding]"
)


def module(text: str = FULL) -> Module:
    """The module in a text that has no findings."""
    decoded = decode_module("en/going-home.yaml", text)
    assert decoded.findings == ()
    assert decoded.model is not None
    return decoded.model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library in which a module of the staff course has a bank."""
    folder = write_library(tmp_path / "library")
    write(folder, "library.yaml", STAFF)
    write(folder, "en/going-home.yaml", FULL)
    return folder


# reading it


def test_a_bank_is_read() -> None:
    """Items stand apart from the questions, are staff's, and know which family they are of."""
    made = module()
    assert [question.id for question in made.questions] == [
        question.id for question in module(MODULE).questions
    ]
    assert [(question.id, question.family, question.kind) for question in made.assessment] == [
        ("wombat-call", "wombat-call", "single"),
        ("wombat-call-2", "wombat-call", "multiple"),
        ("wombat-order", "wombat-order", "order"),
    ]
    assert {question.audience for question in made.assessment} == {"staff"}


def test_patients_have_no_bank() -> None:
    """What is left of a module for patients is the module without it; staff keep it."""
    made = module()
    assert made.for_audience("patient").assessment == ()
    assert made.for_audience("staff") == made


@pytest.mark.parametrize(
    ("old", "new", "where", "column", "code", "words"),
    [
        ("variant_of: wombat-call", "variant_of: wombat-cal", "variant_of", 17, "unknown-reference", "`wombat-call`"),
        ("id: wombat-order", "id: wombat-order\n    variant_of: wombat-call-2", "variant_of: wombat-call-2", 17, "unknown-reference", "a variant itself"),
        ("variant_of: wombat-call", "variant_of: drive-tonight", "variant_of", 17, "unknown-reference", "no item"),
        ("variant_of: wombat-call", "variant_of: wombat-call-2", "variant_of", 17, "unknown-reference", "a variant itself"),
        ("    must_know: true\n    ask: The wombat", "    must_know: false\n    ask: The wombat", "must_know: false", 16, "conflict", "is must-know"),
        ("    teaches: not-driving\n    must_know: true\n    ask: The wombat", "    teaches: infusion\n    must_know: true\n    ask: The wombat", "variant_of", 0, "conflict", "teach the same"),
        ("id: wombat-order", "id: wombat-call", "- id: wombat-order", 0, "duplicate-id", "wombat-call"),
        ("id: wombat-order", "id: drive-tonight", "- id: wombat-order", 0, "duplicate-id", "drive-tonight"),
        ("    kind: order\n    teaches: infusion\n    ask: Put", "    kind: order\n    teaches: infusions\n    ask: Put", "teaches: infusions", 14, "unknown-reference", "`infusion`"),
        ("    kind: order\n    teaches: infusion\n    ask: Put", "    kind: order\n    teaches: infusion\n    objective: rides\n    ask: Put", "objective: rides", 16, "unknown-reference", "`ride`"),
        ("    hint: Think", "    variant_of: wombat-call\n    hint: Think", "variant_of", 5, "unknown-key", "variant_of"),
        ("assessment:", "assesment:", "assesment:", 1, "unknown-key", "`assessment`"),
    ],
)  # fmt: skip
def test_each_mistake_in_a_bank_has_its_place(
    old: str, new: str, where: str, column: int, code: str, words: str
) -> None:
    """One thing wrong is one finding, at the value or the key that is wrong."""
    text = swap(old, new, FULL)
    decoded = decode_module("en/going-home.yaml", text)
    assert decoded.model is None
    (finding,) = decoded.findings
    assert finding.code == code
    assert words in finding.message
    if column:
        assert (finding.line, finding.column) == (line_of(where, text), column)


# where it is not shown


def test_nobody_finds_a_bank(folder: Path, tmp_path: Path) -> None:
    """Not patients, not staff, not by a begun word; the index that is kept has not a word of its texts."""
    cache = tmp_path / "cache"
    open_library = OpenLibrary(folder, cache)
    open_library.refresh("en")
    assert open_library.search("Your car is outside", "en", "staff").hits
    for query in ("wombat", "womb", "Keep the wombat keys", "brake", "wombatt"):
        for audience in ("patient", "staff"):
            result = open_library.search(query, "en", audience)
            assert (result.hits, result.suggestion) == ((), "")
    assert open_library.open("en").entries["going-home"].questions == 5
    (path,) = cache.glob("*.sqlite")
    with sqlite3.connect(path) as db:
        kept = "\n".join(db.iterdump()).lower()
    assert "your car is outside" in kept
    assert not {word for word in ("brake", "its keys", "choose the two") if word in kept}


@pytest.mark.parametrize(
    "words",
    [
        ["read", "going-home", "--staff", "--more"],
        ["read", "going-home"],
        ["handout", "going-home", "--full"],
        ["handout", "going-home", "--full", "--format", "html"],
    ],
)
def test_no_paper_has_a_bank(
    folder: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the module as text nor what is taken along, whoever asks."""
    assert main(["--library", str(folder), *words]) == 0
    out = capsys.readouterr().out
    assert "No driving until tomorrow" in out
    assert "wombat" not in out.lower()


def test_what_a_bank_refers_to_is_looked_up(folder: Path) -> None:
    """A word of the glossary and a placeholder in an item have to exist, as anywhere."""
    text = swap("why: No wombat drives today.", 'why: "No [[wombatt]] {clinic.fone} today."', FULL)
    write(folder, "en/going-home.yaml", text)
    line = line_of("answer: {text: Keep", text)
    findings = [finding for finding in check(folder).findings if finding.severity == "error"]
    assert [(finding.line, finding.code) for finding in findings] == [
        (line, "unknown-reference")
    ] * 2
