"""What may be written to the terminal, and what never is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.kiosk.terminal.output import BELL, let_through

GOOD = ["\x1b[0;1;38;2;1;2;3;48;5;7m", "\x1b[12;40H", "\x1b[H", "\x1b[2J", "\x1b[3J", "\x1b[?2026h", "\x1b[?25h", "a\nb", "é漢e\u0301"]  # fmt: skip
BAD = {
    "title": "\x1b]0;x\x07",
    "title, other end": "\x1b]2;x\x1b\\",
    "clipboard": "\x1b]52;c;eA==\x07",
    "link": "\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\",
    "pointer": "\x1b]22;text\x07",
    "reset": "\x1bc",
    "mouse": "\x1b[?1003h",
    "paste": "\x1b[?2004h",
    "kitty": "\x1b[>1u",
    "screen": "\x1b[?1049l",
    "question": "\x1b[6n\x1b[c\x1b[?2048$p",
    "device string": "\x1bPq#0\x1b\\",
    "program": "\x1b_Gf=1;AA\x1b\\",
    "window": "\x1b[8;10;10t",
    "scroll region": "\x1b[1;2r",
    "C1": "\x9b31m\x9d0;x\x9c\x84",
    "charset": "\x1b(0",
    "bell in words": "a\x07",
    "backspace": "a\x08",
    "return": "\r",
    "tab": "\t",
    "direction": "\u202ea\u2066",
    "joining": "\u200d\u200b\ufeff",
    "tag": "\U000e0041",
    "separator": "\u2028\u2029",
    "unfinished": "\x1b]52;c;eA==",
}


@pytest.mark.parametrize("text", GOOD)
def test_what_drawing_needs_passes(text: str) -> None:
    """Colours, positions, clearing, one update at a time and words are as they were."""
    assert let_through(f"a{text}b") == f"a{text}b"


@pytest.mark.parametrize("name", BAD)
def test_nothing_else_passes(name: str) -> None:
    """Everything else is gone whole: what is left has no control character but those of drawing."""
    left = let_through(f"<{BAD[name]}>")
    assert set(left) <= set("<>ay")


def test_the_bell_alone_is_a_bell() -> None:
    """The warning's bell is let through by itself, and a bell in what is drawn is not."""
    assert let_through(BELL) == BELL
    assert let_through(f"x{BELL}") == "x"


@given(st.text(st.sampled_from("\x1b[]?;0123456789mHJhlqPc\x07\\\x9b\x9c xé\u202e"), max_size=60))
def test_nothing_can_be_put_together(text: str) -> None:
    """No mixture of pieces leaves a sequence that is not one of drawing."""
    left = let_through(text)
    bare = re.sub(r"\x1b\[([0-9;:]*m|[0-9;]*H|[23]?J|\?2026[hl]|\?25[hl])", "", left)
    assert left == BELL or not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", bare)
