"""A rule and what it finds.

A rule is one row of a table: an id, how much it matters, one sentence why, a bad and a good example,
and a short function that looks at a `Subject` and yields a `Problem` for each place. It never
raises, whatever an author wrote, and never guesses: a rule that cries wolf is taken out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.library.finding import Severity
    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Part, Unit


class Problem(NamedTuple):
    """One thing that a rule found."""

    message: str
    """What is wrong and what to write instead, in a line; no rule id, no place."""
    at: Unit | Part | None
    """The text or part it is in; None for the module as a whole."""
    offset: int = 0
    """In a unit: the character of its `plain` words."""
    severity: Severity | None = None
    """Where it matters more or less than the rule's other findings."""


class Check(Protocol):
    """A rule's function."""

    def __call__(self, subject: Subject, /) -> Iterable[Problem]:
        """Everything of this kind that is wrong in a module."""


class Rule(NamedTuple):
    """One row of the table of rules."""

    id: str
    """A letter for the family and three digits: `R006`."""
    severity: Severity
    title: str
    """What it asks for, in a few words: `Sentences of at most 25 words`."""
    why: str
    """One sentence."""
    bad: str
    good: str
    check: Check
    limits: str = ""
    """What it does not see, or leaves alone; empty when there is nothing to say."""
    languages: tuple[str, ...] = ()
    """Of content it can judge; empty for every language."""
    binding: bool = False
    """Whether it keeps the reader safe from the program itself: what it finds may not be waived."""

    def speaks(self, language: str) -> bool:
        """Whether it can judge that language."""
        return not self.languages or language.partition("-")[0] in self.languages
