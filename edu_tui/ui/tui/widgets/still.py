"""Widgets that draw their own lines and never scroll: a new size of one is no reason for another layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widget import Widget

from edu_tui.system.typing import override

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.filter import LineFilter


class Still(Widget):
    """Textual lays everything out again when a virtual size changes, for then scrollbars may come or go."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    @override
    def get_line_filters(self) -> Sequence[LineFilter]:
        """Those of the app but the one for named colours: a palette of many colours has none."""
        filters = super().get_line_filters()
        return [each for each in filters if not isinstance(each, ANSIToTruecolor)]

    def refresh_lines(self, lines: Iterable[int]) -> None:
        """Draw these lines anew, and no other."""
        width = self.size.width
        if regions := [Region(0, y, width, 1) for y in lines]:
            self.refresh(*regions)


class Across(Horizontal):
    """What stands beside one another; as still, but laid out and styled as Textual's own."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
