"""An error that nobody foresaw: one line, a file for a bug report without a word of the reader, and exit code 3."""

from __future__ import annotations

import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from .modes import left_on
from .terminal import Terminal, surroundings

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "a word of a reader"
FAULTY = f"""
import sys
import edu_tui.commands.list
import edu_tui.ui.tui.page
from edu_tui.cli import main

def fail(*given):
    typed = "{WORDS}"
    try:
        raise ValueError(typed)
    except ValueError as error:
        raise KeyError(typed) from error

edu_tui.commands.list.run = edu_tui.ui.tui.page.Page.on_key = fail
sys.exit(main())
"""


def run(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The command line with a fault in it."""
    return subprocess.run(
        [sys.executable, "-c", FAULTY, *words],
        env=surroundings(home, XDG_STATE_HOME=str(home / "state"), **more),
        capture_output=True,
        text=True,
        check=False,
    )


def logs(home: Path) -> list[Path]:
    """Oldest first."""
    return sorted((home / "state").rglob("*.log"))


def test_a_command_that_fails_names_a_file(home: Path) -> None:
    """One line; the file is the user's alone, and says which command and which lines of code."""
    done = run(home, "--lang", "en", "list")
    (log,) = logs(home)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert f"(KeyError). Where is in {log}," in done.stderr
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    text = log.read_text()
    assert ", list\n" in text
    assert ", in fail\n" in text
    assert text.endswith("builtins.KeyError\n")
    assert "builtins.ValueError\n" in text
    assert WORDS not in text + done.stderr


def test_debug_shows_it(home: Path) -> None:
    """All of it, on the user's own terminal alone."""
    done = run(home, "--debug", "list")
    assert done.returncode == 3
    assert f"KeyError: '{WORDS}'" in done.stderr
    assert WORDS not in logs(home)[0].read_text()


def test_only_the_newest_files_are_kept(home: Path) -> None:
    """A program that fails at each start fills no disk."""
    folder = home / "state" / "edu-tui"
    folder.mkdir(parents=True)
    for number in range(9):
        (folder / f"error-2020010{number}-000000-1.log").touch()
    (folder / "kiosk.log").touch()
    run(home, "list")
    names = [path.name for path in logs(home)]
    assert names[:4] == [f"error-2020010{number}-000000-1.log" for number in range(5, 9)]
    assert len(names) == 6
    assert names[5] == "kiosk.log"


@pytest.mark.parametrize("state", ["", "a file in its place"])
def test_nothing_is_written_where_nothing_may_or_can_be(home: Path, state: str) -> None:
    """The line says how to see where it failed."""
    if state:
        (home / "state").write_text(state)
    done = run(home, "list", EDU_TUI_RECORD="true" if state else "false")
    assert done.returncode == 3
    assert "(KeyError). Run it again with --debug" in done.stderr
    assert not logs(home)


def test_the_full_screen_gives_the_terminal_back_first(home: Path) -> None:
    """Then it says the same line; nothing of what was on the screen is printed."""
    state = str(home / "state")
    with Terminal(home, command=("-c", FAULTY), XDG_STATE_HOME=state) as terminal:
        terminal.wait_for("The day itself", "Q Quit")
        terminal.child.send("m")
        assert terminal.end() == 3
        assert not left_on(terminal.raw)
        message = terminal.raw.decode()
        assert "something went wrong in the program itself (KeyError)" in message
        assert "Traceback" not in message
        assert WORDS not in message + logs(home)[0].read_text()
