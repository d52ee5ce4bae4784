"""`style:` of `library.yaml`: what a house has agreed on, checked, and kept to by the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.check import check
from edu_tui.library.decode.library import decode_library
from edu_tui.library.lint.judge import Rules
from edu_tui.model.library import Style
from tests.lint.seeds_base import CLEAN, GLOSSARY, SOURCES
from tests.lint.seeds_base import LIBRARY as CLEAN_LIBRARY

from .samples import LIBRARY, swap, write

if TYPE_CHECKING:
    from pathlib import Path


def with_style(style: str, library: str = LIBRARY) -> str:
    """The library with such a `style:`."""
    return swap("courses:", f"style: {style}\ncourses:", library)


def test_a_style_is_read() -> None:
    """What is left out has its usual value."""
    text = "{words: [Medication, side effect], initials: [CBC, A1C], grade: 7, sentence: 18, readers: families}"
    decoded = decode_library("library.yaml", with_style(text))
    assert decoded.findings == ()
    assert decoded.model is not None
    assert decoded.model.style == Style(
        ("medication", "side effect"), ("CBC", "A1C"), 7, 18, "families"
    )
    plain = decode_library("library.yaml", LIBRARY).model
    assert plain is not None
    assert plain.style == Style()


@pytest.mark.parametrize(
    ("style", "code", "words"),
    [
        ("{word: [medication]}", "unknown-key", "words"),
        ("{words: medication}", "wrong-type", "a list"),
        ("{words: [a1]}", "bad-choice", "a word or two"),
        ("{words: [pill, pill]}", "duplicate-name", "pill"),
        ("{initials: [gp]}", "bad-choice", "two capitals"),
        ("{grade: 12}", "out-of-range", "9"),
        ("{grade: six}", "wrong-type", "number"),
        ("{sentence: 40}", "out-of-range", "25"),
        ("{readers: staff}", "bad-choice", "patients, families"),
        ("[medication]", "wrong-type", "keys"),
    ],
)
def test_a_style_is_closed(style: str, code: str, words: str) -> None:
    """What is mistyped or beyond all readers is told, at the line."""
    (finding,) = decode_library("library.yaml", with_style(style)).findings
    assert (finding.code, words in finding.message) == (code, True), finding.message


def codes(folder: Path, text: str, style: str) -> list[str]:
    """What the rules say of the clean module with this text, in a house with that style."""
    write(folder, "library.yaml", with_style(style, CLEAN_LIBRARY))
    write(folder, "sources.yaml", SOURCES)
    write(folder, "reviews.yaml", "reviews: []\n")
    write(folder, "en/glossary.yaml", GLOSSARY)
    rest = "Rest at home and eat light food."
    write(folder, "en/ride.yaml", swap(rest, f"{rest} {text}", CLEAN))
    return [finding.code for finding in check(folder, Rules()).findings]


LONG = "You rest " + "and rest " * 8 + "at home."
"""Twenty words."""


@pytest.mark.parametrize(
    ("text", "usual", "style"),
    [
        ("Ask for a dosage.", ["W101"], "{words: [dosage]}"),
        ("We evaluate you.", ["R009"], "{words: [evaluate]}"),
        ("You get a CBC.", ["W103"], "{initials: [CBC]}"),
        ("The patient rests.", ["W106"], "{readers: families}"),
        (f"{LONG} {LONG}".replace("You", "They all"), ["R007", "R007"], "{sentence: 24}"),
    ],
)
def test_the_rules_keep_to_it(text: str, usual: list[str], style: str, tmp_path: Path) -> None:
    """What the house has agreed on is not told; without it, it is."""
    assert codes(tmp_path, text, "{}") == usual
    assert codes(tmp_path, text, style) == []


def test_a_house_may_aim_lower(tmp_path: Path) -> None:
    """A smaller number of words makes a sentence long that was not."""
    assert codes(tmp_path, f"{LONG} {LONG}", "{}") == []
    assert "R007" in codes(tmp_path, f"{LONG} {LONG}", "{sentence: 18}")
