"""A paper keeps to its pages, says how many they are, and loses no word of what keeps its reader safe."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from edu_tui.handout.content import must_knows
from edu_tui.handout.fit import fitted
from edu_tui.handout.html import Paper, Printed, as_html, usual_paper
from edu_tui.handout.paper import laid_paper, pages_in_words
from edu_tui.handout.pdf import as_pdf
from edu_tui.handout.pieces import MUST, PaperPiece
from edu_tui.handout.text import as_text
from edu_tui.layout.part import words
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model import markup
from tests.needs import needed

from .samples import SHIPPED, course, of, personal
from .test_html import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.handout.content import Takeaway
    from edu_tui.model.module import Module

MODULES = OpenLibrary(SHIPPED, None).library().for_patients()
SIZES = {"normal": False, "large": True}


def made(takeaway: Takeaway, paper: Paper, *, large: bool) -> PdfReader:
    """The PDF, where Pango is there to make it."""
    needed("pango")
    return PdfReader(BytesIO(as_pdf(takeaway, Printed(paper, large)).data))


def solid(text: str) -> str:
    """Its letters and digits: how lines are broken is layout."""
    return re.sub(r"[\W_]+", "", text)


def safety_words(module: Module, takeaway: Takeaway) -> Iterator[str]:
    """What may not be missing: must-knows, what to tell staff, whom to tell and when to call."""
    clinic = takeaway.library.clinic
    for must_know in must_knows((module,)):
        assert must_know.section is not None
        yield markup.plain(must_know.section.key_message, clinic)
    for route in module.walkthrough.routes if module.walkthrough else ():
        yield from (markup.plain(step.tell_staff_if, clinic) for step in route.steps)
    for section in module.sections:
        texts = [one.text for one in section.lists if one.purpose in {"tell", "call", "emergency"}]
        texts += [section.text] if section.purpose in {"tell", "call", "emergency"} else []
        for block in (block for text in texts for block in markup.parse(text)):
            if block.kind != "paragraph":
                yield "".join(
                    clinic[piece.ref] if piece.kind == "clinic" else piece.text
                    for piece in block.pieces
                    if piece.kind != "cite"
                )
        for box in section.callouts:
            if section.purpose_of(box) and box.kind != "tip":
                yield markup.plain(box.text, clinic)


@pytest.mark.parametrize("large", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", MODULES)
def test_no_safety_word_is_missing(name: str, large: bool) -> None:
    """In the text, the page and the PDF of each module for patients: all of them, in both sizes."""
    takeaway = of(name)
    page = unescape(re.sub(r"<[^>]+>", " ", as_html(takeaway, Printed(large=large))))
    pdf = made(takeaway, "letter", large=large)
    texts = [solid(page), solid("".join(leaf.extract_text() for leaf in pdf.pages))]
    texts += [] if large else [solid(as_text(takeaway))]
    wanted = [*filter(None, map(solid, safety_words(takeaway.modules[0], takeaway)))]
    assert wanted
    for text in texts:
        assert [word for word in wanted if word not in text] == []


@pytest.mark.parametrize("large", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", [*MODULES, "course"])
def test_it_has_the_pages_that_are_said(name: str, paper: Paper, large: bool) -> None:
    """One for a module, four for the course, twice that in large print; no page ends after a line."""
    takeaway = course() if name == "course" else of(name)
    pdf = made(takeaway, paper, large=large)
    expected = laid_paper(takeaway, large=large).pages
    assert len(pdf.pages) == expected
    assert expected <= (4 if name == "course" else 1) * (2 if large else 1)
    texts = [leaf.extract_text() for leaf in pdf.pages]
    assert all(len(text) > 500 for text in texts[:-1])
    assert len(texts[-1]) > 400


@pytest.mark.parametrize("large", SIZES.values(), ids=SIZES)
def test_each_page_says_what_it_is(large: bool) -> None:
    """Title, both numbers of the clinic, version and its day, review, the day it was made, and its number."""
    made_for = course()
    clinic = {**made_for.library.clinic, "phone": "555-0100", "after_hours": "555-0199"}
    takeaway = made_for._replace(library=made_for.library._replace(clinic=clinic))
    pdf = made(takeaway, "letter", large=large)
    for number, leaf in enumerate(pdf.pages, 1):
        text = " ".join(leaf.extract_text().split())
        for told in (
            "Ketamine therapy: to take with you",
            "Clinic: 555-0100",
            "After hours: 555-0199",
            "Made on 25 November 2026.",
            "Text of 1 December 2026, version ",
            "Not yet reviewed by a clinician.",
            f"Page {number} of {len(pdf.pages)}",
        ):
            assert solid(told) in solid(text), told
    for text in (
        as_text(takeaway),
        unescape(re.sub(r"<style>.*?</style>", "", as_html(takeaway), flags=re.S)),
    ):
        assert text.count("555-0199") >= 1


def test_a_title_cannot_end_the_style_sheet() -> None:
    """What stands at the foot of a page is a string there, whatever signs it has."""
    takeaway = of("going-home")
    (module,) = takeaway.modules
    odd = takeaway._replace(modules=(module._replace(title='A "b" </style><script>\\ c'),))
    style = as_html(odd).partition("<style>")[2].partition("</style>")[0]
    assert "@page { size" in style.replace("  ", " ")
    assert "script" not in style.replace("\\00003c script", "")
    assert 'A "b"' in " ".join(made(odd, "a4", large=False).pages[0].extract_text().split())


def test_what_has_no_room_is_said() -> None:
    """By name, and where it is; with all of it there nothing is said to be missing."""
    text = squeezed(as_text(of("what-to-expect")))
    assert squeezed("There was no room for: ") in text
    assert squeezed("More is in the program") in text
    assert "edu-tui" not in text, "a command is nothing for a patient"
    assert squeezed("There was no room for") not in squeezed(as_text(of("how-it-may-work")))


def test_the_least_goes_first_and_a_must_never() -> None:
    """Whatever room there is: what is left out matters no more than what of its rank is kept."""
    pieces = [
        PaperPiece("ask", name, rank, (words(name),))
        for name, rank in (("a", 1), ("b", MUST), ("c", 7), ("d", 3), ("e", 1))
    ]
    kept, out = fitted(pieces, lambda kept, _: len(kept) <= 3)
    assert ([one.title for one in kept], {one.title for one in out}) == (
        ["a", "b", "e"],
        {"c", "d"},
    )
    kept, _ = fitted(pieces, lambda _kept, _out: False)
    assert [one.title for one in kept] == ["b"]


def test_a_readers_own_is_never_left_out() -> None:
    """A long list of questions takes the pages that it takes, and they are counted."""
    takeaway = personal()
    asks = takeaway.asks * 300
    assert laid_paper(takeaway._replace(asks=asks)).pages > laid_paper(takeaway).pages
    assert pages_in_words(takeaway._replace(asks=asks)) != "1 page"


def test_the_paper_is_the_countrys() -> None:
    """Letter where the library's first crisis line is of the United States, else A4."""
    library = of("going-home").library
    assert usual_paper(library) == "letter"
    line = library.crisis[0]._replace(country="DE")
    assert usual_paper(library._replace(crisis=(line,))) == "a4"
    assert usual_paper(library._replace(crisis=())) == "a4"


def test_what_to_tell_staff_stands_under_its_part_of_the_day() -> None:
    """On one page there is no room for a line each: in a row, before, during and after are told apart."""
    module = OpenLibrary(SHIPPED, None).module("what-to-expect", "en")
    assert module.walkthrough
    lines = as_text(of("what-to-expect")).replace("\n  ", " ").split("\n")
    steps = [step for route in module.walkthrough.routes for step in route.steps]
    for told in {markup.plain(step.tell_staff_if, {}) for step in steps} - {""}:
        line = next(line for line in lines if told in line)
        assert line.startswith(("- Before: ", "- During: ", "- After: "))
    during = next(line for line in lines if line.startswith("- During: "))
    assert "If you change your mind." in during
    assert "pass urine" not in during


def test_the_foot_has_the_whole_title() -> None:
    """A sign that a style sheet knows by its number takes no space with it."""
    takeaway = of("is-it-for-me")
    (page,) = made(takeaway, "a4", large=False).pages
    text = " ".join(page.extract_text().split())
    assert text.count("Is it for me? What to tell your team") == 2, "at the head and at the foot"
