"""`words.yaml`: what is wrong in it is told where it stands, and what is right finds its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.check import check
from edu_tui.library.decode.words import decode_words
from edu_tui.library.index.question import everyday_words, things_in
from edu_tui.library.index.stems import stem
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.everyday import EverydayWords
from tests.review.signed import sign, state

from .samples import small, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

WORDS = """\
en:
  means:
    takes you home: [car, Uber, pick me up]
    chest: [heart attack, ticker]
  small: [session]
es:
  means:
    descansa: [siesta]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with everyday words."""
    path = write_library(tmp_path / "library")
    write(path, "words.yaml", WORDS)
    return path


def shelf_of(folder: Path, cache: Path | None = None) -> OpenLibrary:
    """The library, indexed in both languages."""
    open_library = OpenLibrary(folder, cache)
    open_library.refresh("en")
    open_library.refresh("es")
    return open_library


def places(open_library: OpenLibrary, query: str, language: str = "en") -> list[str]:
    """Where a query leads."""
    return [hit.place for hit in open_library.search(query, language).hits]


def test_a_good_file_is_read_and_has_no_findings(folder: Path) -> None:
    """By language, words of texts with what is typed for them, as it was written."""
    decoded = decode_words("words.yaml", WORDS, ["en", "es"])
    assert decoded.findings == ()
    assert decoded.model is not None
    english, spanish = decoded.model
    assert english.means[0] == ("takes you home", ("car", "Uber", "pick me up"))
    assert (english.small, spanish.language, spanish.small) == (("session",), "es", ())
    assert not [each for each in check(folder).findings if each.file == "words.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "code", "message"),
    [
        ("small:", "smal:", 5, 3, "unknown-key", "did you mean `small`?"),
        ("means:", "mean:", 2, 3, "unknown-key", "did you mean `means`?"),
        ("es:\n", "est:\n", 6, 1, "unknown-key", "did you mean `es`?"),
        ("es:\n", "Spanish:\n", 6, 1, "bad-choice", "not a language code"),
        ("Uber", "Car", 3, 27, "duplicate-name", "`car`"),
        ("ticker", "CHEST", 4, 27, "duplicate-name", "finds itself"),
        ("    chest:", "    Takes you home!:", 4, 5, "duplicate-name", "each needs its own"),
        ("    chest:", "    takes you home:", 4, 5, "duplicate-key", "takes you home"),
        ("ticker", '"?!"', 4, 27, "bad-choice", "no letters"),
        ("ticker", "a b c d e f g h i j k l m", 4, 27, "bad-choice", "13 words"),
        ("[session]", "[the session]", 5, 11, "bad-choice", "one word"),
        ("[session]", "[session, Session]", 5, 20, "duplicate-name", "`session`"),
        ("[session]", "session", 5, 10, "wrong-type", "a list"),
        ("[heart attack, ticker]", "[]", 4, 12, "too-few", "at least 1"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    folder: Path, old: str, new: str, line: int, column: int, code: str, message: str
) -> None:
    """Each fault has an error with its line, its column and what to do, in the whole check and alone."""
    path = write(folder, "words.yaml", swap(old, new, WORDS))
    for report in (check(folder), check(path)):
        findings = [each for each in report.findings if each.file == "words.yaml"]
        assert [(each.line, each.column, each.code, each.severity) for each in findings] == [
            (line, column, code, "error")
        ]
        assert message in findings[0].message


def test_what_is_typed_finds_what_it_means(folder: Path) -> None:
    """In each language its own words, several words among them, with what matched marked."""
    open_library = shelf_of(folder)
    assert places(open_library, "pick me up") == places(open_library, "takes you home") != []
    assert places(open_library, "siesta", "es") == ["first"]
    assert places(open_library, "siesta") == []
    (hit,) = open_library.search("heart attack", "en").hits
    assert [words for words, matched in hit.context if matched] == ["chest"]


def test_it_works_one_way(folder: Path) -> None:
    """The words of the texts do not find what is typed for them."""
    write(folder, "en/session.yaml", small("session", "A session", "The Uber is here."))
    open_library = shelf_of(folder)
    assert "first" not in places(open_library, "takes you home")
    assert "first" in places(open_library, "uber")


def test_a_change_counts_at_once_and_outlives_the_program(folder: Path, tmp_path: Path) -> None:
    """The file is read when it has changed, else what the index has kept of it."""
    cache = tmp_path / "cache"
    open_library = shelf_of(folder, cache)
    assert places(open_library, "ticker") == ["drip-starts"]
    write(folder, "words.yaml", swap("ticker", "pump", WORDS))
    assert (places(open_library, "ticker"), places(open_library, "pump")) == ([], ["drip-starts"])
    open_library.close()
    again = OpenLibrary(folder, cache)
    again.open("en")
    assert places(again, "pump") == ["drip-starts"]
    (folder / "words.yaml").unlink()
    assert places(again, "pump") == []


def test_the_next_start_needs_no_yaml_for_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the index has kept of the very same file is enough: nobody waits for it while typing."""
    shelf_of(folder, tmp_path / "cache").close()
    again = OpenLibrary(folder, tmp_path / "cache")
    again.open("en")
    monkeypatch.setattr("edu_tui.library.decode.words.decode_words", None)
    assert places(again, "ticker") == ["drip-starts"]


@pytest.mark.parametrize("text", [": [", "en: {means: {chest: []}}", b"\xff\xfe", "[]"])
def test_a_broken_file_costs_its_words_and_nothing_else(folder: Path, text: str | bytes) -> None:
    """Texts are found as before."""
    write(folder, "words.yaml", text)
    open_library = shelf_of(folder)
    assert places(open_library, "ticker") == []
    assert places(open_library, "chest") == ["drip-starts"]


def test_it_is_no_part_of_what_is_signed(folder: Path) -> None:
    """Another everyday word leaves every text as it was signed."""
    sign(folder)
    write(folder, "words.yaml", swap("ticker", "pump", WORDS))
    assert state(folder).kind == "reviewed"


@pytest.mark.parametrize(
    ("query", "things"),
    [
        ("can i drive", ["drive"]),
        ("Can't I drive?", ["drive"]),
        ("dont", ["dont"]),
        ("can i", ["can", "i"]),
        ("what's this", ["what s", "this"]),
        ("pick me up please", ["pick me up"]),
        ("picking me up", ["picking me up"]),
        ("my ticker", ["ticker"]),
        ("a session", ["a", "session"]),
        ("heart of an attack", ["heart of an attack"]),
        ("", []),
    ],
)
def test_small_words_do_not_count_beside_others(query: str, things: list[str]) -> None:
    """What is left is what was asked for; where nothing is left, all of it is."""
    words = decode_words("words.yaml", WORDS).model
    assert words is not None
    asked = things_in(query, "en", words[0], lambda word: [])
    assert [" ".join(thing.words) for thing in asked] == things


def test_an_apostrophe_that_is_missing_is_no_other_word() -> None:
    """`dont`, `don't` and `do not` find the same."""
    nothing = EverydayWords("en", ())
    (dont,) = things_in("dont", "en", nothing, lambda word: [])
    (with_sign,) = things_in("don’t", "en", nothing, lambda word: [])
    assert {("don", "t"), ("do", "not")} <= set(dont.whole) & set(with_sign.whole)
    assert everyday_words(nothing) == []


@pytest.mark.parametrize(
    ("words", "language", "same"),
    [
        ("drive driving drives drove driven", "en", True),
        ("stop stops stopped stopping", "en", True),
        ("worry worries worried", "en", True),
        ("dose doses dosing", "en", True),
        ("pass passed passes", "en", True),
        ("prepare preparing", "en", True),
        ("car care", "en", False),
        ("plan plane", "en", False),
        ("even evening", "en", False),
        ("new news", "en", False),
        ("session sesion", "es", False),
        ("noche noches", "es", True),
        ("Haus Hauses", "de", False),
    ],
)
def test_forms_of_a_word_have_one_stem(words: str, language: str, same: bool) -> None:
    """And words that only look alike have each their own."""
    assert (len({stem(word, language) for word in words.split()}) == 1) is same
