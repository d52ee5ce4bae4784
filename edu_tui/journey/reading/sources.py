"""How do we know this: the sources of a page, and how far each was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.reading.paged import Paged
from edu_tui.layout.paginate import STRIDE
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.layout.source import sources_parts
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part


class Sources(Paged):
    """The sources of one page, numbered as on it."""

    alone: ClassVar[bool] = True

    def __init__(self, about: str, ids: tuple[str, ...], number: str = "") -> None:
        super().__init__()
        self._about = about
        self._ids = ids
        self._number = number
        """The source to begin with, `[2]`; empty for the first."""

    @override
    def title(self) -> str:
        """What is asked."""
        return say("How do we know this?")

    @override
    def text(self, room: Room) -> list[Part]:
        """Each source; one that is not in the bibliography says so."""
        sources = self.visit.open_library.sources() if self._ids else {}
        parts: list[Part] = [Heading(self._about)]
        if not self._ids:
            parts += [Gap(), words(say("This page cites no sources."))]
        parts += sources_parts(self._ids, sources)
        for index, part in enumerate(parts if self._number else ()):
            if isinstance(part, Words) and part.lead.strip() == self._number:
                self._leaves.start = index * STRIDE
        self._number = ""
        return parts
