"""The other ways to ask: guess before reading, assess, review."""

from __future__ import annotations

import random

import pytest

from edu_tui.learning.behaviour import ASSESS, CHECK, GUESS, REVIEW, Behaviour

from .builders import answer_right, answer_wrong, end_as, multiple, order, single, start

QUESTIONS = (single("one"), order("two"), single("three", must_know=True), multiple("four"))


@pytest.mark.parametrize(
    ("behaviour", "first_miss", "mark"),
    [
        (GUESS, "noted", "open"),
        (CHECK, "try-again", "open"),
        (ASSESS, "noted", "open"),
        (REVIEW, "shown", "missed"),
    ],
)
def test_first_miss(behaviour: Behaviour, first_miss: str, mark: str) -> None:
    """The same item, missed once, is treated as each behaviour says."""
    run = start(single(), behaviour=behaviour)
    answer_wrong(run)
    assert run.check().kind == first_miss
    assert run.items[0].mark == mark


@pytest.mark.parametrize("end", ["clear", "missed", "unsure", "skipped"])
def test_a_guess_marks_nothing(end: str) -> None:
    """However a guess ends, it says nothing about the reader: nothing to talk about, no score."""
    run = start(*QUESTIONS, behaviour=GUESS)
    end_as(run, *[end] * 4)
    outcome = run.outcome()
    assert run.over
    assert not {item.mark for item in run.items} & {"clear", "missed"}
    assert (outcome.clear, outcome.to_talk_about, outcome.score) == ((), (), (0, 0))
    assert (outcome.must_know_to_talk_about, outcome.first_try) == ((), 0)


def test_a_guess_is_never_told_of() -> None:
    """No verdict gives a reason away, nothing closes a question, and there is no handing in that would."""
    run = start(*QUESTIONS, behaviour=GUESS)
    for act in (answer_wrong, answer_right, lambda r: r.unsure(), lambda r: None):
        act(run)
        if run.can_check():
            assert run.check().reasons == ()
        run.advance()
    assert run.over
    with pytest.raises(ValueError, match="not handed in"):
        run.hand_in()
    assert not any(item.done or item.tries or item.tried for item in run.items)


@pytest.mark.parametrize("behaviour", [GUESS, REVIEW])
def test_only_check_stops_kindly(behaviour: Behaviour) -> None:
    """Guessing and reviewing go on to the end."""
    run = start(*QUESTIONS, behaviour=behaviour)
    end_as(run, "unsure", "unsure", "unsure")
    assert run.current is not None
    assert not run.stopped_kindly


def test_assess_tells_nothing_before_the_end() -> None:
    """Until it is handed in an assessment gives no reason, no hint and no mark of an answer."""
    run = start(*QUESTIONS, behaviour=ASSESS)
    answer_wrong(run)
    noted = run.check()
    assert (noted.kind, noted.reasons, noted.hint) == ("noted", (), "")
    run.advance()
    unsure = run.unsure()
    assert (unsure.kind, unsure.reasons) == ("noted", ())
    assert [item.mark for item in run.items[:2]] == ["open", "unsure"]
    assert not any(item.tries or item.tried for item in run.items)


def test_assess_answers_can_be_changed() -> None:
    """Going back in an assessment changes answers, even one left as unsure or skipped."""
    run = start(*QUESTIONS, behaviour=ASSESS)
    answer_wrong(run)
    run.check()
    run.advance()
    run.unsure()
    run.advance()
    run.skip()
    for _ in range(3):
        run.back()
        answer_right(run)
    run.hand_in()
    assert [item.mark for item in run.items] == ["clear", "clear", "clear", "open"]


def test_assess_waits_to_be_handed_in() -> None:
    """Past the last item an assessment is not over; the reader can go back or hand it in."""
    run = start(*QUESTIONS, behaviour=ASSESS)
    for _ in range(6):
        run.skip()
    assert (run.current, run.over, run.blanks()) == (None, False, ("one", "two", "three", "four"))
    run.back()
    assert run.can_answer()
    run.hand_in()
    run.hand_in()
    assert (run.over, run.blanks(), run.outcome().not_answered[0]) == (True, (), "one")


def test_blanks() -> None:
    """Blank is what has no complete answer and was not left as unsure."""
    run = start(*QUESTIONS, behaviour=ASSESS)
    answer_wrong(run)
    run.advance()
    run.choose("step-0")
    run.advance()
    run.unsure()
    assert run.blanks() == ("two", "four")


def test_a_skipped_answer_is_kept_in_an_assessment() -> None:
    """Skipping past a complete answer in an assessment keeps it."""
    run = start(*QUESTIONS, behaviour=ASSESS)
    answer_right(run)
    run.skip()
    run.hand_in()
    assert run.items[0].mark == "clear"


def test_assess_outcome() -> None:
    """Handed in, each item has its verdict and mark, is closed, and can be looked back at."""
    run = start(*QUESTIONS, behaviour=ASSESS)
    for act in (answer_right, answer_wrong, lambda r: r.unsure(), lambda r: None):
        act(run)
        run.advance()
    run.hand_in()
    outcome = run.outcome()
    assert (outcome.clear, outcome.to_talk_about) == (("one",), ("two", "three"))
    assert (outcome.must_know_to_talk_about, outcome.score) == (("three",), (1, 3))
    assert [item.verdict and item.verdict.kind for item in run.items] == [
        "right",
        "shown",
        "unsure",
        None,
    ]
    before = run.items
    run.back()
    run.back()
    run.choose("right-0")
    assert run.check().kind == "unsure"
    assert run.items == before


def test_assess_never_stops_kindly() -> None:
    """An assessment does not stop, however many are unsure."""
    run = start(*QUESTIONS, behaviour=ASSESS)
    end_as(run, "unsure", "unsure", "unsure")
    assert run.current == run.items[3]


def test_same_items_in_each() -> None:
    """The same questions and chance give the same items under every behaviour."""
    dealt = {start(*QUESTIONS, behaviour=b).items for b in (GUESS, CHECK, ASSESS, REVIEW)}
    assert len(dealt) == 1


def test_retry_keeps_the_behaviour() -> None:
    """A retry asks in the same way as the run before it."""
    run = start(*QUESTIONS, behaviour=REVIEW)
    assert run.retry(random.Random(1)).behaviour is REVIEW


def test_unsure_replaces_the_answer_in_an_assessment() -> None:
    """Whoever says "not sure" after choosing has nothing chosen, and may choose again."""
    run = start(*QUESTIONS, behaviour=ASSESS)
    answer_wrong(run)
    run.unsure()
    assert (run.items[0].answer, run.items[0].mark) == (frozenset(), "unsure")
    answer_right(run)
    assert (run.items[0].is_complete, run.items[0].mark) == (True, "open")


def test_handing_in_again_changes_no_item() -> None:
    """Handed in a second time, even while looking back, the run is over and no item has changed."""
    run = start(*QUESTIONS, behaviour=ASSESS)
    answer_wrong(run)
    run.hand_in()
    before = run.items
    run.back()
    run.hand_in()
    assert (run.items, run.over) == (before, True)
