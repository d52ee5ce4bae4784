"""Programs that tests need and Python's environment cannot hold: installed once, beside uv, from the registries.

Tests are skipped where one cannot be had.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import need

TOOLS = Path(__file__).parents[2] / ".tools"
RALPH = ("ralph-malph[cli,lrs]==5.1.0", "requests>=2.32")
"""A learning record store; it imports requests without asking for it."""
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
VALIDATION = "@learninglocker/xapi-validation@3.0.0"


def ralph() -> Path:
    """The Python of an environment that has Ralph."""
    uv = TOOLS / "bin" / "uv"
    folder = _folder("ralph")
    python = folder / "bin" / "python"
    make = [sys.executable, "-m", "venv", str(folder)]
    fill = [str(python), "-m", "pip", "install", "--quiet", *RALPH]
    if uv.exists():
        make = [str(uv), "venv", "--quiet", "--python", sys.executable, str(folder)]
        fill = [str(uv), "pip", "install", "--quiet", "--system-certs", "--python", str(python), *RALPH]  # fmt: skip
    _once(folder, make, fill)
    return python


def validation() -> Path:
    """A folder of Node.js that has the validator of statements."""
    folder = _folder("xapi-validation")
    need("node", "npm")
    _once(folder, ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), VALIDATION])  # fmt: skip
    return folder


def _folder(name: str) -> Path:
    return (TOOLS if TOOLS.is_dir() else Path.home() / ".cache" / "edu-tui-tests") / name


def _once(folder: Path, *commands: list[str]) -> None:
    """Install it where it is not whole yet; other processes of the same run wait for it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    done = folder / ".done"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists():
            return
        shutil.rmtree(folder, ignore_errors=True)
        for command in commands:
            _run(command)
        done.touch()


def _run(command: list[str]) -> None:
    process = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=300, env=_environment()
    )
    if process.returncode:
        stderr = process.stderr or f"it ended with {process.returncode}"
        pytest.skip(f"{Path(command[0]).name} could not install {command[-1]}: {stderr[-500:]}")


def _environment() -> dict[str, str]:
    """Node.js trusts the system's certificates too, as uv does here."""
    environ = dict(os.environ)
    if SYSTEM_CERTIFICATES.is_file():
        environ.setdefault("NODE_EXTRA_CA_CERTS", str(SYSTEM_CERTIFICATES))
    return environ
