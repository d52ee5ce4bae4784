"""Small files of the machine, whatever state they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> str:
    """A small file's text; empty where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return file.read(65536).decode(errors="replace").strip()
    except OSError:
        return ""
