"""What is known of a word, found out once for all modules that share a language and a glossary.

A library has few different words and many modules: what a rule asks of each word is kept here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from edu_tui.library.lint.sentences import words
from edu_tui.library.lint.syllables import Syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from edu_tui.model.reference import Term

T = TypeVar("T")


class Memo(dict[str, T]):
    """A token (what stands between two spaces) to what was made of it when it was first asked for."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, token: str) -> T:
        self[token] = marks = self._make(token)
        return marks


class Marked(Memo[tuple[str, ...]]):
    """A memo of something that few tokens have."""

    def __init__(self, make: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(make)
        self._without: set[str] = set()

    def among(self, tokens: frozenset[str]) -> set[str]:
        """What the tokens have that have any; those known to have none are not looked at again."""
        result: set[str] = set()
        for token in tokens - self._without:
            marks = self[token]
            if marks:
                result.update(marks)
            else:
                self._without.add(token)
        return result


class Lexicon:
    """The words of one language, with those that a glossary teaches."""

    def __init__(self, language: str, glossary: Mapping[str, Term]) -> None:
        self.glossary = glossary
        self.syllables = Syllables(language, glossary.values())
        self.terms = frozenset(word for form in glossary for word in form.split())
        """Every word of the glossary's terms, in small letters."""
        self.bare = Memo(_bare)
        """A token to its words in small letters, with straight apostrophes."""
        self._marked: dict[str, Marked] = {}

    def marked(self, rule: str, make: Callable[[str], tuple[str, ...]]) -> Marked:
        """What a rule looks for in a token; it may depend on nothing but the token and this lexicon."""
        if rule not in self._marked:
            self._marked[rule] = Marked(make)
        return self._marked[rule]


def _bare(token: str) -> tuple[str, ...]:
    return tuple(words(token.lower().replace("’", "'")))
