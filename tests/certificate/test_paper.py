"""A certificate on paper: all that is on record, on lines that fit, as text, page and PDF."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from edu_tui.staff.certificate.facts import certificates
from edu_tui.staff.certificate.paper import as_html, as_pdf, as_text
from edu_tui.staff.records.store import StaffFile
from tests.staff.making import passed

from .passes import code_of, filled, first

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.staff.certificate.facts import Certificate

EXPECTED = """\
Certificate
===========

Learner:               n-104
Name:                  Ana Ruiz
Module:                Watching a session (watching, en)
Version:               1a2b3c4d
Hash of the text:      c0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffee
Passed on:             5 May 2026, 12:02 UTC
Good until:            5 May 2027
Safety questions:      all 5 right
Others, first try:     4 of 5 right
Others, in the end:    all 5 right
Needed of the others:  80 in 100
What was asked:        the whole module
The text then:         Not yet reviewed by a clinician
Passed again on:       25 May 2026, 12:02 UTC
Code:                  {}
                       {}

The code can be worked out again from the clinic's records: edu-tui staff
verify CODE. It shows that this paper and the records agree.
"""


def made(path: Path, learner: str = "n-104", **more: object) -> Certificate:
    """A certificate with something else in it."""
    file = StaffFile(path)
    file.append(learner, passed(**more))  # type: ignore[arg-type] # any field may be wrong here
    return certificates(file)[0]


def test_as_text(tmp_path: Path) -> None:
    """Every fact in a line of its own; the code in two lines of four groups."""
    certificate = first(filled(tmp_path / "staff.sqlite"))
    assert as_text(certificate, "Ana Ruiz") == EXPECTED.format(*code_of(certificate).split())


def test_without_limit_name_or_newer_pass(tmp_path: Path) -> None:
    """What there is not is not told; what was signed and only in part asked says so."""
    message = as_text(
        made(tmp_path / "staff.sqlite", until="", state="reviewed", scope="changes", first=[0, 0])
    )
    flat = " ".join(message.split())
    for said in (
        "Good until: no limit",
        "The text then: Reviewed by a clinician",
        "What was asked: only what had changed",
        "Others, first try: none were asked",
    ):
        assert said in flat
    assert "Name:" not in message
    assert "Passed again" not in message


@pytest.mark.parametrize(
    "title", ["", "A title " * 30, "W" * 200, "\u6f22\u5b57" * 60, "A\x1b[31m title\nof two lines"]
)
def test_no_line_is_wider_than_paper(tmp_path: Path, title: str) -> None:
    """Whatever the title and the id: at most 79 columns, and nothing that acts on a terminal."""
    from edu_tui.layout.line import cells

    certificate = made(tmp_path / "staff.sqlite", learner="n" * 64, title=title, hash="f" * 128)
    message = as_text(certificate, "Name " * 40)
    assert max(map(cells, message.splitlines())) <= 79
    assert "\x1b" not in message


def test_as_a_page(tmp_path: Path) -> None:
    """One page without anything from elsewhere: its language, a heading, pairs; what is odd is escaped."""
    certificate = made(tmp_path / "staff.sqlite", title="<b>Watching</b> & more")
    page = as_html(certificate, "Ana <Ruiz>")
    assert '<html lang="en" dir="ltr">' in page
    assert page.count("<h1>") == 1
    assert page.count("<dt>") == page.count("<dd>")
    assert "<dd>&lt;b&gt;Watching&lt;/b&gt; &amp; more (watching, en)</dd>" in page
    assert "<dd>Ana &lt;Ruiz&gt;</dd>" in page
    assert "http" not in page.partition("<main>")[2]
    assert "@media print" in page


@pytest.mark.needs("pango")
def test_as_pdf(tmp_path: Path) -> None:
    """A tagged PDF of one page with the same words."""
    certificate = first(filled(tmp_path / "staff.sqlite"))
    made: Any = PdfReader(BytesIO(as_pdf(certificate, "Ana Ruiz")))
    (page,) = made.pages
    message = " ".join(page.extract_text().split())
    for said in ("Certificate", "Ana Ruiz", "25 May 2026", *code_of(certificate).split()):
        assert said in message
    assert made.root_object["/MarkInfo"]["/Marked"]
    assert made.root_object["/Lang"] == "en"


def test_a_newer_pass_supersedes_and_the_older_stays(tmp_path: Path) -> None:
    """Of one learner and module alone, and by the time of passing."""
    file = filled(tmp_path / "staff.sqlite")
    older, newer = certificates(file, "n-104")
    assert (older.superseded, newer.superseded) == (newer.record.at, 0)
    assert certificates(file, "n-105")[0].superseded == 0
    assert len(certificates(file)) == 3
    assert certificates(file, module="handover") == []
