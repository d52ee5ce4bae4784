"""The list of things to ask a person."""

from __future__ import annotations

import random

import pytest

from edu_tui.learning.behaviour import ASSESS
from edu_tui.learning.my_questions import Ask, MyQuestions

from .builders import end_as, single, start

PAGE = Ask("Who can drive you home", "home", "ride", "page")


def own(text: str, module: str = "home") -> Ask:
    """Something in the reader's own words."""
    return Ask(text, module, "", "own")


def test_in_order() -> None:
    """Things stay in the order they were added, and can be taken off."""
    mine = MyQuestions()
    for ask in (own("Can I eat?"), PAGE, own("Can I swim?")):
        assert mine.add(ask)
    mine.remove(PAGE)
    mine.remove(PAGE)
    assert [ask.text for ask in mine.asks] == ["Can I eat?", "Can I swim?"]
    assert len(mine) == 2


@pytest.mark.parametrize(
    ("second", "joins"),
    [
        (own("can i  eat? "), False),
        (own("Can I eat?", "other"), False),
        (own("Can I swim?"), True),
        (own("  "), False),
        (PAGE._replace(text="Another wording"), False),
        (PAGE._replace(module="other"), True),
        (PAGE._replace(place="food"), True),
        (PAGE._replace(why="missed"), True),
    ],
)
def test_no_duplicates(second: Ask, joins: bool) -> None:
    """Own words are the same by their words, the rest by where and why; blank words say nothing."""
    mine = MyQuestions()
    mine.add(own("Can I eat?"))
    mine.add(PAGE)
    assert mine.add(second) is joins
    assert len(mine) == 2 + joins


def test_add_page() -> None:
    """Asking about a page adds it once."""
    mine = MyQuestions()
    assert mine.add_page("home", "ride", "Who can drive you home")
    assert not mine.add_page("home", "ride", "Who can drive you home")
    assert mine.asks == (PAGE,)


def test_missed_and_unsure_join() -> None:
    """What was missed or unsure joins by itself, once, with its stem; the rest does not."""
    mine, run = MyQuestions(), start(*(single(name) for name in "abcd"))
    end_as(run, "clear", "missed", "unsure", "skipped")
    mine.join("home", run.items)
    mine.join("home", run.items)
    assert mine.asks == (
        Ask("What about b?", "home", "b", "missed"),
        Ask("What about c?", "home", "c", "unsure"),
    )


def test_clear_leaves() -> None:
    """What becomes clear in a retry leaves by itself; what stays unclear keeps its place."""
    mine, run = MyQuestions(), start(*(single(name) for name in "abc"))
    end_as(run, "missed", "missed", "unsure")
    mine.join("home", run.items)
    mine.add(own("Can I eat?"))
    again = run.retry(random.Random(1))
    end_as(again, "unsure", "clear", "skipped")
    mine.join("home", again.items)
    assert [(ask.place, ask.why) for ask in mine.asks] == [
        ("a", "unsure"),
        ("c", "unsure"),
        ("", "own"),
    ]


def test_what_the_reader_added_stays() -> None:
    """What the reader added about a question stays when the question becomes clear."""
    mine, run = MyQuestions(), start(single("a"))
    mine.add(Ask("What about a?", "home", "a", "page"))
    end_as(run, "missed")
    mine.join("home", run.items)
    again = run.retry(random.Random(1))
    end_as(again, "clear")
    mine.join("home", again.items)
    assert mine.asks == (Ask("What about a?", "home", "a", "page"),)


def test_another_module_is_another_question() -> None:
    """A question of the same id in another module does not leave with this one."""
    mine = MyQuestions()
    for module, end in (("home", "missed"), ("day", "missed"), ("home", "clear")):
        run = start(single("a"))
        end_as(run, end)
        mine.join(module, run.items)
    assert [ask.module for ask in mine.asks] == ["day"]


def test_what_can_still_be_changed_does_not_join() -> None:
    """An unsure answer in an assessment joins when it is handed in, not while it can be changed."""
    mine, run = MyQuestions(), start(single("a"), behaviour=ASSESS)
    run.unsure()
    mine.join("home", run.items)
    assert len(mine) == 0
    run.hand_in()
    mine.join("home", run.items)
    assert [ask.why for ask in mine.asks] == ["unsure"]
