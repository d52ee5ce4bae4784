"""Words are cut and folded as the full-text index does it."""

from __future__ import annotations

import sqlite3
import unicodedata

import pytest

from edu_tui.model.spelling import WORD, bare, phrases, words_in

LETTERS = "".join(
    chr(code)
    for code in (*range(0x20, 0x180), *range(0x3B1, 0x500), 0x2018, 0x2019, 0x2013, 0x2014, 0x2026)
    if unicodedata.category(chr(code))[0] in "LNPSZ"
)


def indexed(text: str) -> set[str]:
    """The words that SQLite keeps of a text."""
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table t using fts5(x, tokenize='unicode61 remove_diacritics 2')")
    db.execute("create virtual table v using fts5vocab(t, 'row')")
    db.execute("insert into t values (?)", (text,))
    return {row[0] for row in db.execute("select term from v")}


@pytest.mark.parametrize(
    "text",
    [
        "What's new? Panic-attack, 0.5 mg/kg; 3-MeO_X",
        "sesión niñez AÑO über façade naïve",
        unicodedata.normalize("NFD", "sesión niñez AÑO über façade naïve"),
        "Ελλάδα Москва ñandú Łódź øre straße",
        "20\u202f% 1/2 \u00bd x² a\u0301\u0302b",
    ],
)
def test_words_are_those_of_the_index(text: str) -> None:
    """The same words, without accents and capitals, cut at the same signs."""
    assert set(words_in(text)) == indexed(text)


def test_letters_are_folded_as_in_the_index() -> None:
    """Every letter of Latin, Greek and Cyrillic scripts, on its own."""
    different = {
        letter: (words_in(letter), indexed(letter))
        for letter in LETTERS
        if set(words_in(letter)) != indexed(letter)
    }
    assert different == {}


def test_a_word_is_found_in_the_text_as_it_is_written() -> None:
    """Where it begins and ends, accents of either kind within."""
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "La sesión, ñ_o")
        parts = [text[slice(*match.span())] for match in WORD.finditer(text)]
        assert [bare(word) for word in parts] == ["la", "sesion", "n", "o"]
        assert "".join(parts) == text.replace(" ", "").replace(",", "").replace("_", "")


def test_a_query_is_words_and_words_that_follow_each_other() -> None:
    """Signs alone are nothing; there are never more than asked for."""
    assert phrases("what's  a panic-attack?", 9) == [("what", "s"), ("a",), ("panic", "attack")]
    assert phrases('!? -- \' "" ...', 9) == []
    assert len(phrases("a " * 50, 9)) == 9
