"""Lines into pages: as few as can be and as even, no heading ends one, and none is empty.

A page breaks between two blocks where it is half full by then, and else within the next one, as long
as that can be parted: two words beside empty lines are no page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.line import BLANK, Line
from edu_tui.layout.part import Gap, Heading, Labelled, Part, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.layout.line import Room

LEAST = 4
"""A page never has fewer lines than this, however small the room."""
STRIDE = 1000
"""What one part is in a page's start: its number times this, and the place within it."""
PLACES = 10
"""The same of one chunk: it may go on over so many pages."""
TOGETHER = 2
"""Lines of a block that stand on either side of a page break at least."""


class LaidOutPage(NamedTuple):
    """Some lines, and where in the parts they begin: the place that survives a resize."""

    lines: list[Line]
    start: int


class _Block(NamedTuple):
    """Lines with the gap and the heading before them."""

    start: int
    lines: list[Line]
    together: int
    """How many of them stay together at its beginning."""

    def parted(self, free: int) -> tuple[list[Line], _Block]:
        """So many lines, and the rest of it."""
        rest = self.lines[free:]
        return self.lines[:free], _Block(self.start + 1, rest, min(TOGETHER, len(rest)))

    def fitting(self, free: int) -> int:
        """How many of its lines may be parted from the rest to stand in so many; 0 for none."""
        lines = min(free, len(self.lines) - TOGETHER)
        return lines if lines >= self.together else 0


def pages(parts: Sequence[Part], room: Room, last: int = 0) -> list[LaidOutPage]:
    """As few pages of at most `room.height` lines as can be; one page where the room has no limit.

    The last has `last` lines at most, where more rows or fewer stand under it.
    """
    blocks = list(_blocks(parts, room))
    total = sum(len(block.lines) for block in blocks)
    height = max(LEAST, room.height) if room.height else total
    last = max(LEAST, last or height)
    fewest = _broken(blocks, height, last)
    # As even as can be: no page is left with a line or two.
    least = max([-(-total // len(fewest)), *(block.together for block in blocks)])
    for even in range(least, height if len(fewest) > 1 else 0):
        made = _broken(blocks, even, min(even, last))
        if len(made) == len(fewest):
            return made
    return fewest


def _broken(blocks: list[_Block], height: int, last: int) -> list[LaidOutPage]:
    """Pages, each filled before the next is begun."""
    done: list[LaidOutPage] = []
    while blocks:
        lines, start = _trimmed([line for block in blocks for line in block.lines]), blocks[0].start
        lines, blocks = (lines, []) if len(lines) <= last else _filled(blocks, height)
        if lines:
            done.append(LaidOutPage(lines, start))
    return done or [LaidOutPage([], 0)]


def _filled(blocks: list[_Block], height: int) -> tuple[list[Line], list[_Block]]:
    """One page, and the blocks that are left: part of the last one at least."""
    lines: list[Line] = []
    for number, whole in enumerate(blocks):
        block = whole if lines else whole._replace(lines=_trimmed(whole.lines))
        free, left = height - len(lines), blocks[number + 1 :]
        if len(block.lines) <= free and left:
            lines += block.lines
            continue
        at = block.fitting(free) if len(lines) * 2 < height else 0
        if lines and not at:
            return _trimmed(lines), blocks[number:]
        # What is on a page of its own is parted only where it does not fit.
        at = at or min(height, len(block.lines))
        before, rest = block.parted(at)
        return _trimmed(lines + before), [rest, *left] if rest.lines else left
    return _trimmed(lines), []


def page_at(laid_out: Sequence[LaidOutPage], start: int) -> int:
    """The page that begins there, or the last one that begins before."""
    return max((index for index, page in enumerate(laid_out) if page.start <= start), default=0)


def _blocks(parts: Sequence[Part], room: Room) -> Iterator[_Block]:
    """Chunks with the gap and the heading before them."""
    waiting: list[Line] = []
    for index, part in enumerate(parts):
        for offset, chunk in enumerate(part.chunks(room)):
            if isinstance(part, (Gap, Heading)):
                # Round a heading in words alone stand empty lines, and gaps may be asked for there too.
                met = room.medium == "words" and waiting[-1:] == [BLANK] == chunk[:1]
                waiting = [*waiting, *chunk[met:]]
                continue
            # Words may be parted; frames and pictures may not.
            together = (
                min(TOGETHER, len(chunk)) if isinstance(part, (Words, Labelled)) else len(chunk)
            )
            start = index * STRIDE + offset * PLACES
            yield _Block(start, [*waiting, *chunk], len(waiting) + together)
            waiting = []
    if waiting:
        yield _Block((len(parts) - 1) * STRIDE, waiting, len(waiting))


def _trimmed(page: list[Line]) -> list[Line]:
    start, end = 0, len(page)
    while start < end and page[start] == BLANK:
        start += 1
    while end > start and page[end - 1] == BLANK:
        end -= 1
    return page[start:end]
