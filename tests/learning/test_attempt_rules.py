"""What an attempt comes to, for any answers: the rules said once more, in other words, and held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from edu_tui.staff.learning.assessment import Attempt, needed

from .builders import answer_right, answer_wrong, judge, multiple, order, single

if TYPE_CHECKING:
    from edu_tui.model.question import Question

MAKERS = (single, multiple, order, judge)
WAYS = st.sampled_from(["right", "wrong", "unsure", "blank"])


@st.composite
def sittings(draw: st.DrawFn) -> tuple[list[Question], list[str], list[str]]:
    """Up to twelve items, some must-know, and what becomes of each at the first and the second try."""
    items = draw(
        st.lists(st.tuples(st.sampled_from(MAKERS), st.booleans()), min_size=1, max_size=12)
    )
    made = [
        maker(question_id=f"q{at}", must_know=must_know) for at, (maker, must_know) in enumerate(items)
    ]  # fmt: skip
    ways = st.lists(WAYS, min_size=len(made), max_size=len(made))
    mostly = st.lists(st.sampled_from(["right"] * 6 + ["wrong", "unsure", "blank"]), min_size=len(made), max_size=len(made))  # fmt: skip
    return made, draw(st.one_of(ways, mostly)), draw(st.one_of(ways, mostly))


def sit(attempt: Attempt, ways: dict[str, str]) -> None:
    """Answer the open try so, and hand it in."""
    for at, item in enumerate(attempt.run.items):
        attempt.run.go_to(at)
        way = ways[item.question.id]
        if way == "right":
            answer_right(attempt.run)
        elif way == "wrong":
            answer_wrong(attempt.run)
        elif way == "unsure":
            attempt.run.unsure()
    assert not attempt.handed_in
    attempt.hand_in()


@given(sittings(), st.integers(1, 100), st.integers(1, 2))
def test_any_sitting_comes_to_what_the_rules_say(
    sitting: tuple[list[Question], list[str], list[str]], mastery: int, tries: int
) -> None:
    """Every must-know and enough of the others in the end; a second try only for what was not right,
    only where most was, and only where two are given.
    """
    items, first, second = sitting
    names = [item.id for item in items]
    ways, later = dict(zip(names, first, strict=True)), dict(zip(names, second, strict=True))
    attempt = Attempt(items, mastery, tries, 7)
    sit(attempt, ways)
    right = {name for name in names if ways[name] == "right"}
    at_first = right
    most = len(right) / len(names) >= mastery / 100
    assert attempt.may_try_again == (tries == 2 and len(right) < len(names) and most)
    if attempt.may_try_again:
        attempt.again()
        assert [item.question.id for item in attempt.run.items] == [
            name for name in names if name not in right
        ]
        sit(attempt, later)
        right = right | {name for name in names if later[name] == "right"}
    assert attempt.over
    assert not attempt.may_try_again
    result, must = attempt.result(), {item.id for item in items if item.must_know}
    others = set(names) - must
    assert result.passed == (must <= right and len(others & right) * 100 >= mastery * len(others))
    assert result.must_know == (len(must & right), len(must))
    assert result.final == (len(others & right), len(others))
    assert result.first == (len(others & at_first), len(others))
    assert set(result.missed_must_know) == must - right
    assert set(result.missed) == others - right


@given(sittings(), st.integers(0, 2**48))
def test_made_again_by_its_seed_it_is_shown_the_same(
    sitting: tuple[list[Question], list[str], list[str]], seed: int
) -> None:
    """The same items and seed show all there is to choose in the same order, at each try."""
    items = sitting[0]
    shown = []
    for _ in range(2):
        attempt = Attempt(items, 1, 2, seed)
        first = [item.shown for item in attempt.run.items]
        sit(attempt, {item.id: "right" if at == 0 else "blank" for at, item in enumerate(items)})
        if attempt.may_try_again:
            attempt.again()
        shown.append((first, [item.shown for item in attempt.run.items]))
    assert shown[0] == shown[1]


@given(st.integers(1, 100), st.integers(0, 200))
def test_so_many_are_needed(mastery: int, of: int) -> None:
    """The number that is told is enough, and one less is not."""
    many = needed(mastery, of)
    assert many * 100 >= mastery * of
    assert of == 0 or (many - 1) * 100 < mastery * of
