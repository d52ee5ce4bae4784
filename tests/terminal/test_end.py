"""How it ends: told to, left, or its terminal gone; always at once and with the terminal restored."""

from __future__ import annotations

import os
import signal
import termios
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import psutil
import pytest

from .modes import left_on
from .terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

HOME = ("The day itself", " min", "Q Quit")


def restored(terminal: Terminal, modes: list[object]) -> None:
    """Every mode, and the line discipline, are as before it began."""
    assert b"\x1b[?1049l" in terminal.raw
    assert not left_on(terminal.raw)
    assert modes_of(terminal) == modes


def modes_of(terminal: Terminal) -> list[object]:
    """How the terminal handles lines."""
    return termios.tcgetattr(terminal.child.child_fd)


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_told_to_end_it_ends(home: Path, number: signal.Signals, status: int) -> None:
    """A signal to end is obeyed within a second, with 128 and its number as the exit status."""
    with Terminal(home) as terminal:
        modes = modes_of(terminal)
        terminal.wait_for(*HOME)
        assert modes_of(terminal) != modes
        started = time.monotonic()
        terminal.kill(number)
        assert terminal.end() == status
        assert time.monotonic() - started < 5
        assert b"Traceback" not in terminal.raw
        if number != signal.SIGHUP:
            restored(terminal, modes)


@pytest.mark.parametrize("key", ["q", "\x03", "\x11"])
def test_leaving(home: Path, key: str) -> None:
    """Q, Ctrl+C and Ctrl+Q leave without a question, with exit status 0 and the terminal restored."""
    with Terminal(home) as terminal:
        modes = modes_of(terminal)
        terminal.wait_for(*HOME)
        terminal.child.send(key)
        assert terminal.end() == 0
        restored(terminal, modes)
        assert b"Traceback" not in terminal.raw


def test_ctrl_backslash_does_not_end_it(home: Path) -> None:
    """Ctrl+backslash leaves no core file; the next key still works."""
    with Terminal(home) as terminal:
        terminal.wait_for(*HOME)
        terminal.child.send("\x1c")
        terminal.press("?", "What you can do")
        assert not list(home.glob("core*"))


STUCK = """
import sys, time
from pathlib import Path
import edu_tui.handout.pdf
from edu_tui.cli import main
from edu_tui.library.open_library import OpenLibrary

def work(*given):
    Path("stuck").touch()
    while True:
        pass

def wait(*given):
    Path("stuck").touch()
    time.sleep(600)

where, how = sys.argv.pop(1), {"works": work, "waits": wait}[sys.argv.pop(1)]
if where == "library":
    OpenLibrary.refresh = how
else:
    edu_tui.handout.pdf.can_make, edu_tui.handout.pdf.as_pdf = lambda: True, how
sys.exit(main())
"""
LEADER = """
import signal, subprocess, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
sys.exit(subprocess.call([sys.executable, *sys.argv[1:]]))
"""


@pytest.mark.parametrize("size", [(80, 24), (0, 0)], ids=["a size", "no size"])
@pytest.mark.parametrize(
    "command",
    [
        ("-m", "edu_tui"),
        ("-c", LEADER, "-m", "edu_tui"),
        ("-c", LEADER, "-c", STUCK, "library", "waits"),
    ],
    ids=["told", "not told", "not told and stuck"],
)
def test_a_closed_terminal_ends_it(
    home: Path, command: tuple[str, ...], size: tuple[int, int]
) -> None:
    """When the terminal closes it ends soon and does not spin, though no signal may reach it."""
    with Terminal(home, command=command, size=size) as terminal:
        terminal.wait_for(*(HOME[-1:] if STUCK in command else HOME))
        process = psutil.Process(terminal.child.pid)
        family = [process, *process.children(recursive=True)]
        before = sum(sum(one.cpu_times()[:2]) for one in family)
        terminal.pty.fileobj.close()
        ended = terminal.has_ended(5.0)
        for one in family[1:]:
            if not ended:
                one.kill()
        assert ended, "it is still running"
        _, status, used = os.wait4(process.pid, 0)
        terminal.child.terminated = terminal.pty.terminated = True
        assert os.waitstatus_to_exitcode(status) in {129, -signal.SIGHUP}
        assert used.ru_utime + used.ru_stime - before < 1.0


def test_asked_for_a_pin_it_leaves_a_terminal_that_echoes(home: Path) -> None:
    """Told to end while nothing typed is shown, what is typed next is shown again."""
    command = ("-m", "edu_tui", "kiosk", "--set-pin")
    with Terminal(home, command=command, library=None) as terminal:
        modes = modes_of(terminal)
        terminal.wait(lambda: b"PIN" in terminal.raw and modes_of(terminal) != modes, "no echo")
        terminal.kill(signal.SIGTERM)
        assert terminal.end() == 143
        assert modes_of(terminal) == modes


@pytest.mark.parametrize(
    ("where", "how", "number"),
    [
        ("library", "waits", signal.SIGTERM),
        ("library", "works", signal.SIGHUP),
        ("paper", "works", signal.SIGTERM),
        ("paper", "waits", signal.SIGHUP),
    ],
)
def test_it_ends_whatever_its_threads_do(
    home: Path, where: str, how: str, number: signal.Signals
) -> None:
    """While the library is read or a PDF is made, by work or a wait without end: gone, and restored."""
    with Terminal(home, command=("-c", STUCK, where, how)) as terminal:
        modes = modes_of(terminal)
        terminal.wait_for("Q Quit")
        if where == "paper":
            terminal.press("e", "Save as PDF")
            (row,) = [line.split()[0] for line in terminal.lines if "Save as PDF" in line]
            terminal.child.send(row)
        terminal.wait((home / "stuck").exists, "the work")
        started = time.monotonic()
        terminal.kill(number)
        assert terminal.end() == 128 + number
        assert time.monotonic() - started < 5
        assert b"Traceback" not in terminal.raw
        if number == signal.SIGTERM:
            restored(terminal, modes)


@pytest.mark.parametrize("size", [(80, 24), (0, 0)], ids=["a size", "no size"])
def test_it_ends_over_a_terminal_that_takes_nothing(home: Path, size: tuple[int, int]) -> None:
    """Nobody reads what it draws: told to end it is gone all the same, in the modes it began with."""
    with Terminal(home, size=size) as terminal:
        modes = modes_of(terminal)
        terminal.wait_for(*HOME)
        other = os.open(terminal.device, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        with suppress(BlockingIOError):
            while os.write(other, b" " * 64):
                pass
        terminal.child.send("t?t?")
        terminal.kill(signal.SIGTERM)
        assert terminal.has_ended(5.0), "it is still running"
        assert terminal.end() == 143
        assert termios.tcgetattr(other) == modes
        os.close(other)
