"""`doctor --kiosk` just on either side of what it calls a problem."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edu_tui.commands.doctor.kiosk import kiosk
from edu_tui.commands.doctor.machine import machine

from .test_kiosk import NOON, at, ready, wanted, write

if TYPE_CHECKING:
    from collections.abc import Iterator

A_DAY = 86_400.0
NOBODY = 65534
ASK = """
import os, sys
from pathlib import Path
from edu_tui.commands.doctor.kiosk import _safe
if os.geteuid() == 0:
    os.setgid(int(sys.argv[2]))
    os.setuid(int(sys.argv[2]))
print(_safe(Path(sys.argv[1])).what)
"""
"""Ask as somebody who is not root, whoever runs this."""


@pytest.fixture
def reachable() -> Iterator[Path]:
    """An empty folder that everyone may go through; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="edu-tui-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("mode", [0o640, 0o620, 0o604, 0o602])
def test_one_right_of_anyone_else_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    """Counters that only the group may read, or only write, are a problem as well."""
    given = wanted(tmp_path, monkeypatch)
    path = write(tmp_path / "state", "counters.sqlite")
    path.parent.chmod(0o700)
    path.chmod(0o600)
    assert at(kiosk(given, tmp_path, (path,), is_pin=False), str(path)).state == "ok"
    path.chmod(mode)
    line = at(kiosk(given, tmp_path, (path,), is_pin=False), f"look into {path}")
    assert (line.state, line.run) == ("problem", (f"chmod 600 {path}",))


@pytest.mark.parametrize("key", ["NAutoVTs", "ReserveVT"])
def test_each_way_to_a_log_in_is_found(tmp_path: Path, key: str) -> None:
    """One of the two settings is enough for a log-in on a console that somebody changes to."""
    root = ready(tmp_path)
    name = "etc/systemd/logind.conf.d/edu-tui-kiosk.conf"
    text = (root / name).read_text()
    assert f"{key}=0" in text
    write(root, name, text.replace(f"{key}=0", f"{key}=6"))
    line = at(machine(root, {}, NOON, 0.0), "begins a log-in on a console")
    assert (line.state, f"{key} is 6" in line.what) == ("problem", True)


@pytest.mark.parametrize(("before", "state"), [(0.9 * A_DAY, "ok"), (1.1 * A_DAY, "problem")])
def test_a_clock_behind_the_library(tmp_path: Path, before: float, state: str) -> None:
    """More than a day before the youngest file of the library the clock cannot be right."""
    section = machine(ready(tmp_path), {}, NOON, NOON + before)
    assert at(section, "the clock says").state == state


@pytest.mark.parametrize(("place", "state"), [("usr/lib", "ok"), ("etc", "problem")])
def test_what_the_clinic_sets_comes_after_what_debian_brings(
    tmp_path: Path, place: str, state: str
) -> None:
    """The same key in systemd's own folder is overruled by the one in /etc, and not the other way round."""
    root = ready(tmp_path)
    write(root, f"{place}/systemd/logind.conf.d/zz.conf", "[Login]\nNAutoVTs=6\n")
    assert at(machine(root, {}, NOON, 0.0), "log-in on").state == state


def test_one_text_of_many_that_may_be_changed(reachable: Path) -> None:
    """A single file that the kiosk's user may write is found in a library that is otherwise closed."""
    library = reachable / "library"
    closed, still_open = (write(library, f"en/{name}.yaml") for name in ("one", "two"))
    closed.chmod(0o444)
    still_open.chmod(0o666)
    for folder in (library, closed.parent):
        folder.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", ASK, str(library), str(NOBODY)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    finally:
        for folder in (library, closed.parent):
            folder.chmod(0o755)
    assert done.stdout == f"the kiosk's user may change its texts: {still_open}\n"
