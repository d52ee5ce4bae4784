"""Where the parts of a module begin in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.decode.lines import unit_lines
from edu_tui.library.open_library import OpenLibrary

from .samples import MODULE, line_of, write_library

if TYPE_CHECKING:
    from pathlib import Path


def test_each_part_has_its_line() -> None:
    """Sections, routes, steps and questions, by the names under which they are kept."""
    lines = unit_lines("en/going-home.yaml", MODULE)
    for unit, begins in (
        ("not-driving", "- id: not-driving"),
        ("infusion", "- id: infusion"),
        ("infusion/drip-starts", "- id: drip-starts"),
        ("?drive-tonight", "- id: drive-tonight"),
        ("?safe-or-not", "- id: safe-or-not"),
    ):
        assert lines[unit] == line_of(begins, MODULE), unit


def test_a_file_that_is_no_module_has_none() -> None:
    """Broken YAML, a list, or nothing at all gives no lines and no error."""
    for text in ("", "- a\n- b\n", "sections: [1, {id: a}, [", "walkthrough: {routes: [x, {}]}\n"):
        assert set(unit_lines("en/x.yaml", text)) <= {"a"}


def test_a_library_tells_the_file_that_is_read(tmp_path: Path) -> None:
    """A module without a translation is told of in the source language's file."""
    open_library = OpenLibrary(write_library(tmp_path), None)
    file, lines = open_library.lines("going-home", "es")
    assert file in {"en/going-home.yaml", "es/going-home.yaml"}
    assert (tmp_path / file).is_file()
    assert lines["not-driving"] > 1
