"""Lines into pages: no heading ends a page, no chunk is parted that fits one, no page is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.line import BLANK, Line
from edu_tui.layout.part import Gap, Heading, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.layout.line import Room

LEAST = 4
"""A page never has fewer lines than this, however small the room."""


STRIDE = 1000
"""Chunks that one part may have; a page's start is its part times this, plus the chunk within."""


class LaidOutPage(NamedTuple):
    """Some lines, and where in the parts they begin: the place that survives a resize."""

    lines: list[Line]
    start: int


def pages(parts: Sequence[Part], room: Room) -> list[LaidOutPage]:
    """Pages of at most `room.height` lines; one page where the room has no limit."""
    chunks = list(_joined(parts, room))
    if not room.height:
        return [LaidOutPage(_trimmed([spans for _, chunk in chunks for spans in chunk]), 0)]
    height = max(LEAST, room.height)
    done: list[LaidOutPage] = []
    page = LaidOutPage([], 0)
    for start, chunk in chunks:
        rest = chunk
        if page.lines and len(page.lines) + len(rest) > height:
            done.append(page)
            page, rest = LaidOutPage([], start), _trimmed(rest)
        while len(rest) > height:
            done.append(LaidOutPage(rest[:height], page.start))
            page, rest = LaidOutPage([], page.start + 1), rest[height:]
        page = page._replace(lines=page.lines + rest)
    done.append(page)
    trimmed = [page._replace(lines=_trimmed(page.lines)) for page in done]
    return [page for page in trimmed if page.lines] or [LaidOutPage([], 0)]


def page_at(laid_out: Sequence[LaidOutPage], start: int) -> int:
    """The page that begins there, or the last one that begins before."""
    return max((index for index, page in enumerate(laid_out) if page.start <= start), default=0)


def _joined(parts: Sequence[Part], room: Room) -> Iterator[tuple[int, list[Line]]]:
    """Chunks with the gap and the heading before them; each with its start."""
    waiting: list[Line] = []
    for index, part in enumerate(parts):
        for offset, chunk in enumerate(part.chunks(room)):
            if isinstance(part, (Gap, Heading)):
                # Round a heading in words alone stand empty lines, and gaps may be asked for there too.
                met = room.medium == "words" and waiting[-1:] == [BLANK] == chunk[:1]
                waiting = [*waiting, *chunk[met:]]
            else:
                yield index * STRIDE + offset, [*waiting, *chunk]
                waiting = []
    if waiting:
        yield (len(parts) - 1) * STRIDE, waiting


def _trimmed(page: list[Line]) -> list[Line]:
    start, end = 0, len(page)
    while start < end and page[start] == BLANK:
        start += 1
    while end > start and page[end - 1] == BLANK:
        end -= 1
    return page[start:end]
