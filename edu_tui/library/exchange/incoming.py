"""A question as it came from elsewhere, and the text of a file whatever it was saved as."""

from __future__ import annotations

import re
from typing import NamedTuple

from edu_tui.library.source.wide import marked, unmarked
from edu_tui.system.errors import EduError

PAIRS = "Write them in the module: `kind: match`"
"""What to do with what the forms that are taken in cannot hold."""
LARGEST = 5_000_000
"""Bytes of a file."""
_OFTEN = ("cp1252", "cp1250", "cp1251")
"""Windows in the west of Europe and America, in its middle, and in Cyrillic."""


MOST_TOLD = 50
"""Faults of a file: no one reads more, and a file that is no bank has one on every line."""


class BankError(EduError):
    """A file that cannot be taken in: each fault in a line, where, what, and what to do."""

    def __init__(self, *faults: str) -> None:
        told = list(faults[:MOST_TOLD])
        if len(faults) > MOST_TOLD:
            told.append(f"and {len(faults) - MOST_TOLD} more. Is this a file of questions?")
        super().__init__("\nedu-tui: ".join(told))


class Incoming(NamedTuple):
    """One question."""

    line: int
    """Where it begins in its file, from 1."""
    ask: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]


def text_of(name: str, data: bytes, encoding: str = "") -> str:
    """The text: as `encoding` says, else as a mark at its start says, else UTF-8. Raises BankError.

    Nothing is guessed: bytes that are not UTF-8 make words in every encoding of one byte a letter, and
    only a reader of their language sees which words are right.
    """
    if len(data) > LARGEST:
        raise BankError(f"{name} is larger than any bank of questions.")
    if data.startswith(b"PK\x03\x04"):
        raise BankError(f"{name} is a program's own file, not text. Save it as CSV or plain text.")
    how = encoding or marked(data) or "utf-8-sig"
    if how == "utf-8-sig" and (wide := unmarked(data)):
        raise BankError(f"{name} is {wide[:6].upper()} without a mark. Give: --encoding {wide}")
    try:
        return _clean(data.decode(how))
    except LookupError:
        raise BankError(
            f"there is no encoding {encoding}; try one of {', '.join(_OFTEN)}"
        ) from None
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = data.count(b"\n", 0, start) + 1
        if how != "utf-8-sig":
            raise BankError(f"{name}:{line}: this is not {how} text.") from None
        raise BankError(
            f"{name}:{line}: this is not UTF-8. Save it as UTF-8, or say how it was saved: "
            f"{_choices(data, start)}"
        ) from None


def _choices(data: bytes, start: int) -> str:
    """What the word at this place would be in each of the encodings that are met."""
    first = max(data.rfind(sign, 0, start) for sign in (b" ", b"\n", b"\r")) + 1
    word = re.split(rb"[\x00-\x20]", data[first : first + 20])[0]
    return ", ".join(f"--encoding {name} (`{word.decode(name, 'replace')}`)" for name in _OFTEN)


def _clean(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\u00a0", " ").replace("\u200b", "")
