"""A PDF says which characters it could not show: as WeasyPrint itself knows them, from real files."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from edu_tui.handout.lacking import NAMED, lacking_words
from edu_tui.learning.my_questions import Ask
from edu_tui.records.log import Log
from tests.happened import happened
from tests.needs import needed
from tests.plain.program import run

from .samples import SAMPLE, of

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.handout.content import Takeaway


def asking(*texts: str) -> Takeaway:
    """The take-away of one who asks these."""
    asks = tuple(Ask(text, "", "", "own") for text in texts)
    return of("small-one", folder=SAMPLE)._replace(asks=asks, personal=True)


def lacking(*texts: str) -> str:
    """The characters that a real PDF of it has no shapes for."""
    from edu_tui.handout.pdf import as_pdf

    needed("pango")
    pdf = as_pdf(asking(*texts))
    assert PdfReader(BytesIO(pdf.data)).pages
    return pdf.lacking


def test_what_no_font_has_is_known_and_nothing_else() -> None:
    """Chinese, an emoji outside the fonts and a letter of no font at all; accents, Greek and arrows are there."""
    assert lacking("Ça va? Żółw αβγ → ½ “so”") == ""
    # A private character is in no font, whatever is installed.
    assert lacking("May I \ue123 come?", "Or \ue123 \U000f1234 so?") == "\ue123\U000f1234"


def test_it_says_where_and_how_many() -> None:
    """One question, several, or the text; of many characters some."""
    takeaway = asking("So", "May \ue123?", "Or \ue124")
    assert lacking_words("", takeaway) == ""
    told = lacking_words("\ue123", takeaway)
    assert told == (
        "In the PDF, empty boxes stand for \ue123 (U+E123) in your question 2: no font here has them."
    )
    assert "in your questions 2, 3:" in lacking_words("\ue124\ue123", takeaway)
    assert "in the text:" in lacking_words("\ue125", takeaway)
    many = "".join(map(chr, range(0xE200, 0xE200 + NAMED + 3)))
    assert " and 3 more in the text" in lacking_words(many, takeaway)


@pytest.mark.needs("pango")
def test_the_command_says_it_and_ends_as_with_a_warning(tmp_path: Path) -> None:
    """The file is there, one line says what is wrong with it and what to do; a page and text have all."""
    data = tmp_path / "data"
    log = Log(data / "edu-tui" / "records.sqlite")
    log.append([happened("asked", 1_000, detail={"text": "May \ue123 come?", "why": "own"})])
    log.close()
    file = tmp_path / "mine.pdf"
    ran = run(tmp_path, "handout", "--mine", "-o", str(file), XDG_DATA_HOME=str(data))
    assert ran.status == 1
    assert file.read_bytes().startswith(b"%PDF-")
    assert "empty boxes stand for" in ran.err
    assert "(U+E123) in your question 1: no font here has them. A browser may show" in ran.err
    assert ran.err.count("\n") == 1
    for name in ("mine.html", "mine.txt"):
        path = tmp_path / name
        ran = run(tmp_path, "handout", "--mine", "-o", str(path), XDG_DATA_HOME=str(data))
        assert (ran.status, ran.err) == (0, "")
        assert "\ue123" in path.read_text(encoding="utf-8")
