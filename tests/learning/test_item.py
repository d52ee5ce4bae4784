"""How a question is dealt into a run."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from edu_tui.learning.item import deal

from .builders import EVERY_KIND, judge, match, multiple, number, order, single

if TYPE_CHECKING:
    from edu_tui.model.question import Question

SEEDS = range(40)


def orders_shown(question: Question) -> set[tuple[str, ...]]:
    """Every order in which some seed shows it."""
    return {deal(question, random.Random(seed)).shown for seed in SEEDS}


@pytest.mark.parametrize("question", [single(), multiple(), order(), judge(), match()])
def test_shuffled(question: Question) -> None:
    """Options, items and situations are shuffled by the chance given, never lost or doubled."""
    shown = orders_shown(question)
    assert len(shown) > 1
    assert len({frozenset(one) for one in shown}) == 1


@pytest.mark.parametrize("question", EVERY_KIND)
def test_same_chance_same_order(question: Question) -> None:
    """The same chance shows the same order."""
    assert deal(question, random.Random(3)) == deal(question, random.Random(3))


@pytest.mark.parametrize(
    "question", [number(), single(keep_order=True), judge(keep_order=True), match(keep_order=True)]
)
def test_as_written(question: Question) -> None:
    """A number question, and one that keeps its order, is shown as written."""
    assert len(orders_shown(question)) == 1


@pytest.mark.parametrize("keep_order", [False, True])
@pytest.mark.parametrize("size", [2, 3, 5])
def test_order_is_never_given_away(size: int, keep_order: bool) -> None:
    """Things to put in order are never shown in their right order, even if asked to keep it."""
    right = tuple(f"step-{n}" for n in range(size))
    assert right not in orders_shown(order(size=size, keep_order=keep_order))


@pytest.mark.parametrize("keep_order", [False, True])
def test_right_sides_are_always_shuffled(keep_order: bool) -> None:
    """By the chance given, whatever the left sides do; what things are sorted into stands as written."""
    seen = {deal(match(keep_order=keep_order), random.Random(seed)).groups for seed in SEEDS}
    assert len(seen) > 3
    assert deal(judge(), random.Random(1)).groups == ("Safe", "Not safe")


def test_one_thing_to_order() -> None:
    """A single thing to put in order is shown, for there is no other way."""
    assert deal(order(size=1), random.Random(1)).shown == ("step-0",)
