"""Certificates: made from records, verified against them, and exact about what differs."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from edu_tui.certificate.code import groups_of, printed
from edu_tui.certificate.facts import Certificate, certificates
from edu_tui.certificate.paper import as_html, as_text, fields_of
from edu_tui.certificate.verify import verify_code, verify_paper
from edu_tui.errors import EduError
from edu_tui.staff.store import StaffFile
from tests.staff.sitting import A_DAY, TITLE, Clock, Learner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def passed(path: Path, learner: str = "n-104", wrong: tuple[str, ...] = ()) -> Certificate:
    """A learner has passed; their certificate."""
    one = Learner(path, learner).begin()
    one.answer_all(wrong)
    one.hand_in()
    if wrong:
        one.choose("Answer once more")
        one.answer_all()
        one.hand_in()
    one.visit.keeper.close()
    return certificates(StaffFile(path), learner)[-1]


def code_of(certificate: Certificate) -> str:
    return " ".join(printed(groups_of(certificate)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "staff.sqlite"


def test_what_it_says_is_what_happened(path: Path) -> None:
    """Learner, module, both scores, safety apart, and until when, on lines of at most 79 columns."""
    made = as_text(passed(path, wrong=("rep",)), TITLE, "Ana Ruiz")
    flat = " ".join(made.split())
    for said in ("Learner: n-104", "Name: Ana Ruiz", "Safety questions: 6 of 6 right",
                 "Others, at the first try: 4 of 5 right", "Others, in the end: 5 of 5 right",
                 "Good until: 25 November 2027", "Not yet reviewed by a clinician"):  # fmt: skip
        assert said in flat
    assert max(map(len, made.splitlines())) <= 79


def test_its_code_is_verified_however_it_is_typed(path: Path) -> None:
    """Small letters, other spaces, O for 0 and I for 1: it is the same code."""
    code = code_of(passed(path))
    sloppy = code.lower().replace("0", "o").replace("1", "i").replace("-", "  ")
    for typed in (code, sloppy, code.replace("-", "").replace(" ", "")):
        assert verify_code(StaffFile(path), typed, "n-104").holds


@pytest.mark.parametrize("form", [as_text, as_html], ids=["text", "page"])
def test_paper_as_it_was_made_is_verified(path: Path, form: Callable[..., str]) -> None:
    """Text and page, with and without a name."""
    certificate = passed(path)
    for name in ("", "Ana Ruiz"):
        found = verify_paper(StaffFile(path), form(certificate, TITLE, name), "n-104")
        assert found.holds, found.differs


@pytest.mark.parametrize("form", [as_text, as_html], ids=["text", "page"])
def test_each_changed_field_of_a_paper_is_named(path: Path, form: Callable[..., str]) -> None:
    """Whatever one field is changed into, it is not verified and that field is named."""
    certificate = passed(path)
    paper = form(certificate, TITLE)
    for label, value in fields_of(certificate, TITLE):
        if label == "Code":
            continue
        last = value.split()[-1]
        forged = (
            paper.replace(last, last[::-1] + "x", 1)
            if last in paper
            else paper.replace(value[:20], "x" * 20, 1)
        )
        assert forged != paper
        found = verify_paper(StaffFile(path), forged, "n-104")
        assert not found.holds, label


def test_another_learners_code_is_not_theirs(path: Path) -> None:
    """The code of one is not verified for another, and it says that the learner differs."""
    first, second = passed(path, "n-104"), passed(path, "n-105")
    found = verify_code(StaffFile(path), code_of(first), "n-105")
    assert not found.holds
    assert any("the learner" in one for one in found.differs)
    assert verify_code(StaffFile(path), code_of(second), "n-105").holds


@pytest.mark.parametrize(
    ("column", "kind", "value", "told"),
    [
        ("learner", "passed", "n-999", "the learner"),
        ("module", "passed", "staff-monitoring", "the module or its text"),
        ("language", "passed", "es", "the module or its text"),
        ("version", "passed", "0" * 16, "the module or its text"),
        ("at", "passed", 1_795_608_000_001, "the day"),
        ("site", "passed", "south", "a record was changed"),
        ("device", "passed", "other", "a record was changed"),
        ("course", "passed", "other", "a record was changed"),
        ("unit", "passed", "x", "a record was changed"),
        ("digest", "passed", "0" * 32, "a record was changed"),
        ("result", "answered", "shown", "the answers behind it"),
        ("must_know", "answered", 9, "the answers behind it"),
        ("unit_version", "answered", "0", "the answers behind it"),
        ("misconceptions", "answered", "x", "the answers behind it"),
        ("learner", "answered", "n-999", "the answers behind it"),
    ],
)
def test_a_record_that_was_changed_is_named(path: Path, column: str, kind: str, value: object, told: str) -> None:  # fmt: skip
    """Changed by hand in the file, in any column: not verified, and it says which part."""
    code = code_of(passed(path))
    change(
        path,
        f"update record set {column} = ? where id = (select max(id) from record where kind = ?)",
        value,
        kind,
    )
    found = verify_code(StaffFile(path), code)
    assert not found.holds
    assert any(told in one for one in found.differs), found.differs


def test_a_changed_score_is_named(path: Path) -> None:
    """The scores in the detail of the record."""
    code = code_of(passed(path, wrong=("rep",)))
    change(path, "update record set detail = replace(detail, '\"first\":[4,5]', '\"first\":[5,5]') where kind = ?", "passed")  # fmt: skip
    found = verify_code(StaffFile(path), code)
    assert any("the scores" in one for one in found.differs), found.differs


def test_an_answer_that_was_taken_out_is_noticed(path: Path) -> None:
    """A record that is missing changes the part of the answers."""
    code = code_of(passed(path))
    change(
        path,
        "delete from record where id = (select max(id) from record where kind = ?)",
        "answered",
    )
    found = verify_code(StaffFile(path), code)
    assert any("the answers" in one for one in found.differs)


def test_what_is_no_code_is_said(path: Path) -> None:
    """Too short, other letters, and a code of nobody's: each has its own words."""
    passed(path)
    for typed in ("ABC", "U" * 39 + "!", ""):
        with pytest.raises(EduError, match="no code"):
            verify_code(StaffFile(path), typed)
    assert "no attempt on record" in verify_code(StaffFile(path), "A" * 40).differs[0]


def test_a_newer_pass_stands_for_the_older(path: Path) -> None:
    """The old certificate is still verified, and says that there is a newer one."""
    clock = Clock()
    old = passed(path)
    clock.now += 400 * A_DAY
    again = Learner(path, clock=clock)
    assert "passed once, not good any more" in again.flat
    again.begin()
    again.answer_all()
    again.hand_in()
    again.visit.keeper.close()
    found = verify_code(StaffFile(path), code_of(old))
    assert found.holds
    assert found.certificate is not None
    assert found.certificate.superseded
    assert len(certificates(StaffFile(path), "n-104")) == 2


def change(path: Path, query: str, *given: object) -> None:
    """Somebody with SQL changes the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for trigger in ("update", "delete"):
            db.execute(f"drop trigger record_never_{trigger}")
        assert db.execute(query, given).rowcount == 1
