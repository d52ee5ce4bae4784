"""What a rule's pattern finds is all that its regular expression says, whatever lines are left out to be quick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_tui.library.lint.literals import literals
from edu_tui.library.lint.rules import FAMILIES
from edu_tui.library.lint.search import Pattern

from .judging import module, verdict

if TYPE_CHECKING:
    from collections.abc import Iterator


def patterns() -> Iterator[Pattern]:
    """Those of every rule, and those that are made for each medicine."""
    for family in FAMILIES:
        for value in vars(family).values():
            held = value if isinstance(value, tuple) else (value,)
            within = [other for one in held for other in getattr(one, "__dict__", {}).values()]
            yield from (pattern for pattern in (*held, *within) if isinstance(pattern, Pattern))


PATTERNS = {pattern.regex.pattern: pattern for pattern in patterns()}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=lambda one: one.regex.pattern[:30])
@settings(max_examples=25)
@given(data=st.data())
def test_every_match_is_found(pattern: Pattern, data: st.DataObject) -> None:
    """Of lines that a match is in and lines that it is not in, none is left out that has one."""
    line = st.from_regex(pattern.regex) | st.text()
    text = "\n".join(data.draw(st.lists(line, min_size=1, max_size=3))).lower()
    pairs = [match.span() for match in pattern.find(text)]
    assert pairs == [match.span() for match in pattern.regex.finditer(text)]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_in_small_letters(pattern: str) -> None:
    """They are all that it sees."""
    words = re.sub(r"\\.|\(\?P", "", pattern)
    assert words == words.lower()


def test_what_is_needed_is_read_off_the_pattern() -> None:
    """Alternatives, what may be left out, and what is there once at least."""
    assert literals(r"\bscroll (?:down|up)\b") == {"scroll down", "scroll up"}
    assert literals(r"(?:colou?r|gr[ae]y)s?") == {"color", "colour", "gray", "grey"}
    assert literals(r"(?:about )?\d+ ?%") == {"%"}
    assert literals(r"(?:very )+\w+|\d+") == {""}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("A711", "The session window will close in 30 minutes."),
        ("N301", "Halving the risk is good."),
        ("N301", "The risk was tripled."),
        ("N301", "It cut the risk by two-thirds."),
        ("N301", "There was a fivefold rise."),
        ("A711", "You have one Minute to answer."),
        ("A712", "Write to Ask.Us@Example.org today."),
    ],
)
def test_no_word_of_a_pattern_is_forgotten(rule: str, said: str) -> None:
    """Each of them was silent once, or could have been."""
    assert rule in {finding.code for finding in verdict(module(said)).findings}
