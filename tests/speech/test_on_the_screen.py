"""Reading aloud in the real program: a key, a yes, a voice; and a screen that never waits for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.speech.recorder import GOES_ON, SILENCE, Recorder
from tests.terminal.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.speech.recorder import Heard

F4, F5, F7 = "\x1bOS", "\x1b[15~", "\x1b[18~"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def words(recorder: Recorder) -> Heard:
    """What is said next, asking for silence aside."""
    heard = recorder.hear()
    return heard if heard.options != "-C" else words(recorder)


def opened(home: Path, recorder: Recorder | None, speech: str = "1") -> Terminal:
    """The program, with that voice on its path."""
    path = f"{recorder.bin}:{os.environ['PATH']}" if recorder else "/usr/bin-without-voices"
    return Terminal(home, PATH=path, EDU_TUI_SPEECH=speech)


def test_a_page_is_read_after_a_yes_and_stops_with_the_program(home: Path) -> None:
    """F5, Enter: the page is heard. An arrow: the next row. F7: silence. The end of the program: silence."""
    recorder = Recorder(home, "spd-say", GOES_ON)
    with opened(home, recorder) as terminal:
        terminal.wait_for("F5 Read aloud")
        terminal.press(F5, "Without headphones other people may hear it.")
        assert "headphones" in words(recorder).text
        terminal.press("enter", "Quit")
        page = words(recorder)
        assert "Number 1 of" in page.text
        terminal.press("down")
        row = words(recorder)
        assert row.text.startswith("Number 2 of")
        assert page.gone
        terminal.press(F4, "Slower.")
        assert words(recorder).text == "Slower."
        terminal.press(F7, "Nothing is read aloud any more.")
        terminal.press("up")
        assert recorder.hear().options == "-C"
        assert recorder.next(SILENCE) is None
        terminal.press(F5, "F7 Stop reading")
        last = words(recorder)
        terminal.child.send("q")
        assert terminal.end() == 0
    assert last.gone
    recorder.close()


def test_a_voice_that_fails_is_said_once(home: Path) -> None:
    """The screen says that nothing can be read aloud, goes on, and says it no second time."""
    recorder = Recorder(home, "spd-say", "exit 1")
    with opened(home, recorder) as terminal:
        terminal.wait_for("F5 Read aloud")
        terminal.press(F5, "Nothing can be read aloud here now.")
        assert "Yes, read it aloud" not in terminal.text
        terminal.press("enter", "Quit")
        assert "read aloud" not in terminal.text.lower()
        terminal.child.send("q")
        assert terminal.end() == 0
    recorder.close()


def test_without_the_setting_or_a_program_there_is_no_key(home: Path) -> None:
    """No key is offered, and pressing it changes nothing."""
    recorder = Recorder(home)
    for voice, speech in ((recorder, "0"), (None, "1")):
        with opened(home, voice, speech) as terminal:
            terminal.wait_for("Quit")
            assert "Read aloud" not in terminal.text
            terminal.child.send(F5)
            terminal.press("down")
            assert "headphones" not in terminal.text
            terminal.child.send("q")
            assert terminal.end() == 0
    assert recorder.next(SILENCE) is None
    recorder.close()
