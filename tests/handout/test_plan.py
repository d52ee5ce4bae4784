"""The take-away prints a plan, where one is set: its code, what it opens, the day, how to use it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.code import code_lines
from edu_tui.handout.gather import HandoutSource, Mine
from edu_tui.handout.html import as_html
from edu_tui.handout.text import as_text
from edu_tui.journey.taking.takeaway import taken
from edu_tui.learning.plan import Plan
from edu_tui.learning.plan_code import plan_code
from edu_tui.library.open_library import OpenLibrary
from tests.journey.reader import Reader
from tests.plain.program import run

from .samples import DAY, SHIPPED, of
from .test_pdf import made as pdf_of
from .test_text import flat

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.handout.content import Takeaway

PARTS = ("what-to-expect", "going-home")
MODULES = OpenLibrary(SHIPPED, None).library().every_module()


def with_plan(day: str = "2026-12-01") -> Takeaway:
    """One module's, of a reader who has a plan."""
    own = Mine(frozenset(), (), frozenset(), Plan(PARTS, day))
    return HandoutSource(OpenLibrary(SHIPPED, None), "en", "patient").takeaway(
        ("going-home",), DAY, own=own
    )


CODE = plan_code(Plan(PARTS, "2026-12-01"), MODULES)
EXPECTED = (
    "My appointment: 1 December 2026",
    "1. What to expect in a session",
    "2. Going home",
    f"The code of my plan: {CODE}",
    'choose "I have a code" on the screen',
    f"edu-tui open {CODE}",
)


def test_the_text_prints_it() -> None:
    """Day, parts in order, code, waiting room, home: before my questions, after what keeps me safe."""
    text = flat(as_text(with_plan()))
    places = [text.index(words) for words in ("## Afterwards", *EXPECTED, "My questions")]
    assert places == sorted(places)


def test_the_page_to_print_has_it() -> None:
    """The same in HTML, under a heading of its own."""
    page = as_html(with_plan())
    plain = " ".join(re.sub(r"<[^>]+>", " ", page.replace("&quot;", '"')).split())
    for words in (*EXPECTED[:1], "What to expect in a session", CODE, f"edu-tui open {CODE}"):
        assert words in plain
    assert re.search(r'<h2 id="([^"]+)">My plan</h2>', page)


@pytest.mark.needs("pango")
def test_the_pdf_has_it() -> None:
    """The code is in the words of the PDF."""
    words = " ".join(page.extract_text() for page in pdf_of(with_plan()).pages)
    assert CODE in words


def test_a_phone_is_told_the_code_too() -> None:
    """Among what a code to scan can hold there is the command that opens the plan."""
    assert (f"My plan: edu-tui open {CODE}",) in code_lines(with_plan())


def test_a_day_that_is_over_is_not_printed() -> None:
    """The plan is printed without it, with a code that has no day."""
    text = flat(as_text(with_plan("2026-11-01")))
    assert "My appointment" not in text
    assert f"edu-tui open {plan_code(Plan(PARTS), MODULES)}" in text


def test_without_a_plan_nothing_is_said_of_one() -> None:
    """No heading, no code."""
    assert "My plan" not in as_text(of("going-home"))


def test_what_a_reader_takes_along_has_their_plan() -> None:
    """From the screen: also of modules that were named at the start."""
    reader = Reader(SHIPPED)
    assert taken(reader.visit, ()).plan is None
    reader.visit.chosen = PARTS
    plan = taken(reader.visit, ()).plan
    assert plan is not None
    assert plan.code == plan_code(Plan(PARTS), MODULES)


def test_on_the_command_line_it_is_with_my_own(tmp_path: Path) -> None:
    """`handout --mine` after a plan was opened prints its code."""
    code = plan_code(Plan(("going-home",)), MODULES)
    run(tmp_path, "open", code, "--plain", typed="q\n")
    assert code in run(tmp_path, "handout", "--mine").out
