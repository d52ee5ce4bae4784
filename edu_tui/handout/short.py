"""The short paper: made by what things are carried for, and kept to its pages.

Written to be read by somebody who is tired or afraid: what to do stands before why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.handout.about import about_of, help_parts, text_of, title_of
from edu_tui.handout.fit import LARGE, NORMAL, LaidPaper, fitted, height, limit, pages_for
from edu_tui.handout.mine import LINES, mine_parts
from edu_tui.handout.pieces import DETAIL, LISTS, MORE, PICTURES, laid, pieces_of
from edu_tui.handout.plan import plan_parts
from edu_tui.layout.crisis import crisis_in_short
from edu_tui.layout.large import number_in
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.layout.text import TextVoice
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.handout.content import Takeaway
    from edu_tui.handout.fit import PaperSize
    from edu_tui.handout.pieces import PaperPiece
    from edu_tui.layout.part import Part
    from edu_tui.model.library import Library
    from edu_tui.model.module import Purpose

NAMED = 3
"""Things that are named of those that had no room; the rest is counted."""


def short_paper(takeaway: Takeaway, *, large: bool, tighter: float) -> LaidPaper:
    """With lines for more questions where there is room, and no page for a few words."""
    paper = LARGE if large else NORMAL
    paper = paper._replace(lines=paper.lines * tighter)
    most = limit(len(takeaway.modules), large=large)
    pieces = pieces_of(takeaway, TextVoice(takeaway.library.clinic, {}))
    laid_out, out = _on(takeaway, pieces, paper, most, LINES)
    if laid_out.pages > most or any(piece.rank <= LISTS for piece in out):
        laid_out, out = _on(takeaway, pieces, paper, most, 1)
    if laid_out.pages > 1:
        fewer, out = _on(takeaway, pieces, paper, laid_out.pages - 1, 1)
        if fewer.pages < laid_out.pages and all(piece.rank >= MORE for piece in out):
            return fewer
    return laid_out


def _on(
    takeaway: Takeaway, pieces: Sequence[PaperPiece], paper: PaperSize, most: int, lines: int
) -> tuple[LaidPaper, list[PaperPiece]]:
    """The paper on at most so many pages, if that can be; and what it has no room for."""
    voice = TextVoice(takeaway.library.clinic, {})
    heads, front = part_names(takeaway.library), _front(takeaway)
    last = (*plan_parts(takeaway.plan), *mine_parts(takeaway, voice, lines))
    over = height(front, paper, across=True)

    def body(kept: list[PaperPiece], out: list[PaperPiece]) -> tuple[Part, ...]:
        return (*laid(kept, heads), *last, *_ending(kept, out))

    def needed(kept: list[PaperPiece], out: list[PaperPiece]) -> int:
        return pages_for(over + height(body(kept, out), paper), paper)

    kept, out = fitted(pieces, lambda kept, out: needed(kept, out) <= most)
    return LaidPaper(front, body(kept, out), needed(kept, out)), out


def part_names(library: Library) -> dict[Purpose | None, str]:
    """What stands over each part of the paper."""
    number = next((number_in(line.how) for line in library.crisis if line.emergency), "")
    calls = (
        say("Call us / call {number}", number=number)
        if number
        else say("Call us, or call for help")
    )
    return {
        "before": say("Before you come"),
        "tell": say("Tell your team"),
        "day": say("On the day"),
        "after": say("Afterwards"),
        "call": calls,
        "emergency": calls,
        "ask": say("Ask"),
        None: say("Remember"),
    }


def _front(takeaway: Takeaway) -> tuple[Part, ...]:
    one = takeaway.modules[0].title if len(takeaway.modules) == 1 else ""
    heading = Heading(one or title_of(takeaway), level=1)
    about = [f"{title_of(takeaway)}."] if one else []
    if len(takeaway.modules) > 1:
        about = [say("This paper is about: {title}", title=f"{about_of(takeaway)}.")]
    told = words(" ".join([*about, *text_of(takeaway)]), "soft")
    crisis = crisis_in_short(takeaway.library, hours=True, heading=False)
    return (heading, told, Gap(), *help_parts(takeaway, crisis))


def _ending(kept: list[PaperPiece], out: list[PaperPiece]) -> list[Part]:
    """What is not on a short paper, and where it is."""
    there = {piece.title for piece in kept}
    names = dict.fromkeys(_named(piece, there) for piece in reversed(out))
    listed = "; ".join([*names][:NAMED])
    if len(names) > NAMED:
        listed = say("{what}; and {n} more", what=listed, n=len(names) - NAMED)
    texts = [say("There was no room for: {what}.", what=listed)] if names else []
    texts.append(say("More is in the program: the whole text, its numbers and its sources."))
    return [Gap(), words(" ".join(texts), "soft")]


def _named(piece: PaperPiece, there: set[str]) -> str:
    if piece.rank == PICTURES:
        return say("pictures")
    if piece.rank == DETAIL:
        return say("what happens at each step")
    if piece.rank == MORE or piece.title in there:
        return say("more to remember")
    return piece.title
