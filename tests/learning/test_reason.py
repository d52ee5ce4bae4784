"""What is told about an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.learning.reason import VerdictKind, verdict_on

from .builders import judge, multiple, number, order, single

if TYPE_CHECKING:
    from edu_tui.model.kinds.body import Answer
    from edu_tui.model.question import Question

MIXED = (("case-0", "Not safe"), ("case-1", "Not safe"), ("case-2", "Safe"))


@pytest.mark.parametrize(
    ("question", "answer", "kind", "told"),
    [
        (single(), frozenset({"right-0"}), "right", ["right-0"]),
        (single(), frozenset({"wrong-1"}), "try-again", ["wrong-1"]),
        (single(), frozenset({"wrong-1"}), "shown", ["right-0", "wrong-1"]),
        (single(), frozenset(), "unsure", ["right-0"]),
        (single(), frozenset({"wrong-1"}), "noted", []),
        (number(), frozenset({"ten"}), "shown", ["answer", "ten"]),
        (multiple(), frozenset({"right-1", "wrong-0"}), "try-again", ["wrong-0"]),
        (multiple(), frozenset({"right-1", "wrong-0"}), "shown", ["right-0", "right-1", "wrong-0"]),
        (order(), ("step-1", "step-0", "step-2"), "try-again", []),
        (order(), ("step-1", "step-0", "step-2"), "shown", ["step-0", "step-1", "step-2"]),
        (judge(), MIXED, "try-again", ["case-0"]),
        (judge(), MIXED, "shown", ["case-0", "case-1", "case-2"]),
        (judge(), (), "unsure", ["case-0", "case-1", "case-2"]),
    ],
)
def test_what_is_told(
    question: Question, answer: Answer, kind: VerdictKind, told: list[str]
) -> None:
    """Each verdict tells the reasons that belong to it and no others."""
    verdict = verdict_on(question, answer, kind)
    assert [reason.id for reason in verdict.reasons] == told
    assert (verdict.kind, verdict.teaches) == (kind, "not-driving")


def test_hint_only_before_another_try() -> None:
    """The hint is told while there is another try, and where to look always."""
    hints = {
        kind: verdict_on(single(), frozenset({"wrong-0"}), kind).hint
        for kind in ("try-again", "shown", "unsure", "noted")
    }
    assert hints == {"try-again": "Think of it.", "shown": "", "unsure": "", "noted": ""}


def test_own_reason() -> None:
    """A miss is told with the reason the author gave for that very option."""
    (reason,) = verdict_on(single(), frozenset({"wrong-1"}), "try-again").reasons
    assert (reason.id, reason.text, reason.why) == ("wrong-1", "Wrong 1", "because wrong 1")
    assert reason.chosen
    assert not reason.right


def test_review_of_options() -> None:
    """A review shows every option with its reason, the right ones first, and what was chosen."""
    every = number().body.review(frozenset({"sixty"}))
    assert [(r.id, r.right, r.chosen) for r in every] == [
        ("answer", True, False),
        ("ten", False, False),
        ("sixty", False, True),
    ]
    assert all(reason.why for reason in every)


def test_review_of_an_order() -> None:
    """An order is reviewed in its right order, its one reason after the last item."""
    every = order().body.review(("step-0", "step-2", "step-1"))
    assert [(r.id, r.chosen, r.why) for r in every] == [
        ("step-0", True, ""),
        ("step-1", False, ""),
        ("step-2", False, "one leads to the next"),
    ]


def test_review_of_a_judge_question() -> None:
    """Each situation is reviewed in the group where it belongs, with its reason."""
    every = judge().body.review(MIXED)
    assert [(r.id, r.group, r.chosen) for r in every] == [
        ("case-0", "Safe", False),
        ("case-1", "Not safe", True),
        ("case-2", "Safe", True),
    ]


def test_misplaced_situation_keeps_its_group_untold() -> None:
    """Before the last try a misplaced situation names only the group it was put in."""
    (reason,) = verdict_on(judge(), MIXED, "try-again").reasons
    assert (reason.group, reason.right, reason.why) == ("Not safe", False, "because case 0")
