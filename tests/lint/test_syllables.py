"""Syllables as people say them."""

from __future__ import annotations

import gzip

import pytest

from edu_tui.library.lint.syllables import TABLE, Syllables, by_rule, english, spanish
from edu_tui.model.reference import Term


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("friend", 1), ("walked", 1), ("checks", 1), ("breathe", 1), ("eye", 1),
        ("table", 2), ("needle", 2), ("people", 2), ("being", 2), ("poem", 2), ("didn't", 2),
        ("nurse's", 2), ("rested", 2), ("medicine", 3), ("ketamine", 3), ("racemic", 3),
        ("idea", 3), ("area", 3), ("hospital", 3), ("depression", 3), ("anxious", 2),
        ("emergency", 4), ("information", 4), ("dissociation", 5), ("administration", 5),
        ("university", 5), ("esketamine", 4), ("Depression,", 3), ("check-up", 2), ("don’t", 1),
    ],
)  # fmt: skip
def test_english(word: str, count: int) -> None:
    """Words of health texts, counted by hand; signs around a word do not matter."""
    assert Syllables("en")[word] == count


@pytest.mark.parametrize(
    ("token", "count"),
    [
        ("0", 2), ("7", 2), ("11", 3), ("21", 3), ("40", 2), ("100", 3), ("120", 5), ("1,000", 3),
        ("2026", 6), ("911", 3), ("988", 3), ("0.5", 4), ("838255", 6), ("FDA", 3), ("MRI", 3),
        ("REMS", 1), ("PHQ-9", 4), ("WHO", 5), ("-", 0), ("...", 0), ("3.", 1),
    ],
)  # fmt: skip
def test_numbers_and_initials_are_counted_as_spoken(token: str, count: int) -> None:
    """`120` is one hundred twenty, `911` nine one one, `FDA` three letters, `REMS` a word."""
    assert Syllables("en")[token] == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("agua", 2), ("guerra", 2), ("pingüino", 3), ("queso", 2), ("idea", 3), ("país", 2),
        ("ciudad", 2), ("día", 2), ("aéreo", 4), ("caer", 2), ("leer", 2), ("muy", 1), ("rey", 1),
        ("leyes", 2), ("y", 1), ("oír", 2), ("viuda", 2), ("construir", 2), ("huevo", 2),
        ("averigüéis", 4), ("constitución", 4), ("medicamento", 5), ("ahí", 2), ("búho", 2),
    ],
)  # fmt: skip
def test_spanish(word: str, count: int) -> None:
    """Diphthongs are one syllable, an accent on the weak vowel makes two, a silent u none."""
    assert spanish(word) == count


@pytest.mark.parametrize(
    ("number", "count"), [("2", 1), ("16", 3), ("21", 4), ("31", 5), ("100", 2)]
)
def test_spanish_numbers(number: str, count: int) -> None:
    """`31` is treinta y uno."""
    assert Syllables("es")[number] == count


def test_a_glossary_says_how_its_terms_are_said() -> None:
    """Each part between hyphens is a syllable, for one word or for several."""
    terms = [
        Term("zolgen", "ZOL-jee-en-ah", "", ()),
        Term("side effect", "SYDE ih-fekt", "", ()),
        Term("ABC", "ay bee SEE", "", ()),
    ]
    own = Syllables("en", terms)
    assert [own[word] for word in ("Zolgen", "side", "effect", "ABC.")] == [4, 1, 2, 3]


def test_the_table_holds_only_what_the_rules_get_wrong() -> None:
    """Each word of the table is counted as the table says, and otherwise by the rules."""
    lines = gzip.decompress(TABLE.read_bytes()).decode("ascii").splitlines()
    rows = [(word, count) for count, line in enumerate(lines, 1) for word in line.split()]
    assert len(rows) > 5000
    assert all(english(word) == count != by_rule(word) for word, count in rows)
    notice = (TABLE.parent / "NOTICE").read_text(encoding="utf-8")
    assert "Carnegie Mellon University" in notice
    assert "Redistribution" in notice
