"""Bytes to keys: what is known, whole or in pieces; everything else is nothing, and never an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.kiosk.terminal.keys import LONGEST_STRING, Key, Keys, Touch

KNOWN = {
    b"a": Key("a", "a"),
    b"\r": Key("enter", "\r"),
    b"\t": Key("tab"),
    b"\x7f": Key("backspace"),
    "\u00e9".encode(): Key("\u00e9", "\u00e9"),
    b"\x1b[A": Key("up"),
    b"\x1bOB": Key("down"),
    b"\x1b[5~": Key("pageup"),
    b"\x1b[Z": Key("shift+tab"),
    b"\x1bOP": Key("f1"),
    b"\x1b[[A": Key("f1"),
    b"\x1b[20~": Key("f9"),
    b"\x1b[21~": Key("f10"),
    b"\x1b[24~": Key("f12"),
    b"\x1b[<0;5;7M": Touch("down", 4, 6),
    b"\x1b[<0;5;7m": Touch("up", 4, 6),
    b"\x1b[<65;1;1M": Touch("wheel down", 0, 0),
}
NOTHING = {
    "ctrl+c": b"\x03",
    "ctrl+q": b"\x11",
    "ctrl+backslash": b"\x1c",
    "ctrl+z": b"\x1a",
    "NUL": b"\x00",
    "kitty's ctrl+q": b"\x1b[113;5u",
    "kitty's beyond Unicode": b"\x1b[99999999999u",
    "kitty's with a colon": b"\x1b[1:2;3:4u",
    "alt+letter": b"\x1bq",
    "ctrl+up": b"\x1b[1;5A",
    "paste begins": b"\x1b[200~",
    "paste ends": b"\x1b[201~",
    "focus": b"\x1b[I\x1b[O",
    "a size": b"\x1b[48;50;200;800;1600t",
    "a cursor": b"\x1b[12;40R",
    "modes": b"\x1b[?2026;1$y\x1b[?2048;1$y",
    "attributes": b"\x1b[?62;22c\x1b[>1;4000;0c",
    "a clipboard": b"\x1b]52;c;cXVpdA==\x07",
    "a title": b"\x1b]0;q\x1b\\",
    "a device string": b"\x1bP1$r0m\x1b\\",
    "a right button": b"\x1b[<2;5;7M",
    "movement": b"\x1b[<35;5;7M",
    "an old mouse": b"\x1b[M !!",
    "far away": b"\x1b[<0;99999;99999M",
    "at nought": b"\x1b[<0;0;0M",
    "not UTF-8": b"\xff\xfe",
    "right to left": "\u202e".encode(),
    "a tag": "\U000e0041".encode(),
    "zero width": "\u200b".encode(),
    "a line separator": "\u2028".encode(),
}


@pytest.mark.parametrize("data", KNOWN, ids=repr)
def test_what_is_known(data: bytes) -> None:
    """Each key and touch is read, all at once and byte by byte."""
    assert Keys().feed(data) == [KNOWN[data]]
    slow = Keys()
    assert [key for at in range(len(data)) for key in slow.feed(data[at : at + 1])] == [KNOWN[data]]
    assert not slow.waiting


@pytest.mark.parametrize("name", NOTHING)
def test_everything_else_is_nothing(name: str) -> None:
    """Replies, reports, strings and chords give no key, and the next key is read as ever."""
    keys = Keys()
    found = keys.feed(NOTHING[name])
    found += keys.settle()
    # The old form of a mouse report has no end that can be told from what is typed.
    assert name == "an old mouse" or not found
    assert keys.feed(b"x\x1b[A") == [Key("x", "x"), Key("up")]


def test_escape_is_a_key_once_nothing_follows() -> None:
    """Escape alone waits for what follows; twice, the first is the key."""
    keys = Keys()
    assert keys.feed(b"\x1b") == []
    assert keys.waiting
    assert (keys.settle(), keys.waiting) == ([Key("escape", "\x1b")], False)
    assert keys.feed(b"\x1b\x1b") == [Key("escape", "\x1b")]
    assert keys.settle() == [Key("escape", "\x1b")]


@pytest.mark.parametrize(
    "begun", [b"\x1b[", b"\x1b[12;", b"\x1b]52;c;abc", b"\x1bP", b"\x1bO", b"\xe2\x82"]
)
def test_what_never_ends_is_forgotten(begun: bytes) -> None:
    """A sequence that was begun is dropped after a moment, and keys are keys again."""
    keys = Keys()
    assert keys.feed(begun) == []
    assert keys.settle() == []
    assert keys.feed(b"x") == [Key("x", "x")]


def test_a_string_without_an_end_does_not_swallow_for_ever() -> None:
    """Even when bytes never stop coming, an open string ends by itself."""
    keys = Keys()
    keys.feed(b"\x1b]" + b"a" * (LONGEST_STRING + 1))
    assert keys.feed(b"x") == [Key("x", "x")]


def test_only_the_chord_makes_control_keys() -> None:
    """Ctrl and a letter is a key where staff chose it for leaving, and nowhere else."""
    assert Keys(("ctrl+e",)).feed(b"\x05\x03") == [Key("ctrl+e")]
    assert Keys().feed(b"\x05") == []


@given(
    st.lists(
        st.one_of(st.binary(max_size=40), st.sampled_from([b"\x1b", b"\x1b[", b"\x1b]", b";"]))
    )
)
def test_no_bytes_are_an_error(pieces: list[bytes]) -> None:
    """Whatever comes, keys come out, printable or named, and little is remembered."""
    keys = Keys()
    for piece in pieces:
        for key in keys.feed(piece):
            if isinstance(key, Key):
                assert (
                    key.name in {"enter", "escape"}
                    or not key.character
                    or key.character.isprintable()
                )
                assert not key.name.startswith("ctrl+")
        assert len(keys._open) < 40
