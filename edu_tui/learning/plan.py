"""A plan: what someone in the clinic has chosen for a reader, without a word of who that is."""

from __future__ import annotations

from typing import NamedTuple


class Plan(NamedTuple):
    """What someone is to read."""

    parts: tuple[str, ...] = ()
    """Module ids, in the order of reading; empty for no plan."""
    day: str = ""
    """Of the appointment (`2026-12-01`); empty for none."""
    missing: int = 0
    """Parts that were on it and are not in this library."""
