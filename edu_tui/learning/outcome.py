"""Outcomes: what a run came to. Scoring lives here and nowhere else; must-know items never enter the score."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.item import TO_TALK_ABOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from edu_tui.learning.behaviour import Behaviour
    from edu_tui.learning.item import Item


class Score(NamedTuple):
    """So many right, of so many that count."""

    right: int
    of: int


class Outcome(NamedTuple):
    """Question ids by what became of them, in the order asked.

    Each item is in exactly one of `clear`, `to_talk_about` and `not_answered`; the must-know ones
    are in theirs besides.
    """

    clear: tuple[str, ...]
    to_talk_about: tuple[str, ...]
    """Missed or unsure."""
    not_answered: tuple[str, ...]
    """Skipped, or never reached."""
    must_know_clear: tuple[str, ...]
    must_know_to_talk_about: tuple[str, ...]
    must_know_not_answered: tuple[str, ...]
    first_try: int
    """How many were right at the first try; none where no verdict was given."""
    asked: int
    """How many items the run has."""
    score: Score
    """Over the items that are not must-know; 0 of 0 where nothing is marked."""


def outcome_of(items: Sequence[Item], behaviour: Behaviour) -> Outcome:
    """What these items came to. Where nothing is marked, what was left as unsure is nothing to talk about."""
    if not behaviour.marks:
        items = [item._replace(mark="open") for item in items]

    def ids(wanted: Callable[[Item], bool], *, must_know: bool = False) -> tuple[str, ...]:
        return tuple(
            item.question.id
            for item in items
            if wanted(item) and (item.question.must_know or not must_know)
        )

    scored = [item for item in items if behaviour.marks and not item.question.must_know]
    return Outcome(
        clear=ids(_is_clear),
        to_talk_about=ids(_is_to_talk_about),
        not_answered=ids(_is_not_answered),
        must_know_clear=ids(_is_clear, must_know=True),
        must_know_to_talk_about=ids(_is_to_talk_about, must_know=True),
        must_know_not_answered=ids(_is_not_answered, must_know=True),
        first_try=sum(_is_right_at_first(item) for item in items),
        asked=len(items),
        score=Score(sum(_is_clear(item) for item in scored), len(scored)),
    )


def _is_clear(item: Item) -> bool:
    return item.mark == "clear"


def _is_to_talk_about(item: Item) -> bool:
    return item.mark in TO_TALK_ABOUT


def _is_not_answered(item: Item) -> bool:
    return not _is_clear(item) and not _is_to_talk_about(item)


def _is_right_at_first(item: Item) -> bool:
    return item.tries == 1 and item.verdict is not None and item.verdict.kind == "right"
