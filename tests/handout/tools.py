"""Programs of the system that read what a reader would: a browser, a code reader. CI has all of them."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

IN_CI = os.environ.get("CI") == "true"
SCALE = 6
"""Pixels of a module's side: what a camera sees is larger than one."""


def program(*names: str) -> str:
    """The path of the first that is there; without one the test is left out, and in CI fails."""
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    reason = f"{names[0]} is not installed"
    if IN_CI:
        pytest.fail(f"{reason}; .ci/run installs it")
    pytest.skip(reason)


def scanned(pixels: Sequence[Sequence[bool]], folder: Path) -> str:
    """What zbar reads in a picture, True for black; empty where it sees no code."""
    zbar = program("zbarimg")
    rows = [b"".join((b"\0" if one else b"\xff") * SCALE for one in row) for row in pixels]
    head = f"P5 {len(pixels[0]) * SCALE} {len(rows) * SCALE} 255\n".encode()
    picture = folder / "code.pgm"
    picture.write_bytes(head + b"".join(row for row in rows for _ in range(SCALE)))
    done = subprocess.run(
        [zbar, "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)],
        capture_output=True,
        check=False,
        timeout=30,
    )
    return done.stdout.decode().removesuffix("\n")
