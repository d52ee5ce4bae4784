"""How much goes on so many pages: what matters least is left out first, and what matters most never."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.handout.pieces import MUST
from edu_tui.layout.line import Room
from edu_tui.layout.part import Blank, Box, Gap, Heading, Pictured, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from edu_tui.handout.pieces import PaperPiece
    from edu_tui.layout.part import Part


class PaperSize(NamedTuple):
    """A page of paper, in lines of its text: the smaller of A4 and Letter in each direction."""

    columns: int
    """Signs of an average line; of each of two columns beside one another, where there are two."""
    lines: float
    """Of one page, all its columns together."""
    beside: int
    """Columns of text beside one another."""


class LaidPaper(NamedTuple):
    """A take-away as it is laid out."""

    front: tuple[Part, ...]
    """Over all columns."""
    body: tuple[Part, ...]
    pages: int
    """Of paper, A4 or Letter; 0 for a whole one, of which nobody has counted them."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """All of it, in reading order."""
        return (*self.front, *self.body)


NORMAL = PaperSize(46, 124, 2)
LARGE = PaperSize(60, 44, 1)
MOST = 4
"""Pages of a paper about many modules."""


def limit(modules: int, *, large: bool) -> int:
    """Pages that a paper about so many modules may have."""
    return min(modules, MOST) * (2 if large else 1)


def fitted(
    pieces: Sequence[PaperPiece], fits: Callable[[list[PaperPiece], list[PaperPiece]], bool]
) -> tuple[list[PaperPiece], list[PaperPiece]]:
    """What there is room for, and what there is none for; `fits` is asked about both."""
    every = dict(enumerate(pieces))
    ranks = [(piece.rank, at) for at, piece in every.items()]
    ranks += [(piece.rank_of_shorter, at) for at, piece in every.items() if piece.shorter]
    drops = [at for rank, at in sorted(ranks, reverse=True) if rank != MUST]

    def after(count: int) -> tuple[dict[int, PaperPiece], dict[int, PaperPiece]]:
        """What is kept and what is out when so many are dropped."""
        kept, out = dict(every), {}
        for at in drops[:count]:
            piece = out[at] = kept.pop(at)
            if piece.shorter:
                less = piece._replace(rank=piece.rank_of_shorter, parts=piece.shorter, shorter=())
                kept[at] = less
        return dict(sorted(kept.items())), out

    def enough(count: int) -> bool:
        kept, out = after(count)
        return fits([*kept.values()], [*out.values()])

    kept, out = after(bisect_left(range(len(drops)), 1, key=enough))
    for at in sorted(out.keys() - kept.keys(), key=lambda at: (out[at].rank, at)):
        # What is long may have made room for more than one that is short.
        more = [piece for _, piece in sorted({**kept, at: out[at]}.items())]
        if fits(more, [piece for place, piece in out.items() if place != at]):
            kept = dict(sorted({**kept, at: out.pop(at)}.items()))
    return [*kept.values()], [*out.values()]


def pages_for(height_: float, size: PaperSize) -> int:
    """How many pages so many lines are."""
    return max(1, ceil(height_ / size.lines))


def height(parts: Iterable[Part], size: PaperSize, *, across: bool = False) -> float:
    """Lines that parts take; `across` where they go over all columns."""
    wide = size.columns * (size.beside if across else 1)
    room = Room(wide, 0, "words")
    return sum(_height(part, room) for part in parts) * (size.beside if across else 1)


@lru_cache(maxsize=4096)
def _height(part: Part, room: Room) -> float:
    if isinstance(part, Gap):
        return 0
    if isinstance(part, Heading):
        return {1: 2.4, 2: 2.3}.get(part.level, 1.5) * max(1, len(part.text) / room.width)
    lines = sum(len(chunk) for chunk in part.chunks(room))
    if isinstance(part, Box):
        narrow = room._replace(width=room.width - 4)
        return sum(len(chunk) for chunk in part.chunks(narrow)) + 2.2
    if isinstance(part, Blank):
        return lines + 0.9
    if isinstance(part, Pictured):
        return 3
    return lines + (0.2 if isinstance(part, Words) and part.lead.strip() else 0.45)
