"""Reading something again, on the way from a question and back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.reading.reading import read_again
from edu_tui.journey.reading.walking import walk_again

if TYPE_CHECKING:
    from edu_tui.journey.place import Place
    from edu_tui.model.module import Module


def place_of(module: Module, name: str, return_to: str = "") -> Place | None:
    """Where a section, a route or a step is read; None where this reader has none of that id."""
    return read_again(module, name, return_to) or walk_again(module, name, return_to)
