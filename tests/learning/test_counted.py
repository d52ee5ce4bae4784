"""What may be told of the counters: nothing from which a person, or a small number, could be found out."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from edu_tui.learning.counted import Counted, QuestionCounts, counted, rounded, to_mend, told
from edu_tui.learning.tally import Cell
from edu_tui.library.decode.module import decode_module
from edu_tui.model.version import asked_version, question_unit
from tests.library.samples import MODULE

if TYPE_CHECKING:
    from edu_tui.model.module import Module


@cache
def module() -> Module:
    model = decode_module("en/going-home.yaml", MODULE).model
    assert model is not None
    return model


def cells(question: str, **counts: int) -> dict[Cell, int]:
    """Counts of a question of the module in a month; `chose_awake` for an option."""
    found = next(one for one in module().questions if one.id == question)
    where = ("going-home", "en", question_unit(question), asked_version(found))
    return {Cell(*where, name.replace("_", " ", 1)): n for name, n in counts.items() if n}


def over(*months: dict[Cell, int]) -> Counted:
    """What is told of these months once they are over."""
    return counted(module(), [rounded(month) for month in months])


def asked(question: str, **counts: int) -> QuestionCounts:
    made = over(cells(question, **counts))
    return next(question_counts for question_counts in made.asked if question_counts.id == question)


def test_numbers_are_told_to_the_nearest_five_and_none_under_five() -> None:
    """0 to 4 cannot be told apart; from 5 on it is the nearest five."""
    assert [told(n) for n in (0, 4, 5, 7, 8, 12, 13, 101)] == [None, None, 5, 5, 10, 10, 15, 100]


def test_a_whole_gives_nothing_away() -> None:
    """Right, missed and unsure change what is told of the whole only by what is told of themselves."""
    wholes: dict[object, set[object]] = {}
    for right, missed, unsure in product((0, 1, 4, 5, 7, 8, 12, 13), repeat=3):
        counts = asked("what-helps", right=right, missed=missed, unsure=unsure, chose_phone=missed)
        wholes.setdefault((counts.right, counts.missed, counts.unsure), set()).add(counts.answered)
    assert {len(one) for one in wholes.values()} == {1}


def test_months_are_the_sum_of_what_is_told_of_each() -> None:
    """Three months together tell nothing that each by itself does not: four people a month are nobody."""
    one = cells("drive-tonight", right=13, missed=7, unsure=4, chose_awake=6, chose_short=1)
    two = cells("drive-tonight", right=8, unsure=4, missed=4, chose_short=4)
    both = next(counts for counts in over(one, two, two).asked if counts.id == "drive-tonight")
    assert (both.right, both.missed, both.unsure, both.answered) == (35, 5, None, 40)
    assert [(wrong.id, wrong.months) for wrong in both.wrong] == [("awake", 1)]


def test_a_question_is_told_in_people() -> None:
    """First tries, misses, unsure and skipped, each for itself."""
    counts = asked(
        "drive-tonight", right=31, missed=12, unsure=3, skipped=6, chose_awake=9, chose_short=3
    )
    assert (counts.answered, counts.right, counts.missed, counts.unsure, counts.skipped) == (
        40,
        30,
        10,
        None,
        5,
    )
    assert counts.must_know


def test_wrong_answers_come_with_what_people_believe() -> None:
    """Those of most months first; one that under five people chose is not told at all."""
    one = cells("drive-tonight", missed=30, chose_awake=5, chose_short=17, chose_answer=20)
    two = cells("drive-tonight", missed=30, chose_awake=4, chose_short=26)
    (counts,) = (counts for counts in over(one, two).asked if counts.id == "drive-tonight")
    assert [(wrong.id, wrong.belief, wrong.months) for wrong in counts.wrong] == [
        ("short", "short-is-safe", 2),
        ("awake", "feeling-well-means-safe", 1),
    ]


def test_what_was_sorted_wrongly_is_told_with_its_group() -> None:
    """The right group is no mistake, though it is counted."""
    body = next(question for question in module().questions if question.id == "safe-or-not").body
    situation, groups = body.situations[0], body.groups  # type: ignore[union-attr]
    other = next(group for group in groups if group != situation.group)
    counts = {f"chose_{situation.id}={other}": 11, f"chose_{situation.id}={situation.group}": 9}
    (wrong,) = asked("safe-or-not", missed=17, **counts).wrong
    assert (wrong.id, wrong.belief, wrong.months) == (situation.id, other, 1)


def test_answers_to_other_words_are_left_out() -> None:
    """What was counted of a question before its wording changed says nothing about it now."""
    made = {cell._replace(version="old"): n for cell, n in cells("drive-tonight", right=50).items()}
    (first, *_) = over(made).asked
    assert first.answered is None


def test_safety_is_held_to_more_and_comes_first() -> None:
    """80 of 100 is too few for a must-know and enough for another; too few people judge nothing."""
    assert asked("drive-tonight", right=80, missed=20, chose_awake=20).needs_better
    assert not asked("what-helps", right=80, missed=20, chose_phone=20).needs_better
    assert asked("what-helps", right=60, unsure=40).needs_better
    assert not asked("drive-tonight", right=4, missed=12).needs_better
    both = cells("drive-tonight", right=80, missed=20, chose_awake=20) | cells(
        "what-helps", right=10, missed=90, chose_phone=90
    )
    pairs = to_mend([over(both)])
    assert [counts.id for _, counts in pairs] == ["drive-tonight", "what-helps"]


def test_where_nobody_came_nothing_is_told() -> None:
    """A module without counts has no numbers, and nothing to mend."""
    made = counted(module(), [{}])
    assert isinstance(made, Counted)
    assert made.opened is None
    assert {counts.answered for counts in made.asked} == {None}
    assert to_mend([made]) == []


def test_too_few_people_judge_no_passage() -> None:
    """From twenty people on a question is judged by how many had it right."""
    assert not asked("drive-tonight", right=8, missed=5, chose_awake=5).needs_better
    assert asked("drive-tonight", right=8, missed=8, chose_awake=8).needs_better


def test_the_gain_is_told_with_its_counts() -> None:
    """Before and after in percent, the difference in points, and of how many people each is."""
    both = cells(
        "drive-tonight", guessed_right=12, guessed_else=18, right=33, missed=7, chose_awake=7
    )
    counts = next(counts for counts in over(both).asked if counts.id == "drive-tonight")
    assert (counts.guessed, counts.guessed_right) == (30, 10)
    assert counts.gain is not None
    assert counts.gain == (30, 10, 40, 35)
    assert (counts.gain.before, counts.gain.after, counts.gain.points) == (33, 88, 55)


def test_no_gain_is_told_of_a_few() -> None:
    """Where one to four guessed right, or had it right afterwards, no share and no gain is told."""
    for few in range(5):
        counts = asked("drive-tonight", guessed_right=few, guessed_else=30, right=40)
        assert (counts.guessed, counts.guessed_right, counts.gain) == (30, None, None)
        assert asked("drive-tonight", guessed_right=9, right=few, unsure=30).gain is None


def test_the_gain_of_a_module_is_that_of_its_questions_together() -> None:
    """Only of questions that have one: the same ones before and after."""
    month = cells("drive-tonight", guessed_right=10, guessed_else=10, right=20)
    month |= cells("what-helps", guessed_right=5, guessed_else=5, right=10)
    month |= cells("how-many", right=100)
    gain = over(month).gain
    assert gain == (30, 15, 30, 30)
    assert gain is not None
    assert gain.points == 50
    assert over(cells("how-many", right=100)).gain is None
