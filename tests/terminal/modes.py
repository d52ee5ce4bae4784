"""What a terminal was left with, read from the very bytes that were written to it."""

from __future__ import annotations

import re

SET = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
USUAL = {b"7": b"h", b"25": b"h"}
"""Modes that a terminal has on: lines wrap, the cursor can be seen. All others are off."""
ASIDE = re.compile(rb"\x1b\[22;0t(?:(?!\x1b\[2[23];0t).)*\x1b\[23;0t", re.DOTALL)
"""A title put aside and given back, and whatever came between: other titles are gone with it."""
TITLE = re.compile(rb"\x1b\]2;[^\x00-\x1f\x7f]*\x07")
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
    raw = ASIDE.sub(lambda match: TITLE.sub(b"", match[0]), raw)
    left = {b"title"} if raw.count(b"\x1b[22;0t") != raw.count(b"\x1b[23;0t") else set()
    return found | left | ({b"kitty's keys"} if depth else set()) | set(LASTING.findall(raw))
