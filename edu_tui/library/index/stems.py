"""Words and their forms: who types `driving` means `drive` as well.

Only what a language does to most of its words, and some that it treats otherwise. The stem is shown to
nobody: two words with the same one count as forms of each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST = 3
"""Letters of a stem that has forms."""
_VOWEL = re.compile("[aeiouy]+")
_CONSONANT = re.compile("[^aeiouy]$")
_SHORT = re.compile("[^aeiou]*[aeiouy][^aeiouywx]")
"""One syllable that ends in one vowel and one consonant."""
_ALONE = frozenset(
    {
        *("during", "evening", "morning", "nothing", "something", "anything", "everything"),
        *("always", "news", "lens", "wedding"),
    }
)
"""English words that only look like a form of another."""
_IRREGULAR = {
    form: word
    for word, forms in {
        "drive": "drove driven",
        "throw": "threw thrown",
        "feel": "felt",
        "sleep": "slept",
        "eat": "ate eaten",
        "drink": "drank",
        "take": "took taken",
        "go": "went gone goes going",
        "pay": "paid",
        "child": "children",
        "woman": "women",
        "man": "men",
        "foot": "feet",
        "tooth": "teeth",
        "wake": "woke woken",
        "fall": "fell fallen",
        "forget": "forgot forgotten",
        "lose": "lost",
        "ride": "rode ridden",
        "use": "used uses using",
        "die": "dies died dying",
    }.items()
    for form in forms.split()
}


def stem(word: str, language: str) -> str:
    """What a word has in common with its forms, in the languages that are known; else itself."""
    known = _STEMS.get(language.partition("-")[0])
    return known(word) if known else word


def irregular(stemmed: str, language: str) -> list[str]:
    """Forms that do not begin as their word does."""
    if language.partition("-")[0] != "en":
        return []
    return [form for form, word in _IRREGULAR.items() if _english(word) == stemmed]


def _english(word: str) -> str:
    word = _IRREGULAR.get(word, word)
    if word not in _ALONE:
        word = _without_ending(_singular(word))
    # "prepare" and "preparing", but never "plane" and "plan"
    if word.endswith("e") and len(_VOWEL.findall(word[:-1])) > 1:
        word = word[:-1]
    return word[:-1] + "i" if len(word) >= LEAST and word[-1] == "y" else word


def _singular(word: str) -> str:
    if len(word) <= LEAST or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > LEAST + 1:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest == word or len(rest) < LEAST or word.endswith("eed"):
            continue
        if not _VOWEL.search(rest):
            return word
        if rest[-1] == rest[-2] and _CONSONANT.search(rest) and rest[-1] not in "lsz":
            return rest[:-1]
        # "rid" of "riding" is no word: it would have been "ridding"
        return rest + "e" if _SHORT.fullmatch(rest) or rest[-1] in "cv" else rest
    return word


def _spanish(word: str) -> str:
    if len(word) > LEAST + 1 and word.endswith("es"):
        return word[:-2]
    return word[:-1] if len(word) > LEAST and word[-1] in "es" else word


_STEMS: dict[str, Callable[[str], str]] = {"en": _english, "es": _spanish}
