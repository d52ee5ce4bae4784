"""The paper of a take-away: the short one, or the whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.handout.short import short_paper
from edu_tui.handout.whole import whole_paper
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway
    from edu_tui.handout.fit import LaidPaper


def laid_paper(takeaway: Takeaway, *, large: bool = False, tighter: float = 1.0) -> LaidPaper:
    """As parts; with less on it where `tighter` is under 1."""
    if takeaway.whole:
        return whole_paper(takeaway)
    return short_paper(takeaway, large=large, tighter=tighter)


def pages_in_words(takeaway: Takeaway, *, large: bool = False) -> str:
    """How much paper it takes, before it is made; empty for a whole one."""
    pages = laid_paper(takeaway, large=large).pages
    return say("{n} page", "{n} pages", n=pages) if pages else ""
