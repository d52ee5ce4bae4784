"""Lines out and lines in. Nothing written or read here fails because of the character set.

What a terminal's character set lacks is written in its nearest ASCII; what cannot be read becomes a
replacement character. Nothing typed reaches the output with its control characters.
"""

from __future__ import annotations

import codecs
import os
from io import TextIOWrapper
from typing import TYPE_CHECKING

from edu_tui.layout.line import plain
from edu_tui.layout.wrap import wrap_text
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

WIDTH = 79
"""Columns of a terminal that does not tell how wide it is; its last one is kept free, as of every terminal:
some break a line by themselves that fills it.
"""
UNBROKEN = 100_000
"""Columns in a pipe or a file: a paragraph is one line, and whoever reads it breaks it."""
MOST_TYPED = 4095
"""Bytes of a line that a terminal passes on; what is typed or pasted beyond is lost before it is read."""
LEAST = 20
"""Columns of the narrowest lines."""
SLACK = 7
"""Columns kept free where a character may be spelled out in several."""
_NEAREST = "edu-tui-nearest"
_SPELLED = {
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{MINUS SIGN}": "-",
    "\N{BULLET}": "-",
    "\N{MIDDLE DOT}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{DEGREE SIGN}": " degrees",
    "\N{MICRO SIGN}": "micro",
    "\N{LESS-THAN OR EQUAL TO}": "<=",
    "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{PLUS-MINUS SIGN}": "+-",
    "\N{RIGHTWARDS ARROW}": "->",
}


def fit(stream: TextIO) -> int:
    """Make the stream take any text; the columns a line may then have before it is written."""
    if isinstance(stream, TextIOWrapper):
        codecs.register_error(_NEAREST, _nearest)
        stream.reconfigure(errors=_NEAREST)
    return columns(stream)


def columns(stream: TextIO) -> int:
    """The columns that a line may have now: a window can be made narrower at any time."""
    if not stream.isatty():
        return UNBROKEN
    try:
        width = os.get_terminal_size(stream.fileno()).columns - 1
    except OSError:
        width = 0
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("_", "-")
    slack = 0 if encoding in {"utf-8", "utf8"} else SLACK
    return max(LEAST, (width if width > 0 else WIDTH) - slack)


def in_ascii(text: str) -> str:
    """The text in ASCII alone; a line may come out up to `SLACK` columns longer."""
    codecs.register_error(_NEAREST, _nearest)
    return text.encode("ascii", _NEAREST).decode("ascii")


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_SPELLED.get(char) or _bare(char) for char in lacking), error.end


def _bare(character: str) -> str:
    """The letter without its accents, or a question mark."""
    from unicodedata import normalize

    return "".join(char for char in normalize("NFKD", character) if char.isascii()) or "?"


class Lines:
    """What is said and what is typed."""

    def __init__(self, given: TextIO | None, out: TextIO) -> None:
        fit(out)
        self._in = given
        self._out = out
        if isinstance(given, TextIOWrapper):
            given.reconfigure(errors="replace")
        self._echoes = given is not None and given.isatty()
        """Whether the terminal shows what is typed; else it is written, so that a log has it."""

    @property
    def width(self) -> int:
        """The columns that a line may have."""
        return columns(self._out)

    def put(self, lines: Iterable[str]) -> None:
        """Write lines, none of them with spaces at its end."""
        self._out.writelines(f"{line.rstrip()}\n" for line in lines)

    def flush(self) -> None:
        """Let everything written be seen."""
        self._out.flush()

    def ask(self, prompt: str) -> str | None:
        """A line typed after the prompt, without control characters; None at the end of input."""
        *above, prompt = map(plain, wrap_text(prompt, self.width))
        self.put(above)
        self._out.write(f"{prompt} ")
        self._out.flush()
        typed = self._read()
        if typed is None:
            self.put([""])
            return None
        clean = " ".join("".join(char if char.isprintable() else " " for char in typed).split())
        if not self._echoes:
            fits = len(prompt) + 1 + len(clean) <= self.width
            self.put([clean] if fits else ["", *map(plain, wrap_text(clean, self.width))])
        elif len(typed.encode(errors="replace")) >= MOST_TYPED:
            self.put(
                [
                    say(
                        "A terminal passes on no longer line: its end may be lost. Type shorter ones."
                    )
                ]
            )
        return clean

    def _read(self) -> str | None:
        """A line as typed; a terminal that is gone is the end of input too."""
        if self._in is None:
            return None
        try:
            return self._in.readline() or None
        except OSError:
            return None
