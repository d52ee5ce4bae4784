"""A question as it came from elsewhere, and the text of a file whatever it was saved as."""

from __future__ import annotations

from typing import NamedTuple

from edu_tui.system.errors import EduError

PAIRS = "Write them in the module: `kind: match`"
"""What to do with what the forms that are taken in cannot hold."""
LARGEST = 5_000_000
"""Bytes of a file."""


class BankError(EduError):
    """A file that cannot be taken in: where, what, and what to do."""


class Incoming(NamedTuple):
    """One question."""

    line: int
    """Where it begins in its file, from 1."""
    ask: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]


def text_of(name: str, data: bytes) -> str:
    """The text: UTF-8, with a mark at its start or without, else Windows-1252. Raises BankError."""
    if len(data) > LARGEST:
        raise BankError(f"{name} is larger than any bank of questions.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return _clean(data.decode("utf-16"))
        except UnicodeDecodeError:
            raise BankError(f"{name} is neither UTF-8 nor UTF-16 text. Save it as UTF-8.") from None
    try:
        return _clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        return _clean(data.decode("cp1252"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BankError(
            f"{name}:{line}: it is neither UTF-8 nor Windows-1252 text. Save it as UTF-8."
        ) from None


def _clean(text: str) -> str:
    return (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\u200b", "")
    )
