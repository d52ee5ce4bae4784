"""A code to go on at home: what it says is how far the visitor came, and it fits every screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.taking.code_to_go import code_so_far
from edu_tui.layout.line import Room
from edu_tui.learning.resume_code import ResumeState, way_of
from tests.journey.reader import ROOM, SMALL, Reader
from tests.library.samples import write_library

if TYPE_CHECKING:
    from pathlib import Path

ROW = "Show a code to go on at home"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path)


def said(reader: Reader) -> ResumeState:
    """What the code on the page says, read from the page."""
    lines = [re.sub(r"Group \d:", "", line) for line in reader.text.splitlines()]
    spaced = [line for line in lines if re.fullmatch(r"\s*(?:[0-9A-Z]\s+)+[0-9A-Z]\s*", line)]
    return way_of("".join(spaced), reader.visit.contents.library.for_patients())


@pytest.mark.parametrize("room", [ROOM, SMALL, Room(79, 0, "words")])
def test_the_code_on_the_page_says_how_far_it_went(library: Path, room: Room) -> None:
    """Read to the end, and one thing unsure: the letters on the page say both."""
    reader = Reader(library, room).choose("Going home", "Read about it").read_to("Finish")
    reader.do("home").choose("Going home", "See if it is clear").answer("I'm not sure")
    reader.do("home").do("take").choose(ROW)
    assert said(reader) == ResumeState(frozenset({"going-home"}), frozenset({"going-home"}))
    assert f"edu-tui resume {code_so_far(reader.visit)}" in reader.flat


def test_a_page_that_was_asked_about_is_to_be_talked_about(library: Path) -> None:
    """Something on the list of questions is in the code, also of a module not read to its end."""
    reader = Reader(library).choose("Going home", "Read about it").do("ask")
    reader.do("home").do("take").choose(ROW)
    assert said(reader).talk == {"going-home"}


def test_own_words_are_not_in_it(library: Path) -> None:
    """A question of one's own belongs to no module: the code is the same with and without it."""
    reader = Reader(library).choose("Going home", "Read about it").read_to("Finish").do("home")
    before = code_so_far(reader.visit)
    reader.do("asked").choose("Write a question of my own").journey.typed("My name is Ann")
    reader.choose("Add it")
    assert before
    assert code_so_far(reader.visit) == before


def test_with_nothing_read_there_is_no_code(library: Path) -> None:
    """It says what to do first."""
    reader = Reader(library).do("take").choose(ROW)
    assert "Read a part to its end first." in reader.flat


@pytest.mark.parametrize("room", [ROOM, SMALL])
def test_it_is_one_page(library: Path, room: Room) -> None:
    """Code, what to do and the way back are on the screen together."""
    reader = Reader(library, room).choose("Going home", "Read about it").read_to("Finish")
    reader.do("home").do("take").choose(ROW)
    assert len(reader.text.rstrip().splitlines()) - 2 <= room.height
