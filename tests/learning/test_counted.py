"""What may be told of the counters: nothing from which a person, or a small number, could be found out."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from edu_tui.learning.counted import Asked, Counted, counted, to_mend, told
from edu_tui.learning.tally import Cell
from edu_tui.library.decode import decode_module
from edu_tui.model.version import asked_version, question_unit
from tests.library.samples import MODULE

if TYPE_CHECKING:
    from edu_tui.model.module import Module

MANY = range(28)


def module() -> Module:
    made = decode_module("en/going-home.yaml", MODULE).model
    assert made is not None
    return made


def cells(question: str, **counts: int) -> dict[Cell, int]:
    """Counts of a question of the module; `chose_awake` for an option."""
    found = next(one for one in module().questions if one.id == question)
    where = ("going-home", "en", question_unit(question), asked_version(found))
    return {Cell(*where, name.replace("_", " ", 1)): n for name, n in counts.items() if n}


def asked(question: str, **counts: int) -> Asked:
    made = counted(module(), cells(question, **counts))
    return next(one for one in made.asked if one.id == question)


def test_numbers_are_told_to_the_nearest_five_and_none_under_five() -> None:
    """0 to 4 cannot be told apart; from 5 on it is the nearest five."""
    assert [told(n) for n in (0, 4, 5, 7, 8, 12, 13, 101)] == [None, None, 5, 5, 10, 10, 15, 100]


def test_that_it_was_one_to_four_people_is_never_found_out() -> None:
    """Whatever the two wrong answers were chosen by: what is told also fits nobody, or five and more.

    For each number there is, everything that is told is put beside all that would be told the same.
    """
    possible: dict[object, tuple[set[int], set[int]]] = {}
    for awake, short in product(MANY, MANY):
        made = asked("drive-tonight", missed=awake + short, chose_awake=awake, chose_short=short)
        first, second = possible.setdefault(
            (made.answered, made.missed, made.wrong), (set(), set())
        )
        first.add(awake)
        second.add(short)
    for shown, values in possible.items():
        for could_be in values:
            assert could_be - {1, 2, 3, 4}, shown


def test_a_whole_gives_nothing_away() -> None:
    """Right, missed and unsure change what is told of the whole only by what is told of themselves."""
    wholes: dict[object, set[object]] = {}
    for right, missed, unsure in product((0, 1, 4, 5, 7, 8, 12, 13), repeat=3):
        made = asked("what-helps", right=right, missed=missed, unsure=unsure)
        wholes.setdefault((made.right, made.missed, made.unsure), set()).add(made.answered)
    assert {len(one) for one in wholes.values()} == {1}


def test_a_question_is_told_in_people() -> None:
    """First tries, misses, unsure and skipped, each for itself."""
    made = asked(
        "drive-tonight", right=31, missed=12, unsure=3, skipped=6, chose_awake=9, chose_short=3
    )
    assert (made.answered, made.right, made.missed, made.unsure, made.skipped) == (
        40,
        30,
        10,
        None,
        5,
    )
    assert made.must_know


def test_wrong_answers_come_with_what_people_believe() -> None:
    """The commonest first; one that under ten people chose is not told at all."""
    made = asked("drive-tonight", missed=30, chose_awake=11, chose_short=17, chose_answer=20)
    assert [(one.id, one.belief, one.people) for one in made.wrong] == [
        ("short", "short-is-safe", 15),
        ("awake", "feeling-well-means-safe", 10),
    ]
    assert asked("drive-tonight", missed=30, chose_awake=9).wrong == ()


def test_what_was_sorted_wrongly_is_told_with_its_group() -> None:
    """The right group is no mistake, though it is counted."""
    body = next(one for one in module().questions if one.id == "safe-or-not").body
    situation, groups = body.situations[0], body.groups  # type: ignore[union-attr]
    other = next(group for group in groups if group != situation.group)
    counts = {f"chose_{situation.id}={other}": 11, f"chose_{situation.id}={situation.group}": 9}
    (wrong,) = asked("safe-or-not", missed=17, **counts).wrong
    assert (wrong.id, wrong.belief, wrong.people) == (situation.id, other, 10)


def test_answers_to_other_words_are_left_out() -> None:
    """What was counted of a question before its wording changed says nothing about it now."""
    made = {cell._replace(version="old"): n for cell, n in cells("drive-tonight", right=50).items()}
    (first, *_) = counted(module(), made).asked
    assert first.answered is None


def test_safety_is_held_to_more_and_comes_first() -> None:
    """80 of 100 is too few for a must-know and enough for another; too few people judge nothing."""
    assert asked("drive-tonight", right=80, missed=20).needs_better
    assert not asked("what-helps", right=80, missed=20).needs_better
    assert asked("what-helps", right=60, unsure=40).needs_better
    assert not asked("drive-tonight", right=4, missed=12).needs_better
    both = cells("drive-tonight", right=80, missed=20) | cells("what-helps", right=10, missed=90)
    found = to_mend([counted(module(), both)])
    assert [one.id for _, one in found] == ["drive-tonight", "what-helps"]


def test_where_nobody_came_nothing_is_told() -> None:
    """A module without counts has no numbers, and nothing to mend."""
    made = counted(module(), {})
    assert isinstance(made, Counted)
    assert made.opened is None
    assert {one.answered for one in made.asked} == {None}
    assert to_mend([made]) == []
