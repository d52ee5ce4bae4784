"""How the tests themselves run: what is missing is said with what to install, and in CI fails; signals reach programs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.needs import NEEDS

ROOT = Path(__file__).parents[2]
MARKED = """
import pytest
from tests.needs import needed

@pytest.fixture
def asking():
    needed("zbarimg")

@pytest.mark.needs("tmux", "loadkeys")
def test_marked(): raise AssertionError("it was run")
def test_in_a_fixture(asking): raise AssertionError("it was run")
def test_in_the_test(): needed("foot")
def test_for_another_reason(): pytest.skip("the moon\\nis full")
def test_that_is_tried(): pass
@pytest.mark.parametrize("none", [])
def test_without_a_case(none): pass
"""
WHOLE = "import pytest; pytest.skip('not here', allow_module_level=True)\n"
IGNORING = """
import subprocess, sys
LOOK = "import signal; print([n.name for n in signal.Signals if signal.getsignal(n) is signal.SIG_IGN])"
def test_a_program(): assert eval(subprocess.check_output([sys.executable, "-c", LOOK])) == ["SIGPIPE", "SIGXFSZ"]
"""


def ran(folder: Path, *words: str, **env: str) -> tuple[int, str]:
    """How tests in that folder end, and what is said, on a machine that has Python alone."""
    run = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(ROOT / "pyproject.toml"),
        "-p",
        "tests.conftest",
    ]
    done = subprocess.run(
        ["/bin/sh", "-c", 'trap "" INT HUP QUIT TERM; exec "$@"', "sh", *run, str(folder), *words],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={"PATH": "/nowhere", "HOME": str(folder), **env},
    )  # fmt: skip
    assert not done.stderr
    return done.returncode, done.stdout


def test_what_was_not_tried_is_told_at_the_end(tmp_path: Path) -> None:
    """Each reason has one line, what to install stands in one command, and the run passes."""
    (tmp_path / "test_it.py").write_text(MARKED)
    (tmp_path / "test_whole.py").write_text(WHOLE)
    status, message = ran(tmp_path, "-n", "2")
    end = message[message.index("not tried on this machine") :].splitlines()[1:]
    assert sorted(" ".join(line.split()) for line in end[:-2]) == [
        "1 foot is not installed; Debian: apt install foot",
        "1 got empty parameter set for (none)",
        "1 not here",
        "1 the moon is full",
        "1 tmux and loadkeys are not installed; Debian: apt install tmux kbd",
        "1 zbarimg is not installed; Debian: apt install zbar-tools",
    ]
    assert end[-2] == "For all of it, on Debian: apt install foot kbd tmux zbar-tools"
    assert end[-1].startswith("1 passed, 6 skipped in")
    assert status == 0


def test_in_ci_a_skip_fails(tmp_path: Path) -> None:
    """Whatever its reason, of a test or of a whole file; the line that says what to install stays."""
    (tmp_path / "test_it.py").write_text(MARKED)
    (tmp_path / "test_whole.py").write_text(WHOLE)
    status, message = ran(tmp_path, "-n", "2", "--continue-on-collection-errors", CI="true")
    assert (
        "zbarimg is not installed; Debian: apt install zbar-tools\nIn CI nothing may be skipped."
        in message
    )
    assert "the moon is full\nIn CI nothing may be skipped." in message
    assert "not here\nIn CI nothing may be skipped." in message
    assert re.search("\n2 failed, 1 passed, 4 errors in", message)
    assert status == 1


def test_a_run_that_ignores_signals_starts_programs_that_do_not(tmp_path: Path) -> None:
    """Under nohup, in a script's background or in CI, what a test starts can be interrupted as in a terminal."""
    (tmp_path / "test_it.py").write_text(IGNORING)
    status, message = ran(tmp_path, "-n", "0")
    assert (status, "1 passed" in message) == (0, True), message


def test_no_test_skips_in_a_way_of_its_own() -> None:
    """A test that lacks something asks `needed` or is marked with `needs`, so that what to install is known."""
    for path in (ROOT / "tests").rglob("*.py"):
        if path not in {Path(__file__), ROOT / "tests" / "needs.py"}:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"importorskip|skipif|mark\.skip\b|shutil\.which", text), path


def test_ci_installs_what_is_asked_for() -> None:
    """The names that tests mark are known, and the script of CI takes its packages from the same table."""
    asked = set()
    for path in (ROOT / "tests").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path != Path(__file__) and ("tests.needs" in text or "mark.needs" in text):
            for names in re.findall(r"\b(?:needs|need|needed|found)\(([^()]+)\)", text):
                asked |= set(re.findall('"([^"]+)"', names))
    assert asked | {"harfbuzz-subset", "dejavu"} == set(NEEDS)
    done = subprocess.run(
        [sys.executable, "tests/needs.py"], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PATH": "/nowhere"},
    )  # fmt: skip
    programs = {need.package for need in NEEDS.values() if not set("./") & set(need.names[0])}
    assert programs <= set(done.stdout.split())
    assert "python3 tests/needs.py" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
