"""What comes from outside acts on no terminal: one list of characters, and one way out for what is printed."""

from __future__ import annotations

import re

import pytest

from edu_tui.commands.output import put, tell
from edu_tui.records.rows import LONGEST_SHOWN, left_out
from edu_tui.system.shown import INSTEAD, harmless, shown

from .source import SOURCES

ACTS = [
    "\x1b[31m",
    "\x9b2J",
    "\x07",
    "\x7f",
    "\x85",
    "\u2028",
    "\u202e",
    "\u2066",
    "\x00",
    "\ud800",
]


@pytest.mark.parametrize("text", ACTS)
def test_nothing_acts_on_a_terminal(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Escapes, C1, bidi overrides, lone halves: marked or taken as a space, in a line, in a text, printed, told."""
    first = text[0]
    for made in (
        shown(f"a{text}b"),
        harmless(f"a{text}b\n"),
        str(left_out(text, text, text, text)),
    ):
        assert first not in made
    put(f"a{text}b\n")
    tell(f"a{text}b")
    output = capsys.readouterr()
    assert first not in output.out + output.err
    assert output.out.startswith(f"a{INSTEAD}")


def test_words_stay_as_they_are() -> None:
    """Accents, other scripts, joiners, tabs and lines of a text of its own."""
    words = "Ana Ru\u00edz \u0627\u0644\u0633 \u0915\u094d\u200d\u0937 \U0001f600"
    assert shown(words) == words
    assert harmless(f"{words}\n\t{words}") == f"{words}\n\t{words}"
    assert len(left_out("x" * 999, "passed", "", "why").id) == LONGEST_SHOWN


def test_the_characters_are_listed_once() -> None:
    """No other module has a list of its own of what acts on a terminal, but those for authors' files and for
    what a kiosk's screen may send.
    """
    listed = [
        source.name for source in SOURCES if re.search(r"x7f-\\x9f|u202a-\\u202e", source.text)
    ]
    assert listed == [
        "edu_tui.kiosk.terminal.output",
        "edu_tui.library.source.characters",
        "edu_tui.system.shown",
    ]
