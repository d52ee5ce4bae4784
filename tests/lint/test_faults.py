"""Whole modules with one fault each, found by exactly the rule meant; their twins have none.

The first line of a file in `faults/` says what has to be found: `# R006 on line 39`. To add a fault,
add the file and its twin `NAME.clean.yaml`.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from edu_tui.library.check import check
from edu_tui.library.lint.judge import Rules

HERE = Path(__file__).parent
FAULTS = sorted(path for path in (HERE / "faults").glob("*.yaml") if ".clean" not in path.name)


def findings(folder: Path, file: Path) -> list[tuple[str, int]]:
    """Code and line of all that is found in a library whose one module is this file."""
    shutil.copytree(HERE / "library", folder, dirs_exist_ok=True)
    shutil.copy(file, folder / "en" / "blood-test.yaml")
    return [(finding.code, finding.line) for finding in check(folder, Rules()).findings]


@pytest.mark.parametrize("file", FAULTS, ids=lambda path: path.stem)
def test_a_fault_is_found_by_its_rule_alone(file: Path, tmp_path: Path) -> None:
    """Nothing else is said of the module, and the line is the right one."""
    expected = re.match(r"# (\S+) on line (\d+)\n", file.read_text(encoding="utf-8"))
    assert expected, "the first line says what has to be found"
    assert findings(tmp_path, file) == [(expected[1], int(expected[2]))]


@pytest.mark.parametrize("file", FAULTS, ids=lambda path: path.stem)
def test_its_twin_is_clean(file: Path, tmp_path: Path) -> None:
    """The same module with the fault mended has no findings."""
    assert findings(tmp_path, file.with_name(f"{file.stem}.clean.yaml")) == []


def test_there_are_enough_faults() -> None:
    """A fault file without a twin, or a twin without a fault, is a slip."""
    twins = {path.name.replace(".clean", "") for path in (HERE / "faults").glob("*.clean.yaml")}
    assert twins == {path.name for path in FAULTS}
    assert len(FAULTS) >= 25
