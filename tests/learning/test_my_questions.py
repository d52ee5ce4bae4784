"""The list of things to ask a person."""

from __future__ import annotations

import pytest

from edu_tui.learning.my_questions import Ask, MyQuestions

PAGE = Ask("Who can drive you home", "home", "ride", "page")


def own(text: str, module: str = "home") -> Ask:
    """Something in the reader's own words."""
    return Ask(text, module, "", "own")


def test_in_order() -> None:
    """Things stay in the order they were added, and can be taken off."""
    mine = MyQuestions()
    for ask in (own("Can I eat?"), PAGE, own("Can I swim?")):
        mine.put(ask)
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
    mine.put(own("Can I eat?"))
    mine.put(PAGE)
    assert mine.is_new(second) is joins
    mine.put(second)
    assert len(mine) == 2 + joins


def test_clear_leaves_and_what_the_reader_added_stays() -> None:
    """What joined by itself leaves when it is clear; the same place added by the reader does not."""
    mine = MyQuestions()
    mine.put(PAGE._replace(place="?a"))
    mine.settle(Ask("What about a?", "home", "?a", "missed"))
    mine.settle(Ask("What about a?", "home", "?a", "unsure"))
    assert [ask.why for ask in mine.asks] == ["page", "unsure"]
    mine.clear("day", "?a")
    assert len(mine) == 2
    mine.clear("home", "?a")
    assert [ask.why for ask in mine.asks] == ["page"]


def test_own_words_stay_with_what_they_are_about() -> None:
    """A note is brought up to date in its old place, and is not lost when the reason changes."""
    mine = MyQuestions()
    mine.put(PAGE)
    mine.put(own("Can I eat?"))
    mine.put(PAGE._replace(note="My sister drives"))
    assert mine.asks[0].note == "My sister drives"
    mine.settle(Ask("What about a?", "home", "?a", "missed"))
    mine.put(Ask("What about a?", "home", "?a", "missed", "Ask Dr. M."))
    mine.settle(Ask("What about a?", "home", "?a", "unsure"))
    assert (mine.asks[2].why, mine.asks[2].note) == ("unsure", "Ask Dr. M.")
