"""Papers for the people around the reader: for the nurse what is told back, for the escort one page."""

from __future__ import annotations

import shutil
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from edu_tui.handout.fill import as_html, as_pdf, as_text
from edu_tui.handout.for_others import FIRST, for_escort, for_nurse
from edu_tui.handout.gather import HandoutSource, Mine
from edu_tui.journey.place import push
from edu_tui.journey.profile import STUDY
from edu_tui.journey.questions.practice import ask_these
from edu_tui.kiosk.profile import KIOSK
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.version import question_unit
from tests.journey.reader import Reader
from tests.plain.program import run
from tests.review.signed import DAY, sign

from .samples import SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.handout.html import Paper
    from edu_tui.journey.profile import Profile

ONWARD = ("Next question", "Go on with the questions", "See how it went")
TODAY = date(2026, 12, 1)
SOURCE = HandoutSource(OpenLibrary(SHIPPED, None), "en", "patient")
COURSE = SOURCE.course()
MODULES = [SOURCE.open_library.module(name, "en").for_audience("patient") for name in COURSE]
MUST = [
    (module.id, question)
    for module in MODULES
    for question in module.questions
    if question.must_know
]

PAPERS = {
    "nurse": for_nurse(SOURCE, COURSE, None, TODAY),
    "escort": for_escort(SOURCE, COURSE, TODAY),
}


def own(*units: tuple[str, str]) -> Mine:
    """A reader who missed these questions, each by module and id."""
    missed = frozenset((module, question_unit(question)) for module, question in units)
    return Mine(frozenset(COURSE), (), missed)


def flat(text: str) -> str:
    """Its words in a row."""
    return " ".join(text.split())


def test_the_nurse_has_every_must_know_and_what_was_missed_first() -> None:
    """Each line once; the missed ones come first and have a mark that the text explains."""
    module, question = MUST[-1]
    plain = for_nurse(SOURCE, COURSE, None, TODAY)
    assert set(plain.rows) == {question.teach_back for _, question in MUST}
    assert "exclamation mark" not in plain.sheet.text
    missed = for_nurse(SOURCE, COURSE, own((module, question.id)), TODAY)
    assert missed.rows[0] == FIRST + question.teach_back
    assert not any(row.startswith(FIRST) for row in missed.rows[1:])
    assert len(missed.rows) == len(plain.rows)
    assert "exclamation mark" in missed.sheet.text


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_nurse_has_one_page_of_a_whole_course(paper: Paper) -> None:
    """Every must-know has its line there: a second page would be left in the printer."""
    pages = PdfReader(BytesIO(as_pdf(PAPERS["nurse"], paper=paper).data)).pages
    assert len(pages) == 1
    assert all(question.teach_back in flat(pages[0].extract_text()) for _, question in MUST)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_escort_has_one_page(paper: Paper) -> None:
    """With all that the course says of 911, of calling the clinic and of the evening."""
    fill = for_escort(SOURCE, COURSE, TODAY)
    pages = PdfReader(BytesIO(as_pdf(fill, paper=paper).data)).pages
    assert len(pages) == 1
    text = flat(pages[0].extract_text()).replace("- ", "-")
    for words in ("Call 911 at once for any of these", "Call the clinic the same day if", "No driving until the next day", "Call or text 988", "Not yet reviewed by a clinician"):  # fmt: skip
        assert words in text


def test_large_print_is_large() -> None:
    """What fits one page in small print may take more in large, and is never made small for it."""
    fill = for_escort(SOURCE, COURSE, TODAY)
    assert len(PdfReader(BytesIO(as_pdf(fill, large=True).data)).pages) > 1
    assert "10.5pt" not in as_html(fill, large=True)


def test_the_escort_reads_nothing_twice_and_every_list() -> None:
    """A list that several modules draw stands once; each of its lines is there."""
    text = flat(as_text(for_escort(SOURCE, COURSE, TODAY)))
    drawn = {
        line.removeprefix("- ").strip()
        for module in MODULES
        for section in module.sections
        for listed in section.lists
        if listed.purpose in {"call", "emergency"}
        for line in listed.text.split("\n")
        if line.startswith("- ") and "[[" not in line
    }
    assert drawn
    for line in drawn:
        assert text.count(line) == 1, line


def test_the_command_makes_them(tmp_path: Path) -> None:
    """`--nurse` and `--escort` print; both at once is an error that says so."""
    nurse = run(tmp_path, "handout", "--nurse")
    assert "Please tell me" in nurse.out
    escort = run(tmp_path, "handout", "--escort", "going-home")
    assert "Thank you for taking someone home" in escort.out
    both = run(tmp_path, "handout", "--nurse", "--escort")
    assert both.status == 2
    assert "not both" in both.err


@pytest.mark.parametrize("profile", [STUDY, KIOSK._replace(signed_only=False)])
def test_results_lead_to_both_where_there_is_a_printer(tmp_path: Path, profile: Profile) -> None:
    """In a kiosk and at home: what was not sure stands first on the nurse's page, which is printed."""
    jobs, printer = tmp_path / "jobs", tmp_path / "printer"
    printer.write_text(f"#!/bin/sh\ncat >> {jobs}\n")
    printer.chmod(0o755)
    at = Reader(SHIPPED, profile=profile)
    row = "Pages for the nurse and my ride home"
    module = at.visit.module("sexual-health")
    at.journey._follow(push(ask_these(at.visit, module, {q.id for q in module.questions})))
    while not at.has("See all answers and why"):
        on = [label for label in ONWARD if at.has(label)]
        at.answer("I'm not sure") if not on else at.choose(on[0])
    assert not at.has(row)
    at.visit.devices.print_command = (str(printer),)
    at.choose(row, "Told back in own words")
    at.choose("Print it")
    lines = jobs.read_text()
    assert "| ! " in lines
    assert lines.index("| ! ") < lines.index("| Tell us")


def test_what_a_clinician_signed_is_signed_on_their_pages_too(tmp_path: Path) -> None:
    """A sign-off is of the whole file; that its reader does not see staff's notes takes nothing from it."""
    folder = tmp_path / "library"
    shutil.copytree(SHIPPED, folder)
    name = "what-to-expect"
    module = OpenLibrary(folder, None).module(name, "en")
    assert module.for_audience("patient") != module, "there is something that patients do not see"
    sign(folder, name)
    source = HandoutSource(OpenLibrary(folder, None), "en", "patient")
    day = date.fromisoformat(DAY)
    assert for_nurse(source, [name], None, day).state == ""
    assert for_escort(source, [name, "going-home"], day).state != "", "one of the two is not signed"
