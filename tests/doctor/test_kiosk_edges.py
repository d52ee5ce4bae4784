"""`doctor --kiosk` just on either side of what it calls a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.doctor.kiosk import kiosk
from edu_tui.doctor.machine import machine

from .test_kiosk import NOON, at, ready, wanted, write

if TYPE_CHECKING:
    from pathlib import Path

A_DAY = 86_400.0


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
    found = at(kiosk(given, tmp_path, (path,), is_pin=False), f"look into {path}")
    assert (found.state, found.run) == ("problem", (f"chmod 600 {path}",))


@pytest.mark.parametrize("key", ["NAutoVTs", "ReserveVT"])
def test_each_way_to_a_log_in_is_found(tmp_path: Path, key: str) -> None:
    """One of the two settings is enough for a log-in on a console that somebody changes to."""
    root = ready(tmp_path)
    name = "etc/systemd/logind.conf.d/edu-tui-kiosk.conf"
    text = (root / name).read_text()
    assert f"{key}=0" in text
    write(root, name, text.replace(f"{key}=0", f"{key}=6"))
    found = at(machine(root, {}, NOON, 0.0), "begins a log-in on a console")
    assert (found.state, f"{key} is 6" in found.what) == ("problem", True)


@pytest.mark.parametrize(("before", "state"), [(0.9 * A_DAY, "ok"), (1.1 * A_DAY, "problem")])
def test_a_clock_behind_the_library(tmp_path: Path, before: float, state: str) -> None:
    """More than a day before the youngest file of the library the clock cannot be right."""
    section = machine(ready(tmp_path), {}, NOON, NOON + before)
    assert at(section, "the clock says").state == state
