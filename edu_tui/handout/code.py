"""A code to scan: as many lines of the take-away as one can hold that fits the screen.

Black on white in every palette, with the quiet zone that the standard asks for: a picture that a
machine has to read is no matter of taste.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.handout.content import must_knows, still_to_ask
from edu_tui.model import markup
from edu_tui.page.line import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.handout.content import Takeaway
    from edu_tui.page.line import Line, Tone

QUIET = 4
"""Empty modules around the code."""
SMALLEST = 21
"""Modules at a side of version 1; each version has `STEP` more."""
STEP = 4
LARGEST = 40
"""The last version that there is."""


class Code(NamedTuple):
    """A code, and what a phone makes of it."""

    text: str
    lines: tuple[Line, ...]


def code_lines(takeaway: Takeaway) -> list[tuple[str, ...]]:
    """What is worth taking along, the most urgent first; each as it stands, and shorter if it can be.

    Whom to call, what keeps the reader safe (first what was not clear), what they want to ask.
    """
    library = takeaway.library
    made: list[tuple[str, ...]] = [(one.how, one.how.split(",")[0]) for one in library.crisis]
    # A clinic's words are worth their room once they hold a number to call.
    made += [(words,) for words in library.clinic.values() if any(one.isdigit() for one in words)]
    unsure = {one.question for one in takeaway.unsure}
    known = sorted(must_knows(takeaway.modules), key=lambda one: one.question not in unsure)
    made += [(_plain(one.section.key_message),) for one in known if one.section]
    made += [(_plain(one.question.ask),) for one in takeaway.unsure]
    asks = still_to_ask(takeaway)
    return made + [(_plain(one.text) if one.by_itself else one.text,) for one in asks]


def code_of(
    lines: Sequence[tuple[str, ...]], width: int, height: int, *, halves: bool
) -> Code | None:
    """The code that says most of these in so many columns and lines; None where not even one fits.

    With `halves` one line shows two rows of modules; without, a module is two columns wide.
    """
    side = min(width, height * 2) if halves else min(width // 2, height)
    version = min(LARGEST, (side - 2 * QUIET - SMALLEST) // STEP + 1)
    if version < 1:
        return None
    chosen: list[str] = []
    for variants in lines:
        fitting = (one for one in variants if _fits([*chosen, one], version))
        line = next(fitting, "")
        chosen += [line] if line else []
    if not chosen:
        return None
    text = "\n".join(chosen)
    rows = _rows(text)
    return Code(text, tuple(_halved(rows) if halves else _doubled(rows)))


def _fits(lines: Sequence[str], version: int) -> bool:
    from segno import DataOverflowError, make

    try:
        # With a mask given none is looked for, which is most of the work.
        make("\n".join(lines), version=version, error="l", mask=0, micro=False, encoding="utf-8")
    except DataOverflowError:
        return False
    return True


def _rows(text: str) -> list[list[bool]]:
    """Rows of modules, True for a dark one, in the smallest version: the easiest to scan."""
    from segno import make

    code = make(text, error="l", micro=False, encoding="utf-8")
    return [[bool(one) for one in row] for row in code.matrix_iter(border=QUIET)]


def _halved(rows: list[list[bool]]) -> Iterator[Line]:
    glyphs = {
        (False, False): " ",
        (True, False): "▀",
        (False, True): "▄",
        (True, True): "█",
    }
    below = [*rows[1::2], [False] * len(rows[0])]
    for upper, lower in zip(rows[::2], below, strict=False):
        pairs = zip(upper, lower, strict=True)
        yield (Span("".join(glyphs[pair] for pair in pairs), "code"),)


def _doubled(rows: list[list[bool]]) -> Iterator[Line]:
    """Spaces alone: what every font has."""
    for row in rows:
        line: list[Span] = []
        for dark in row:
            tone: Tone = "ink" if dark else "code"
            if line and line[-1].tone == tone:
                line[-1] = Span(line[-1].text + "  ", tone)
            else:
                line.append(Span("  ", tone))
        yield tuple(line)


def _plain(text: str) -> str:
    return " ".join(block.plain for block in markup.parse(text))
