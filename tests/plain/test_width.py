"""Where lines are broken: between words at a terminal's width, and nowhere in a pipe or a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pexpect
import pytest

from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.paths import shipped_library

from .program import PROGRAM, Talk, environment, run

if TYPE_CHECKING:
    from pathlib import Path

WAY = ("7", "1", "1")
"""To the second part of a module."""


def paragraphs() -> list[str]:
    """The long ones of a shipped module that have no marks in them."""
    module = OpenLibrary(shipped_library(), None).module("going-home", "en")
    whole = "\n\n".join(section.text for section in module.sections)
    texts = [" ".join(text.split()) for text in whole.split("\n\n")]
    return [text for text in texts if len(text) > 100 and not re.search(r"[\[{*]|(^| )- ", text)]


def sized(home: Path, columns: int) -> Talk:
    """The program in a terminal so wide, with what was told before forgotten."""
    talk = Talk(home)
    talk.child.setwinsize(24, columns)
    talk.heard = ""
    return talk


def test_in_a_pipe_a_paragraph_is_one_line(tmp_path: Path) -> None:
    """In plain mode and printed by `read`: whoever shows it breaks it where their lines end."""
    told = run(tmp_path, "--plain", typed="".join(f"{one}\n" for one in WAY)).out.splitlines()
    printed = run(tmp_path, "read", "going-home").out.splitlines()
    assert len(paragraphs()) >= 2
    assert {*paragraphs()} <= {*printed}
    first = next(at for at, line in enumerate(printed) if line.startswith("Part 1 of "))
    last = next(at for at, line in enumerate(printed) if line.startswith("Part 2 of "))
    assert {*printed[first + 1 : last]} <= {*told}


@pytest.mark.parametrize("columns", [40, 80, 132])
def test_a_terminal_is_filled_between_words(tmp_path: Path, columns: int) -> None:
    """No line is as wide as the terminal, some nearly are, and the words are those of a wide one."""
    talk, wide = sized(tmp_path / "narrow", columns), sized(tmp_path / "wide", 1000)
    for typed in WAY:
        talk.say(typed)
        wide.say(typed)
    assert talk.heard.split() == wide.heard.split()
    lines = talk.heard.splitlines()
    assert columns - 15 < max(map(len, lines)) < columns
    assert talk.end() == wide.end() == 0


def test_a_window_of_another_size_is_heeded_with_the_next_page(tmp_path: Path) -> None:
    """Made narrower while a page is read, it breaks no word of the next one."""
    talk = sized(tmp_path, 120)
    assert max(map(len, talk.say("7").splitlines())) > 60
    talk.child.setwinsize(24, 50)
    assert 40 < max(map(len, talk.say("1").splitlines())) < 50
    assert talk.end() == 0


@pytest.mark.parametrize("words", [["read", "going-home"], ["list"]])
def test_what_is_printed_on_a_terminal_has_its_width(tmp_path: Path, words: list[str]) -> None:
    """As in plain mode; only what is wider than a line by itself, such as an address, is cut."""
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *words],
        env=environment(tmp_path),
        encoding="utf-8",
        dimensions=(24, 50),
    )
    child.expect(pexpect.EOF)
    out = str(child.before)
    child.close()
    assert 40 < max(map(len, out.splitlines())) < 50
    assert "".join(out.split()) == "".join(run(tmp_path, *words).out.split())
