"""Lists of words and phrases to look for in a module's texts.

A phrase is searched only in modules that have all its words, so that a list costs next to nothing
where there is nothing to find. `*` at the end of a word stands for any ending (`utiliz*`); the letter
case does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edu_tui.library.lint.script import Script
    from edu_tui.library.lint.unit import Unit


class FoundPhrase(NamedTuple):
    """A phrase at its place."""

    phrase: str
    """As the list has it."""
    words: str
    """As the author wrote it."""
    unit: Unit
    offset: int


class Phrases:
    """Phrases and what to say of each."""

    def __init__(self, advice: Mapping[str, str]) -> None:
        self.advice = advice
        whole = [phrase for phrase in advice if "*" not in phrase]
        self._single = frozenset(phrase for phrase in whole if " " not in phrase)
        self._several = [(phrase, frozenset(phrase.split())) for phrase in whole if " " in phrase]
        self._begun = {
            phrase.removesuffix("*"): phrase for phrase in advice if phrase.endswith("*")
        }
        self._beginnings = tuple(self._begun)

    def find(
        self, script: Script, vocabulary: frozenset[str] | None = None
    ) -> Iterator[FoundPhrase]:
        """Each place in the script, in order; of phrases that begin at one place the longest."""
        held = script.vocabulary if vocabulary is None else vocabulary
        phrases = [*(self._single & held)]
        phrases += [phrase for phrase, words in self._several if words <= held]
        if self._beginnings:
            begun = {
                start
                for word in held
                if word.startswith(self._beginnings)
                for start in self._begun
                if word.startswith(start)
            }
            phrases += [self._begun[start] for start in begun]
        begins: dict[int, str] = {}
        for phrase in sorted(phrases, key=len):
            begins.update(dict.fromkeys(places(script.lower, phrase), phrase))
        for at in sorted(begins):
            phrase = begins[at]
            end = _end(script.lower, at + len(phrase.removesuffix("*")))
            yield FoundPhrase(phrase, script.text[at:end], *script.at(at))


def places(text: str, phrase: str) -> Iterator[int]:
    """Where in a text a phrase stands as words of its own."""
    start = phrase.removesuffix("*")
    at = text.find(start)
    while at >= 0:
        end = at + len(start)
        whole = end == len(text) or phrase != start or not _joins(text[end])
        if whole and (at == 0 or not _joins(text[at - 1])):
            yield at
        at = text.find(start, at + 1)


def _joins(char: str) -> bool:
    """Whether a word goes on with it."""
    return char.isalnum() or char in "-'_"


def _end(text: str, at: int) -> int:
    """The end of the word that goes on here."""
    while at < len(text) and text[at].isalpha():
        at += 1
    return at
