"""When a question is asked again."""

from __future__ import annotations

import pytest

from edu_tui.learning.behaviour import CHECK
from edu_tui.learning.spacing import DAY, Card, belongs, next_card, rating_of

from .builders import answer_wrong, end_as, single, start

NOW = 1_800_000_000_000


def test_rated_by_what_happened() -> None:
    """At once is good, at the second try hard, missed or unsure again."""
    ratings = []
    for ends in ("clear", "missed", "unsure"):
        run = start(single("a"))
        end_as(run, ends)
        ratings.append(rating_of(run.items[0]))
    run = start(single("a"), behaviour=CHECK)
    answer_wrong(run)
    run.check()
    for key in run.items[0].shown:
        if key.startswith("right"):
            run.choose(key)
    run.check()
    ratings.append(rating_of(run.items[0]))
    assert ratings == ["good", "again", "again", "hard"]


@pytest.mark.parametrize(
    ("must_know", "end", "before", "wanted"),
    [
        (False, "clear", False, False),
        (False, "missed", False, True),
        (False, "unsure", False, True),
        (True, "clear", False, True),
        (False, "clear", True, True),
    ],
)
def test_only_missed_unsure_and_must_know_come_back(
    must_know: bool, end: str, before: bool, wanted: bool
) -> None:
    """What was clear at once comes back only where it keeps safe, or came back before."""
    run = start(single("a", must_know=must_know))
    end_as(run, end)
    card = Card(NOW, NOW, 1.0, 5.0) if before else None
    assert belongs(run.items[0], card) is wanted


def test_days_of_the_published_model() -> None:
    """A new item comes back after 1, 1 and 2 days; a good answer then adds 2, 5 and 11.

    The intervals are those of py-fsrs 6 with its default weights and 90 of 100 to be remembered.
    """
    first = {rating: next_card(None, rating, NOW) for rating in ("again", "hard", "good")}
    assert [round((card.due - NOW) / DAY) for card in first.values()] == [1, 1, 2]
    then = [next_card(card, "good", card.due) for card in first.values()]
    assert [
        round((later.due - card.due) / DAY)
        for later, card in zip(then, first.values(), strict=True)
    ] == [2, 5, 11]


def test_a_miss_brings_it_back_soon() -> None:
    """After a long good stretch one miss means days, not months."""
    card = next_card(None, "good", NOW)
    for _ in range(4):
        card = next_card(card, "good", card.due)
    assert card.due - card.last > 60 * DAY
    missed = next_card(card, "again", card.due)
    assert missed.due - missed.last < 15 * DAY


def test_a_clock_that_went_back_breaks_nothing() -> None:
    """An answer dated before the last one still gives a card that is due later."""
    card = next_card(None, "good", NOW)
    again = next_card(card, "good", NOW - 5 * DAY)
    assert again.due > NOW - 5 * DAY
