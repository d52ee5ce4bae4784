"""Starting where something is missing: one clear line, or a way around it; never a traceback."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .modes import left_on
from .terminal import SAMPLE, Terminal, surroundings

COMMAND = (sys.executable, "-m", "edu_tui")


def test_no_terminal_at_all_is_plain(home: Path) -> None:
    """With a pipe for its output it goes line by line, without one escape, and ends with its input."""
    done = subprocess.run(
        COMMAND, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        env=surroundings(home), timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stdout
    assert "What to expect in a session" in done.stdout
    assert done.returncode == 0


def test_a_terminal_to_draw_on_but_none_to_read_from_is_told(home: Path) -> None:
    """With no terminal for its input it says so in one line and ends with 2, drawing nothing."""
    near, far = pty.openpty()
    try:
        done = subprocess.run(
            COMMAND, stdin=subprocess.DEVNULL, stdout=far, stderr=subprocess.PIPE, text=True,
            env=surroundings(home), timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "--plain" in done.stderr
        assert not select.select([near], [], [], 0)[0]
    finally:
        os.close(near)
        os.close(far)


REDIRECTED = """
import os, sys
how = 'exec "$@" ' + sys.argv[1]
os.execvp("sh", ["sh", "-c", how, "sh", sys.executable, "-m", "edu_tui", *sys.argv[2:]])
"""


@pytest.mark.parametrize("how", ["2>/dev/null", "2>&-", "2>errors"])
def test_errors_that_go_elsewhere_leave_the_screen_alone(home: Path, how: str) -> None:
    """Where standard error leads makes no difference: drawn on the terminal, and nothing is written there."""
    with Terminal(home, command=("-c", REDIRECTED, how)) as terminal:
        terminal.wait_for("The day itself", "Q Quit")
        terminal.press("1", "Step by step")
        terminal.child.send("q")
        assert terminal.end() == 0
        assert not left_on(terminal.raw)
        assert not (home / "errors").exists() or not (home / "errors").read_bytes()


@pytest.mark.parametrize("how", ["</dev/null", "<&-", "<typed"])
def test_keys_that_come_from_elsewhere_are_told(home: Path, how: str) -> None:
    """Input that is no terminal, or none, is one line with what to do, and exit code 2."""
    (home / "typed").write_text("q\n")
    with Terminal(home, command=("-c", REDIRECTED, how)) as terminal:
        assert terminal.end() == 2
        message = terminal.raw.decode()
        assert message.count("\n") == 1
        assert "no terminal to read keys from" in message
        assert "--plain" in message
        assert "\x1b" not in message


@pytest.mark.parametrize("how", [">out", "| cat >out", "2>&- >out"])
def test_a_screen_that_goes_elsewhere_is_plain(home: Path, how: str) -> None:
    """Output into a file or a pipe goes line by line, and what is typed is heard."""
    with Terminal(home, command=("-c", REDIRECTED, how)) as terminal:
        terminal.child.send("q\r")
        assert terminal.end() == 0
        out = (home / "out").read_text()
        assert out.startswith("Plain mode (the output is not a terminal)")
        assert "\x1b" not in out


def test_a_library_that_is_not_there_is_told(home: Path) -> None:
    """A wrong folder is one line with its name, exit code 2, before anything is drawn."""
    with Terminal(home, library=Path("/nonexistent")) as terminal:
        assert terminal.end() == 2
        message = terminal.raw.decode()
        assert "/nonexistent" in message
        assert message.count("\n") == 1
        assert "Traceback" not in message
        assert "\x1b" not in message


def test_a_cache_that_cannot_be_written_costs_only_time(home: Path) -> None:
    """Where the cache folder's place is an ordinary file, everything can be read and found."""
    (home / "cache").write_text("not a folder")
    with Terminal(home) as terminal:
        terminal.wait_for("The day itself", " min")
        terminal.press("1", "Read about it")
        terminal.press("/", "Find:")
        for character in "tears":
            terminal.press(character)
        terminal.wait_for("What you may feel")
        terminal.press("\r", "Nobody minds tears")
    assert (home / "cache").read_text() == "not a folder"


def test_a_broken_part_hides_no_other(home: Path, tmp_path: Path) -> None:
    """Its row says so, its page is calm and exact, and the next part opens as ever."""
    library = tmp_path / "library"
    shutil.copytree(SAMPLE, library)
    (library / "en" / "small-one.yaml").write_text("id: small-one\ntitle: ][\n")
    with Terminal(home, library=library) as terminal:
        terminal.wait_for("The day itself", " min")
        terminal.wait(lambda: terminal.text.count("This part cannot be shown") == 2, "both rows")
        terminal.press("4", "You did nothing wrong.")
        assert "en/small-one.yaml:2:" in terminal.text
        assert "Traceback" not in terminal.text
        terminal.press("\r", "The day itself")
        terminal.press("1", "Read about it")
        terminal.press("2", "No driving until tomorrow")


def test_a_part_that_is_mended_while_the_program_runs_opens(home: Path, tmp_path: Path) -> None:
    """After an author saves a good file the row opens it, without a new start."""
    library = tmp_path / "library"
    shutil.copytree(SAMPLE, library)
    good = (library / "en" / "small-one.yaml").read_text()
    (library / "en" / "small-one.yaml").write_text("id: small-one\ntitle: ][\n")
    with Terminal(home, library=library) as terminal:
        terminal.wait_for("The day itself", " min")
        terminal.press("4", "You did nothing wrong.")
        terminal.press("\r", "The day itself")
        (library / "en" / "small-one.yaml").write_text(good)
        terminal.press("4", "Only a few words.")
