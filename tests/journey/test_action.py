"""The one table of actions."""

from __future__ import annotations

import pytest

from edu_tui.journey.action import ALWAYS, ALWAYS_IN_KIOSK, BINDINGS, BY_KEY, Action, bottom_line


def test_no_key_does_two_things() -> None:
    """Each key and each typed word belongs to one action."""
    keys = [key for action in BINDINGS for key in action.keys]
    typed = [action.typed for action in BINDINGS if action.typed]
    assert len(keys) == len(set(keys)) == len(BY_KEY)
    assert len(typed) == len(set(typed))


EVERY = frozenset(action.action for action in BINDINGS)
WAITING_ROOM = ALWAYS_IN_KIOSK - ALWAYS


@pytest.mark.parametrize("width", range(36, 121, 4))
@pytest.mark.parametrize(
    ("offered", "always"),
    [
        (EVERY - WAITING_ROOM, ALWAYS),
        (EVERY - {Action.QUIT}, ALWAYS_IN_KIOSK - {Action.OPEN, Action.TIME}),
    ],
    ids=["home", "waiting room"],
)
def test_the_bottom_line_fits_and_keeps_what_matters(
    offered: frozenset[Action], always: frozenset[Action], width: int
) -> None:
    """At any width help, crisis help and the way out are there, in the table's order, and all fits."""
    hints = bottom_line(offered, width, {Action.OPEN: "Go on"}, always)
    assert sum(hint.width + 1 for hint in hints) - 1 <= width
    names = [hint.action for hint in hints]
    assert set(names) >= always
    order = [action.action for action in BINDINGS]
    assert names == sorted(names, key=order.index)


@pytest.mark.parametrize("width", range(36, 121, 4))
def test_the_way_out_of_a_question_stays_in_the_bottom_line(width: int) -> None:
    """Where a place always tells of it, it is there at any width, beside help, crisis help and quitting."""
    offered = frozenset(
        {Action.BACK, Action.WORDS, Action.UP, Action.ASK, Action.SKIP, Action.CLUE}
    )
    hints = bottom_line(offered, width, {}, ALWAYS | {Action.SKIP})
    assert sum(hint.width + 1 for hint in hints) - 1 <= width
    names = {hint.action for hint in hints}
    assert names >= {Action.SKIP, *ALWAYS} - {Action.OPEN}
