"""The take-away as plain text: for `lp`, a mail, a braille display. No line is wider than paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.handout.sheet import sheet_parts
from edu_tui.layout.line import Room, plain
from edu_tui.layout.paginate import pages

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway

WIDTH = 72
"""Columns: what a printer that knows nothing of margins puts on a page without a loss."""


def as_text(takeaway: Takeaway, width: int = WIDTH) -> str:
    """Lines of at most `width` columns, none of them with spaces at its end."""
    room = Room(width, 0, "words")
    page = pages(sheet_parts(takeaway, room), room)[0]
    return "".join(f"{plain(line).rstrip()}\n" for line in page.lines)
