"""What was read, walked and answered since the program started."""

from __future__ import annotations

import random
from typing import NamedTuple

import pytest

from edu_tui.learning.behaviour import ASSESS, GUESS
from edu_tui.learning.progress import Place, Progress
from edu_tui.learning.walk import Walk

from .builders import answer_wrong, end_as, route, single, start


class Entry(NamedTuple):
    """As much of an index entry as progress looks at."""

    id: str = "home"
    parts: int = 2


def test_new_reading_read() -> None:
    """A module is new, then being read, then read when all its sections were."""
    progress = Progress()
    states = [progress.state(Entry())]
    for section in ("food", "food", "ride"):
        progress.read("home", section)
        states.append(progress.state(Entry()))
    assert states == ["new", "reading", "reading", "read"]
    assert progress.has_read("home", "ride")
    assert progress.state(Entry("other")) == "new"


def test_a_walk_alone() -> None:
    """A module without sections is read when one route was walked to its last step."""
    progress, walk = Progress(), Walk(route("before", "after"))
    entry = Entry("day", 0)
    states = [progress.state(entry)]
    for one in (walk, walk.next(), walk):
        progress.walk("day", one)
        states.append(progress.state(entry))
    assert states == ["new", "reading", "read", "read"]
    assert progress.has_walked("day", "infusion", "s1")
    assert not progress.has_walked("day", "spray", "s1")


def test_place() -> None:
    """Each module keeps its own place, and the last module is known."""
    progress = Progress()
    assert (progress.last_module, progress.place("home")) == ("", None)
    progress.stop_at("home", Place("ride", 120))
    progress.stop_at("day", Place("arrive", 0))
    assert progress.place("home") == ("ride", 120)
    assert progress.last_module == "day"
    assert progress.state(Entry()) == "reading"


def test_looking_changes_nothing() -> None:
    """Asking about a module that nobody opened leaves it new and the last place where it was."""
    progress = Progress()
    progress.read("home", "ride")
    progress.to_talk_about("other")
    progress.mark("other", "q")
    assert (progress.state(Entry("other")), progress.last_module) == ("new", "home")


def test_marks() -> None:
    """Marks are taken over from a run; skipped and open ones stay open."""
    progress, run = Progress(), start(*(single(name) for name in "abcde"))
    end_as(run, "clear", "missed", "unsure", "skipped")
    progress.answered("home", run.items)
    assert [progress.mark("home", name) for name in "abcde"] == [
        "clear",
        "missed",
        "unsure",
        "open",
        "open",
    ]
    assert (progress.clear("home"), progress.to_talk_about("home")) == (1, ("b", "c"))
    assert progress.to_talk_about("other") == ()


def test_so_far() -> None:
    """How far a module is comes as one frozen record, each thing once, in the order it came."""
    progress, run = Progress(), start(*(single(name) for name in "abc"))
    end_as(run, "missed", "clear", "unsure")
    progress.answered("home", run.items)
    for section in ("food", "ride", "food"):
        progress.read("home", section)
    assert progress.of("home") == (("food", "ride"), ("b",), ("a", "c"))
    assert progress.of("other") == ((), (), ())


@pytest.mark.parametrize(
    ("end", "expected"), [("clear", "clear"), ("unsure", "unsure"), ("skipped", "missed")]
)
def test_a_later_answer_counts(end: str, expected: str) -> None:
    """A clear answer in a retry makes "missed" clear; skipping the retry leaves it."""
    progress, run = Progress(), start(single("a"))
    end_as(run, "missed")
    progress.answered("home", run.items)
    again = run.retry(random.Random(1))
    end_as(again, end)
    progress.answered("home", again.items)
    assert progress.mark("home", "a") == expected


def test_reading_again_never_changes_a_mark() -> None:
    """Reading, walking, stopping and looking back leave every mark as it was."""
    progress, run = Progress(), start(single("a"), single("b"))
    end_as(run, "clear", "missed")
    progress.answered("home", run.items)
    run.back()
    run.choose("right-0")
    progress.answered("home", run.items)
    progress.read("home", "ride")
    progress.walk("home", Walk(route("before")))
    progress.stop_at("home", Place("ride", 0))
    assert [progress.mark("home", name) for name in "ab"] == ["clear", "missed"]


@pytest.mark.parametrize("end", ["clear", "missed", "unsure"])
def test_a_guess_marks_nothing(end: str) -> None:
    """A question answered as a guess keeps the mark it had."""
    progress, run = Progress(), start(single("a"), behaviour=GUESS)
    end_as(run, end)
    progress.answered("home", run.items)
    assert progress.mark("home", "a") == "open"


def test_an_assessment_counts_when_handed_in() -> None:
    """An answer that can still be changed marks nothing yet, "not sure" included."""
    progress, run = Progress(), start(single("a"), single("b"), behaviour=ASSESS)
    run.unsure()
    run.advance()
    answer_wrong(run)
    progress.answered("home", run.items)
    assert progress.to_talk_about("home") == ()
    run.hand_in()
    progress.answered("home", run.items)
    assert progress.to_talk_about("home") == ("a", "b")
