"""UTF-16 and UTF-32, which some systems call "Unicode" and save without a mark: known by their zero bytes."""

from __future__ import annotations

_MARKS = {
    b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16",
}  # fmt: skip
_WITHOUT = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")


def marked(data: bytes) -> str:
    """The wide encoding that a mark at the start tells; empty without one."""
    return next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")


def unmarked(data: bytes) -> str:
    """The wide encoding that bytes without a mark must be in; empty for any other.

    Read in the wrong order of bytes, a space or a line's end is another character.
    """
    if b"\0" not in data:
        return ""
    for name in _WITHOUT:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (" " in text or "\n" in text):
            return name
    return ""
