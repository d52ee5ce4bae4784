"""The kiosk and the staff side plug in: the rest of the program works without either of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORKS = (
    ("--version",),
    ("--help",),
    ("list",),
    ("read", "going-home"),
    ("check", str(ROOT / "content")),
    ("records",),
    ("handout",),
    ("settings",),
    ("doctor", "--json"),
    ("--plain",),
)


def run(program: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The program in that folder, for a person with that home."""
    shown = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(program)}
    return subprocess.run(
        [sys.executable, "-m", "edu_tui", *words],
        cwd=program,
        env=shown,
        input="1\n1\nq\n",
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["kiosk", "staff"])
def test_without_a_slice_the_rest_works(tmp_path: Path, name: str) -> None:
    """With its folder taken away, every other command runs, and its own are no commands any more."""
    shutil.copytree(
        ROOT / "edu_tui", tmp_path / "edu_tui", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.rmtree(tmp_path / "edu_tui" / name)
    for words in WORKS:
        ended = run(tmp_path, tmp_path, *words)
        # A problem of this machine is doctor's to tell, and no failure of the program.
        assert ended.returncode == 0 or words[0] == "doctor", (words, ended.stderr)
        assert "Traceback" not in ended.stderr, (words, ended.stderr)
    ended = run(tmp_path, tmp_path, name)
    assert ended.returncode == 2
    assert f"there is no '{name}'" in ended.stderr
