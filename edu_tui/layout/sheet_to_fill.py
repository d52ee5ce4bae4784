"""A sheet to fill in as words: how to fill it in, what stands over its columns and in its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.part import Gap, Words, words
from edu_tui.layout.text import parts
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.layout.part import Part
    from edu_tui.layout.text import TextVoice
    from edu_tui.model.sheet import BlankSheet


def sheet_in_words(sheet: BlankSheet, rows: Sequence[str], voice: TextVoice) -> list[Part]:
    """What stands on it, with these words in its rows."""
    columns = say("Columns: {columns}", columns="; ".join(sheet.columns))
    told: list[Part] = [*parts(sheet.text, voice), Gap(), words(columns)]
    return told + [Words(words(row).spans, "- ") for row in rows if row]
