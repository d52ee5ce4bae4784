"""Text from outside as it may be shown: out of a database, a store, a file, a command line.

One place says which characters are never shown; whatever was not looked at when it came in goes through
here before it reaches a terminal, a table or a paper.
"""

from __future__ import annotations

import re

# What acts on a terminal, turns the reading direction, or is no character at all.
UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
INSTEAD = "\N{REPLACEMENT CHARACTER}"


def shown(text: str) -> str:
    """On one line, with a mark in the place of each character that is not shown."""
    return UNFIT.sub(INSTEAD, " ".join(text.split()))


def harmless(text: str) -> str:
    """The same for text that has lines and tabs of its own."""
    return UNFIT.sub(INSTEAD, text)
