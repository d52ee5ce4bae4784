"""Suspended, continued, written over: the shell gets its terminal back, and the screen comes back whole."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from .modes import left_on, touched
from .terminal import SAMPLE, Terminal
from .test_end import modes_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOME = ("The day itself", "6 min", "Q Quit")
SHELL = ("-c", "import os; os.execvp('sh', ['sh', '-i'])")
PROMPT = "what-now?"


@pytest.fixture
def shell(home: Path) -> Iterator[Terminal]:
    """A shell with job control."""
    with Terminal(home, command=SHELL, library=None, PS1=f"{PROMPT} ", ENV="") as terminal:
        terminal.wait_for(PROMPT)
        yield terminal


def begin(terminal: Terminal) -> psutil.Process:
    """Start the program there as a person would; its process."""
    terminal.child.send(f'"{sys.executable}" -m edu_tui --library "{SAMPLE}"\r')
    terminal.wait_for(*HOME)
    (process,) = psutil.Process(terminal.child.pid).children()
    return process


def test_suspended_it_gives_the_terminal_back_and_comes_back_whole(shell: Terminal) -> None:
    """By Ctrl+Z and by SIGTSTP, on a page and in a field: no mode is left on, and `fg` draws all anew."""
    cooked = modes_of(shell)
    process = begin(shell)
    raw = modes_of(shell)
    assert raw != cooked
    before = shell.text
    for stop in (lambda: shell.child.send("\x1a"), lambda: process.send_signal(signal.SIGTSTP)) * 2:
        stop()
        shell.wait(lambda: process.status() == psutil.STATUS_STOPPED, "a stop")
        shell.wait(lambda: modes_of(shell) == cooked, "the shell's own modes")
        shell.wait(lambda: not left_on(shell.raw), "the end of every mode")
        shell.child.send("echo over and over\r")
        shell.wait(lambda: shell.text.count("over and over") == 2, "what the shell says")
        shell.child.send("fg\r")
        shell.wait(lambda: shell.text == before, "the same screen")
        assert modes_of(shell) == raw
        shell.press("?", "What you can do", "Ctrl+Z", "Ctrl+L")
        shell.press("\x1b", *HOME)
    shell.press("/", "Find:")
    shell.child.send("sa\x1a")
    shell.wait_for(PROMPT)
    shell.child.send("fg\r")
    shell.wait_for("Find:", " sa\n")
    shell.child.send("\x03")
    shell.wait_for(PROMPT)
    assert not left_on(shell.raw)
    assert modes_of(shell) == cooked


def test_told_to_end_while_stopped_it_ends_when_it_goes_on(shell: Terminal) -> None:
    """SIGTERM waits as the kernel has it; continued the program ends, and leaves no mode on."""
    cooked = modes_of(shell)
    process = begin(shell)
    shell.child.send("\x1a")
    shell.wait(lambda: process.status() == psutil.STATUS_STOPPED, "a stop")
    process.terminate()
    shell.child.send("fg; echo status=$?\r")
    shell.wait_for("status=143")
    assert not left_on(shell.raw)
    assert modes_of(shell) == cooked


def test_a_job_in_the_background_waits_for_the_terminal(shell: Terminal) -> None:
    """`bg` draws nothing over the shell: it stops again, until `fg`."""
    process = begin(shell)
    before = shell.text
    shell.child.send("\x1a")
    shell.wait(lambda: process.status() == psutil.STATUS_STOPPED, "a stop")
    written = len(shell.raw)
    shell.child.send("bg\r")
    shell.child.send("echo still=$((1+1))\r")
    shell.wait_for("still=2")
    shell.wait(lambda: process.status() == psutil.STATUS_STOPPED, "another stop")
    assert b"\x1b[?1049h" not in shell.raw[written:]
    shell.child.send("fg\r")
    shell.wait(lambda: shell.text == before, "the same screen")


def write_over(terminal: Terminal) -> None:
    """Write on the terminal as another program does."""
    where = terminal.device
    where.write_bytes(b"\x1b[8;10HBroadcast\x1b[24;1Hto all\x1b[1;1H")
    terminal.wait_for("Broadcast", "to all")


def test_what_another_program_wrote_goes(home: Path) -> None:
    """Ctrl+L and SIGCONT draw everything anew; where no shell could continue it, Ctrl+Z stops nothing."""
    with Terminal(home) as terminal:
        terminal.wait_for(*HOME)
        before, cursor = terminal.text, (terminal.screen.cursor.x, terminal.screen.cursor.y)
        process = psutil.Process(terminal.child.pid)
        for again in (lambda: terminal.child.send("\x0c"), process.resume):
            if again == process.resume:
                process.suspend()
            write_over(terminal)
            again()
            terminal.wait(lambda: terminal.text == before, "the screen as it was")
            terminal.wait_for(*HOME)
            assert (terminal.screen.cursor.x, terminal.screen.cursor.y) == cursor
        terminal.child.send("\x1a")
        terminal.press("?", "What you can do")
        assert process.status() != psutil.STATUS_STOPPED
        terminal.press("\x1b", *HOME)
        terminal.child.send("q")
        assert terminal.end() == 0
        assert not left_on(terminal.raw)


def test_every_mode_is_switched_off_again(home: Path) -> None:
    """In a terminal that says yes to all it is asked, what is switched on is off at the end."""
    with Terminal(home) as terminal:
        terminal.wait_for(*HOME)
        for answer in (
            b"\x1b[?2026;2$y",
            b"\x1b[?2048;2$y",
            b"\x1b[?2048;1$y",
            b"\x1b[48;24;80;480;800t",
        ):
            terminal.child.send(answer)
        for at in (2, 5, 9):
            terminal.child.send(f"\x1b[<35;{at};{at}M")
        terminal.press("/", "Find:")
        terminal.child.send("\x1b[<35;20;5M")
        terminal.press("\x1b", *HOME)
        assert b"2026" in touched(terminal.raw)
        assert left_on(terminal.raw)
        terminal.child.send("q")
        assert terminal.end() == 0
        assert {b"1049", b"1000", b"1003", b"1006", b"2004", b"7", b"25"} <= touched(terminal.raw)
        assert not left_on(terminal.raw)
