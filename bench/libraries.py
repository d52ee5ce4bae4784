"""The libraries that are measured, made once and kept: the index of 10,000 modules takes minutes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from bench import generate
from bench.terminal import ROOT, environment

WARM = """
import sys
from pathlib import Path
from edu_tui.library.open_library import Shelf
shelf = Shelf(Path(sys.argv[1]), Path(sys.argv[2]))
contents = shelf.refresh("en")
print(contents.library.title["en"])
print(next(iter(contents.entries.values())).title)
shelf.close()
"""


class Library(NamedTuple):
    """A library, and the home whose index knows it."""

    folder: Path
    home: Path
    title: bytes
    """In its top line."""
    row: bytes
    """In its first row."""

    @property
    def arguments(self) -> list[str]:
        """What opens it."""
        return ["--library", str(self.folder)]

    def at(self, home: Path) -> Library:
        """The same with another home, whose index knows nothing."""
        return self._replace(home=home)


def kept() -> Path:
    """The folder for what is kept; another one for each state of the generator."""
    return Path(tempfile.gettempdir()) / f"edu-tui-bench-{generate.state()}"


def generated(count: int) -> Library:
    """A generated library with its index up to date."""
    folder = kept() / f"library-{count}"
    done = folder / "done"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        sys.stderr.write(f"Making a library of {count} modules in {folder}\n")
        generate.generate(folder, count)
        done.touch()
    return _warm(folder, kept() / f"home-{count}")


def shipped() -> Library:
    """The library in the repository with its index up to date."""
    return _warm(ROOT / "content", kept() / "home-shipped")


def shipped_at(home: Path) -> Library:
    """The same with a home of its own, its index up to date too."""
    return _warm(ROOT / "content", home)


def single(folder: Path) -> Path:
    """A library of one module, for `check`."""
    return generate.generate(folder, 1)


def _warm(folder: Path, home: Path) -> Library:
    home.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-c", WARM, str(folder), str(home / "cache" / "edu-tui")]
    done = subprocess.run(command, env=environment(home), check=True, capture_output=True)
    title, row = done.stdout.splitlines()
    return Library(folder, home, title, row)
