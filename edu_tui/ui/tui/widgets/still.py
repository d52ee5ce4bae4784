"""Widgets that draw their own lines and never scroll: a new size of one is no reason for another layout."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class Still(Widget):
    """Textual lays everything out again when a virtual size changes, for then scrollbars may come or go."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class Across(Horizontal):
    """What stands beside one another; as still, but laid out and styled as Textual's own."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
