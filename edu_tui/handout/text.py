"""The take-away as plain text: for `lp`, a mail, a braille display. No line is wider than paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.handout.paper import laid_paper
from edu_tui.layout.line import Room, Span, plain
from edu_tui.layout.paginate import pages
from edu_tui.layout.part import Heading, Words
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway
    from edu_tui.layout.part import Part

LINES = 60
"""Of a page of plain text, as printers make it."""
WIDTH = 72
"""Columns: what a printer that knows nothing of margins puts on a page without a loss."""


def as_text(takeaway: Takeaway, width: int = WIDTH) -> str:
    """Lines of at most `width` columns, none of them with spaces at its end."""
    room = Room(width, 0, "words")
    page = pages([marked(part) for part in laid_paper(takeaway).parts], room)[0]
    return "".join(f"{plain(line).rstrip()}\n" for line in page.lines)


def printed_pages(text: str) -> str:
    """How many pages a printer that is sent this makes of it, in words."""
    from math import ceil

    count = max(1, ceil(text.count("\n") / LINES))
    return say("{n} page", "{n} pages", n=count)


def marked(part: Part) -> Part:
    """A heading has a mark: on paper it is looked for with the eyes."""
    if isinstance(part, Heading):
        return Words((Span(part.text, part.tone),), "#" * part.level + " ")
    return part
