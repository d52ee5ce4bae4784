"""What a listener hears once and not on each page, and how it is heard again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from edu_tui.layout.line import Room, plain
from edu_tui.layout.part import lines_of
from edu_tui.layout.step import step_cited, step_parts
from edu_tui.layout.text import TextVoice
from edu_tui.learning.walk import Walk
from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.paths import shipped_library
from tests.library.samples import write_library as write_signed
from tests.review.signed import sign

from .program import Talk, run
from .sample import write_library

if TYPE_CHECKING:
    from pathlib import Path

MOST = 0.25
"""Of the words of a step: where one is, what leads on, what can be typed."""
NOT_YET = "Not yet reviewed by a clinician."
HELP = "? help, ! crisis help"


@pytest.fixture
def library(tmp_path: Path) -> str:
    """The small library's folder."""
    return str(write_library(tmp_path / "library"))


def told(home: Path, library: str, *typed: str) -> list[str]:
    """What is told before each line that is typed."""
    out = run(home, "--plain", "--library", library, typed="".join(f"{one}\n" for one in typed)).out
    pages = []
    for one in typed:
        # the prompt ends with what was typed
        page, _, out = out.partition(f": {one}\n")
        pages.append(f"{page}:")
    return pages


def own_words(walk: Walk, clinic: dict[str, str]) -> Counter[str]:
    """The words that the author wrote for a step, and the title of the next."""
    voice = TextVoice(clinic, step_cited(walk.step))
    room = Room(1000, 0, "words")
    text = " ".join(plain(line) for line in lines_of(step_parts(walk, voice, room), room))
    return Counter(f"{text} {'' if walk.last else walk.next().step.title}".split())


@pytest.mark.parametrize("at", [1, 2])
def test_a_step_is_mostly_its_own_words(tmp_path: Path, at: int) -> None:
    """Walked from the first step to the last, at most a quarter of what is told is not the author's."""
    open_library = OpenLibrary(shipped_library(), None)
    walkthrough = open_library.module("what-to-expect", "en").for_audience("patient").walkthrough
    assert walkthrough is not None
    walk = Walk(walkthrough.routes[at - 1])
    typed = ["6", "1", f"{at}", *["1"] * (walk.total - 1), "q"]
    pages = told(tmp_path, str(shipped_library()), *typed)[3:]
    assert len(pages) == walk.total
    words = besides = 0
    for page in pages:
        assert walk.step.title in page
        heard, own = Counter(page.split()), own_words(walk, dict(open_library.library().clinic))
        words, besides = words + heard.total(), besides + (heard - own).total()
        walk = walk if walk.last else walk.next()
    assert besides / words <= MOST


def test_how_a_text_is_reviewed_is_said_when_that_changes(tmp_path: Path) -> None:
    """At the start, where a part stands otherwise, and on coming back from it; not over crisis help."""
    folder = write_signed(tmp_path / "signed")
    sign(folder, "session")
    some = "1 of 2 parts is not reviewed."
    home, front, page, _, again, back, other, _ = told(
        tmp_path, str(folder), "1", "2", "!", "b", "h", "2", "1", "q"
    )
    assert some in home
    assert NOT_YET in front
    assert not [one for one in (page, again) if "reviewed" in one]
    assert some in back
    assert "\nReviewed by a clinician.\n" in other


def test_what_can_be_typed_is_said_in_full_once(tmp_path: Path, library: str) -> None:
    """At first, and at the first question; then the numbers alone, until it is asked for."""
    home, front, question, chosen, again, helped, after, _ = told(
        tmp_path, library, "1", "3", "2", "r", "?", "b", "1", "q"
    )
    assert home.endswith(f"Type 1 to 10, then Enter; Enter alone: 1. {HELP}:")
    assert front.endswith("\n1 to 6, Enter for 1:")
    assert question.endswith(f"Type 1 to 7, then Enter. {HELP}:")
    assert chosen.endswith("\n1 to 7, Enter for 5:")
    assert again.endswith(f"Enter alone: 5. {HELP}:")
    assert NOT_YET in again
    assert "r reads the same page again" in helped
    assert HELP in helped
    assert HELP in after


def test_rows_that_lead_away_from_a_text_are_said_once(tmp_path: Path, library: str) -> None:
    """With the first page that has them; then their numbers, which go on to work; `r` says them again."""
    path = tmp_path / "library/en/the-day.yaml"
    step = re.search(r"^ *- \{id: start,.*\n", path.read_text(), re.M)
    assert step is not None
    more = step[0].replace("id: start", "id: more").replace("at: 10", "at: 20")
    path.write_text(path.read_text().replace(step[0], step[0] + more))
    first, second, steps, again, asked = told(tmp_path, library, *"1112brq")[2:]
    assert second.endswith("\n2, 3 as before, Enter for 1:")
    assert "as before" not in first + asked
    for row in ("2. Go to another step", "3. Other things you can do"):
        assert [row in page for page in (first, second, again, asked)] == [True, False, False, True]
    assert "1. You arrive (" in steps


def test_coming_back_to_a_question_its_numbers_are_the_same(tmp_path: Path) -> None:
    """Left and opened again, and told again, a question has its answers in the order that was heard."""
    talk = Talk(tmp_path)
    talk.choose("Going home")
    heard = []
    for _ in range(2):
        talk.choose("See if it is clear")
        heard.append(dict(talk.rows))
        talk.say("r")
        heard.append(dict(talk.rows))
        talk.say("u")
    assert all("( )" in rows[1] and rows == heard[0] for rows in heard)
    talk.end()
