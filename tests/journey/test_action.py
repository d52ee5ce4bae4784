"""The one table of actions."""

from __future__ import annotations

import pytest

from edu_tui.journey.action import ACTIONS, ALWAYS, BY_KEY, bottom_line


def test_no_key_does_two_things() -> None:
    """Each key and each typed word belongs to one action."""
    keys = [key for action in ACTIONS for key in action.keys]
    typed = [action.typed for action in ACTIONS if action.typed]
    assert len(keys) == len(set(keys)) == len(BY_KEY)
    assert len(typed) == len(set(typed))


@pytest.mark.parametrize("width", range(36, 121, 4))
def test_the_bottom_line_fits_and_keeps_what_matters(width: int) -> None:
    """At any width help, crisis help and quit are there, in the table's order, and all fits."""
    hints = bottom_line(frozenset(action.id for action in ACTIONS), width, {"open": "Go on"})
    assert sum(hint.width + 1 for hint in hints) - 1 <= width
    names = [hint.action for hint in hints]
    assert set(names) >= ALWAYS
    order = [action.id for action in ACTIONS]
    assert names == sorted(names, key=order.index)
