"""The libraries that are measured, made once and kept: the index of 10,000 modules takes minutes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from bench import generate
from bench.terminal import ROOT, environment

WARM = """
import sys
from pathlib import Path
from edu_tui.library.shelf import Shelf
shelf = Shelf(Path(sys.argv[1]), Path(sys.argv[2]))
shelf.refresh("en")
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
    state = blake2b(Path(generate.__file__).read_bytes(), digest_size=4).hexdigest()
    return Path(tempfile.gettempdir()) / f"edu-tui-bench-{state}"


def generated(count: int) -> Library:
    """A generated library with its index up to date."""
    folder = kept() / f"library-{count}"
    done = folder / "done"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        sys.stderr.write(f"Making a library of {count} modules in {folder}\n")
        generate.generate(folder, count)
        done.touch()
    title = generate.library_title(count).encode()
    return _warm(Library(folder, kept() / f"home-{count}", title, generate.title_of(1).encode()))


def shipped() -> Library:
    """The library in the repository with its index up to date."""
    home = kept() / "home-shipped"
    title, row = b"Ketamine therapy", b"What to expect in a session"
    return _warm(Library(ROOT / "content", home, title, row))


def single(folder: Path) -> Path:
    """A library of one module, for `check`."""
    return generate.generate(folder, 1)


def _warm(library: Library) -> Library:
    library.home.mkdir(parents=True, exist_ok=True)
    cache = library.home / "cache" / "edu-tui"
    subprocess.run(
        [sys.executable, "-c", WARM, str(library.folder), str(cache)],
        env=environment(library.home),
        check=True,
    )
    return library
