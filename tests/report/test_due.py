"""Due: who has to pass what and by when, the most urgent first, right at the ends of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.staff.report.words import when_words, why_words
from tests.report.clinic import Clinic, busy
from tests.report.reading import board_of, due_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


def test_the_most_urgent_come_first(tmp_path: Path) -> None:
    """Over before owed, owed before what comes, the nearest day first."""
    clinic = busy(Clinic(tmp_path))
    clinic.edit("waste", "Two people waste a dose.", "Two people waste every dose.")
    board = board_of(clinic, within=60)
    told = [(due.learner, due.module, due.why, due.days) for due in board.due]
    assert told == [
        ("n-103", "watching", "lapsed", -46),
        ("n-103", "waste", "changed", 15),
        ("n-101", "waste", "changed", 314),
        ("n-102", "waste", "new", 7),
        ("n-102", "watching", "new", 7),
        ("d-201", "watching", "new", 25),
    ]


@pytest.mark.parametrize(
    ("today", "within", "days"),
    [
        ("2026-12-20", 30, 12),
        ("2026-12-31", 1, 1),
        ("2026-12-31", 0, None),
        ("2027-01-01", 0, 0),
        ("2027-01-02", 0, -1),
        ("2026-12-02", 30, 30),
        ("2026-12-01", 30, None),
    ],
)
def test_a_pass_that_ends_at_new_year(clinic: Clinic, today: str, within: int, days: int | None) -> None:  # fmt: skip
    """1 January 2027 is the last good day: looked at from December, on the day, and after it."""
    clinic.enrol("d-1", role="desk", hired="2025-12-01")
    clinic.passed("d-1", "watching", "2026-01-01", "2027-01-01").close()
    found = due_of(board_of(clinic, today, within), "d-1")
    assert [due.days for due in found] == ([] if days is None else [days])
    assert [due.why for due in found] == (
        [] if days is None else ["lapsed" if days < 0 else "renew"]
    )


@pytest.mark.parametrize(
    ("hired", "today", "due", "days"),
    [
        ("2026-12-10", "2026-12-31", "2027-01-09", 9),
        ("2027-12-15", "2028-01-14", "2028-01-14", 0),
        ("2028-01-30", "2028-02-29", "2028-02-29", 0),
        ("2027-01-30", "2027-03-02", "2027-03-01", -1),
    ],
    ids=["over new year", "the last day", "a leap day", "a day over"],
)
def test_a_new_hire_has_grace_from_the_day_of_hire(clinic: Clinic, hired: str, today: str, due: str, days: int) -> None:  # fmt: skip
    """Thirty days, over the ends of months and years; then it is overdue."""
    clinic.enrol("d-1", role="desk", hired=hired).close()
    (one,) = due_of(board_of(clinic, today), "d-1")
    assert (one.why, one.due, one.days, one.overdue) == ("new", due, days, days < 0)


def test_a_changed_text_is_owed_whatever_the_day(clinic: Clinic) -> None:
    """It says how much: sections to read, questions to answer."""
    clinic.enrol("d-1", role="desk").passed("d-1", "watching", "2026-11-05", "2027-11-05").close()
    assert due_of(board_of(clinic), "d-1") == []
    clinic.edit("watching", "How long is the least?", "How long is the shortest stay?")
    (due,) = due_of(board_of(clinic), "d-1")
    assert (due.why, due.sections, due.items) == ("changed", 0, 1)
    assert when_words(due) == "owed now"
    assert why_words(due) == "the text changed: 0 sections, 1 question"


def test_layout_and_reasons_owe_nothing(clinic: Clinic) -> None:
    """A comment, or a reason that was mended, asks nobody for anything."""
    clinic.enrol("d-1", role="desk").passed("d-1", "watching", "2026-11-05", "2027-11-05").close()
    clinic.edit("watching", "why: Too short.", "why: That is too short.")
    clinic.edit("watching", "minutes: 3", "minutes: 3 # a comment")
    assert due_of(board_of(clinic), "d-1") == []


def test_a_text_that_waits_for_its_signature_is_owed_by_nobody(clinic: Clinic) -> None:
    """Once signed and changed since, it may not be taught: until it is signed again the pass holds."""
    from edu_tui.model.signed import hash_of_text

    clinic.enrol("d-1", role="desk").passed("d-1", "watching", "2026-11-05", "2027-11-05").close()
    open_library = clinic.open_library
    hashed = hash_of_text(open_library.sign_offs.text(open_library.module("watching", "en")))
    entry = f"- {{module: watching, language: en, hash: {hashed}, reviewer: Ana Ruiz, credential: RN, role: lead, scope: clinical, date: 2026-11-01, review_by: 2027-11-01}}"  # fmt: skip
    (clinic.library / "reviews.yaml").write_text(f"reviews:\n  {entry}\n")
    clinic.edit("watching", "How long is the least?", "How long is the shortest stay?")
    assert due_of(board_of(clinic), "d-1") == []
    (clinic.library / "reviews.yaml").unlink()
    assert [due.why for due in due_of(board_of(clinic), "d-1")] == ["changed"]


def test_who_was_not_asked_owes_nothing_new(clinic: Clinic) -> None:
    """Somebody who only looked into a module is not due; what they passed is renewed all the same."""
    clinic.failed("g-1", "watching", "2026-11-05")
    clinic.passed("g-1", "waste", "2025-12-05", "2026-12-05").close()
    assert [(due.module, due.why) for due in due_of(board_of(clinic), "g-1")] == [
        ("waste", "renew")
    ]


def test_without_a_day_of_hire_it_comes_last(clinic: Clinic) -> None:
    """It is there, and says that nobody knows the day."""
    clinic.enrol("a-1", role="desk", hired="2026-11-24")
    clinic.record("b-1", "enrolled", "2026-11-01", role="desk", hired="")
    found = board_of(clinic.close()).due
    assert [(due.learner, due.days) for due in found] == [("a-1", 29), ("b-1", None)]
    assert when_words(found[-1]) == "no day is set"


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2027-11-03", "in 2 days"),
        ("2027-11-04", "in 1 day"),
        ("2027-11-05", "today is the last day"),
        ("2027-11-06", "1 day over"),
        ("2027-11-07", "2 days over"),
    ],
)
def test_days_are_told_in_words(clinic: Clinic, today: str, told: str) -> None:
    """Also the first and the last."""
    clinic.enrol("d-1", role="desk").passed("d-1", "watching", "2026-11-05", "2027-11-05").close()
    assert [when_words(due) for due in due_of(board_of(clinic, today), "d-1")] == [told]
