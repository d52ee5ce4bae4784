"""Moving about in a run: skipping, looking back, the kind stop, the end, the retry."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from .builders import answer_wrong, end_as, single, start

if TYPE_CHECKING:
    from edu_tui.model.question import Question

NAMES = ("one", "two", "three", "four", "five")


def singles(count: int = 5) -> list[Question]:
    """Questions with three options each."""
    return [single(name) for name in NAMES[:count]]


@pytest.mark.parametrize(
    ("before", "expected"),
    [((), "skipped"), (("choose",), "skipped"), (("miss",), "missed"), (("unsure",), "unsure")],
)
def test_skip_is_always_possible(before: tuple[str, ...], expected: str) -> None:
    """Skipping moves on at any time; what was missed once and is left is missed, not skipped."""
    run = start(*singles(2))
    if "choose" in before:
        run.choose("right-0")
    if "miss" in before:
        answer_wrong(run)
        run.check()
    if "unsure" in before:
        run.unsure()
    run.skip()
    assert (run.position, run.items[0].mark) == (1, expected)


def test_looking_back_changes_nothing() -> None:
    """Going back only looks: no answer, mark or verdict changes, and the open item waits."""
    run = start(*singles(3))
    end_as(run, "clear", "skipped")
    answer_wrong(run)
    verdict = run.check()
    run.choose("right-0")
    before = run.items
    run.back()
    run.choose("right-0")
    assert (run.can_answer(), run.can_check()) == (False, False)
    run.back()
    run.back()
    run.choose("wrong-0")
    assert run.unsure().kind == "right"
    assert run.position == 0
    run.advance()
    run.skip()
    assert (run.items, run.position, run.verdict, run.can_check()) == (before, 2, verdict, True)


@pytest.mark.parametrize(
    ("ends", "stopped"),
    [
        (("missed", "missed"), False),
        (("missed", "missed", "missed"), True),
        (("unsure", "missed", "unsure"), True),
        (("missed", "clear", "missed", "missed"), False),
        (("missed", "skipped", "missed", "missed"), False),
        (("clear", "unsure", "unsure", "unsure"), True),
        (("clear", "clear", "missed", "missed", "missed"), False),
    ],
)
def test_stops_kindly(ends: tuple[str, ...], stopped: bool) -> None:
    """Three in a row missed or unsure stop the run, where there is still something to ask."""
    run = start(*singles())
    end_as(run, *ends)
    assert run.stopped_kindly is stopped
    assert run.over is (stopped or len(ends) == 5)


def test_the_stop_waits_for_the_verdict() -> None:
    """The verdict of the third item is read first; the stop comes with moving on."""
    run = start(*singles())
    end_as(run, "missed", "missed")
    assert run.unsure().kind == "unsure"
    assert (run.stopped_kindly, run.verdict is None) == (False, False)
    run.advance()
    assert (run.stopped_kindly, run.current) == (True, None)


def test_after_a_kind_stop() -> None:
    """After a kind stop the reader can look back, and go on if they choose to."""
    run = start(*singles())
    run.go_on_anyway()
    end_as(run, "missed", "missed", "missed")
    run.choose("right-0")
    run.skip()
    assert run.items[3].mark == "open"
    run.back()
    assert run.current == run.items[2]
    run.advance()
    assert run.stopped_kindly
    run.go_on_anyway()
    assert (run.over, run.current) == (False, run.items[3])
    end_as(run, "missed", "clear")
    assert (run.over, run.stopped_kindly) == (True, False)


def test_looking_back_after_the_end() -> None:
    """After the last item the reader can look back, and come to the end again."""
    run = start(*singles(1))
    end_as(run, "missed")
    run.back()
    assert run.verdict is not None
    assert not run.over
    run.advance()
    assert run.over


def test_retry_asks_what_is_not_clear() -> None:
    """A retry asks again what was missed, unsure, skipped or never reached, and nothing else."""
    run = start(*singles())
    end_as(run, "clear", "missed", "unsure", "skipped")
    again = run.retry(random.Random(2))
    assert [item.question.id for item in again.items] == list(NAMES[1:])
    assert {item.mark for item in again.items} == {"open"}
    assert run.items[1].mark == "missed"


def test_nothing_to_retry() -> None:
    """A retry of a run that is all clear is over before it starts."""
    run = start(*singles(1))
    end_as(run, "clear")
    again = run.retry(random.Random(2))
    assert (again.over, again.current, again.outcome().asked) == (True, None, 0)


def test_going_on_before_a_stop_changes_nothing() -> None:
    """Going on anyway counts only at a stop; before one the row goes on."""
    run = start(*singles())
    end_as(run, "missed", "missed")
    run.go_on_anyway()
    end_as(run, "missed")
    assert run.stopped_kindly
