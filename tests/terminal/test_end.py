"""How it ends: told to, left, or its terminal gone; always at once and with the terminal restored."""

from __future__ import annotations

import os
import select
import signal
import termios
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from .terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

HOME = ("The day itself", "minutes", "Q Quit")
LEAVE_SCREEN, SHOW_CURSOR, NO_MOUSE = b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"


def restored(terminal: Terminal, modes: list[object]) -> None:
    """The screen, cursor, mouse and line discipline are as before it began."""
    after = terminal.raw[terminal.raw.index(b"\x1b[?1049h") :]
    assert LEAVE_SCREEN in after
    assert NO_MOUSE in after
    assert after.rindex(SHOW_CURSOR) > after.rfind(b"\x1b[?25l")
    assert termios.tcgetattr(terminal.child.child_fd) == modes


def modes_of(terminal: Terminal) -> list[object]:
    """How the terminal handles lines."""
    return termios.tcgetattr(terminal.child.child_fd)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
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
        if number == signal.SIGTERM:
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


def test_ctrl_z_does_not_stop_it(home: Path) -> None:
    """Ctrl+Z and Ctrl+backslash neither stop it nor leave a core file; the next key still works."""
    with Terminal(home) as terminal:
        terminal.wait_for(*HOME)
        terminal.child.send("\x1a\x1c")
        terminal.press("?", "What you can do")
        assert psutil.Process(terminal.child.pid).status() != psutil.STATUS_STOPPED
        assert not list(home.glob("core*"))


LEADER = """
import signal, subprocess, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
sys.exit(subprocess.call([sys.executable, "-m", "edu_tui", *sys.argv[1:]]))
"""


@pytest.mark.parametrize("command", [("-m", "edu_tui"), ("-c", LEADER)], ids=["told", "not told"])
def test_a_closed_terminal_ends_it(home: Path, command: tuple[str, ...]) -> None:
    """When the terminal closes it ends soon and does not spin, though no signal may reach it."""
    with Terminal(home, command=command) as terminal:
        terminal.wait_for(*HOME)
        process = psutil.Process(terminal.child.pid)
        family = [process, *process.children(recursive=True)]
        before = sum(sum(one.cpu_times()[:2]) for one in family)
        alive = os.pidfd_open(process.pid)
        terminal.child.ptyproc.fileobj.close()
        ended, _, _ = select.select([alive], [], [], 5.0)
        os.close(alive)
        for one in family[1:]:
            if not ended:
                one.kill()
        assert ended, "it is still running"
        _, status, used = os.wait4(process.pid, 0)
        terminal.child.terminated = terminal.child.ptyproc.terminated = True
        assert os.waitstatus_to_exitcode(status) in {129, -signal.SIGHUP}
        assert used.ru_utime + used.ru_stime - before < 1.0
