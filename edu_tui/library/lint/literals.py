"""What every match of a regular expression contains, read off the expression itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    Texts = frozenset[str]

UNKNOWN = frozenset({""})
"""Every line has it, so it rules out none."""
MOST = 16
"""Texts that are spelled out of alternatives in a row."""
_COMMON = re.compile(r"[\w .,'-]*")
_PARSER: Any = getattr(re, "_parser", None)
"""Python's own, whose name is private; without it every line is searched."""


def literals(pattern: str) -> Texts:
    """Texts of which each match has at least one: rare ones, as far as can be told."""
    texts = _of_sequence(_PARSER.parse(pattern))[0] if _PARSER else UNKNOWN
    return frozenset(
        text for text in texts if not any(exactly in text for exactly in texts - {text})
    )


def _of_sequence(nodes: Iterable[tuple[object, Any]]) -> tuple[Texts, Texts | None]:
    """Texts of which each match has one, and all that there may be of it where that is known."""
    best, run, is_all = UNKNOWN, UNKNOWN, True
    for operation, value in nodes:
        name = str(operation)
        if name in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        needed, exact = _of_node(name, value)
        if exact and len(run) * len(exact) <= MOST:
            run = frozenset(before + after for before in run for after in exact)
        else:
            best = max(best, run, needed, key=_rarity)
            run, is_all = exact or UNKNOWN, False
    return max(best, run, key=_rarity), run if is_all else None


def _of_node(name: str, value: Any) -> tuple[Texts, Texts | None]:
    if name == "LITERAL":
        return (exactly := frozenset({chr(value)})), exactly
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return (some := frozenset(chr(code) for _, code in value)), some
    if name == "SUBPATTERN":
        return _of_sequence(value[-1])
    if name == "BRANCH":
        branches = [_of_sequence(nodes) for nodes in value[1]]
        all_of_it = [exact for _, exact in branches if exact is not None]
        known = frozenset[str]().union(*all_of_it) if len(all_of_it) == len(branches) else None
        return frozenset[str]().union(*[needed for needed, _ in branches]), known
    if name in {"MAX_REPEAT", "MIN_REPEAT"}:
        least, most, nodes = value
        needed, exact = _of_sequence(nodes)
        once = exact | UNKNOWN if exact and most == 1 else None
        return (needed, None) if least else (UNKNOWN, once)
    return UNKNOWN, None


def _rarity(texts: Texts) -> int:
    """Of the most common one: a long word is rare, and so is a sign."""
    return min(map(_weight, texts))


@cache
def _weight(text: str) -> int:
    longest = max(map(len, re.split(r"\W", text)))
    return max(longest, bool(text.strip())) + 4 * (not _COMMON.fullmatch(text))
