"""Spacing: when a question is worth asking again, by FSRS, the Free Spaced Repetition Scheduler.

Rated from the answer, never by the reader. A card is kept inside the event of the answer that made it,
so nothing has to be worked out anew at the next start, and FSRS is loaded with the first answer only.
Source of the model: https://github.com/open-spaced-repetition/py-fsrs, version 6, its default weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from edu_tui.learning.item import Item

Rating = Literal["again", "hard", "good"]
DAY = 86_400_000
"""Milliseconds."""


class Card(NamedTuple):
    """How well a question is remembered, and when to ask it again."""

    due: int
    """Milliseconds since 1970, UTC."""
    last: int
    """When it was last answered, the same."""
    stability: float
    """Days until it is remembered by 9 of 10."""
    difficulty: float
    """From 1 to 10."""


def get_ready() -> None:
    """Load FSRS, so that the first answer does not wait for it; anyone with time to spare may ask."""
    import fsrs  # noqa: F401


def rating_of(item: Item) -> Rating:
    """What an item that is done tells: at once, at another try, or not."""
    if item.mark != "clear":
        return "again"
    return "good" if item.tries == 1 else "hard"


def belongs(item: Item, before: Card | None) -> bool:
    """Whether it is asked again in some days: what keeps safe, what was not clear at once."""
    return before is not None or item.question.must_know or rating_of(item) != "good"


def next_card(before: Card | None, rating: Rating, at: int) -> Card:
    """The card after an answer at that time (milliseconds since 1970, UTC)."""
    from fsrs import Card as Remembered
    from fsrs import Rating as Rated
    from fsrs import Scheduler, State

    # Whole days from the first answer on: someone who reads for five minutes does not come back in ten.
    scheduler = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    card = Remembered(card_id=0, due=_moment(at))
    if before is not None:
        card = Remembered(
            card_id=0,
            state=State.Review,
            stability=before.stability,
            difficulty=before.difficulty,
            due=_moment(before.due),
            last_review=_moment(min(before.last, at)),
        )
    rated = {"again": Rated.Again, "hard": Rated.Hard, "good": Rated.Good}[rating]
    card, _ = scheduler.review_card(card, rated, _moment(at))
    if card.stability is None or card.difficulty is None:
        raise ValueError("FSRS gave a card without a memory")
    due = round(card.due.timestamp() * 1000)
    return Card(due, at, round(card.stability, 4), round(card.difficulty, 4))


def _moment(at: int) -> datetime:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(at / 1000, UTC)
