"""A sheet to fill in by hand: a table with empty cells, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from edu_tui.model.picture import Picture


class BlankSheet(NamedTuple):
    """What an author writes of a sheet."""

    id: str
    title: str
    text: str
    """How to fill it in."""
    columns: tuple[str, ...]
    """What stands over them."""
    rows: tuple[str, ...]
    """What stands in the first cell of each row."""
    lines: int | None
    """Empty rows, after those with words."""
    my_questions: bool = False
    """Whether what the reader wants to ask is written into its first column."""
    picture: Picture | None = None
