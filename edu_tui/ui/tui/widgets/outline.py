"""The outline beside a page: its parts or steps, which one is shown, which are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from edu_tui.layout.line import BLANK, Line, Span, Tone, line
from edu_tui.layout.wrap import wrap
from edu_tui.system.typing import override
from edu_tui.ui.tui.widgets.strip import MARGIN, strip_of

if TYPE_CHECKING:
    from textual.strip import Strip

    from edu_tui.journey.view import OutlineRow
    from edu_tui.ui.tui.palette import Palette

HERE = "* "


class Outline(Widget):
    """Drawn only; the rows and keys of the page do what there is to do."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self._rows: tuple[OutlineRow, ...] = ()

    def show(self, rows: tuple[OutlineRow, ...], palette: Palette) -> None:
        """Draw those; nothing when they are the same."""
        if (rows, palette) != (self._rows, self.palette):
            self._rows, self.palette = rows, palette
            self.refresh()

    @override
    def render_line(self, y: int) -> Strip:
        """One line, scrolled so that the part shown is on the screen."""
        lines, here = self._lines()
        first = max(0, min(here - self.size.height // 2, len(lines) - self.size.height))
        spans = lines[first + y] if first + y < len(lines) else BLANK
        return strip_of(spans, self.size.width, self.palette)

    def _lines(self) -> tuple[list[Line], int]:
        lines: list[Line] = []
        here = 0
        width = self.size.width - MARGIN - 1
        for row in self._rows:
            if row.here:
                here = len(lines)
            lead = HERE if row.here else "  "
            tone: Tone = "strong" if row.here else "soft"
            spans = [Span(row.label, tone)]
            if row.state:
                spans.append(Span(f" ({row.state})", "soft"))
            lines += wrap(spans, width, lead, "  ")
        return lines or [line("")], here
