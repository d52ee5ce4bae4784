"""The place in a walkthrough route."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.learning.walk import Walk

from .builders import STEADY, route

if TYPE_CHECKING:
    from edu_tui.model.module import Phase

DAY = route("before", "before", "during", "during", "during", "after")
PHASES: tuple[Phase, ...] = ("before", "during", "after")
MOVES = st.lists(st.sampled_from(["next", "back", "before", "during", "after"]), max_size=30)


def test_starts_at_the_first_step() -> None:
    """A walk starts at step 1 of all."""
    walk = Walk(DAY)
    assert (walk.step.id, walk.number, walk.total) == ("s0", 1, 6)
    assert (walk.first, walk.last) == (True, False)


def test_next_and_back() -> None:
    """One step on and one back is where it was, and the walk before is untouched."""
    walk = Walk(DAY)
    assert walk.next().step.id == "s1"
    assert walk.next().back() == walk == Walk(DAY)


def test_ends_hold() -> None:
    """There is no step before the first nor after the last."""
    assert Walk(DAY).back() == Walk(DAY)
    end = Walk(DAY, 5)
    assert (end.last, end.next()) == (True, end)


@pytest.mark.parametrize(
    ("phase", "expected"), [("before", "s0"), ("during", "s2"), ("after", "s5")]
)
def test_to_phase(phase: Phase, expected: str) -> None:
    """A jump goes to the first step of the phase, from anywhere."""
    assert {Walk(DAY, at).to_phase(phase).step.id for at in range(6)} == {expected}


def test_to_a_phase_without_steps() -> None:
    """A jump to a phase that the route does not have stays where it is."""
    walk = Walk(route("before", "after"), 1)
    assert walk.to_phase("during") == walk


def test_to_step() -> None:
    """A jump to a step goes there; to an unknown one it is a `KeyError`."""
    assert Walk(DAY).to_step("s4").number == 5
    with pytest.raises(KeyError):
        Walk(DAY).to_step("s9")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0, [("before", 0, True, 2), ("during", 0, False, 3), ("after", 0, False, 1)]),
        (3, [("before", 2, False, 2), ("during", 1, True, 3), ("after", 0, False, 1)]),
        (5, [("before", 2, False, 2), ("during", 3, False, 3), ("after", 0, True, 1)]),
    ],
)
def test_rail(at: int, expected: list[tuple[str, int, bool, int]]) -> None:
    """The rail says of each phase how much is done and whether it is here."""
    assert list(Walk(DAY, at).rail()) == expected


def test_rail_leaves_out_empty_phases() -> None:
    """A phase without steps is not on the rail."""
    assert [part.phase for part in Walk(route("before", "after")).rail()] == ["before", "after"]


@STEADY
@given(MOVES, st.lists(st.sampled_from(["before", "during", "after"]), min_size=1, max_size=8))
def test_no_move_leaves_the_route(moves: list[str], phases: list[Phase]) -> None:
    """Whatever the moves, there is a step, and the rail adds up to where it is."""
    walk = Walk(route(*sorted(phases, key=["before", "during", "after"].index)))
    for move in moves:
        moved: Walk = (
            walk.to_phase(PHASES[PHASES.index(move)]) if move in PHASES else getattr(walk, move)()
        )
        walk = moved
        assert 1 <= walk.number <= walk.total
        assert sum(part.here for part in walk.rail()) == 1
        assert sum(part.done for part in walk.rail()) == walk.number - 1
        assert sum(part.total for part in walk.rail()) == walk.total
