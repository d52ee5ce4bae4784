"""Pictures on paper: in the page itself, named for who cannot see them; nothing of the file but what is drawn."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from edu_tui.handout.gather import HandoutSource
from edu_tui.handout.html import as_html
from edu_tui.handout.text import as_text
from edu_tui.library.open_library import OpenLibrary
from tests.handout.test_html import Page
from tests.library.samples import write

from .library import pictured
from .samples import svg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from edu_tui.handout.content import Takeaway

SAYS = [
    "Help is a call away.",
    "Do not drive until tomorrow.",
    "Call 911.",
    "Say that you are here.",
]
CAPTIONS = ["No driving", "Call 911 in danger", "At the door"]


def takeaway(folder: Path) -> Takeaway:
    """The whole paper of the module with pictures."""
    source = HandoutSource(OpenLibrary(folder, None), "en", "patient")
    return source.takeaway(["going-home"], date(2026, 11, 25), whole=True)


def test_each_picture_is_in_the_page_with_its_name(tmp_path: Path) -> None:
    """As an image whose title is what it tells, its words under it, ids once, and no address."""
    html = as_html(takeaway(pictured(tmp_path)))
    page = Page(html)
    drawings = [attrs for tag, attrs in page.tags if tag == "svg"]
    titles = dict(re.findall(r'<title id="([^"]+)">([^<]*)</title>', html))
    assert [titles[attrs["aria-labelledby"] or ""] for attrs in drawings] == SAYS
    assert {attrs["role"] for attrs in drawings} == {"img"}
    assert re.findall("<figcaption>([^<]*)</figcaption>", html) == CAPTIONS
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert not page.all("src")
    assert all(link.startswith(("#", "https://")) for link in page.all("href"))


def test_nothing_of_a_drawing_but_shapes_reaches_the_page(tmp_path: Path) -> None:
    """A file that is refused is told in words; comments and titles of one that is not stay in it."""
    folder = pictured(tmp_path)
    write(
        folder, "pictures/no-car.svg", svg('<script>alert(1)</script><rect width="9" height="9"/>')
    )
    write(
        folder,
        "pictures/call.svg",
        svg('<!-- secret --><title>secret</title><rect width="9" height="9"/>'),
    )
    html = as_html(takeaway(folder))
    assert "<p>Picture: Do not drive until tomorrow.</p><figcaption>No driving</figcaption>" in html
    assert '<rect width="9" height="9"/>' in html
    assert "secret" not in html
    assert "script" not in html


def test_plain_text_has_the_sentence(tmp_path: Path) -> None:
    """A printer without pictures, a mail, a braille display."""
    text = as_text(takeaway(pictured(tmp_path)))
    for said in SAYS:
        assert f"Picture: {said}" in text
    for caption in CAPTIONS:
        assert caption in text


def figures(node: Any) -> Iterator[dict[str, Any]]:
    """The figures among a PDF's tags."""
    node = node.get_object()
    if node.get("/S") == "/Figure":
        yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if hasattr(kid.get_object(), "get"):
            yield from figures(kid)


@pytest.mark.needs("pango")
def test_a_pdf_says_what_each_picture_tells(tmp_path: Path) -> None:
    """Each figure has its words and its place, as PDF/UA asks."""
    from edu_tui.handout.pdf import as_pdf

    root: Any = PdfReader(BytesIO(as_pdf(takeaway(pictured(tmp_path))).data)).trailer["/Root"]
    found = list(figures(root["/StructTreeRoot"]))
    assert [figure["/Alt"] for figure in found] == SAYS
    assert all("/BBox" in figure["/A"] for figure in found)
