"""CSV that a spreadsheet opens and that a program reads: RFC 4180, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from itertools import chain
from typing import TYPE_CHECKING

from edu_tui.system.shown import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BOM = "\ufeff"
"""Spreadsheets take a file without it for one in another encoding."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, or skips before one."""


def safe(value: object) -> str:
    """A cell, with nothing in it that acts on a terminal; numbers stay as they are.

    Text that would be a formula has an apostrophe before it.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = harmless(str(value))
    return f"'{text}" if isinstance(value, str) and value.startswith(FORMULA) else text


def lines(
    header: Sequence[str], rows: Iterable[Sequence[object]], *, bom: bool = False
) -> Iterator[str]:
    """The file, line by line, each with its CR LF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    first = BOM if bom else ""
    for row in chain([header], rows):
        writer.writerow([safe(value) for value in row])
        yield first + out.getvalue()
        first = ""
        out.seek(0)
        out.truncate()
