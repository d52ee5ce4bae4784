"""What a text may refer to: where a fact comes from, and what a word means."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """One entry of the bibliography, the parts of CSL (Citation Style Language) that are shown."""

    id: str
    type: str
    title: str
    author: tuple[str, ...]
    """Family names or institutions, as they are shown."""
    year: str
    """Empty when the entry has no date."""
    container: str
    """The journal or site it appeared in; empty for none."""
    doi: str
    url: str
    accessed: str
    note: str
    checked: str
    """How far the author read it: `in full`, `excerpt`, `second-hand`, `not yet`, or empty."""


class Term(NamedTuple):
    """One glossary entry."""

    term: str
    """The name that `[[...]]` uses."""
    say: str
    """How it is said; empty when it needs no help."""
    plain: str
    also: tuple[str, ...]
    """Other forms that mean the same."""
