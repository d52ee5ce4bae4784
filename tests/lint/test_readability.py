"""The formulas give what was published, and what was counted by hand."""

from __future__ import annotations

import pytest

from edu_tui.library.lint import readability
from edu_tui.library.lint.readability import TextCounts
from edu_tui.library.lint.sentences import sentences
from edu_tui.library.lint.syllables import Syllables

ENGLISH = Syllables("en")
SPANISH = Syllables("es")


def counted(text: str, syllables: Syllables = ENGLISH) -> TextCounts:
    """The counts of a text."""
    return readability.count(text.split(), len(sentences(text)), syllables)


@pytest.mark.parametrize(
    ("text", "words", "syllables", "ease"),
    [
        ("The cat sat on the mat.", 6, 6, 116.145),
        (
            "This sentence, taken as a reading passage unto itself, is being used to prove a point.",
            16,
            23,
            68.98,
        ),
        (
            "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
            13,
            24,
            37.46,
        ),
    ],
)
def test_published_reading_ease(text: str, words: int, syllables: int, ease: float) -> None:
    """Flesch's measure of the sentences that are always quoted for it."""
    counts = counted(text)
    assert (counts.sentences, counts.words, counts.syllables) == (1, words, syllables)
    assert readability.flesch(counts) == pytest.approx(ease, abs=0.01)


def test_published_grade() -> None:
    """Flesch and Kincaid's grade of the simplest sentence."""
    assert readability.grade(counted("The cat sat on the mat.")) == pytest.approx(-1.45)


@pytest.mark.parametrize(
    ("long", "smog", "forcast"),
    [(0, 3.13, 5.0), (9, 6.26, 5.45), (30, 8.84, 6.5), (60, 11.21, 8.0), (90, 13.02, 9.5)],
)
def test_thirty_sentences_of_ten_words(long: int, smog: float, forcast: float) -> None:
    """SMOG and FORCAST of 300 words, so many of them long and the others of one syllable."""
    each = ["dog"] * (300 - long) + ["medicine"] * long
    text = "\n".join(" ".join(each[at::30]) + "." for at in range(30))
    counts = counted(text)
    assert (counts.sentences, counts.words, counts.long) == (30, 300, long)
    assert readability.smog(counts) == pytest.approx(smog, abs=0.005)
    assert readability.forcast(counts) == pytest.approx(forcast, abs=0.005)


def test_a_leaflet_counted_by_hand() -> None:
    """9 sentences, 171 words, 251 syllables, 18 long words: grade 9.14, SMOG 11.21."""
    counts = TextCounts(9, 171, 251, 18, 0)
    assert readability.grade(counts) == pytest.approx(9.14, abs=0.005)
    assert readability.smog(counts) == pytest.approx(11.21, abs=0.005)


def test_spanish() -> None:
    """Both Spanish measures of three sentences, counted by hand."""
    counts = counted("El gato come pan. La niña toma agua. El médico lee la hoja.", SPANISH)
    assert (counts.sentences, counts.words, counts.syllables) == (3, 13, 22)
    assert readability.fernandez_huerta(counts) == pytest.approx(100.88, abs=0.005)
    assert readability.inflesz(counts) == pytest.approx(97.07, abs=0.005)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (10, "muy difícil"),
        (50.5, "algo difícil"),
        (62.8, "normal"),
        (70, "bastante fácil"),
        (97, "muy fácil"),
    ],
)
def test_the_inflesz_scale(value: float, name: str) -> None:
    """The scale's own words for its five ranges."""
    assert readability.inflesz_name(value) == name


def test_texts_add_up() -> None:
    """Two texts together have both's counts."""
    counts, two = counted("The cat sat."), counted("Ketamine is a medicine. It works.")
    assert readability.together([counts, two]) == counted(
        "The cat sat. Ketamine is a medicine. It works."
    )


def test_nothing_to_read_is_no_error() -> None:
    """Every formula gives a number for an empty text."""
    nothing = counted("- ... !")
    assert nothing == readability.NOTHING
    for formula in (readability.flesch, readability.grade, readability.smog, readability.forcast):
        assert isinstance(formula(nothing), float)


def test_a_small_sample_says_little() -> None:
    """The spread of a grade falls with the number of sentences."""
    assert readability.spread(3) > 2 > readability.spread(10) > 1 > readability.spread(30)
