"""docs/course.md says what was corrected in the course, and what it says is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edu_tui.library.open_library import OpenLibrary

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
PAGE = (ROOT / "docs" / "course.md").read_text(encoding="utf-8")
CORRECTED = PAGE.partition("## What was corrected in December 2026")[2].partition("\n## ")[0]
ROWS = [line.strip("|").split("|") for line in CORRECTED.splitlines() if line.startswith("| `")]


def flat(text: str) -> str:
    """Its words in a row, however a file breaks them."""
    return " ".join(text.split())


def test_there_are_corrections() -> None:
    """The tests below are not of an empty table."""
    assert len(ROWS) > 10


@pytest.mark.parametrize("row", ROWS, ids=[flat(row[1]) for row in ROWS])
def test_what_was_corrected_is_gone_and_has_a_source(row: list[str]) -> None:
    """The old words are in none of the modules of their row; what took their place names sources that there are."""
    modules, gone, _, sources = row
    known = OpenLibrary(CONTENT, None).sources()
    assert re.findall(r'"([^"]+)"', gone)
    for name in re.findall(r"`([^`]+)`", modules):
        text = flat((CONTENT / "en" / f"{name}.yaml").read_text(encoding="utf-8"))
        for words in re.findall(r'"([^"]+)"', gone):
            assert words not in text
    assert set(re.findall(r"`([^`]+)`", sources)) <= set(known)
