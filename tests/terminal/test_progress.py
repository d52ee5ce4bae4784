"""Long commands say how far they are to a person who looks on, and end cleanly when they are stopped."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pexpect
import pytest

from edu_tui.cli import main
from edu_tui.commands import progress
from edu_tui.records.log import Log
from edu_tui.records.transfer import lines_of
from tests.plain.program import PROGRAM, environment
from tests.plain.sample import write_library
from tests.records.making import answered

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        """A terminal."""
        return True


def told(
    home: Path, words: list[str], err: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """The lines beside what is printed, where every step is worth one."""
    for name, value in environment(home).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(progress, "BETWEEN", 0.0)
    monkeypatch.setattr(sys, "stderr", err)
    main(words)
    return err.getvalue().splitlines()


def export(path: Path, number: int) -> Path:
    """So many answers, as a file that can be imported."""
    log = Log(path.with_suffix(".sqlite"))
    log.append([answered(at, unit="?what-helps") for at in range(1, number + 1)])
    path.write_text("".join(lines_of([event for _, event in log.events()])))
    log.close()
    return path


def commands(tmp_path: Path) -> dict[str, tuple[list[str], str]]:
    """What takes long, and what it is called."""
    library = write_library(tmp_path / "library")
    return {
        "import": (
            ["records", "import", str(export(tmp_path / "mine.jsonl", 3))],
            "reading: 1 of ",
        ),
        "list": (["--library", str(library), "list"], "getting the library ready: "),
        "check": (["check", str(library)], "checking: "),
    }


@pytest.mark.parametrize("name", ["import", "list", "check"])
def test_it_is_said_how_far_it_is_and_once_how_to_stop(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each long command tells what it does, how many of how many, and once that Ctrl+C stops it."""
    words, doing = commands(tmp_path)[name]
    lines = told(tmp_path, words, Terminal(), monkeypatch)
    assert lines
    assert lines[0].startswith(f"edu-tui: {doing}")
    assert [line.endswith(" (Ctrl+C stops)") for line in lines] == [True] + [False] * (
        len(lines) - 1
    )


@pytest.mark.parametrize("name", ["import", "list", "check"])
def test_nothing_is_said_where_nobody_looks_on(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a script no line about progress gets between what the script reads."""
    words, _ = commands(tmp_path)[name]
    assert told(tmp_path, words, io.StringIO(), monkeypatch) == []


def test_an_import_that_is_stopped_has_taken_nothing_and_says_what_to_do(tmp_path: Path) -> None:
    """Ctrl+C in the middle of a file leaves the records as they were, with one line and exit code 130."""
    whole = export(tmp_path / "whole.jsonl", 50).read_text().splitlines(keepends=True)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], "records", "import", str(pipe)],
        env=environment(tmp_path),
        encoding="utf-8",
    )
    with pipe.open("w") as given:
        given.writelines(whole[:20])
        given.flush()
        child.sendintr()
        child.expect_exact("edu-tui: stopped. Import it again: nothing is imported twice.")
        child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    log = Log(tmp_path / ".local" / "share" / "edu-tui" / "records.sqlite")
    assert log.events() == []
    log.close()
