"""Things side by side: each row asks one question of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.line import BLANK, Line, Room, Span, line, width_of
from edu_tui.layout.wrap import wrap, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST = 20
"""Columns in which words still read as sentences; with less, what stands side by side comes one after the other."""
BETWEEN = 3


class TableRow(NamedTuple):
    """One question, and what each column says to it."""

    title: str
    cells: tuple[tuple[Span, ...], ...]


class Table(NamedTuple):
    """A heading for each column, and rows with a heading each."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def chunks(self, room: Room) -> list[list[Line]]:
        """A chunk a row, with the names of all columns: wherever a page ends, no words are without them.

        By row and not by column where there is no room for both: who compares asks one thing of each.
        """
        width = (room.width - BETWEEN * (len(self.columns) - 1)) // max(1, len(self.columns))
        made = []
        for row in self.rows:
            lines = wrap_text(row.title, room.width, "strong")
            if room.medium == "words":
                lines += self._listed(row, room, "- ")
            elif width >= LEAST:
                lines += self._beside(row, width)
            else:
                lines += self._listed(row, room, "  ")
            made.append([BLANK, *lines])
        return made

    def _listed(self, row: TableRow, room: Room, lead: str) -> list[Line]:
        cells = zip(self.columns, row.cells, strict=True)
        named = ((Span(f"{column}: ", "label"), *cell) for column, cell in cells)
        return [spans for cell in named for spans in wrap(cell, room.width, lead, "  ")]

    def _beside(self, row: TableRow, width: int) -> list[Line]:
        columns = [
            [*wrap_text(column, width, "label"), *wrap(cell, width)]
            for column, cell in zip(self.columns, row.cells, strict=True)
        ]
        names = [len(wrap_text(column, width)) for column in self.columns]
        columns = [
            # Names may wrap to different heights; what is said under them begins on one line.
            [*lines[:count], *[BLANK] * (max(names) - count), *lines[count:]]
            for lines, count in zip(columns, names, strict=True)
        ]
        height = max(map(len, columns))
        return [
            _across([lines[at] if at < len(lines) else BLANK for lines in columns], width)
            for at in range(height)
        ]


def _across(cells: Sequence[Line], width: int) -> Line:
    """Lines of as many columns as one, with nothing after the last."""
    *before, last = cells
    spans = [
        span for cell in before for span in (*cell, *line(" " * (width + BETWEEN - width_of(cell))))
    ]
    return (*spans, *last)
