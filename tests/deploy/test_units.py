"""The services: systemd finds no fault in them, and they are as closed as the guide says."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
GUIDE = (DEPLOY.parent / "docs" / "kiosk.md").read_text(encoding="utf-8")
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
SYSTEMD = Path("/usr/lib/systemd/system")
MOST_EXPOSED = {"edu-tui-kiosk@.service": 1.0, "edu-tui-kiosk-graphical.service": 1.5}
LEAST_CLOSED = (
    *("CapabilityBoundingSet=", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes"),
    *("MemoryDenyWriteExecute=yes", "IPAddressDeny=any", "LimitCORE=0", "NoExecPaths=/"),
    *("SystemCallFilter=@system-service", "User=edu-tui", "RuntimeDirectoryPreserve=yes"),
    *("StateDirectoryMode=0700", "UMask=0077"),
)
WHATEVER_ENDS_IT = {
    "StartLimitIntervalSec": ["0"],
    "Restart": ["on-failure"],
    "RestartForceExitStatus": ["143 SIGHUP SIGINT SIGPIPE SIGTERM"],
    "RestartPreventExitStatus": [],
    "OOMPolicy": ["continue"],
    "OnSuccess": [],
    "OnFailure": [],
    "ExecStop": [],
}
"""Each end but one begins it again: systemd itself takes 0 and these for a good end, and 143 as it is set."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine with these services, systemd's own, and something at the name of each program."""
    shutil.copytree(SYSTEMD, tmp_path / "usr/lib/systemd/system", symlinks=True)
    own = tmp_path / "etc/systemd/system"
    own.mkdir(parents=True)
    for unit in UNITS:
        shutil.copy(unit, own)
        folder = own / f"{unit.name}.d"
        folder.mkdir()
        shutil.copy(DEPLOY / "systemd" / "sound.conf", folder)
        for program in re.findall(
            r"^Exec(?:Start(?:Pre)?|StopPost)=[-+!@:]*(/\S+)", unit.read_text(), re.M
        ):
            path = tmp_path / program.lstrip("/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("#!/bin/sh\n")
            path.chmod(0o755)
    if not (own.parent / "seatd.service").exists():
        (own / "seatd.service").write_text("[Service]\nExecStart=/usr/bin/cage\n")
    return tmp_path


@pytest.mark.needs("systemd-analyze")
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.stem)
def test_systemd_finds_no_fault(root: Path, unit: Path) -> None:
    """`systemd-analyze verify` says nothing at all, with the piece for sound beside it."""
    name = unit.name.replace("@.", "@tty1.")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", f"--root={root}", name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.needs("systemd-analyze")
def test_a_fault_would_be_found(root: Path) -> None:
    """The same look at a service with a word that means nothing does say so."""
    unit = root / "etc/systemd/system/edu-tui-kiosk@.service"
    unit.write_text(unit.read_text().replace("UMask=0077", "UMask=0077\nLockedUp=yes"))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", f"--root={root}", "edu-tui-kiosk@tty1.service"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "LockedUp" in done.stderr


@pytest.mark.needs("systemd-analyze")
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.stem)
def test_the_exposure_is_as_the_guide_says(unit: Path) -> None:
    """`systemd-analyze security` gives at most what docs/kiosk.md states."""
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )
    match = re.search(r"Overall exposure level for \S+: (\d+\.\d+)", done.stdout)
    assert match, done.stdout + done.stderr
    level = float(match[1])
    assert level <= MOST_EXPOSED[unit.name]
    assert f"`{unit.name}` | {MOST_EXPOSED[unit.name]} or less |" in GUIDE


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.stem)
def test_what_keeps_each_service_closed(unit: Path) -> None:
    """No line that closes the machine to it has gone; sound and a printer need no other."""
    lines = unit.read_text().splitlines()
    for line in LEAST_CLOSED:
        assert line in lines, line


def settings(unit: Path) -> dict[str, list[str]]:
    """Each key of a unit, and what it is given."""
    result: dict[str, list[str]] = {}
    for key, value in re.findall(r"^(\w+)=(.*)$", unit.read_text(), re.M):
        result.setdefault(key, []).append(value)
    return result


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.stem)
def test_it_begins_again_whatever_ended_it(unit: Path) -> None:
    """No limit, no end but the PIN's that systemd takes for good, and no other unit that an end starts."""
    found = settings(unit)
    assert {key: found.get(key, []) for key in WHATEVER_ENDS_IT} == WHATEVER_ENDS_IT


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    ("result", "status", "starts"),
    [
        ("success", "0", True),
        ("success", "143", False),
        ("success", "TERM", False),
        ("success", "HUP", False),
        ("signal", "KILL", False),
        ("oom-kill", "143", False),
        ("exit-code", "71", False),
        ("exit-code", "1", False),
        # What comes before the kiosk has failed; the status is of the run before that.
        ("exit-code", "0", False),
        ("exit-code", None, False),
    ],
)
def test_a_log_in_comes_after_the_pin_alone(
    tmp_path: Path, unit: Path, result: str, status: str | None, *, starts: bool
) -> None:
    """The service's own command, told of each end as systemd tells it, asks for a log-in after one alone."""
    (command,) = settings(unit)["ExecStopPost"]
    # As systemd reads it: all rights, two dollars are one, the instance's name.
    words = shlex.split(command.removeprefix("+").replace("$$", "$").replace("%i", "tty1"))
    asked = tmp_path / "systemctl"
    asked.write_text(f'#!/bin/sh\necho "$*" >> {tmp_path}/asked\n')
    asked.chmod(0o755)
    told = {"SERVICE_RESULT": result, **({"EXIT_STATUS": status} if status else {})}
    subprocess.run(words, check=True, env={"PATH": f"{tmp_path}:/usr/bin:/bin", **told})
    there = tmp_path / "asked"
    message = there.read_text() if there.exists() else ""
    assert message == ("--no-block start getty@tty1.service\n" if starts else "")


def test_the_whole_layout_is_loaded_before_keys_are_taken_away() -> None:
    """What Debian loads at a start, at the same time, would bring all keys back if it came later."""
    after = " ".join(settings(DEPLOY / "systemd" / "edu-tui-kiosk@.service")["After"]).split()
    assert {"keyboard-setup.service", "console-setup.service"} <= set(after)


def test_the_kiosk_is_started_as_the_program_knows_it() -> None:
    """The options of the services are options of the program."""
    from edu_tui.cli import parser

    for unit in UNITS:
        (words,) = re.findall(r"^ExecStart=.*/edu-tui (kiosk.*)$", unit.read_text(), re.M)
        assert parser().parse_args(words.split()).health == "/run/edu-tui/health.json"


def test_the_guide_installs_every_file() -> None:
    """Each file of a kiosk has its command in docs/kiosk.md, or stands in one that has."""
    for path in DEPLOY.rglob("*"):
        if path.is_file() and path.parent.name != "sync":
            assert str(path.relative_to(DEPLOY)) in GUIDE, path
