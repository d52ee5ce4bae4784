"""The health file: one whole state or the next, readable by monitoring, and no reason to stop."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from edu_tui import __version__
from edu_tui.kiosk.health import KioskHealth

if TYPE_CHECKING:
    from pathlib import Path

NOON = 1_790_000_000.0
DAY = 86_400.0
WRITING = """
import sys
from pathlib import Path
from edu_tui.kiosk.health import KioskHealth
health = KioskHealth(Path(sys.argv[1]))
print("begun", flush=True)
while True:
    health.failed("a.B" * 1000)
    health.now("break")
    health.now("open")
"""


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where it is written."""
    return tmp_path / "health.json"


def read(path: Path) -> dict[str, Any]:
    """What it says."""
    result: dict[str, Any] = json.loads(path.read_text(encoding="ascii"))
    return result


def test_it_says_how_the_kiosk_is(path: Path) -> None:
    """Format, version, state and since when; crashes of the day; the last error's code."""
    clock = Clock()
    health = KioskHealth(path, clock)
    assert read(path)["state"] == "starting"
    clock.at += 10
    health.now("open")
    health.failed("builtins.ValueError")
    found = read(path)
    assert list(found) == [
        *("format", "version", "pid", "state", "since", "day", "crashes", "last_error")
    ]
    assert (found["format"], found["version"]) == (2, __version__)
    assert (found["state"], found["since"]) == ("open", "2026-09-21T14:13:30Z")
    assert found["crashes"] == 1
    assert found["last_error"] == {"at": "2026-09-21T14:13:30Z", "code": "builtins.ValueError"}


def test_a_state_that_goes_on_keeps_its_beginning(path: Path) -> None:
    """Saying the same again changes nothing, not even the file."""
    clock = Clock()
    health = KioskHealth(path, clock)
    health.now("open")
    before = path.stat().st_ino, read(path)
    clock.at += 500
    health.now("open")
    assert (path.stat().st_ino, read(path)) == before


def test_counts_begin_again_with_the_day(path: Path) -> None:
    """Crashes are today's; the last error is kept with its own day."""
    clock = Clock()
    health = KioskHealth(path, clock)
    health.failed("70")
    clock.at += DAY
    health.now("break")
    found = read(path)
    assert (found["day"], found["crashes"]) == ("2026-09-22", 0)
    assert found["last_error"]["at"].startswith("2026-09-21")


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_days_and_times_are_utc(path: Path, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    """Wherever the kiosk stands, its day is the one that its times are in."""
    clock = Clock()
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        for clock.at in (NOON - DAY / 2, NOON, NOON + DAY / 3):
            KioskHealth(path, clock).failed("x")
            found = read(path)
            assert found["last_error"]["at"].startswith(found["day"])
            assert found["day"] == f"{datetime.fromtimestamp(clock.at, UTC):%Y-%m-%d}"
    time.tzset()


def test_started_again_it_goes_on_counting(path: Path) -> None:
    """A kiosk that systemd starts again and again is seen by its count; another day begins at nothing."""
    clock = Clock()
    for _ in range(3):
        KioskHealth(path, clock).failed("UnsignedError")
    KioskHealth(path, clock)
    found = read(path)
    assert (found["state"], found["crashes"]) == ("starting", 3)
    assert found["last_error"]["code"] == "UnsignedError"
    clock.at += DAY
    KioskHealth(path, clock)
    found = read(path)
    assert (found["day"], found["crashes"]) == ("2026-09-22", 0)
    assert found["last_error"]["code"] == "UnsignedError"


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "null", "{", '{"day": "2026-09-21"}', "\xff", "[" * 60000,
        '{"day": "2026-09-21", "crashes": 1e999, "last_error": null}',
        '{"day": "2026-09-21", "crashes": 1, "last_error": "x"}',
    ],
)  # fmt: skip
def test_what_stands_there_and_is_no_health_counts_for_nothing(path: Path, text: str) -> None:
    """Whatever the file was before, the kiosk starts, and writes its own."""
    path.write_text(text, encoding="latin-1")
    KioskHealth(path, Clock())
    assert (read(path)["crashes"], read(path)["last_error"]) == (0, None)


def test_any_monitoring_may_read_it(path: Path) -> None:
    """Whatever umask the service has, others may read and nobody else may write."""
    code = "import os, sys; os.umask(0o077); from pathlib import Path; from edu_tui.kiosk.health import KioskHealth; KioskHealth(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_link_in_its_place_is_not_followed(path: Path, tmp_path: Path) -> None:
    """What stands at its name or at the spare's is replaced, and what a link names is left alone."""
    other = tmp_path / "other"
    other.write_text("mine")
    path.symlink_to(other)
    path.with_name(".health.json.new").symlink_to(other)
    KioskHealth(path)
    assert other.read_text() == "mine"
    assert not path.is_symlink()
    assert read(path)["state"] == "starting"


@pytest.mark.parametrize("where", ["gone/health.json", "file/health.json", "folder"])
def test_that_it_cannot_be_written_stops_nothing(tmp_path: Path, where: str) -> None:
    """No folder, a file for a folder, a folder in its place: the kiosk goes on and leaves no trace."""
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    health = KioskHealth(tmp_path / where)
    health.failed("x")
    assert (tmp_path / "folder").is_dir()
    assert not (tmp_path / "gone").exists()
    KioskHealth(None).failed("x")


def test_killed_at_any_moment_it_can_be_read(path: Path) -> None:
    """While it is written thousands of times, and after each of many kills, it is whole."""
    for _ in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", WRITING, str(path)], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"begun\n"
            for _ in range(200):
                assert read(path)["format"] == 2
            writer.kill()
        assert read(path)["format"] == 2
