"""The timer that sends staff records on: systemd finds no fault, and it is as closed as the guide says."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from edu_tui.cli import parser

from .test_units import DEPLOY, SYSTEMD

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = DEPLOY / "sync"
GUIDE = (DEPLOY.parent / "docs" / "sync.md").read_text(encoding="utf-8")
SERVICE = (FOLDER / "edu-tui-sync@.service").read_text(encoding="utf-8")
LEAST_CLOSED = (
    *("CapabilityBoundingSet=", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=tmpfs"),
    *("MemoryDenyWriteExecute=yes", "PrivateDevices=yes", "LimitCORE=0", "NoExecPaths=/"),
    *("SystemCallFilter=@system-service", "User=%i", "UMask=0077", "SocketBindDeny=any"),
)


@pytest.mark.needs("systemd-analyze")
def test_systemd_finds_no_fault(tmp_path: Path) -> None:
    """`systemd-analyze verify` says nothing about service and timer; with a wrong word in it it does."""
    shutil.copytree(SYSTEMD, tmp_path / "usr/lib/systemd/system", symlinks=True)
    program = tmp_path / "opt/edu-tui/bin/edu-tui"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    own = tmp_path / "etc/systemd/system"
    shutil.copytree(FOLDER, own)

    def verified() -> str:
        names = ["edu-tui-sync@ward.service", "edu-tui-sync@ward.timer"]
        words = ["systemd-analyze", "verify", "--man=no", f"--root={tmp_path}", *names]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    assert verified() == ""
    (own / "edu-tui-sync@.timer").write_text("[Timer]\nOnCalendar=*:0/15\nOftener=yes\n")
    assert "Oftener" in verified()


@pytest.mark.needs("systemd-analyze")
def test_the_exposure_is_as_the_guide_says() -> None:
    """`systemd-analyze security` gives what docs/sync.md states."""
    words = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(FOLDER / "edu-tui-sync@.service")]  # fmt: skip
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    match = re.search(r"Overall exposure level for \S+: (\d+\.\d+)", done.stdout)
    assert match, done.stdout + done.stderr
    (told,) = re.findall(r"`systemd-analyze security` gives it (\d+\.\d+)", GUIDE)
    assert float(match[1]) <= float(told)


def test_what_keeps_it_closed() -> None:
    """No line that closes the machine to it has gone."""
    lines = SERVICE.splitlines()
    for line in LEAST_CLOSED:
        assert line in lines, line


def test_it_is_started_as_the_program_knows_it() -> None:
    """The words of the service are words of the program, and no secret or address is among them."""
    (words,) = re.findall(r"^ExecStart=.*/edu-tui (.*)$", SERVICE, re.M)
    assert words == "sync"
    assert parser().parse_args(words.split()).to is None


def test_the_guide_installs_every_file() -> None:
    """Each file has its command in docs/sync.md."""
    for path in FOLDER.iterdir():
        assert f"deploy/sync/{path.name} -t " in GUIDE, path
