"""Items: which fail and what is chosen instead, safety first, with where to mend it and nobody's name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from edu_tui.staff.report.words import chosen_words, went_words
from edu_tui.staff.report.written import as_csv, as_json
from tests.report.clinic import Clinic, busy
from tests.report.reading import board_of, item

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


def test_safety_comes_first_then_what_was_right_least_often(tmp_path: Path) -> None:
    """First tries alone are counted; a second try changes nothing."""
    items = board_of(busy(Clinic(tmp_path))).items
    told = [(one.item, one.must_know, one.right, one.answered, one.share) for one in items]
    assert told == [
        ("two-hours", True, 1, 3, 33),
        ("alone", True, 1, 1, 100),
        ("sort", False, 0, 2, 0),
        ("steps", False, 0, 2, 0),
    ]
    assert went_words(items[2]) == "0 of 2 right at once. 1 left empty."
    assert went_words(items[3]) == "0 of 2 right at once. 1 not sure."


def test_the_commonest_mistake_comes_in_the_authors_words(tmp_path: Path) -> None:
    """Of a choice the misconception, of sorting the group, of an order the place where it first departs."""
    board = board_of(busy(Clinic(tmp_path)))
    told = {
        one.item: [(chosen_words(wrong), wrong.times) for wrong in one.wrong] for one in board.items
    }
    assert told == {
        "two-hours": [('"One hour": feeling-fine-is-enough', 2)],
        "alone": [],
        "sort": [('"The score falls" sorted as "Watch"', 1)],
        "steps": [('"Note it" at place 2', 1)],
    }


def test_the_commonest_of_several_is_first(clinic: Clinic) -> None:
    """Counted over all learners; of two that are as common, the one whose id comes first."""
    wrong = ["ride", "one", "ride", "one", "ride"]
    beliefs = {"one": "feeling-fine-is-enough", "ride": "ride-means-ready"}
    for at, chosen in enumerate(wrong):
        clinic.answered(f"n-{at}", "watching", "two-hours", "shown", [chosen], (beliefs[chosen],))
    found = item(board_of(clinic.close()), "two-hours")
    assert [(mistake.mistake.id, mistake.times) for mistake in found.wrong] == [
        ("ride-means-ready", 3), ("feeling-fine-is-enough", 2),
    ]  # fmt: skip


def test_it_says_where_to_mend_it(tmp_path: Path) -> None:
    """File and line of the item and of the passage it teaches, as an editor counts them."""
    clinic = busy(Clinic(tmp_path))
    one = item(board_of(clinic), "steps")
    for place, begins in ((one.place, "- id: steps"), (one.passage, "- id: alert")):
        file, _, line = place.rpartition(":")
        lines = (clinic.library / file).read_text().splitlines()
        assert lines[int(line) - 1].strip() == begins


def test_an_item_that_asks_otherwise_now_is_kept_apart(tmp_path: Path) -> None:
    """Its old answers do not count for the new words; what was chosen stays known by its id."""
    clinic = busy(Clinic(tmp_path))
    clinic.edit("watching", "How long is the least?", "How long is the shortest stay?")
    clinic.answered("n-104", "watching", "two-hours", "right", ["answer"]).close()
    items = [one for one in board_of(clinic).items if one.item == "two-hours"]
    assert sorted((one.current, one.answered, one.right) for one in items) == [
        (False, 3, 1), (True, 1, 1),
    ]  # fmt: skip
    old = next(one for one in items if not one.current)
    assert old.must_know
    assert [(mistake.mistake.text, mistake.mistake.belief) for mistake in old.wrong] == [
        ("", "feeling-fine-is-enough")
    ]


def test_an_item_that_is_gone_is_told_by_its_id(tmp_path: Path) -> None:
    """A library without that module at all: counts and ids are there, words and places are not."""
    clinic = busy(Clinic(tmp_path))
    (clinic.library / "en" / "watching.yaml").unlink()
    one = next(one for one in board_of(clinic).items if one.item == "two-hours")
    assert (one.current, one.ask, one.place, one.passage, one.title) == (
        False,
        "",
        "",
        "",
        "watching",
    )
    assert (one.answered, one.right) == (3, 1)


def test_practice_is_not_counted(clinic: Clinic) -> None:
    """An answer outside of an assessment is nobody's business here."""
    clinic.record("n-101", "answered", "2026-11-20", "watching", "?two-hours", "v", verdict="shown", chosen=["one"], misconceptions=["feeling-fine-is-enough"], **{"try": 1})  # fmt: skip
    assert board_of(clinic.close()).items == ()


def test_a_detail_that_cannot_be_read_costs_only_its_mistake(tmp_path: Path) -> None:
    """The answer still counts as not right."""
    import sqlite3
    from contextlib import closing

    clinic = busy(Clinic(tmp_path))
    with closing(sqlite3.connect(clinic.path)) as db:
        db.execute("drop trigger record_never_update")
        db.execute("update record set detail = '{' where unit = '?steps'")
        db.commit()
    one = item(board_of(clinic), "steps")
    assert (one.answered, one.right, one.wrong) == (2, 0, ())


def test_no_learner_is_in_it(tmp_path: Path) -> None:
    """Neither CSV nor JSON of items has an id of anybody, nor a time."""
    board = board_of(busy(Clinic(tmp_path)))._replace(names={"n-101": "Ana Ruiz"})
    for made in (as_csv("items", board), as_json("items", board)):
        for name in ("n-101", "n-102", "n-103", "rn-7", "Ana", "2026-11-20"):
            assert name not in made
    record = json.loads(as_json("items", board))
    assert record["items"][0]["wrong"][0]["times"] == 2
