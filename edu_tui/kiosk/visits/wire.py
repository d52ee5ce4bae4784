"""What a visit says to its supervisor: a line each, of a few kinds, none of them a visitor's words."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Literal, NamedTuple

Kind = Literal["beat", "shown", "wrong", "prints", "end", "crash", "note"]
KINDS: tuple[Kind, ...] = ("beat", "shown", "wrong", "prints", "end", "crash", "note")
LONGEST = 64 * 1024
"""Bytes of a line; what is longer is dropped."""


class WireMessage(NamedTuple):
    """One line."""

    kind: Kind
    about: str


class Wire:
    """The visit's end."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def say(self, kind: Kind, about: str = "") -> None:
        """Say it; to a supervisor that is gone nothing is said."""
        line = f"{kind} {about}".encode(errors="replace").replace(b"\n", b" ")[: LONGEST - 1]
        with suppress(OSError):
            os.write(self._descriptor, line + b"\n")


class Heard:
    """The supervisor's end: bytes to lines."""

    def __init__(self) -> None:
        self._rest = b""

    def take(self, data: bytes) -> list[WireMessage]:
        """The lines that these bytes complete; what is no line of ours is dropped."""
        *lines, rest = (self._rest + data).split(b"\n")
        self._rest = rest[-LONGEST:]
        return [message for line in lines for message in _said(line)]


def _said(line: bytes) -> list[WireMessage]:
    word, _, about = line.decode(errors="replace").partition(" ")
    return [WireMessage(kind, about) for kind in KINDS if kind == word]
