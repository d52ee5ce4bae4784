"""Digits three lines high, to be read from a chair."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edu_tui.layout.line import Medium

_NUMBER = re.compile(r"[0-9](?:[0-9 -]*[0-9])?")
_BLOCKS = (
    "█▀▀█ ▀█   ▀▀▀█ ▀▀▀█ █  █ █▀▀▀ █▀▀▀ ▀▀▀█ █▀▀█ █▀▀█           ",
    "█  █  █   █▀▀▀  ▀▀█ ▀▀▀█ ▀▀▀█ █▀▀█    █ █▀▀█ ▀▀▀█  ▀▀       ",
    "▀▀▀▀ ▀▀▀  ▀▀▀▀ ▀▀▀▀    ▀ ▀▀▀▀ ▀▀▀▀    ▀ ▀▀▀▀ ▀▀▀▀           ",
)
_LINES = (
    "┌──┐   │  ───┐ ───┐ │  │ ┌─── ┌─── ───┐ ┌──┐ ┌──┐           ",
    "│  │   │  ┌──┘  ──┤ └──┤ └──┐ ├──┐    │ ├──┤ └──┤  ──       ",
    "└──┘   │  └─── ───┘    │ ───┘ └──┘    │ └──┘ ───┘           ",
)
_STROKES = (
    " __        __   __        __   __   __   __   __            ",
    "|  |    |  __|  __| |__| |__  |__     | |__| |__|  __       ",
    "|__|    | |__   __|    |  __| |__|    | |__|  __|           ",
)
"""0 to 9, a hyphen and a space, five columns each, the last of them empty."""
_ORDER = "0123456789- "


def number_in(text: str) -> str:
    """The first number of a text, as it is written there; empty for none."""
    match = _NUMBER.search(text)
    return match[0] if match else ""


def large(number: str, medium: Medium, *, halves: bool) -> tuple[str, ...]:
    """A number in lines of one length; with `halves`, where half blocks can be drawn."""
    drawn = _STROKES if medium != "unicode" else _BLOCKS if halves else _LINES
    places = [5 * _ORDER.index(sign) for sign in number]
    return tuple("".join(line[at : at + 5] for at in places) for line in drawn)
