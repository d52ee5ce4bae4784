"""A few minutes: what fits by the author's priority, in reading order, and all else is told."""

from __future__ import annotations

from random import Random

import pytest

from edu_tui.learning.minutes import CHOICES, Offer, choose

COURSE = [
    Offer("what", 6, walked=False),
    Offer("risks", 9, walked=False),
    Offer("session", 9, walked=True),
    Offer("home", 6, walked=False),
    Offer("more", 5, walked=False),
]


@pytest.mark.parametrize(
    ("minutes", "parts"),
    [(5, ("home",)), (10, ("session",)), (20, ("risks", "session", "home")), (60, ("what", "risks", "session", "home", "more"))],
)  # fmt: skip
def test_what_matters_most_is_taken_first_and_read_in_order(
    minutes: int, parts: tuple[str, ...]
) -> None:
    """By priority as long as it fits; shown in the order of the course."""
    chosen = choose(COURSE, ("session", "home", "risks"), minutes)
    assert chosen.parts == parts
    assert chosen.fits


def test_without_a_priority_what_will_happen_comes_first() -> None:
    """A part with a walkthrough goes before the others, which come in the course's order."""
    assert choose(COURSE, (), 10).parts == ("session",)
    assert choose(COURSE, (), 15).parts == ("what", "session")


def test_a_fifth_more_is_still_about_as_many() -> None:
    """6 minutes are about 5, 7 are not."""
    assert choose([Offer("a", 6, walked=False)], (), 5).fits
    assert not choose([Offer("a", 7, walked=False)], (), 5).fits


def test_where_nothing_fits_the_shortest_is_begun() -> None:
    """Nobody is sent away: the shortest part is there, and it is said that it takes longer."""
    offers = [Offer("a", 30, walked=True), Offer("b", 12, walked=False)]
    chosen = choose(offers, ("a",), 5)
    assert (chosen.parts, chosen.left_out, chosen.minutes, chosen.fits) == (
        ("b",),
        ("a",),
        12,
        False,
    )


def test_nothing_to_choose_from() -> None:
    """Without offers nothing is chosen and nothing left out."""
    assert choose([], ("a",), 5) == ((), (), 0, True)


def test_every_part_is_chosen_or_told_as_left_out() -> None:
    """Whatever the course: each part is in exactly one list, and what fits is within the time."""
    rng = Random(3)
    for _ in range(500):
        offers = [
            Offer(f"m{n}", rng.randint(1, 15), walked=rng.random() < 0.3)
            for n in range(rng.randint(1, 12))
        ]
        priority = tuple(rng.sample([offer.id for offer in offers], rng.randint(0, len(offers))))
        minutes = rng.choice(CHOICES)
        chosen = choose(offers, (*priority, "gone"), minutes)
        order = [offer.id for offer in offers]
        assert sorted(chosen.parts + chosen.left_out, key=order.index) == order
        assert list(chosen.parts) == sorted(chosen.parts, key=order.index)
        assert chosen.minutes <= minutes * 1.2 or not chosen.fits
