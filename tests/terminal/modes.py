"""What a terminal was left with, read from the very bytes that were written to it."""

from __future__ import annotations

import re

SET = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
USUAL = {b"7": b"h", b"25": b"h"}
"""Modes that a terminal has on: lines wrap, the cursor can be seen. All others are off."""
LASTING = re.compile(rb"\x1b\[=\d|\x1b\[>4|\x1b\](?!8;)\d|\x1b=|\x1b\[\d* q|\x1b\[\?\d+[rs]")
"""Whatever else would last: keys, colours, title, pointer, keypad, shape of the cursor."""


def touched(raw: bytes) -> set[bytes]:
    """Every mode that was switched, either way."""
    return {one for numbers, _ in SET.findall(raw) for one in numbers.split(b";")}


def left_on(raw: bytes) -> set[bytes]:
    """The modes that are not as in a terminal that nobody has used."""
    now = {one: to for numbers, to in SET.findall(raw) for one in numbers.split(b";")}
    found = {one for one, to in now.items() if to != USUAL.get(one, b"l")}
    # A terminal pops as many as there are, and no more.
    depth = 0
    for push in re.findall(rb"\x1b\[([<>])\d*u", raw):
        depth = depth + 1 if push == b">" else max(0, depth - 1)
    return found | ({b"kitty's keys"} if depth else set()) | set(LASTING.findall(raw))
