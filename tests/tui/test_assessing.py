"""An assessment on the full screen, large and small: by keys alone, and told in characters alone."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from edu_tui.staff.profile import STAFF
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.store import StaffFile
from tests.journey.banked import MUST, OTHERS, TITLE, write_banked

from .reader import sitting

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from .reader import Reader

SIZES = [(80, 24), (40, 16)]
SHOWN = STAFF._replace(signed_only=False)


@asynccontextmanager
async def learning(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Reader]:
    """A learner at the screen; again in the same folder, they come back."""
    library = folder / "library"
    if not library.exists():
        write_banked(library)
    log = StaffLog(StaffFile(folder / "staff.sqlite", "north"), "n-104")
    async with sitting(library, size, depth="none", profile=SHOWN, log=log) as reader:
        yield reader


async def begin(reader: Reader) -> None:
    """From home to the first question, or to the one where it goes on."""
    await reader.choose(TITLE)
    going_on = any(row.label.startswith("Go on with") for row in reader.app.journey.shown.rows)
    await reader.choose("Go on with your assessment" if going_on else "Take the assessment")
    await reader.choose("Go on with your assessment" if going_on else "Begin")


def asked(reader: Reader) -> str:
    """The item on the screen; empty past the last."""
    if "overview" in reader.lines[0]:
        return ""
    match = re.search(r"What about ([a-z0-9-]+), as", reader.words)
    return match[1] if match else ""


async def answer_all(reader: Reader, *wrong: str) -> list[str]:
    """Answer what is left, those families wrong, with a digit and the space bar."""
    done = []
    while name := asked(reader):
        right = name.removesuffix("-too") not in wrong
        await reader.choose_by_digit("The right thing" if right else "A slip")
        assert "(*)" in reader.text
        await reader.press("space")
        done.append(name)
    return done


async def hand_in(reader: Reader) -> None:
    """Hand in, and be sure."""
    await reader.choose("Hand it in")
    assert "After that your answers cannot be changed." in reader.words
    await reader.choose("Yes, hand it in")


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x16"])
async def test_a_whole_assessment_by_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    """Begun, answered, handed in and passed: its rules before, its scores apart after, home knows."""
    async with learning(tmp_path, size) as reader:
        await reader.choose(TITLE)
        await reader.choose("Take the assessment")
        rules = await whole(reader)
        for rule in (
            f"{MUST + OTHERS} questions.",
            f"{MUST} are about safety: every one of them has to be right.",
            f"Of the other {OTHERS} at least 4 have to be right.",
            "Nothing is told until you hand it in",
            "There are two tries",
            "You can leave at any time and come back.",
            "3 attempts left today",
        ):
            assert rule in rules, rule
        await reader.choose("Begin")
        assert len(await answer_all(reader)) == MUST + OTHERS
        assert "Every question has an answer." in reader.words
        await hand_in(reader)
        message = await whole(reader)
        assert "[+] Passed." in message
        assert f"Safety: {MUST} of {MUST} right." in message
        assert f"The rest: {OTHERS} of {OTHERS} right." in message
        await reader.press("h")
        assert "passed, good until" in reader.words


async def whole(reader: Reader) -> str:
    """Everything on the page, also what is below."""
    seen, before = reader.words, ""
    await reader.top()
    while before != reader.text:
        before = reader.text
        await reader.press("down")
        seen += " " + " ".join(reader.text.replace("│", " ").replace("> ", " ").split())
    return seen


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x16"])
async def test_a_missed_must_know_is_on_the_first_page(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """One missed must-know: not passed, said at the top with the answer and what to read; no percent."""
    async with learning(tmp_path, size) as reader:
        await begin(reader)
        await answer_all(reader, "safe-4")
        await hand_in(reader)
        assert "1 answer is not right yet. It is asked once more." in reader.words
        await reader.choose("Answer once more")
        (name,) = await answer_all(reader, "safe-4")
        await hand_in(reader)
        lines = [line.strip() for line in reader.lines if line.strip()]
        assert "[~] Not passed yet." in lines[2]
        page = " ".join(" ".join(lines[3:10]).split())
        assert page.startswith("Safety: 5 of 6 right. All have to be. ! What about safe-4")
        colon = ":" if size[0] < 60 else ""
        assert f"Answer{colon} The right thing about {name}" in page
        assert "%" not in reader.text
        message = await whole(reader)
        assert "Safety: 5 of 6 right. All have to be." in message
        assert "Read again: When to call" in message


async def test_left_at_any_moment_it_goes_on_there(tmp_path: Path) -> None:
    """Quit in the middle; at home the first row goes on with it, at the first question that is open."""
    async with learning(tmp_path) as reader:
        await begin(reader)
        first = asked(reader)
        await reader.choose_by_digit("A slip")
        await reader.press("space")
        second = asked(reader)
        await reader.press("q")
    async with learning(tmp_path) as reader:
        await reader.choose("Go on with your assessment: ")
        await reader.choose("Go on with your assessment")
        assert asked(reader) == second
        await reader.press("b")
        assert asked(reader) == first
        assert "(*) A slip" in reader.words


async def test_blanks_have_their_own_mark_and_a_warning(tmp_path: Path) -> None:
    """Answered, unsure and blank are told apart by characters, and blanks are warned about twice."""
    async with learning(tmp_path) as reader:
        await begin(reader)
        await reader.choose_by_digit("A guess")
        await reader.press("space")
        await reader.choose_by_digit("I'm not sure")
        await reader.press("escape")
        assert "9 questions have no answer." in reader.words
        assert (reader.text.count("[x]"), reader.text.count("[?]"), reader.text.count("[ ]")) == (1, 1, 9)  # fmt: skip
        await reader.choose("Hand it in as it is")
        assert "They will count as not right." in reader.words
        await reader.choose("No, go back")
        await reader.press("escape")
        assert "Go on with your assessment" in reader.words


async def test_a_key_held_down_neither_answers_nor_hands_in(tmp_path: Path) -> None:
    """Enter held down at a question chooses once; held down before handing in it hands nothing in."""
    async with learning(tmp_path) as reader:
        await begin(reader)
        reader.clock.now += 1
        await reader.hold("enter", 30)
        assert reader.text.count("(*)") == 1
        await reader.press("escape")
        assert "Hand it in as it is" in reader.focused
        await reader.hold("enter", 30)
        assert "Hand it in" in reader.text
        assert "How it went" not in reader.lines[0]
        assert "once more" not in reader.lines[0]
