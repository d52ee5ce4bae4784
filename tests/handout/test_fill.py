"""Sheets to fill in: one page each on A4 and Letter, as text, page and PDF; with the reader's own questions."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import pytest
from pypdf import PdfReader

from edu_tui.handout.fill import FillIn, as_html, as_pdf, as_text, sheets_of, with_mine
from edu_tui.handout.gather import HandoutSource
from edu_tui.journey.place import push
from edu_tui.journey.profile import STUDY
from edu_tui.journey.taking.takeaway import TakeAway
from edu_tui.kiosk.profile import KIOSK
from edu_tui.learning.my_questions import Ask
from edu_tui.library.decode.module import decode_module
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.version import module_version
from edu_tui.records.log import Log
from tests.happened import happened
from tests.journey.reader import Reader
from tests.plain.program import run

from .samples import SHIPPED
from .test_pdf import tags

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.handout.html import Paper
    from edu_tui.journey.profile import Profile

IDS = ("medicines", "health-facts", "clinics", "questions", "diary")
LINES = 60
"""Of a page that a line printer prints."""
SIZES: dict[Paper, tuple[int, int]] = {"a4": (595, 841), "letter": (612, 792)}
ASKS = (Ask("May my sister come?", "", "", "own"), Ask("And *Rex* <b>?", "", "", "own"))


def every() -> dict[str, FillIn]:
    """Those that ship, by id."""
    source = HandoutSource(OpenLibrary(SHIPPED, None), "en", "patient")
    found = sheets_of(source, source.course(), date(2026, 12, 1))
    return {one.sheet.id: one for one in found}


SHEETS = every()


def test_these_ship() -> None:
    """The five, each with a state of review on it."""
    assert tuple(sorted(SHEETS)) == tuple(sorted(IDS))
    assert all("reviewed" in fill.state for fill in SHEETS.values())


@pytest.mark.parametrize("name", IDS)
def test_as_text_it_is_a_grid_that_fits_a_page(name: str) -> None:
    """Each row has cells to write in; no line is wider than paper, all words are there."""
    text = as_text(SHEETS[name])
    lines = text.splitlines()
    assert max(map(len, lines)) <= 72
    assert len(lines) <= LINES
    grid = [line for line in lines if line.startswith(("|", "+"))]
    assert len({len(line) for line in grid}) == 1
    assert sum(line.startswith("+-") for line in grid) == len(SHEETS[name].rows) + 1
    flat = " ".join(" ".join(line.split(" | ")[0].strip("|+ ") for line in grid).split())
    for row in SHEETS[name].sheet.rows:
        assert row in flat


@pytest.mark.needs("pango")
@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("name", IDS)
def test_as_pdf_it_is_one_tagged_page(name: str, paper: Paper) -> None:
    """Of the size asked for; a real table with a header for each column, in the order of reading."""
    pdf: Any = PdfReader(BytesIO(as_pdf(SHEETS[name], paper=paper).data))
    (page,) = pdf.pages
    assert tuple(map(int, page.mediabox[2:])) == SIZES[paper]
    found = list(tags(cast("Any", pdf.trailer["/Root"])["/StructTreeRoot"]))
    sheet = SHEETS[name].sheet
    assert found.count("/Table") == 1
    assert found.count("/TR") == 1 + len(SHEETS[name].rows)
    assert found.count("/TH") == len(sheet.columns) + len(sheet.rows)
    assert found.index("/H1") < found.index("/Table")
    assert ("/Figure" in found) == (sheet.picture is not None)
    words = " ".join(page.extract_text().split())
    for text in (sheet.title, *sheet.columns, "Name and date:"):
        assert "".join(text.split()) in "".join(words.split())


def test_my_questions_stand_on_the_sheet_for_them_and_on_no_other() -> None:
    """With empty rows under them; marks of HTML are words."""
    fill = with_mine(SHEETS["questions"], ASKS)
    assert fill.rows[:2] == ["May my sister come?", "And *Rex* <b>?"]
    assert len(fill.rows) == 10
    assert len(with_mine(SHEETS["questions"], ASKS * 8).rows) == 18
    assert '<th scope="row">And *Rex* &lt;b&gt;?</th>' in as_html(fill)
    assert "| May my sister come?" in as_text(fill)
    assert with_mine(SHEETS["medicines"], ASKS) == SHEETS["medicines"]


def test_the_command_lists_and_makes_them(tmp_path: Path) -> None:
    """A list, a text, a file; own questions only where they are asked for; what is unknown is said."""
    ran = run(tmp_path, "handout", "--sheet", "list")
    assert [line.split()[0] for line in ran.out.splitlines()] == list(SHEETS)
    data = tmp_path / "data"
    log = Log(data / "edu-tui" / "records.sqlite")
    log.append([happened("asked", 1_000, detail={"text": "May my sister come?", "why": "own"})])
    log.close()
    sheet = ("handout", "--sheet", "questions")
    assert "sister" not in run(tmp_path, *sheet, XDG_DATA_HOME=str(data)).out
    assert "| May my sister come?" in run(tmp_path, *sheet, "--mine", XDG_DATA_HOME=str(data)).out
    file = tmp_path / "q.html"
    run(tmp_path, *sheet, "--mine", "--paper", "letter", "-o", str(file), XDG_DATA_HOME=str(data))
    assert "size: letter" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    ran = run(tmp_path, "handout", "--sheet", "medicine")
    assert ran.status == 2
    assert "there is no sheet 'medicine'; did you mean `medicines`?" in ran.err
    assert run(tmp_path, "handout", "--paper", "letter").status == 2


@pytest.mark.parametrize("profile", [STUDY, KIOSK._replace(signed_only=False)])
def test_they_are_a_row_of_the_take_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, profile: Profile
) -> None:
    """At home each is saved once; in a kiosk it is printed once, and no file is written."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    jobs, printer = tmp_path / "jobs", tmp_path / "printer"
    printer.write_text(f"#!/bin/sh\ncat >> {jobs}\n")
    printer.chmod(0o755)
    at = Reader(SHIPPED, profile=profile)
    at.visit.devices.print_command = (str(printer),)
    at.journey._follow(push(TakeAway()))
    at.choose("Sheets to fill in", "My medicines")
    assert "Columns:" in at.flat
    assert "prescribed it" in at.flat
    at.choose("Print it", "Print it")
    assert jobs.read_text().count("# My medicines") == 1
    if not profile.saves_files:
        assert not at.has("Save")
        return
    at.choose("Save as a page to print", "Save as plain text", "Save as plain text")
    assert sorted(path.name for path in tmp_path.glob("edu-tui*")) == [
        "edu-tui-medicines.html",
        "edu-tui-medicines.txt",
    ]


def test_what_stands_on_a_sheet_is_signed_with_its_module() -> None:
    """One word more on it is another version; a module without sheets keeps the version it had."""
    module = OpenLibrary(SHIPPED, None).module("is-it-for-me", "en")
    sheet = module.sheets[0]
    other = module._replace(sheets=(sheet._replace(rows=("One",)), *module.sheets[1:]))
    assert module_version(other) != module_version(module)


@pytest.mark.parametrize(
    ("changed", "code", "line"),
    [
        ("columns: [What]", "too-few", 8),
        (f"columns: [{', '.join('abcdef')}]", "too-large", 8),
        (f"columns: [{'x' * 31}, b]", "too-large", 8),
        ("columns: [a, b]\n    rows: [" + "r, " * 15 + "r]\n    lines: 3", "too-large", 9),
        ("columns: [a, b]\n    rows: [" + "x" * 71 + "]", "too-large", 9),
        ("columns: [a, b]\n    colour: red\n    lines: 1", "unknown-key", 9),
        ("columns: [a, b]", "missing-key", 8),
    ],
)
def test_what_does_not_fit_a_page_is_a_finding(changed: str, code: str, line: int) -> None:
    """Too few or too many columns and rows, words too long, none to write in: where, and what to write."""
    text = (
        "id: one\ntitle: One\nminutes: 1\nsheets:\n  - id: list\n    title: A list\n"
        f"    text: Fill it in.\n    {changed}\nsummary: One.\n"
        "sections:\n  - {id: first, title: First, text: One.}\nquestions: []\n"
    )
    if "lines" not in changed and "rows" not in changed and code != "missing-key":
        text = text.replace("summary:", "    lines: 4\nsummary:", 1)
    found = decode_module("en/one.yaml", text).findings
    assert (code, line) in [(one.code, one.line) for one in found], found
