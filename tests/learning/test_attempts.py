"""What is known of a learner's attempts: folded from events, in any two halves the same, and never mixed up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from edu_tui.learning.history import from_plain
from edu_tui.model.library import Course, Role
from edu_tui.staff.learning.attempts import Attempts, attempts_in
from edu_tui.staff.learning.comprehension import begun_on, comprehension
from tests.happened import happened

from .days import Diary, folded

if TYPE_CHECKING:
    from edu_tui.learning.event import Event

COURSE = Course("staff", {"en": "Staff"}, "staff", ("home", "day"), 80, 365, "")


def began(attempt: str, *drawn: str, **detail: Any) -> dict[str, Any]:
    """The detail of a `began`."""
    plain = {
        "attempt": attempt, "course": "staff", "seed": 7, "drawn": list(drawn),
        "versions": ["v1"] * len(drawn), "scope": "all", "tries": 2, "mastery": 80,
    }  # fmt: skip
    return {**plain, **detail}


def ended(attempt: str, until: str = "2027-11-25", **detail: Any) -> dict[str, Any]:
    """The detail of a `passed` or `failed`."""
    plain = {
        "attempt": attempt, "course": "staff", "scope": "all", "first": [4, 5], "final": [5, 5],
        "must_know": [5, 5], "mastery": 80, "parts": {"ride": "v1"}, "hash": "h", "until": until,
    }  # fmt: skip
    return {**plain, **detail}


def answered(attempt: str, number: int, verdict: str = "right") -> dict[str, Any]:
    """The detail of an answer that was handed in."""
    return {"attempt": attempt, "try": number, "verdict": verdict, "behaviour": "assess", "chosen": ["a"]}  # fmt: skip


def test_an_attempt_is_open_until_it_ends() -> None:
    """Begun it is open with its drafts, handed in once it is open at its second try, and ended it is closed."""
    diary = Diary().record("began", **began("x", "q1", "q2"))
    diary.record(
        "chose",
        "?q1",
        **dict[str, Any]({"attempt": "x", "try": 1, "chosen": ["a"], "unsure": False}),
    )
    diary.record(
        "chose",
        "?q1",
        **dict[str, Any]({"attempt": "x", "try": 1, "chosen": ["b"], "unsure": False}),
    )
    attempts = attempts_in(diary.history)
    begun = attempts.open_in("home")
    assert begun is not None
    assert begun.drawn == ("q1", "q2")
    assert attempts.drafts["x"]["1 q1"].chosen == ("b",)
    assert attempts.open_in("day") is None
    diary.record("answered", "?q1", **answered("x", 1)).record("answered", "?q2", **answered("x", 1, "unsure"))  # fmt: skip
    assert attempts.open_in("home") is not None
    assert attempts.handed == {"x": 1}
    assert attempts.drafts["x"]["1 q2"].unsure
    diary.record("passed", **ended("x"))
    assert attempts.open_in("home") is None
    assert (attempts.drafts, attempts.handed) == ({}, {})


def test_passes_and_failures_newest_first() -> None:
    """The latest pass counts, whatever failed after it; the older ones are all there."""
    diary = Diary()
    for name, kind in (("a", "failed"), ("b", "passed"), ("c", "passed"), ("d", "failed")):
        diary.record("began", **began(name)).record("passed" if kind == "passed" else "failed", **ended(name))  # fmt: skip
    attempts = attempts_in(diary.history)
    assert [(one.id, one.passed) for one in attempts.of("home")] == [("d", False), ("c", True), ("b", True), ("a", False)]  # fmt: skip
    latest = attempts.passed("home")
    assert latest is not None
    assert latest.id == "c"
    found = comprehension(attempts, COURSE, "home", None, "2027-01-01")
    assert (found.kind, found.failures, found.due) == ("passed", 1, "2027-11-25")
    assert comprehension(attempts, COURSE, "home", None, "2027-11-25").holds
    assert comprehension(attempts, COURSE, "home", None, "2027-11-26").kind == "lapsed"
    assert comprehension(attempts, COURSE, "day", None, "2027-01-01").kind == "none"


def test_what_is_void_does_not_count() -> None:
    """A void attempt is neither open nor one of the day's; a failed one is."""
    diary = Diary().record("began", **began("x")).record("voided", attempt="x")
    diary.record("began", **began("y")).record("failed", **ended("y"))
    attempts = attempts_in(diary.history)
    assert attempts.open_in("home") is None
    assert begun_on(attempts, "home", "today", lambda at: "today") == 1
    assert begun_on(attempts, "home", "today", lambda at: "another day") == 0


def test_three_facts_stand_beside_each_other() -> None:
    """Read to the end, passed, and seen by an observer: none of them makes another."""
    diary = Diary().record("completed", course="staff")
    attempts = attempts_in(diary.history)
    assert attempts.passed("home") is None
    assert attempts.completed["home"][1] == "m1"
    diary.record("observed", course="staff", skill="vital-signs", observer="rn-7", result="not-yet")
    diary.record("observed", course="staff", skill="vital-signs", observer="rn-9", result="can")
    assert (attempts.observed["vital-signs"].result, attempts.observed["vital-signs"].observer) == ("can", "rn-9")  # fmt: skip
    assert comprehension(attempts, COURSE, "home", None, "2027-01-01").kind == "none"


def test_a_role_is_asked_for_its_own_modules_alone() -> None:
    """The grace of a new hire is for what the role asks; without a role for the whole course."""
    course = COURSE._replace(roles=(Role("desk", {"en": "Desk"}, ("day",), ()),))
    for role, due in (("desk", ""), ("", "2026-12-01")):
        diary = Diary().record("enrolled", course="staff", role=role, hired="2026-11-01")
        attempts = attempts_in(diary.history)
        assert comprehension(attempts, course, "home", None, "2026-11-25").due == due
        assert comprehension(attempts, course, "day", None, "2026-11-25").due == "2026-12-01"


def test_an_assessment_leaves_no_mark_on_practice() -> None:
    """A miss under assessment is on no list of questions, and no trace of the module knows it."""
    diary = Diary().record("began", **began("x", "q1"))
    diary.record("answered", "?q1", **answered("x", 1, "shown"))
    assert diary.history.traces == {}
    assert len(diary.history.asks) == 0


# any events


@st.composite
def lives(draw: st.DrawFn) -> list[Event]:
    """What several attempts at two modules may leave behind, in any order, sense or not."""
    names, kinds = st.sampled_from(["x", "y", "z"]), st.sampled_from(
        ["began", "chose", "answered", "voided", "passed", "failed", "completed", "observed", "enrolled"]
    )  # fmt: skip
    events = []
    for at, (kind, name) in enumerate(draw(st.lists(st.tuples(kinds, names), max_size=30))):
        number = draw(st.integers(1, 2))
        detail: dict[str, Any] = {
            "began": began(name, "q1", "q2"),
            "chose": {"attempt": name, "try": number, "chosen": ["a"], "unsure": draw(st.booleans())},
            "answered": answered(name, number),
            "passed": ended(name),
            "failed": ended(name, ""),
            "observed": {"skill": name, "observer": "rn-7", "result": "can"},
            "enrolled": {"course": "staff", "role": name, "hired": "2026-11-01"},
        }.get(kind, {"attempt": name})  # fmt: skip
        module = draw(st.sampled_from(["home", "day"]))
        events.append(happened(kind, at, module, "en", "m1", "?q1", "v1", detail, f"id-{at}"))
    return events


@given(lives(), st.integers(0, 30))
def test_written_down_anywhere_it_goes_on_the_same(events: list[Event], cut: int) -> None:
    """Folded in one go, or written down as JSON after any event and gone on with: the same."""
    whole = folded(events)
    first = folded(events[:cut])
    second = from_plain(json.loads(json.dumps(first.as_plain())), Attempts())
    for event in events[cut:]:
        second.apply(event)
    assert second.as_plain() == whole.as_plain()
    assert vars(second.extra) == vars(whole.extra)


@given(lives())
def test_at_most_one_attempt_is_open_in_a_module(events: list[Event]) -> None:
    """Whatever comes: an open attempt has not ended, and drafts are kept of open ones alone."""
    attempts = Attempts()
    for event in events:
        attempts.apply(event)
        for module in ("home", "day"):
            begun = attempts.open_in(module)
            assert begun is None or begun.id not in attempts.ended
        assert not set(attempts.drafts) & set(attempts.ended)
        assert set(attempts.drafts) <= set(attempts.begun)
    plain = json.loads(json.dumps(attempts.as_plain()))
    again = Attempts()
    again.restore(plain)
    assert vars(again) == vars(attempts)
