"""Files: whole or not at all, never over another, and private where they are."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.keeping import keep, keep_beside
from edu_tui.system.errors import SaveError, UsageError

if TYPE_CHECKING:
    from pathlib import Path


def mode(path: Path) -> int:
    """Who may do what."""
    return path.stat().st_mode & 0o777


def test_another_file_is_never_written_over(tmp_path: Path) -> None:
    """Not without being asked to; then it is, and nothing is left beside it."""
    file = tmp_path / "a.html"
    keep(file, b"one", private=False, replace=False)
    with pytest.raises(UsageError, match=r"is there already. --force writes over it\."):
        keep(file, b"two", private=False, replace=False)
    assert file.read_bytes() == b"one"
    keep(file, b"two", private=False, replace=True)
    assert file.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_personal_is_for_its_reader_alone(tmp_path: Path) -> None:
    """0600, also over a file that everybody could read; else as the umask says."""
    file = tmp_path / "a.txt"
    before = os.umask(0o022)
    try:
        keep(file, b"all", private=False, replace=False)
        assert mode(file) == 0o644
        keep(file, b"mine", private=True, replace=True)
        assert mode(file) == 0o600
    finally:
        os.umask(before)


def test_names_count_up(tmp_path: Path) -> None:
    """A second one of the same day stands beside the first; both are private."""
    paths = [keep_beside(tmp_path, "edu-tui-2026-11-25", "html", b"x") for _ in range(3)]
    assert [path.name for path in paths] == [
        "edu-tui-2026-11-25.html",
        "edu-tui-2026-11-25-2.html",
        "edu-tui-2026-11-25-3.html",
    ]
    assert {mode(path) for path in paths} == {0o600}


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    """A folder, a pipe or a device is not replaced by a file, even when forced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        with pytest.raises(UsageError, match="is not a file"):
            keep(path, b"x", private=False, replace=True)
    assert pipe.is_fifo()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is written."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    keep(link, b"new", private=False, replace=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_place_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    """Which file, and why not."""
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "no" / "a.html", tmp_path / "file" / "a.html"):
        with pytest.raises(SaveError) as error:
            keep(path, b"x", private=False, replace=False)
        assert str(error.value).startswith(f"cannot write {path}: ")
        assert "\n" not in str(error.value)


def test_a_place_that_cannot_be_looked_at_is_said_in_one_line(tmp_path: Path) -> None:
    """A name that is too long, a link that leads to itself: also before anything is written."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path in (tmp_path / ("x" * 300), loop / "a.html", tmp_path / "x" / ("y" * 5000)):
        for replace in (False, True):
            with pytest.raises(SaveError) as error:
                keep(path, b"x", private=False, replace=replace)
            assert str(error.value).startswith(f"cannot write {path}: ")
            assert "\n" not in str(error.value)


@pytest.mark.parametrize("there", [True, False], ids=["over one", "anew"])
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, there: bool) -> None:
    """The old file is as it was, no new one has come, and the error is one line."""
    file = tmp_path / "out.html"
    if there:
        file.write_bytes(b"old")
    program = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from edu_tui.cli import main\n"
        "sys.exit(main(['handout', 'going-home', *sys.argv[1:]]))"
    )
    words = ["--force", "-o", str(file)] if there else ["-o", str(file)]
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == f"edu-tui: cannot write {file}: File too large.\n"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([b"old"] if there else [])
