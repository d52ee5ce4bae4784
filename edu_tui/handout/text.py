"""The take-away as plain text: for `lp`, a mail, a braille display. No line is wider than paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.handout.sheet import sheet_parts
from edu_tui.layout.line import Room, Span, plain
from edu_tui.layout.paginate import pages
from edu_tui.layout.part import Heading, Words

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway
    from edu_tui.layout.part import Part

WIDTH = 72
"""Columns: what a printer that knows nothing of margins puts on a page without a loss."""


def as_text(takeaway: Takeaway, width: int = WIDTH) -> str:
    """Lines of at most `width` columns, none of them with spaces at its end."""
    room = Room(width, 0, "words")
    page = pages([marked(part) for part in sheet_parts(takeaway, room)], room)[0]
    return "".join(f"{plain(line).rstrip()}\n" for line in page.lines)


def marked(part: Part) -> Part:
    """A heading has a mark: on paper it is looked for with the eyes."""
    if isinstance(part, Heading):
        return Words((Span(part.text, part.tone),), "#" * part.level + " ")
    return part
