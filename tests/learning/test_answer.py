"""What can be chosen, and what counts as right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .builders import EVERY_KIND, judge, match, multiple, number, order, single

if TYPE_CHECKING:
    from edu_tui.model.kinds.body import Answer, Key
    from edu_tui.model.question import Question

MATCHED = tuple((f"pair-{n}", f"pair-{n}") for n in range(3))
JUDGED = (("case-0", "Safe"), ("case-1", "Not safe"), ("case-2", "Safe"))


@pytest.mark.parametrize(
    ("question", "answer", "complete", "right"),
    [
        (single(), frozenset({"right-0"}), True, True),
        (single(), frozenset({"wrong-0"}), True, False),
        (number(), frozenset({"answer"}), True, True),
        (number(), frozenset({"ten"}), True, False),
        (multiple(), frozenset({"right-0"}), False, False),
        (multiple(), frozenset({"right-0", "right-1"}), True, True),
        (multiple(), frozenset({"right-0", "wrong-1"}), True, False),
        (order(), ("step-0", "step-1"), False, False),
        (order(), ("step-0", "step-1", "step-2"), True, True),
        (order(), ("step-1", "step-0", "step-2"), True, False),
        (judge(), JUDGED[:2], False, False),
        (judge(), JUDGED, True, True),
        (judge(), JUDGED[::-1], True, True),
        (judge(), (*JUDGED[:2], ("case-2", "Not safe")), True, False),
        (match(), MATCHED[:2], False, False),
        (match(), MATCHED[::-1], True, True),
        (match(), (*MATCHED[:2], ("pair-2", "pair-1")), True, False),
    ],
)
def test_complete_and_right(
    question: Question, answer: Answer, complete: bool, right: bool
) -> None:
    """Each kind says when an answer is complete and when all of it is right."""
    assert (len(answer) == question.body.to_choose) is complete
    assert question.body.is_right(answer) is right


@pytest.mark.parametrize("question", EVERY_KIND)
def test_empty_is_neither(question: Question) -> None:
    """Nothing chosen is neither complete nor right, whatever the kind."""
    assert len(question.body.empty) < question.body.to_choose
    assert not question.body.is_right(question.body.empty)


@pytest.mark.parametrize(
    ("question", "keys", "expected"),
    [
        (single(), ["right-0", "wrong-0"], frozenset({"wrong-0"})),
        (single(), ["right-0", "right-0"], frozenset({"right-0"})),
        (number(), ["ten", "sixty"], frozenset({"sixty"})),
        (multiple(), ["right-0", "wrong-0"], frozenset({"right-0", "wrong-0"})),
        (multiple(), ["right-0", "wrong-0", "right-0"], frozenset({"wrong-0"})),
        (multiple(), ["right-0", "wrong-0", "wrong-1"], frozenset({"right-0", "wrong-0"})),
        (order(), ["step-2", "step-0", "step-1"], ("step-2", "step-0", "step-1")),
        (order(), ["step-2", "step-0", "step-1", "step-0"], ("step-2", "step-1")),
        (judge(), [("case-0", "Safe"), ("case-0", "Not safe")], (("case-0", "Not safe"),)),
        (judge(), [("case-0", "Safe"), ("case-0", "Safe")], (("case-0", "Safe"),)),
        (match(), [("pair-0", "pair-1"), ("pair-0", "pair-2")], (("pair-0", "pair-2"),)),
    ],
)
def test_toggled(question: Question, keys: list[Key], expected: Answer) -> None:
    """Single replaces, multiple refuses one too many, order takes back, judge moves."""
    answer = question.body.empty
    for key in keys:
        answer = question.body.toggled(answer, key)
    assert answer == expected


@pytest.mark.parametrize(
    ("question", "key"),
    [
        (single(), "nowhere"),
        (single(), ("case-0", "Safe")),
        (order(), "right-0"),
        (judge(), "case-0"),
        (judge(), ("case-9", "Safe")),
        (judge(), ("case-0", "Perhaps")),
        (match(), "pair-0"),
        (match(), ("pair-9", "pair-0")),
        (match(), ("pair-0", "pair-9")),
    ],
)
def test_unknown_key(question: Question, key: Key) -> None:
    """A key that the question does not have is a programmer's mistake."""
    with pytest.raises(ValueError, match=r"nothing to choose|not a part|no part"):
        question.body.toggled(question.body.empty, key)


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        (single(), frozenset({"wrong-0"}), frozenset()),
        (multiple(), frozenset({"right-1", "wrong-0"}), frozenset({"right-1"})),
        (order(), ("step-0", "step-2", "step-1"), ("step-0", "step-2", "step-1")),
        (judge(), (("case-0", "Safe"), ("case-1", "Safe")), (("case-0", "Safe"),)),
        (match(), (MATCHED[0], ("pair-1", "pair-2"), ("pair-2", "pair-1")), MATCHED[:1]),
    ],
)
def test_right_part(question: Question, answer: Answer, kept: Answer) -> None:
    """After a miss only what is right stays, but an order is not taken apart."""
    assert question.body.right_part(answer) == kept


@pytest.mark.parametrize(
    ("question", "tried", "given_away"),
    [
        (single(wrong=2), {"wrong-0"}, False),
        (single(wrong=1), {"wrong-0"}, True),
        (number(), {"ten"}, False),
        (multiple(wrong=2), {"wrong-0"}, False),
        (multiple(wrong=2), {"wrong-0", "wrong-1"}, True),
        (order(size=2), set(), True),
        (order(size=3), set(), False),
        (judge(size=1), set(), True),
        (judge(size=2), set(), False),
        (match(size=2), set(), True),
        (match(size=3), set(), False),
    ],
)
def test_given_away(question: Question, tried: set[str], given_away: bool) -> None:
    """A second try makes no sense where only the right answer is left."""
    assert question.body.is_given_away(frozenset(tried)) is given_away
