"""The page in a real browser: an accessibility checker, a screen reader's order, paper and small screens."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from edu_tui.handout.fill import as_html as sheet_html
from edu_tui.handout.html import Printed, as_html
from edu_tui.handout.paper import laid_paper
from edu_tui.layout.part import Heading
from tests.needs import needed

from .samples import course, full, of, personal
from .test_fill import SHEETS
from .test_for_others import PAPERS
from .test_html import said, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from edu_tui.handout.content import Takeaway

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAPER = 794 - 2 * 68
"""Pixels between the margins of A4."""
MADE: dict[str, Callable[[], Takeaway]] = {"course": course, "full": full, "mine": personal}


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """One tab of Debian's Chromium; whatever it asks of a network fails the test."""
    from playwright.sync_api import sync_playwright

    chromium = needed("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        # axe is put into the page from outside, which the page's own policy forbids.
        tab = browser.new_context(bypass_csp=True).new_page()
        yield tab
        browser.close()


def opened(page: Page, takeaway: Takeaway, folder: Path, *, large: bool = False) -> None:
    """The take-away as the reader opens it: from the disk."""
    from_disk(page, as_html(takeaway, Printed(large=large)), folder)


def from_disk(page: Page, html: str, folder: Path) -> None:
    """A file with that in it, opened; it asks for nothing else."""
    asked: list[str] = []
    file = folder / "handout.html"
    file.write_text(html, encoding="utf-8")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("name", MADE)
def test_axe_finds_nothing(page: Page, tmp_path: Path, name: str, large: bool) -> None:
    """No rule of WCAG 2.2 A and AA, nor of good practice, is broken; contrast and target size too."""
    opened(page, MADE[name](), tmp_path, large=large)
    assert {"color-contrast", "heading-order", "html-has-lang", "list", "region"} <= axe(page)


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("name", [*SHEETS, *PAPERS])
def test_a_sheet_to_fill_in_is_one_page_without_a_finding(
    page: Page, tmp_path: Path, name: str, large: bool
) -> None:
    """Axe finds nothing, no small screen is too narrow; printed from the browser it is one page on either paper."""
    for paper, letter in (("A4", False), ("Letter", True)):
        html = sheet_html((SHEETS | PAPERS)[name], large=large, paper="letter" if letter else "a4")
        from_disk(page, html, tmp_path)
        assert {"color-contrast", "html-has-lang", "region"} <= axe(page)
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        printed = PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))
        assert large or len(printed.pages) == 1
        assert len(printed.pages) <= {"escort": 4, "nurse": 3}.get(name, 2)


def axe(page: Page) -> set[str]:
    """The rules that the page keeps; it breaks none."""
    from axe_playwright_python.sync_playwright import Axe

    options = {
        "runOnly": RULES,
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],
    }
    response = Axe().run(page, options=options).response
    assert not [(one["id"], one["nodes"][0]["html"]) for one in response["violations"]]
    return {one["id"] for one in response["passes"]}


@pytest.mark.parametrize("name", ["course", "mine"])
def test_a_screen_reader_reads_it_in_order(page: Page, tmp_path: Path, name: str) -> None:
    """The accessibility tree has the words of the parts in their order, headings with their levels."""
    takeaway = MADE[name]()
    opened(page, takeaway, tmp_path)
    session = page.context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    spoken = list(_spoken(tree))
    heard = squeezed("".join(text for role, text, _ in spoken if role != "heading"))
    parts = laid_paper(takeaway).parts
    wanted = "".join(squeezed(said(part)) for part in parts)
    heard = re.sub(r"Backtowhere\[\d+\]iscited", "", heard)
    contents = "".join(
        squeezed(part.text) for part in parts if isinstance(part, Heading) and part.level == 2
    )
    assert heard.replace(f"Whatisinhere{contents}", "", 1) == wanted
    headings = [(text, level) for role, text, level in spoken if role == "heading"]
    shown = [(part.text, part.level) for part in parts if isinstance(part, Heading)]
    assert [heading for heading in headings if heading[0] != "What is in here"] == shown


def _spoken(nodes: list[dict[str, Any]]) -> Iterator[tuple[str, str, int]]:
    """Role, name and level of what a screen reader comes to, in the order of the tree."""
    known = {node["nodeId"]: node for node in nodes}

    def walk(node: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
        role = node.get("role", {}).get("value", "")
        if not node.get("ignored") and role in {"heading", "StaticText", "image"}:
            levels = [
                p["value"]["value"] for p in node.get("properties", []) if p["name"] == "level"
            ]
            yield role, node.get("name", {}).get("value", ""), next(iter(levels), 0)
        if role != "StaticText":
            for child in node.get("childIds", []):
                if child in known:
                    yield from walk(known[child])

    yield from walk(nodes[0])


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_screen(
    page: Page, tmp_path: Path, width: int, large: bool
) -> None:
    """On a small phone and on a desk one scrolls down, and never to the side."""
    page.set_viewport_size({"width": width, "height": 700})
    opened(page, course(), tmp_path, large=large)
    wide, room = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= room


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_it_prints(page: Page, tmp_path: Path, large: bool) -> None:
    """On A4 nothing stands past the margin, the text is 10.5 points or 16, and no page is empty."""
    from io import BytesIO

    from pypdf import PdfReader

    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.emulate_media(media="print")
    # One module has no list of contents, whose lines are those of the headings.
    mine = personal()
    takeaway = mine._replace(modules=mine.modules[:1], versions=mine.versions[:1])
    opened(page, takeaway, tmp_path, large=large)
    past = page.evaluate(
        "[...document.querySelectorAll('body *')]"
        ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).length"
    )
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize) * 0.75")
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="screen")
    assert past == 0
    assert size == pytest.approx(16 if large else 10.5, abs=0.01)
    texts = [page_object.extract_text().strip() for page_object in printed.pages]
    assert all(len(text) > 60 for text in texts)
    last = [text.splitlines()[-1] for text in texts]
    heads = {part.text for part in laid_paper(takeaway).parts if isinstance(part, Heading)}
    assert not heads & set(last), "a heading ends a page"


def test_one_module_fits_one_page(page: Page, tmp_path: Path) -> None:
    """What one takes home of one module is no book."""
    from io import BytesIO

    from pypdf import PdfReader

    page.emulate_media(media="print")
    opened(page, of("going-home"), tmp_path)
    assert len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1
