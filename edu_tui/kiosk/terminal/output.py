"""What may reach the terminal: words, colours, where they stand, clearing, one update at a time.

Everything else goes: titles, clipboard, links, device queries, modes, resets, and characters that turn
or hide others. Whoever asks for it, a library or what a visitor typed, the answer is here.
"""

from __future__ import annotations

import re

BELL = "\a"
_TOKEN = re.compile(
    # let through
    r"(\x1b\[(?:[0-9;:]*m|[0-9;]*H|[23]?J|\?2026[hl]|\?25[hl]))"
    # control sequences and strings, whole, or as far as they go
    r"|\x1b\[[0-?]*[ -/]*[@-~]?"
    r"|[\x1b\x80-\x9f]?(?:(?<=\x1b)[\]PX^_]|[\x90\x98\x9b\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
    # single controls, and characters of format: direction, joining, tags, line ends of their own
    r"|[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]",
)


def let_through(data: str) -> str:
    """The same without what is not let through."""
    if data == BELL:
        return data
    return _TOKEN.sub(lambda match: match[1] or "", data)
