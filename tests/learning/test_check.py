"""A run under CHECK, the way patients are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .builders import (
    EVERY_KIND,
    answer_right,
    answer_wrong,
    judge,
    multiple,
    order,
    single,
    start,
)

if TYPE_CHECKING:
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.question import Question


def mark(run: QuizRun, place: int = 0) -> str:
    """The mark of the item at that place."""
    return run.items[place].mark


@pytest.mark.parametrize("question", EVERY_KIND)
def test_right_at_first(question: Question) -> None:
    """Right at the first try is clear, and tells why it is right."""
    run = start(question)
    answer_right(run)
    assert run.check().kind == "right"
    assert (mark(run), run.items[0].tries) == ("clear", 1)


@pytest.mark.parametrize("question", EVERY_KIND)
def test_right_at_second(question: Question) -> None:
    """A first miss gives another try; right then is clear all the same."""
    run = start(question)
    answer_wrong(run)
    verdict = run.check()
    assert (verdict.kind, verdict.hint, mark(run)) == ("try-again", "Think of it.", "open")
    answer_right(run)
    assert run.check().kind == "right"
    assert (mark(run), run.items[0].tries) == ("clear", 2)


@pytest.mark.parametrize("question", EVERY_KIND)
def test_missed_twice(question: Question) -> None:
    """A second miss shows the answer with its reasons and marks the item as missed."""
    run = start(question)
    answer_wrong(run)
    run.check()
    answer_wrong(run)
    verdict = run.check()
    assert (verdict.kind, mark(run)) == ("shown", "missed")
    assert any(reason.right and reason.why for reason in verdict.reasons)


@pytest.mark.parametrize(
    "question", [single(wrong=1), multiple(wrong=1), order(size=2)], ids=lambda q: q.kind
)
def test_one_try_where_the_second_is_given_away(question: Question) -> None:
    """Where only the right answer is left after a miss, the answer is shown at once."""
    run = start(question)
    answer_wrong(run)
    assert run.check().kind == "shown"
    assert mark(run) == "missed"


def test_tried_option_cannot_be_chosen_again() -> None:
    """An option that was tried and missed stays out, and the choice is empty after a miss."""
    run = start(single())
    run.choose("wrong-0")
    run.check()
    run.choose("wrong-0")
    item = run.current
    assert item is not None
    assert (item.tried, item.answer, run.can_check()) == (
        frozenset({"wrong-0"}),
        frozenset(),
        False,
    )


def test_multiple_keeps_what_was_right() -> None:
    """After a miss the right ones stay chosen, so only what is missing has to be found."""
    run = start(multiple())
    run.choose("right-1")
    run.choose("wrong-0")
    assert [reason.id for reason in run.check().reasons] == ["wrong-0"]
    item = run.current
    assert item is not None
    assert (item.is_chosen("right-1"), item.is_chosen("wrong-0")) == (True, False)


def test_judge_keeps_what_was_right() -> None:
    """After a miss only the misplaced situations are to be sorted again."""
    run = start(judge())
    for case in ("case-0", "case-1", "case-2"):
        run.choose_group(case, "Safe")
    run.check()
    item = run.current
    assert item is not None
    assert [item.group_of(f"case-{n}") for n in range(3)] == ["Safe", "", "Safe"]


def test_order_tells_nothing_and_is_not_judged_twice() -> None:
    """A wrong order stays as it is, tells no places, and needs a change before another check."""
    run = start(order())
    answer_wrong(run)
    before = run.items[0].answer
    verdict = run.check()
    assert (verdict.reasons, run.items[0].answer, run.can_check()) == ((), before, False)
    assert run.check() is verdict
    assert run.items[0].tries == 1
    answer_right(run)
    assert run.can_check()


def test_places_of_an_order() -> None:
    """An item of an order knows its place, and those behind move up when it is taken back."""
    run = start(order())
    for key in ("step-2", "step-0", "step-2"):
        run.choose(key)
    assert [run.items[0].place_of(f"step-{n}") for n in range(3)] == [1, 0, 0]


@pytest.mark.parametrize("misses", [0, 1])
@pytest.mark.parametrize("question", EVERY_KIND)
def test_unsure_is_never_wrong(question: Question, misses: int) -> None:
    """Unsure explains with all the right reasons and counts as unsure, even after a miss."""
    run = start(question)
    for _ in range(misses):
        answer_wrong(run)
        run.check()
    verdict = run.unsure()
    assert (verdict.kind, mark(run)) == ("unsure", "unsure")
    assert verdict.reasons
    assert all(reason.right for reason in verdict.reasons)


def test_double_key_presses_change_nothing() -> None:
    """A key pressed twice repeats the verdict and never costs a try or an answer."""
    run = start(single())
    answer_wrong(run)
    first = run.check()
    assert run.check() is first
    last = run.unsure()
    after = run.items
    run.choose("right-0")
    assert run.unsure() is last
    assert run.check() is last
    run.advance()
    run.advance()
    run.choose("right-0")
    assert (run.items, run.over, run.position, run.verdict) == (after, True, 1, None)


@pytest.mark.parametrize("verb", ["check", "unsure"])
@pytest.mark.parametrize("where", ["over", "skipped"])
def test_programmers_mistakes_change_nothing(verb: str, where: str) -> None:
    """Asking for a verdict where none can be is a `ValueError` and changes nothing."""
    run = start(single())
    run.skip()
    if where == "skipped":
        run.back()
    before = (run.items, run.position)
    with pytest.raises(ValueError, match="nothing to"):
        getattr(run, verb)()
    assert (run.items, run.position) == before


@pytest.mark.parametrize(
    ("question", "keys"),
    [(single(), ("nowhere",)), (judge(), ("case-0",)), (single(), ("wrong-0", "Safe"))],
)
def test_unknown_keys(question: Question, keys: tuple[str, ...]) -> None:
    """A key that the question does not have is a `ValueError` and changes nothing."""
    run = start(question)
    before = run.items
    with pytest.raises(ValueError, match=r"choose|part"):
        (run.choose if len(keys) == 1 else run.choose_group)(*keys)
    with pytest.raises(ValueError, match="nothing to check"):
        run.check()
    assert run.items == before


def test_only_an_assessment_is_handed_in() -> None:
    """A run that tells its verdicts at once is not handed in."""
    with pytest.raises(ValueError, match="not handed in"):
        start(single()).hand_in()


def test_all_that_was_tried_is_kept() -> None:
    """Once the answer is shown, the item still tells every option that was tried."""
    run = start(single())
    for key in ("wrong-1", "wrong-0"):
        run.choose(key)
        run.check()
    assert run.items[0].tried == frozenset({"wrong-0", "wrong-1"})
