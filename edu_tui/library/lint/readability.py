"""How hard a text is to read: counts, and the published formulas on them. Pure functions.

A formula sees the length of words and sentences and nothing else: a low grade is needed, and proves
nothing. Headings and labels are left out; numbers are one word each, with the syllables they have
when spoken, as Flesch counted them. Grades of a small sample mean little: see `spread`.
"""

from __future__ import annotations

from math import sqrt
from operator import add
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONG = 3
"""Syllables from which SMOG counts a word as long."""


class TextCounts(NamedTuple):
    """What the formulas need to know of a text."""

    sentences: int
    words: int
    syllables: int
    long: int
    """Words of three or more syllables."""
    short: int
    """Words of one syllable."""

    def plus(self, other: TextCounts) -> TextCounts:
        """Both texts together."""
        return TextCounts(*map(add, self, other))


NOTHING = TextCounts(0, 0, 0, 0, 0)


def count(words: Iterable[str], sentences: int, syllables: Mapping[str, int]) -> TextCounts:
    """The counts of these words; what has no syllable, such as a lone dash, is no word."""
    each = list(map(syllables.__getitem__, words))
    number, two, none = each.count(1), each.count(2), each.count(0)
    return TextCounts(
        sentences, len(each) - none, sum(each), len(each) - none - number - two, number
    )


def together(counts: Iterable[TextCounts]) -> TextCounts:
    """All of them as one text."""
    total = NOTHING
    for each in counts:
        total = total.plus(each)
    return total


def flesch(text: TextCounts) -> float:
    """Flesch Reading Ease, 100 very easy to 0 very hard.

    R. Flesch, "A new readability yardstick", J. Appl. Psychol. 32 (1948) 221-233.
    """
    return 206.835 - 1.015 * _length(text) - 84.6 * _weight(text)


def grade(text: TextCounts) -> float:
    """Flesch-Kincaid grade: US school years.

    J. P. Kincaid et al., Derivation of new readability formulas for Navy enlisted personnel,
    Research Branch Report 8-75 (1975).
    """
    return 0.39 * _length(text) + 11.8 * _weight(text) - 15.59


def smog(text: TextCounts) -> float:
    """SMOG grade, made for 30 sentences: school years for full understanding, standard error 1.5.

    G. H. McLaughlin, "SMOG grading - a new readability formula", J. Reading 12 (1969) 639-646.
    """
    return 3.1291 + 1.0430 * sqrt(30 * text.long / max(1, text.sentences))


def forcast(text: TextCounts) -> float:
    """FORCAST grade: needs no sentences, so it can judge questions and forms.

    J. S. Caylor et al., Methodologies for determining reading requirements of military
    occupational specialties, HumRRO Technical Report 73-5 (1973).
    """
    return 20 - 15 * text.short / max(1, text.words)


def fernandez_huerta(text: TextCounts) -> float:
    """Fernández-Huerta's reading ease for Spanish, 100 very easy to 0 very hard.

    J. Fernández Huerta, "Medidas sencillas de lecturabilidad", Consigna 214 (1959) 29-32, with the
    sentence term as it is read today (words a sentence).
    """
    return 206.84 - 60 * _weight(text) - 1.02 * _length(text)


def inflesz(text: TextCounts) -> float:
    """Szigriszt's perspicuity for Spanish, read on the INFLESZ scale: 55 is normal, 65 quite easy.

    F. Szigriszt Pazos (1993); scale by I. Barrio-Cantalejo et al., An. Sist. Sanit. Navar. 31 (2008)
    135-152.
    """
    return 206.835 - 62.3 * _weight(text) - _length(text)


def inflesz_name(value: float) -> str:
    """The scale's own word for a value."""
    names = ((40, "muy difícil"), (55, "algo difícil"), (65, "normal"), (80, "bastante fácil"))
    return next((name for limit, name in names if value < limit), "muy fácil")


def spread(sentences: int) -> float:
    """Roughly the standard deviation of a grade in a sample of so many sentences.

    From resampling 72 sentences of a leaflet: 2.2 grades at 3 sentences, 1.1 at 10, 0.7 at 30.
    """
    return 3.8 / sqrt(max(1, sentences))


def _length(text: TextCounts) -> float:
    """Words a sentence."""
    return text.words / max(1, text.sentences)


def _weight(text: TextCounts) -> float:
    """Syllables a word."""
    return text.syllables / max(1, text.words)
