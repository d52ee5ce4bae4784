"""Which sentences changed since a module was signed: named, both as they were and as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.library.lint.sentences import sentences
from edu_tui.library.signing.changes import Change, changes, count, sentences_in
from tests.library.samples import GLOSSARY, swap, write, write_library

from .signed import sign, surveyed

if TYPE_CHECKING:
    from pathlib import Path

TEXT = swap(
    "Do not drive until the next day. [@label-2023]\n",
    "Do not drive until the next day. [@label-2023] Dr. Lee says so, e.g. on cards.\n"
    "      Feeling awake is no test. Ask us, at 0.5 mg too.\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_library(tmp_path)
    write(folder, "en/going-home.yaml", TEXT)
    sign(folder)
    return folder


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Feeling awake is no test.",
            "Feeling awake is a test.",
            [
                (
                    "section not-driving, text",
                    ["Feeling awake is no test."],
                    ["Feeling awake is a test."],
                )
            ],
        ),
        (
            "next day. [@label-2023] Dr.",
            "next day. [@label-2023, p. 7] Dr.",
            [
                (
                    "section not-driving, text",
                    ["Do not drive until the next day. [@label-2023]"],
                    ["Do not drive until the next day. [@label-2023, p. 7]"],
                )
            ],
        ),
        (
            " Ask us, at 0.5 mg too.",
            "",
            [("section not-driving, text", ["Ask us, at 0.5 mg too."], [])],
        ),
        (
            "      Reaction time stays slow.\n",
            "      Reaction time stays slow. Sleep first.\n",
            [("section not-driving, more", [], ["Sleep first."])],
        ),
        (
            "{label: Without, count: 5}",
            "{label: Without, count: 6}",
            [("section not-driving, figure, group 2, people", ["5"], ["6"])],
        ),
        (
            "must_know: true",
            "must_know: false",
            [("question drive-tonight, must_know", ["yes"], [])],
        ),
        (
            "{id: bus, text: Take a bus with a friend, group: Safe, why: You are not alone.}",
            "{id: bus, text: Take a bus, group: Safe, why: You have company.}",
            [
                (
                    "question safe-or-not, situation bus, text",
                    ["Take a bus with a friend"],
                    ["Take a bus"],
                ),
                (
                    "question safe-or-not, situation bus, why",
                    ["You are not alone."],
                    ["You have company."],
                ),
            ],
        ),
    ],
    ids=["word", "citation", "gone", "added", "number", "flag", "two-places"],
)
def test_the_very_sentences_are_named(
    folder: Path, old: str, new: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    """What was, what is, and where; the sentences around it are not told."""
    write(folder, "en/going-home.yaml", swap(old, new, TEXT))
    entry = surveyed(folder)
    assert entry.compared
    wanted = [Change(where, tuple(was), tuple(now)) for where, was, now in expected]
    assert list(entry.changes) == wanted
    assert count(entry.changes) == len(expected)


def test_a_word_explained_another_way_is_named_in_the_module(folder: Path) -> None:
    """A change in the glossary is told with the module that it un-signs."""
    write(folder, "en/glossary.yaml", swap("Feeling far away.", "Feeling odd.", GLOSSARY))
    assert surveyed(folder).changes == (
        Change("word dissociation, plain", ("Feeling far away.",), ("Feeling odd.",)),
    )


def test_a_paragraph_that_is_parted_is_a_change_too(folder: Path) -> None:
    """The same sentences in other paragraphs: un-signed, and it is said where."""
    text = swap("      Feeling awake is no test.", "\n      Feeling awake is no test.", TEXT)
    write(folder, "en/going-home.yaml", text)
    entry = surveyed(folder)
    assert entry.state is not None
    assert entry.state.kind == "changed"
    assert [change.where for change in entry.changes] == ["section not-driving, text"]


@pytest.mark.parametrize("spoiled", ["", "form 1: going-home, en\ntitle: Another\n", None])
def test_a_kept_text_that_is_not_what_was_signed_is_not_used(
    folder: Path, spoiled: str | None
) -> None:
    """It is said that nobody knows what changed, instead of a comparison with something else."""
    kept = folder / "reviews/en/going-home.txt"
    if spoiled is None:
        kept.unlink()
    else:
        kept.write_text(spoiled)
    entry = surveyed(folder)
    assert not entry.compared
    assert entry.state is not None
    assert entry.state.kind == "reviewed"


WORDS = st.text("ab.!? [@](){}*|,:-1", max_size=30)


@given(WORDS, WORDS)
def test_texts_that_differ_have_a_change(before: str, now: str) -> None:
    """However odd they are; and no character of a text is in none of its sentences."""
    text, other = (f"form 1: x, en\ntext: {' '.join(text.split())}\n" for text in (before, now))
    assert bool(changes(text, other, sentences)) == (text != other)
    message = "".join(part.text for part in sentences_in(text, sentences))
    assert message.replace(" ", "") == before.replace(" ", "")
