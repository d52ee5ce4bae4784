"""What is known of a reader, folded from what happened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.learning.history import History, from_plain
from edu_tui.learning.plan import Plan
from edu_tui.staff.learning.attempts import Attempts
from tests.happened import happened

from .days import Diary, folded

if TYPE_CHECKING:
    from edu_tui.learning.event import Event


def test_each_module_keeps_its_own_place() -> None:
    """The page that was open last is known by module, and which module was last."""
    diary = Diary()
    diary.record("stopped", "ride", anchor=2000, detailed=True).record(
        "stopped", "arrive", module="day", anchor=0
    )
    stop = diary.history.trace("home").stop
    assert stop is not None
    assert (stop.unit, stop.anchor, stop.detailed) == ("ride", 2000, True)
    assert diary.history.last == "day"
    assert diary.history.trace("other").stop is None


@pytest.mark.parametrize(
    ("verdict", "behaviour", "mark"),
    [
        ("right", "check", "clear"),
        ("shown", "check", "missed"),
        ("unsure", "check", "unsure"),
        ("right", "review", "clear"),
        ("try-again", "check", "missed"),
        ("noted", "assess", None),
        ("right", "guess", None),
        ("shown", "guess", None),
    ],
)
def test_which_answers_leave_a_mark(verdict: str, behaviour: str, mark: str | None) -> None:
    """A first miss leaves one until the next try; what can still be changed and a guess leave none."""
    diary = Diary().answered("drive", verdict, behaviour=behaviour)
    answer = diary.history.trace("home").answers.get("?drive")
    assert (answer.mark if answer else None) == mark


def test_the_latest_answer_counts_and_reading_changes_none() -> None:
    """A right answer after a miss makes it clear; reading, walking and stopping leave it so."""
    diary = Diary().answered("a", "shown").answered("a", "right", **{"try": 2})
    diary.record("read", "ride").record("walked", "infusion/arrive").record("stopped", "ride")
    answer = diary.history.trace("home").answers["?a"]
    assert (answer.mark, answer.first) == ("clear", False)


def test_a_route_is_walked_out_at_its_last_step() -> None:
    """Seeing the last step of a route is what counts."""
    diary = Diary().record("walked", "infusion/arrive", last=False)
    assert not diary.history.trace("home").walked_out
    diary.record("walked", "infusion/leave", last=True)
    assert list(diary.history.trace("home").walked_out) == ["infusion"]


def test_missed_and_unsure_join_the_list_and_clear_leaves_it() -> None:
    """What is not clear is on my questions with its words, until it is clear."""
    diary = Diary().answered("a", "shown").answered("b", "unsure").answered("c", "right")
    asks = diary.history.asks.asks
    assert [(ask.text, ask.place, ask.why) for ask in asks] == [
        ("What about a", "?a", "missed"),
        ("What about b", "?b", "unsure"),
    ]
    diary.answered("a", "right", **{"try": 2})
    assert [ask.place for ask in diary.history.asks.asks] == ["?b"]


def test_a_note_outlives_the_miss_it_was_written_about() -> None:
    """Own words about a missed question stay on the list when the question becomes clear."""
    diary = Diary().answered("a", "shown")
    diary.record("asked", "?a", text="What about a", why="missed", note="My sister drives")
    diary.answered("a", "unsure").answered("a", "right", **{"try": 2})
    (ask,) = diary.history.asks.asks
    assert ask.note == "My sister drives"


def test_what_the_reader_put_on_the_list_leaves_when_taken_off() -> None:
    """A page asked about is there once, and gone when it is dropped."""
    diary = Diary()
    page = {"text": "Your ride", "why": "page"}
    diary.record("asked", "ride", **page).record("asked", "ride", **page)
    assert len(diary.history.asks) == 1
    diary.record("dropped", "ride", **page)
    assert len(diary.history.asks) == 0


@pytest.mark.parametrize(
    ("module", "unit", "left"),
    [
        ("home", "?a", {"home": ["?b"], "day": ["?a"]}),
        ("home", "", {"day": ["?a"]}),
        ("", "", {}),
    ],
)
def test_what_is_forgotten_is_as_if_it_had_never_been(
    module: str, unit: str, left: dict[str, list[str]]
) -> None:
    """An answer, a module or everything goes, with what it put on the list, and nothing else."""
    diary = Diary().answered("a", "shown").answered("b", "shown")
    diary.answered("a", "shown", module="day")
    diary.history.apply(happened("forgotten", diary.now + 1, module, unit=unit))
    found = {name: list(trace.answers) for name, trace in diary.history.traces.items()}
    assert found == left
    asked: dict[str, list[str]] = {}
    for ask in diary.history.asks.asks:
        asked.setdefault(ask.module, []).append(ask.place)
    assert asked == left


def test_with_everything_the_day_and_the_reviews_are_forgotten() -> None:
    """No appointment and no plan is left, nothing that was asked again today, no words begun, no module to go on with."""
    diary = Diary().record("appointed", day="2026-12-01").answered("a", "right", behaviour="review")
    diary.record("drafted", "ride", text="My bus", why="own")
    diary.record("planned", parts=["home"], missing=1)
    assert len(diary.history.reviews) == 1
    diary.history.apply(happened("forgotten", diary.now + 1))
    left = diary.history.as_plain() | {"latest": 0}
    assert left == History(Attempts()).as_plain()


def test_a_module_that_is_forgotten_is_not_the_last_one() -> None:
    """Nothing offers to go on in it; with another module forgotten, it stays the last."""
    diary = Diary().record("stopped", "ride").record("stopped", "arrive", module="day")
    diary.history.apply(happened("forgotten", diary.now + 1, "home"))
    assert diary.history.last == "day"
    diary.history.apply(happened("forgotten", diary.now + 2, "day"))
    assert diary.history.last == ""


def test_the_appointment_can_be_set_and_taken_back() -> None:
    """The latest day counts; an empty one means none."""
    diary = Diary().record("appointed", day="2026-12-01")
    assert diary.history.appointment == "2026-12-01"
    assert diary.record("appointed", day="").history.appointment == ""


def test_the_latest_plan_counts_and_an_empty_one_is_none() -> None:
    """A plan takes the place of the one before, in its own order; forgetting one of its modules leaves it."""
    diary = Diary().record("planned", parts=["day"], missing=2)
    diary.record("planned", parts=["home", "day"])
    assert diary.history.plan == Plan(("home", "day"))
    diary.history.apply(happened("forgotten", diary.now + 1, "home"))
    assert diary.history.plan.parts == ("home", "day")
    assert diary.record("planned", parts=[]).history.plan == Plan()


UNITS = st.sampled_from(["a", "b", "?a", "?b", "r/s", "r/t"])
EVENTS = st.builds(
    happened,
    kind=st.sampled_from(
        [
            "stopped",
            "read",
            "walked",
            "answered",
            "asked",
            "dropped",
            "drafted",
            "appointed",
            "planned",
            "forgotten",
        ]
    ),
    at=st.integers(0, 10**13),
    module=st.sampled_from(["", "home", "day"]),
    language=st.sampled_from(["en", "es"]),
    version=st.just("m"),
    unit=UNITS,
    unit_version=st.sampled_from(["v1", "v2"]),
    detail=st.fixed_dictionaries(
        {"verdict": st.sampled_from(["right", "shown", "unsure", "try-again", "noted"])},
        optional={
            "behaviour": st.sampled_from(["check", "review", "guess"]),
            "try": st.integers(0, 3),
            "text": st.text(max_size=5),
            "ask": st.text(max_size=5),
            "why": st.sampled_from(["own", "page", "missed", "unsure"]),
            "note": st.text(max_size=3),
            "card": st.just([5, 1, 1.5, 2.5]),
            "last": st.booleans(),
            "anchor": st.integers(0, 9000),
            "day": st.just("2026-12-01"),
            "parts": st.lists(st.sampled_from(["home", "day"]), max_size=3),
            "missing": st.integers(0, 2),
        },
    ),
)


@given(st.lists(EVENTS, max_size=30), st.integers(0, 30))
def test_a_fold_written_down_half_way_is_the_same_fold(events: list[Event], half: int) -> None:
    """Folding some, writing that down as JSON, reading it back and folding the rest changes nothing."""
    before = json.loads(json.dumps(folded(events[:half]).as_plain()))
    later = from_plain(before, Attempts())
    for event in events[half:]:
        later.apply(event)
    assert json.dumps(later.as_plain()) == json.dumps(folded(events).as_plain())


def test_nothing_is_known_at_first() -> None:
    """A history without events is empty."""
    assert History().is_empty
    assert not Diary().record("stopped", "ride").history.is_empty
