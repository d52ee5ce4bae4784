"""What tests need of the machine that Python's environment cannot hold, and Debian's package for each.

`python3 tests/needs.py` prints the packages that are not installed here.
"""

from __future__ import annotations

import os
import shutil
from ctypes import CDLL
from pathlib import Path
from typing import NamedTuple


class Need(NamedTuple):
    """A Debian package, and the programs, library or file it brings: any of these names will do."""

    package: str
    names: tuple[str, ...]


NEEDS = {
    "chromium": Need("chromium", ("chromium", "chromium-browser", "google-chrome")),
    "zbarimg": Need("zbar-tools", ("zbarimg",)),
    "pango": Need("libpangoft2-1.0-0", ("libpangoft2-1.0.so.0",)),
    # No test asks for these two: WeasyPrint does without the first for now, and warns; the browser
    # and Pango bring some font, and what they set is looked at in this.
    "harfbuzz-subset": Need("libharfbuzz-subset0", ("libharfbuzz-subset.so.0",)),
    "dejavu": Need("fonts-dejavu-core", ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",)),
    "systemd-analyze": Need("systemd", ("systemd-analyze",)),
    "foot": Need("foot", ("foot",)),
    "loadkeys": Need("kbd", ("loadkeys",)),
    "keymaps": Need("console-data", ("/usr/share/keymaps",)),
    "espeak-ng": Need("espeak-ng", ("espeak-ng",)),
    "tmux": Need("tmux", ("tmux",)),
    "node": Need("nodejs", ("node",)),
    "npm": Need("npm", ("npm",)),
}
INSTALL = "; Debian: apt install "
IN_CI = bool(os.environ.get("CI"))
"""There nothing may be skipped."""


def found(name: str) -> str:
    """The path of a program or file, the name of a library; empty where it is not installed."""
    return next(filter(None, map(_found, NEEDS[name].names)), "")


def need(*names: str) -> None:
    """Skip the test that calls it where one of these is not installed."""
    import pytest

    missing = [name for name in names if not found(name)]
    if missing:
        pytest.skip(advice(*missing))


def needed(name: str) -> str:
    """Where it is, as `found` says; the test that asks is skipped where it is not installed."""
    need(name)
    return found(name)


def advice(*missing: str) -> str:
    """What is missing and what to install, on one line."""
    are = "are" if len(missing) > 1 else "is"
    what = " ".join(NEEDS[name].package for name in missing)
    return f"{' and '.join(missing)} {are} not installed{INSTALL}{what}"


def packages() -> list[str]:
    """Debian's packages that are missing here."""
    return sorted(need.package for name, need in NEEDS.items() if not found(name))


def _found(name: str) -> str:
    if name.startswith("/"):
        return name if Path(name).exists() else ""
    if ".so." not in name:
        return shutil.which(name) or ""
    try:
        CDLL(name)
    except OSError:
        return ""
    return name


if __name__ == "__main__":
    print(*packages())
