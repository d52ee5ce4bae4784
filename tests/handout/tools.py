"""A code reader, as on a reader's phone."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.needs import needed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SCALE = 6
"""Pixels of a module's side: what a camera sees is larger than one."""


def scanned(pixels: Sequence[Sequence[bool]], folder: Path) -> str:
    """What zbar reads in a picture, True for black; empty where it sees no code."""
    rows = [b"".join((b"\0" if one else b"\xff") * SCALE for one in row) for row in pixels]
    head = f"P5 {len(pixels[0]) * SCALE} {len(rows) * SCALE} 255\n".encode()
    picture = folder / "code.pgm"
    picture.write_bytes(head + b"".join(row for row in rows for _ in range(SCALE)))
    done = subprocess.run(
        [needed("zbarimg"), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)],
        capture_output=True,
        check=False,
        timeout=30,
    )
    return done.stdout.decode().removesuffix("\n")
