"""The window's title: what is open, where there is one; and the one that it had, afterwards."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

import psutil
import pytest

from edu_tui.ui.tui.title import LONGEST, titled

from .modes import left_on
from .terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

HOME = ("The day itself", " min", "Q Quit")
ORDER = re.compile(rb"\x1b\[2([23]);0t|\x1b\]2;([^\x07]*)\x07")


def told(terminal: Terminal) -> list[str]:
    """What was done about the title, in order."""
    words = {b"2": "put aside", b"3": "given back"}
    return [words.get(move) or title.decode() for move, title in ORDER.findall(terminal.raw)]


def test_it_is_what_is_open(home: Path) -> None:
    """The library's, then the module's, also while it is asked about; never a word that was typed."""
    with Terminal(home) as terminal:
        terminal.wait_for(*HOME)
        terminal.press("1", "Step by step")
        for key, label in (("w", "My question or note"), ("/", "Find:")):
            terminal.press(key, label)
            terminal.child.send("mysecret")
            terminal.wait_for("mysecret")
            terminal.press("\x1b", "Step by step")
        terminal.press("\x1b", *HOME)
        terminal.child.send("q")
        assert terminal.end() == 0
        library = "Sample library"
        assert told(terminal) == ["put aside", library, "The day itself", library, "given back"]
        assert not left_on(terminal.raw)


def test_it_is_given_back_however_it_ends(home: Path) -> None:
    """Told to end, and after it was stopped and went on."""
    with Terminal(home) as terminal:
        terminal.wait_for(*HOME)
        process = psutil.Process(terminal.pid)
        process.suspend()
        process.resume()
        terminal.wait(lambda: told(terminal).count("Sample library") == 2, "the title once more")
        terminal.kill(signal.SIGTERM)
        terminal.end()
        assert told(terminal) == ["put aside", *["Sample library"] * 2, "given back"]


@pytest.mark.parametrize("term", ["linux", "vt220", "screen-256color"])
def test_where_it_could_not_be_given_back_there_is_none(home: Path, term: str) -> None:
    """A console and terminals that keep no title get none."""
    with Terminal(home, TERM=term) as terminal:
        terminal.wait_for(*HOME)
        terminal.press("1", "Step by step")
        terminal.child.send("q")
        terminal.end()
        assert told(terminal) == []


def test_nothing_in_a_title_acts_on_the_terminal(home: Path) -> None:
    """Controls and what turns text are not written, it has an end, and marks are only text."""
    title = "One\x07\x1b]0;two\x1b\\\x9cthree\u202efour"
    assert re.fullmatch(r"\x1b\]2;[^\x00-\x1f\x7f-\x9f\u202e]+\x07", titled(title))
    assert len(titled("long " * 100)) < LONGEST + 8
    with Terminal(home) as terminal:
        terminal.wait_for(*HOME)
        terminal.press("2", "Read about it")
        assert told(terminal)[-1] == "Marks [@click=app.quit]stay[/] text"
