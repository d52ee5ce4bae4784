"""What holds for all of `learning`: pure, small, and knowing only the model."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import edu_tui.learning
from edu_tui.journey.profile import STUDY
from edu_tui.staff.profile import STAFF

FILES = sorted(Path(edu_tui.learning.__file__).parent.glob("*.py"))
NOT_PURE = {"random", "time", "datetime", "os", "io", "pathlib", "sys", "secrets", "dataclasses"}


def imports(tree: ast.AST, *, at_run_time: bool) -> set[str]:
    """Names of the modules imported; those under TYPE_CHECKING only when asked for."""
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    result = set()
    for node in ast.walk(tree):
        if at_run_time and id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            result |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            result.add(node.module or "")
    return result


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_pure(file: Path) -> None:
    """No file of `learning` can read a clock, a file or chance of its own."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    used = imports(tree, at_run_time=True) & NOT_PURE
    text = file.read_text(encoding="utf-8")
    if file.stem in {"spacing", "renewal", "plan_code"}:
        # FSRS takes its times as datetime, and days are counted; none is ever asked what time it is.
        assert not re.search(r"\b(now|today|utcnow)\(", text)
        used -= {"datetime"}
    if file.stem == "assessment":
        # What is drawn can be drawn again: every die is thrown by a seed that is on record.
        assert re.findall(r"\bRandom\((?!f\"[a-z]+ \{)", text) == []
        used -= {"random"}
    assert not used
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert not names & {"open", "print", "input"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_knows_only_the_model(file: Path) -> None:
    """Of ours, `learning` imports only itself, the model and the errors."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    ours = {name for name in imports(tree, at_run_time=False) if name.startswith("edu_tui")}
    allowed = ("edu_tui.learning.", "edu_tui.model.", "edu_tui.system.errors")
    assert all(name.startswith(allowed) for name in ours)


def test_profiles() -> None:
    """A patient at home sees patients' content, staff see all; both may keep what they did."""
    assert (STUDY.audience, STUDY.can_quit, STUDY.keeps_records) == ("patient", True, True)
    assert (STAFF.audience, STAFF.can_quit, STAFF.keeps_records) == ("staff", True, True)
