"""A `sheets:` entry of a module: what stands over its columns, and in the first cell of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.decode.picture import picture_of
from edu_tui.model.sheet import BlankSheet

if TYPE_CHECKING:
    from edu_tui.library.decode.fields import Fields

COLUMNS = 5
"""At most: a hand needs room to write."""
ROWS = 16
"""At most, those with words and the empty ones: a page has no room for more."""
LONGEST_HEAD, LONGEST_ROW = 30, 70
"""Characters over a column, and in the first cell of a row."""


def read_sheet(fields: Fields) -> BlankSheet:
    """One sheet, which fits a page of A4 or Letter."""
    sheet = BlankSheet(
        id=fields.id(),
        title=fields.text("title"),
        text=fields.text("text"),
        columns=_words(fields, "columns", LONGEST_HEAD, needed=True),
        rows=_words(fields, "rows", LONGEST_ROW),
        lines=fields.maybe_integer("lines", 1, ROWS),
        my_questions=fields.boolean("my_questions"),
        picture=picture_of(fields),
    )
    if len(sheet.columns) > COLUMNS:
        fields.report_key("columns", "too-large", f"at most {COLUMNS} columns fit a page")
    rows = len(sheet.rows) + (sheet.lines or 0)
    if rows > ROWS:
        key = "rows" if sheet.rows else "lines"
        fields.report_key(key, "too-large", f"{rows} rows; at most {ROWS} fit a page")
    elif not (rows or fields.has("rows") or fields.has("lines")):
        message = "a sheet needs rows to write in: `lines`, or `rows` with words, or both"
        fields.report_key("columns", "missing-key", message)
    fields.finish()
    return sheet


def _words(fields: Fields, key: str, longest: int, *, needed: bool = False) -> tuple[str, ...]:
    found = fields.texts(key, needed=needed, low=2 if needed else 1)
    for text, scalar in found:
        if len(text) > longest:
            message = f"{len(text)} characters; say it in {longest}"
            fields.report(scalar, "too-large", message)
    return tuple(text for text, _ in found)
