"""What stands right of a page: what the marked module of home is, or the page's notes. Nothing in it can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.view import Row
from edu_tui.layout.line import Room
from edu_tui.layout.part import lines_of
from edu_tui.system.typing import override
from edu_tui.ui.tui.widgets.edges import Edge
from edu_tui.ui.tui.widgets.strip import MARGIN

if TYPE_CHECKING:
    from edu_tui.layout.line import Line, Medium
    from edu_tui.ui.tui.palette import Palette

MOST = 44
"""Columns, with what it leaves free."""


class RightOfPage(Edge):
    """Drawn only."""

    def __init__(self, palette: Palette, medium: Medium) -> None:
        super().__init__(palette)
        self._medium = medium

    def fit(self, columns: int, height: int) -> Room:
        """Be that wide or as wide as is enough; the room there then is for words."""
        width = min(MOST, columns)
        self.styles.width = width
        return Room(max(8, width - MARGIN - 1), height, self._medium)

    @override
    def lines(self, width: int) -> list[Line]:
        """The view's words, as many lines as there are."""
        room = Room(max(8, width - MARGIN - 1), 0, self._medium)
        return lines_of([part for part in self.view.parts if not isinstance(part, Row)], room)
