"""Bytes from a terminal to keys and touches: what is not known means nothing.

A reply of the terminal, a paste's ends, a report of a size or of the focus, a sequence cut short: all of
them may be typed by hand, and each is dropped whole. Nothing is kept but what is needed to know where an
unfinished sequence ends, and that is short.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import NamedTuple

from edu_tui.journey.action import BY_KEY, Action

LONGEST = 32
"""Characters of a sequence; a longer one is none."""
LONGEST_STRING = 4096
"""Characters of a string sequence (a title, a clipboard) until it is taken for over."""
_NAMED = {
    "\r": "enter",
    "\n": "enter",
    "\t": "tab",
    "\x7f": "backspace",
    "\x08": "backspace",
}
_FINAL = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "H": "home",
    "F": "end",
    "Z": "shift+tab",
    "P": "f1",
    "Q": "f2",
    "R": "f3",
    "S": "f4",
}
_NUMBERED = {
    **dict(zip((1, 7, 4, 8), ("home", "home", "end", "end"), strict=True)),
    3: "delete",
    5: "pageup",
    6: "pagedown",
    **{11 + at: f"f{at + 1}" for at in range(5)},
    **dict(zip((17, 18, 19, 20, 21, 23, 24), (f"f{at}" for at in range(6, 13)), strict=True)),
}
_MOUSE = re.compile(r"<(\d{1,3});(\d{1,4});(\d{1,4})([Mm])")
_CSI_END = re.compile(r"[@-~]")
_WHEEL, _MOVED, _BUTTONS = 64, 32, 3


class Key(NamedTuple):
    """A key by its name, and the character it types; empty where it types none."""

    name: str
    character: str = ""


class Touch(NamedTuple):
    """The left button or a finger, at a cell counted from 0; or the wheel."""

    kind: str
    """`down`, `up`, `wheel up`, `wheel down`."""
    x: int
    y: int


class Keys:
    """Reads a stream of bytes; `chord` names the control keys that are let in besides."""

    def __init__(self, chord: tuple[str, ...] = ()) -> None:
        self._chord = frozenset(chord)
        self._decoder = getincrementaldecoder("utf-8")(errors="replace")
        self._open = ""
        """A sequence that has begun."""
        self._string = 0
        """How much of a string sequence has gone by; 0 outside of one."""

    @property
    def waiting(self) -> bool:
        """Whether what follows decides: an Escape may be a key of its own."""
        return bool(self._open) or self._string > 0

    def feed(self, data: bytes) -> list[Key | Touch]:
        """The keys in these bytes."""
        result = []
        for character in self._decoder.decode(data):
            key = self._take(character)
            if key is not None:
                result.append(key)
        return result

    def settle(self) -> list[Key | Touch]:
        """Nothing has come for a while: an Escape alone is the key; anything else unfinished is nothing."""
        alone = self._open == "\x1b"
        self._open, self._string = "", 0
        self._decoder.reset()
        return [Key("escape", "\x1b")] if alone else []

    def _take(self, character: str) -> Key | Touch | None:
        if self._string:
            self._pass_string(character)
            return None
        if not self._open:
            if character == "\x1b":
                self._open = character
                return None
            return self._plain(character)
        return self._in_sequence(character)

    def _pass_string(self, character: str) -> None:
        self._string += 1
        if character in "\x07\x9c\x18\x1a" or self._string > LONGEST_STRING:
            self._string = 0
        elif character == "\x1b":
            self._string, self._open = 0, "\x1b"

    def _in_sequence(self, character: str) -> Key | Touch | None:
        if character == "\x1b":
            # Escape pressed twice, or a sequence cut short by another.
            alone, self._open = self._open == "\x1b", character
            return Key("escape", "\x1b") if alone else None
        sequence = self._open + character
        self._open = ""
        if len(sequence) == 2:
            if character in "[O":
                self._open = sequence
            elif character in "]PX^_":
                self._string = 1
            return None
        if sequence.startswith("\x1bO"):
            name = _FINAL.get(character, "")
            return Key(name) if name else None
        if sequence == "\x1b[[" or (len(sequence) < LONGEST and not _CSI_END.match(character)):
            self._open = sequence if character >= " " else ""
            return None
        return _of_sequence(sequence[2:])

    def _plain(self, character: str) -> Key | None:
        name = _NAMED.get(character, "")
        if name:
            return Key(name, "\r" if name == "enter" else "")
        if character < " ":
            name = f"ctrl+{chr(ord(character) + 96)}"
            return Key(name) if name in self._chord or BY_KEY.get(name) is Action.REDRAW else None
        if character == "\N{REPLACEMENT CHARACTER}" or not character.isprintable():
            return None
        return Key(character, character)


def _of_sequence(rest: str) -> Key | Touch | None:
    """The key or touch of a control sequence without its beginning."""
    if rest.startswith("["):
        # The Linux console has its own for F1 to F5.
        return Key(f"f{ord(rest[1]) - 64}") if len(rest) == 2 and "A" <= rest[1] <= "E" else None
    mouse = _MOUSE.fullmatch(rest)
    if mouse is not None:
        return _touch(int(mouse[1]), int(mouse[2]) - 1, int(mouse[3]) - 1, released=mouse[4] == "m")
    if len(rest) == 1:
        return Key(_FINAL[rest]) if rest in _FINAL else None
    number = rest[:-1]
    if rest[-1] == "~" and number.isascii() and number.isdigit():
        name = _NUMBERED.get(int(number), "")
        return Key(name) if name else None
    return None


def _touch(button: int, x: int, y: int, *, released: bool) -> Touch | None:
    if x < 0 or y < 0 or button & _MOVED:
        return None
    if button & _WHEEL:
        return Touch("wheel down" if button & 1 else "wheel up", x, y)
    if button & _BUTTONS:
        return None
    return Touch("up" if released else "down", x, y)
