"""A file that is not YAML everywhere: each error is told in one run, with all that is wrong around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from edu_tui.library.check import check
from edu_tui.library.decode.library import decode_clinic, decode_library
from edu_tui.library.decode.lists import decode_lists
from edu_tui.library.decode.module import decode_module
from edu_tui.library.decode.reference import decode_glossary, decode_sources
from edu_tui.library.decode.reviews import decode_reviews
from edu_tui.library.decode.words import decode_words
from edu_tui.library.open_library import OpenLibrary
from edu_tui.library.source.yaml_text import read_yaml
from edu_tui.system.errors import BrokenModuleError

from .broken import Broken, broken_files
from .samples import GLOSSARY, LIBRARY, MODULE, SOURCES, line_of, swap, write, write_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from edu_tui.library.decode.module import Decoded
    from edu_tui.library.finding import Finding


def of_module(text: str) -> list[Finding]:
    """What is told of a module with this text."""
    return list(decode_module("en/going-home.yaml", text).findings)


NO_YAML = [
    broken
    for broken in broken_files()
    if isinstance(broken.text, str)
    and broken.text.count("\n") > 50
    and "bad-yaml" in {each.code for each in of_module(broken.text)}
]
IDS = [f"{broken.name}:{broken.line}" for broken in NO_YAML]


@pytest.fixture(params=[True, False], ids=["libyaml", "python"])
def both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever holds for libyaml holds without it."""
    if not request.param:
        monkeypatch.setattr(yaml, "__with_libyaml__", False)


def test_there_are_enough_errors() -> None:
    """A hundred and more files that are not YAML at one place."""
    assert len(NO_YAML) > 100


@pytest.mark.usefixtures("both_parsers")
@pytest.mark.parametrize("broken", NO_YAML, ids=IDS)
def test_an_error_of_yaml_is_the_one_thing_told(broken: Broken) -> None:
    """Nothing follows from what was left out: no key is missing, no id leads nowhere, no list is too short."""
    assert isinstance(broken.text, str)
    assert [(each.line, each.code) for each in of_module(broken.text)] == [
        (broken.line, "bad-yaml")
    ]


ELSEWHERE = {
    "minutes": ("minutes: 4", "minutes: six"),
    "unknown `": ("hint: Think", "hnit: Think"),
    "aliens": ("objective: ride", "objective: aliens"),
    "heading": ("      Reaction time", "      # Reaction time"),
    "`groups`": ("group: Not safe,", "group: Not save,"),
}


@pytest.mark.parametrize("broken", NO_YAML, ids=IDS)
def test_what_is_wrong_elsewhere_is_told_too(broken: Broken) -> None:
    """Above, below and in the same part: a number, a key, an id, a mark, a choice."""
    assert isinstance(broken.text, str)
    text, wrong = broken.text, 0
    for old, new in ELSEWHERE.values():
        if old in text.split("\n")[broken.line - 1] or old not in text:
            continue
        text = text.replace(old, new, 1)
        wrong += new not in decode_module("en/going-home.yaml", text).document.lost
    assert len(of_module(text)) == 1 + wrong
    assert wrong >= 2


@pytest.mark.usefixtures("both_parsers")
def test_five_errors_of_a_file_are_told_at_once() -> None:
    """A colon on two lines one below the other, an open quote, a missing colon, a bracket, a tab."""
    text = swap("title: Going home", "title: Going: home")
    text = swap("summary: Why", "summary: Now: why", text)
    text = swap("tip: Ask a", 'tip: "Ask a', text)
    text = swap("happens: A nurse", "happens A nurse", text)
    text = swap("ask: What helps?", "ask: [What helps?", text)
    text = swap("    in_order:", "\tin_order:", text)
    lines = ["title: Going: ", "summary: Now", 'tip: "', "happens A", "ask: [What", "in_order"]
    assert [(each.line, each.code) for each in of_module(text)] == [
        (line_of(words, text), "bad-yaml") for words in lines
    ]


def test_a_second_document_is_told_with_what_is_in_it() -> None:
    """A line of hyphens between two parts of one file, and a fault below it."""
    text = swap("questions:", "---\nquestions:").replace("group: Not safe,", "group: Not save,")
    assert [(each.line, each.code) for each in of_module(text)] == [
        (line_of("---", text), "one-document"),
        (line_of("- {id: bike", text), "bad-choice"),
    ]


@pytest.mark.parametrize(
    ("decode", "text", "code"),
    [
        (decode_sources, SOURCES.replace("title: P", "title: A: p").replace("publisher", "publishr"), "unknown-key"),
        (decode_glossary, GLOSSARY.replace("plain: F", "plain: A: f").replace("plain: A d", "plian: A d"), "unknown-key"),
        (decode_library, LIBRARY.replace("name: your", "name: @your").replace("mastery: 80", "mastery: 101"), "out-of-range"),
        (decode_clinic, "clinic:\n  a: b: c\ncrysis: []\n", "unknown-key"),
        (decode_lists, "lists:\n  - id: a\n    purpose: dya\n    text: A: b\n", "bad-choice"),
        (decode_words, "en:\n  small: [a b]\n  means:\n    x: [y\n", "bad-choice"),
        (decode_reviews, "reviews:\n  - module: a\n    language: e\n    withdrawn: 2026-02-30\n    by: A: b\n    reason: R\n", "bad-date"),
    ],
)  # fmt: skip
def test_every_file_is_read_around_its_errors(
    decode: Callable[[str, str], Decoded[object]], text: str, code: str
) -> None:
    """The bibliography, the glossary, the library, a clinic's words, lists, what people type, sign-offs."""
    decoded = decode("x/x.yaml", text)
    assert {each.code for each in decoded.findings if each.severity == "error"} >= {
        "bad-yaml",
        code,
    }
    assert decoded.model is None


def test_a_reference_into_what_is_lost_is_not_called_wrong() -> None:
    """A section that cannot be read may be what a question teaches; one that nobody wrote is still missed."""
    text = swap("  - id: for-staff", "  - id: for-staff: x")
    text = swap("teaches: not-driving", "teaches: for-staff", text)
    text = swap("teaches: infusion", "teaches: nowhere", text)
    assert [(each.line, each.code) for each in of_module(text)] == [
        (line_of("- id: for-staff", text), "bad-yaml"),
        (line_of("teaches: nowhere", text), "unknown-reference"),
    ]


@pytest.mark.parametrize("broken", NO_YAML[::25], ids=IDS[::25])
def test_nothing_of_a_broken_file_is_shown(broken: Broken, tmp_path: Path) -> None:
    """However much could be read around the error, nobody reads the module."""
    write(write_library(tmp_path), "en/going-home.yaml", broken.text)
    with pytest.raises(BrokenModuleError):
        OpenLibrary(tmp_path, None).module("going-home", "en")


def test_each_place_keeps_its_line_and_column() -> None:
    """What stands below something that was left out is told exactly where it would be without it."""
    text = swap("alt: 40 of 100", "alt: [40] of", MODULE.replace("{clinic.phone}", "{phone}"))
    clean = swap("alt: [40] of", "alt: 40 of", text)
    (told,) = of_module(clean)
    assert told in of_module(text)


def test_missing_files_are_told_of_a_library_with_another_fault(tmp_path: Path) -> None:
    """A module that a course names and nobody wrote, beside an unknown key and a `priority` that is wrong."""
    text = swap("audience: patient", "audiense: patient", LIBRARY)
    text = swap("[going-home, session]", "[going-hme, session]", text)
    write(write_library(tmp_path), "library.yaml", text)
    told = [
        each.message
        for each in check(tmp_path).findings
        if each.file == "library.yaml" and each.severity == "error"
    ]
    assert sum("there is no file en/going-hme.yaml" in message for message in told) == 1
    assert len(told) == 2


def test_reading_again_and_again_comes_to_an_end() -> None:
    """A file of nothing but errors is read a bounded number of times, and told a bounded number of findings."""
    told = read_yaml("a.yaml", "".join(f"k{n}: a: b\n" for n in range(500))).findings
    assert 20 < len(told) <= 200
    assert re.fullmatch("[0-9]+", str(told[0].line))
