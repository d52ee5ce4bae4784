"""A sentence ends where a person would end it, and every word leads back to its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.library.lint.plain_words import place_in_raw, plain_words
from edu_tui.library.lint.sentences import sentences, words
from edu_tui.model import markup

from .sentence_cases import ENGLISH, SPANISH


def split(text: str) -> list[str]:
    """The sentences as texts."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Take 0.5 mg. Then rest.", ["Take 0.5 mg.", "Then rest."]),
        ("Dr. Lee sees you. Ask Ms. Day.", ["Dr. Lee sees you.", "Ask Ms. Day."]),
        ("Come at 9 a.m. on Monday.", ["Come at 9 a.m. on Monday."]),
        ("Come at 9 a.m. Bring water.", ["Come at 9 a.m.", "Bring water."]),
        ("Drink something, e.g. tea. Rest.", ["Drink something, e.g. tea.", "Rest."]),
        ("Stop. Sit. Call us.", ["Stop.", "Sit.", "Call us."]),
        ("The spray vs. a dummy spray.", ["The spray vs. a dummy spray."]),
        ("Breathe in... and out.", ["Breathe in... and out."]),
        ("You wait... Then it fades.", ["You wait...", "Then it fades."]),
        ("Say no. Then go.", ["Say no.", "Then go."]),
        ("See No. 5 there.", ["See No. 5 there."]),
        ("J. Smith wrote it. Take vitamin B. Rest.", ["J. Smith wrote it.", "Take vitamin B.", "Rest."]),
        ('Say "Please stop." Then wait.', ['Say "Please stop."', "Then wait."]),
        ("Danger now? Call 911!", ["Danger now?", "Call 911!"]),
        ('"Ready?" asks the nurse.', ['Ready?" asks the nurse.']),
        ("One item\nAnother item", ["One item", "Another item"]),
        ("It is the U.S. label. Read it.", ["It is the U.S. label.", "Read it."]),
        ("¿Le duele? Llame a la Dra. Ruiz.", ["Le duele?", "Llame a la Dra. Ruiz."]),
        ("Espere. ¡Llame! Él viene.", ["Espere.", "Llame!", "Él viene."]),
        ("...\n- \n!", []),
    ],
)  # fmt: skip
def test_where_sentences_end(text: str, made: list[str]) -> None:
    """Short forms, decimals and an ellipsis before a small letter end none; a block always does."""
    assert split(text) == made


OPENERS = " \"'“‘«(¿¡[-•"
"""Where a sentence begins it has none of these."""


@pytest.mark.parametrize("case", [*ENGLISH, *SPANISH])
def test_a_person_would_end_it_there(case: str) -> None:
    """Titles, initials, abbreviations, times, doses, quotes, addresses and items, in two languages."""
    text = case.replace(" | ", " ").replace("|", "")
    made = [piece.strip(OPENERS) for piece in case.split("|")]
    assert [piece.strip(OPENERS) for piece in split(text)] == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Don't drive 0.5 km.", ["Don't", "drive", "0.5", "km"]),
        ("A check-up, 120/80 and 1,000.", ["A", "check-up", "120/80", "and", "1,000"]),
        ("(see p. 7)", ["see", "p", "7"]),
    ],
)
def test_what_a_word_is(text: str, made: list[str]) -> None:
    """Apostrophes, hyphens, points and slashes within a word do not part it."""
    assert words(text) == made


CLINIC = {"phone": "the number on your card"}


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Plain words.", "Plain words."),
        ("Two\nlines.", "Two lines."),
        ("One.\n\nTwo.", "One.\nTwo."),
        ("Bring:\n\n- a list\n- a\n  friend", "Bring:\na list\na friend"),
        ("1. Sit.\n2. Rest.", "Sit.\nRest."),
        ("**Bold** and *soft*, 2 * 3.", "Bold and soft, 2 * 3."),
        ("Call it [[far away|dissociation]].", "Call it far away."),
        ("A fact. [@source, p. 7] More.", "A fact.  More."),
        ("Call {clinic.phone} now.", "Call the number on your card now."),
        ("Call {clinic.other} now.", "Call the clinic now."),
        ("- [[drip]]", "drip"),
    ],
)
def test_words_without_marks(raw: str, plain: str) -> None:
    """What a reader sees, one block a line."""
    assert plain_words(raw, CLINIC) == plain


PIECES = [
    "word",
    " ",
    "\n",
    "\n\n",
    "- ",
    "2. ",
    "**",
    "*",
    "[[a term]]",
    "[[shown|term]]",
    "Dr. X. ",
]
MARKED = st.lists(st.sampled_from([*PIECES, "[@id]", "{clinic.phone}", "end.", "é"]), max_size=12)


@given(MARKED.map("".join))
def test_every_plain_character_has_its_place(raw: str) -> None:
    """A letter of the plain words stands at its place in the text as written."""
    raw = raw.rstrip()
    plain = plain_words(raw, {"phone": "#"})
    for offset, char in enumerate(plain):
        if char not in " \n#*":
            assert raw[place_in_raw(raw, offset, {"phone": "#"})] == char


@given(MARKED.map("".join))
def test_the_words_are_those_that_are_shown(raw: str) -> None:
    """The checker and the screens read the same words."""
    raw = raw.strip()
    shown = " ".join(
        piece.text
        for block in markup.parse(raw)
        for piece in block.pieces
        if piece.kind in {"text", "term"}
    )
    plain = plain_words(raw, {"phone": " "})
    assert [char for char in plain if char.isalnum()] == [char for char in shown if char.isalnum()]


@given(st.text(max_size=60))
def test_any_text_has_sentences_within_it(text: str) -> None:
    """Sentences are in order, do not overlap, and lie within one line."""
    last = 0
    for start, end in sentences(text):
        assert last <= start < end <= len(text)
        assert "\n" not in text[start:end]
        last = end


def test_what_a_placeholder_says_never_begins_a_list() -> None:
    """A clinic's words that look like the number of a list item stay in their paragraph."""
    assert plain_words("word\n{clinic.phone}. word", {"phone": "12"}) == "word 12. word"
