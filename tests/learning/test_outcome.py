"""What a run came to."""

from __future__ import annotations

import pytest

from .builders import end_as, multiple, number, order, single, start

DRIVE = single("do-not-drive", must_know=True)
REST = (number("how-many"), multiple("bring"), order("day"), single("eat"))


def test_missing_do_not_drive_is_told_apart() -> None:
    """A patient who misses "do not drive" but gets all else right is told so apart."""
    run = start(DRIVE, *REST)
    end_as(run, "missed", "clear", "clear", "clear", "clear")
    outcome = run.outcome()
    assert outcome.must_know_to_talk_about == ("do-not-drive",)
    assert outcome.must_know_clear == ()
    assert outcome.score == (4, 4)
    assert outcome.clear == ("how-many", "bring", "day", "eat")


@pytest.mark.parametrize(
    ("end", "clear", "to_talk_about", "not_answered"),
    [
        ("clear", 1, 0, 0),
        ("missed", 0, 1, 0),
        ("unsure", 0, 1, 0),
        ("skipped", 0, 0, 1),
    ],
)
def test_must_know_never_enters_the_score(
    end: str, clear: int, to_talk_about: int, not_answered: int
) -> None:
    """However a must-know item ends, the score is the same and its end is listed apart."""
    run = start(DRIVE, *REST)
    end_as(run, end, "clear", "missed", "clear", "unsure")
    outcome = run.outcome()
    assert outcome.score == (2, 4)
    assert len(outcome.must_know_clear) == clear
    assert len(outcome.must_know_to_talk_about) == to_talk_about
    assert len(outcome.must_know_not_answered) == not_answered


def test_everything_has_one_place() -> None:
    """Each item is clear, to talk about, or not answered, in the order asked."""
    run = start(DRIVE, *REST)
    end_as(run, "skipped", "unsure", "clear", "missed")
    outcome = run.outcome()
    assert outcome.clear == ("bring",)
    assert outcome.to_talk_about == ("how-many", "day")
    assert outcome.not_answered == ("do-not-drive", "eat")
    assert (outcome.asked, outcome.first_try) == (5, 1)


def test_first_try() -> None:
    """Right at the second try is clear, but not counted as right at first."""
    run = start(single("one"), single("two"))
    run.choose("wrong-0")
    run.check()
    run.choose("right-0")
    run.check()
    run.advance()
    end_as(run, "clear")
    assert (run.outcome().clear, run.outcome().first_try) == (("one", "two"), 1)
