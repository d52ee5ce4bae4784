"""However a file is broken, there is a finding at the right line and the library stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.check import check
from edu_tui.library.finding import as_text, has_errors
from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.errors import BrokenModuleError

from .broken import Broken, broken_files
from .samples import write, write_library

if TYPE_CHECKING:
    from pathlib import Path

FILES = broken_files()


def test_there_are_enough_of_them() -> None:
    """Two hundred files, none of them the same."""
    assert len({broken.text for broken in FILES}) >= 200


@pytest.mark.parametrize("broken", FILES, ids=[f"{b.name}:{b.line}" for b in FILES])
def test_a_broken_file_has_a_finding_at_its_line(broken: Broken, tmp_path: Path) -> None:
    """Nothing is raised, the line is right, and the module is refused as a whole."""
    write_library(tmp_path)
    path = write(tmp_path, "en/going-home.yaml", broken.text)
    findings = check(path).findings
    assert broken.line in [finding.line for finding in findings if finding.severity == "error"]
    assert has_errors(findings)
    for finding in findings:
        assert finding.column >= 1
        assert "\x1b" not in as_text(finding)
    with pytest.raises(BrokenModuleError) as raised:
        OpenLibrary(tmp_path, None).module("going-home", "en")
    assert raised.value.findings


@pytest.mark.parametrize("broken", FILES[::20], ids=[f"{b.name}:{b.line}" for b in FILES[::20]])
def test_the_other_modules_still_open(broken: Broken, tmp_path: Path) -> None:
    """The broken one is shown as broken; the one beside it is ready and opens."""
    write_library(tmp_path)
    write(tmp_path, "en/going-home.yaml", broken.text)
    open_library = OpenLibrary(tmp_path, tmp_path / "cache")
    entries = open_library.refresh("en").entries
    assert entries["going-home"].state == "broken"
    assert entries["session"].state == "ready"
    assert open_library.module("session", "en").title == "A session"
