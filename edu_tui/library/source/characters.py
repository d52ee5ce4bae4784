r"""Which characters may stand in content, and what the others are called.

A character that acts on a terminal, hides, or turns the reading direction never gets past the
reader; the front ends rely on that. Written as an escape (`"\x1b"`) it is the same character.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_SORTS = {
    "control": "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f",
    "line": "\x85\u2028\u2029",
    "direction": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "hidden": "\u00ad\u115f\u1160\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U000e0000-\U000e0fff",
    "broken": "\ud800-\udfff\ufffe\uffff",
}
# one class to look for and names for it afterwards: this runs over every file in full
_BAD = re.compile(f"[{''.join(_SORTS.values())}]")
MAX_SHOWN = 50
_TAB = re.compile("\t")
_ODD_INDENT = re.compile(
    r"^ *([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000](?:-|[^\S\n])*)(?=[\w-]+ *:(?:\s|$)|(?<=-\s)\S)",
    re.M,
)
"""Before a key or an item; within a text such a space is the author's own."""
_ACTS = "may act on the terminal; delete it"
_SAID = {
    "control": f"a control character, which {_ACTS}",
    "line": "a line separator that most editors do not show; delete it and press Enter instead",
    "direction": "a hidden mark that turns the reading direction; delete it",
    "hidden": "an invisible character; delete it",
    "broken": "not a character that can be shown; delete it",
}
_PILED = "a pile of accents on one letter; keep the letter and at most three"


class Bad(NamedTuple):
    """A character that may not be there, and what to do about it."""

    offset: int
    message: str


def bad_characters(text: str) -> list[Bad]:
    """The characters that are refused, in order, up to as many as anyone would read."""
    characters = [
        Bad(match.start(), _message(match.group()))
        for match in islice(_BAD.finditer(text), MAX_SHOWN)
    ]
    if text.isascii():
        return characters
    pile = re.compile(f"[{_MARKS}]{{4,}}")
    piles = [Bad(match.start(), _PILED) for match in islice(pile.finditer(text), MAX_SHOWN)]
    return sorted(characters + piles)


def without_bad(text: str) -> str:
    """The same text, each refused character replaced by one that is only odd."""
    return _BAD.sub("\N{REPLACEMENT CHARACTER}", text)


def odd_indents(text: str) -> list[Bad]:
    """Where a line is indented with spaces that YAML takes for letters, as web pages and phones make them."""
    if text.isascii():
        return []
    return [
        Bad(
            match.start(1),
            f"U+{ord(match[1][0]):04X} is a space of another sort in the indentation; use ordinary spaces",
        )
        for match in islice(_ODD_INDENT.finditer(text), MAX_SHOWN)
    ]


def with_plain_indents(text: str) -> str:
    """The same text with ordinary spaces there, each character in its place."""
    return _ODD_INDENT.sub(lambda match: re.sub(r"[^\S\n]", " ", match[0]), text)


def bad_in_value(value: str) -> list[Bad]:
    """What is refused in a finished text, where a tab is no longer layout."""
    tabs = [
        Bad(match.start(), "a tab in a text; write spaces instead")
        for match in islice(_TAB.finditer(value), MAX_SHOWN)
    ]
    return sorted(bad_characters(value) + tabs)


def _message(char: str) -> str:
    sort = next(name for name, chars in _SORTS.items() if re.match(f"[{chars}]", char))
    return f"U+{ord(char):04X} is {_SAID[sort]}"
