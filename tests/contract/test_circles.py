"""No two files need each other, in a function or for types alone either."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def look(at: Path) -> subprocess.CompletedProcess[str]:
    """What the script says of the program in that folder."""
    command = [sys.executable, str(at / ".ci" / "circles")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_there_is_no_circle() -> None:
    """However an import is written, it never leads back to where it began."""
    process = look(ROOT)
    assert process.returncode == 0, process.stdout


def test_a_circle_for_types_alone_is_found(tmp_path: Path) -> None:
    """One file imports another in a function, that one the first for its types: both are named."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "circles", tmp_path / ".ci")
    package = tmp_path / "edu_tui"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "one.py").write_text("def go() -> None:\n    import edu_tui.two\n")
    two = "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from edu_tui.one import go\n"
    (package / "two.py").write_text(two)
    process = look(tmp_path)
    assert process.returncode == 1
    assert "edu_tui.one -> edu_tui.two" in process.stdout
