"""What a good editor sees, the rules see too: at least three quarters of it."""

from __future__ import annotations

import pytest

from .judging import module, told
from .misses import KINDS, Kind

SEEN = [kind for kind in KINDS if kind.rules]


def codes(text: str) -> set[str]:
    """The rules that say something of a module which has nothing but this text."""
    if text.startswith("minutes: "):
        return {report.code for report in told(module("You rest.").replace("minutes: 2", text))}
    language = "es" if text.startswith("es: ") else "en"
    return {report.code for report in told(module(text.removeprefix("es: ")), language=language)}


@pytest.mark.parametrize("kind", SEEN, ids=lambda kind: kind.name)
def test_a_fault_is_seen_in_either_wording(kind: Kind) -> None:
    """By the rule that is there for it."""
    assert not codes(kind.one).isdisjoint(kind.rules.split())
    assert not codes(kind.two).isdisjoint(kind.rules.split())


def test_most_kinds_are_seen() -> None:
    """Three quarters of 64."""
    assert len(KINDS) == 64
    assert len(SEEN) >= 0.75 * len(KINDS)
