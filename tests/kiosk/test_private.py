"""What a visitor did is gone with their visit: from memory, files, the screen and what scrolls back."""

from __future__ import annotations

import os
import select
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from edu_tui.kiosk.visits.visit import CLEAR
from tests.terminal.terminal import PATIENCE, SAMPLE, surroundings

from .kiosk import Kiosk, files_in, memory_of, open_files

SECRET = "zqxjvkbwzq"
LEAVE = """
import os, sys
from types import SimpleNamespace
from edu_tui.kiosk.visits import visit
from edu_tui.kiosk.visits.wire import Wire
visit._count = lambda path, journey, wire: os.write(1, b"counted")
terms, start = SimpleNamespace(counters=None), SimpleNamespace(output=1)
visit._leave(terms, start, Wire(os.open(os.devnull, os.O_WRONLY)), None)(sys.argv[1])
"""


def type_secret(kiosk: Kiosk) -> None:
    """Look for it, and write it down as a question of one's own."""
    kiosk.press("1", "The day itself")
    kiosk.press("/", "Find:")
    for character in SECRET:
        kiosk.press(character)
    kiosk.wait_for(f'Nothing found for "{SECRET}"')
    kiosk.press("\x1b", "The day itself")
    kiosk.press("1", "Step by step")
    kiosk.press("w")
    for character in SECRET:
        kiosk.press(character)
    kiosk.wait_for(SECRET)
    kiosk.child.send("\r")


def test_what_was_typed_is_gone_after_the_visit(home: Path) -> None:
    """Typed twice it is in the visit's memory; after its end it is nowhere: not in the supervisor, not
    in the next visit, not in a file, not on the screen.
    """
    with Kiosk(home, looked_into=True) as kiosk:
        kiosk.welcome()
        type_secret(kiosk)
        assert kiosk.holds(kiosk.visit, SECRET.encode())
        assert not kiosk.holds(kiosk.pid, SECRET.encode())
        kiosk.end_visit()
        assert not kiosk.holds(kiosk.pid, SECRET.encode())
        assert not kiosk.holds(kiosk.visit, SECRET.encode())
        assert SECRET not in kiosk.text
        for path in files_in(home):
            assert SECRET.encode() not in Path(path).read_bytes()


def test_a_visit_writes_nothing_but_the_counters(home: Path) -> None:
    """Reading, searching, a note: no file is held open, and none is made or changed but the counters,
    which say how many and nothing else.
    """
    with Kiosk(home, looked_into=True) as kiosk:
        kiosk.welcome()
        before = files_in(home)
        type_secret(kiosk)
        kiosk.press("\x1b")
        opened = open_files(kiosk.visit) | open_files(kiosk.pid)
        assert not {one for one in opened if "sqlite" in one or "deleted" in one}
        for pid in (kiosk.visit, kiosk.pid):
            assert not psutil.Process(pid).net_connections("inet")
        kiosk.end_visit()
        names = {Path(one).name for one in files_in(home).keys() - before.keys()}
        assert names == {"counters.sqlite"}
        assert before.items() <= files_in(home).items()
        (counters,) = home.rglob("counters.sqlite")
        data = counters.read_bytes()
        assert b"visit" in data
        assert SECRET.encode() not in data


def test_a_visit_that_is_killed_or_never_began_is_not_counted(home: Path) -> None:
    """Only visits that came to their end count; kill -9 costs that one, and the file opens."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        kiosk.end_visit()
        kiosk.press("1", "The day itself")
        before = kiosk.visit
        os.kill(before, signal.SIGKILL)
        kiosk.next_visit(before)
        kiosk.press("1", "The day itself")
        kiosk.end_visit()
    (path,) = home.rglob("counters.sqlite")
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("select what, n from tally").fetchall() == [("visit", 2)]


def test_core_files_and_other_programs_are_shut_out(home: Path) -> None:
    """No core file can be made of the supervisor or a visit, and neither may be looked into."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        for pid in (kiosk.pid, kiosk.visit):
            limits = Path(f"/proc/{pid}/limits").read_text()
            (core,) = [
                line for line in limits.splitlines() if line.startswith("Max core file size")
            ]
            assert core.split()[4:6] == ["0", "0"]
            if os.geteuid() != 0:
                with pytest.raises(PermissionError):
                    memory_of(pid)


@pytest.mark.parametrize("why", ["left", "idle", "staff"])
def test_the_screen_is_cleared_before_a_visit_is_counted(why: str) -> None:
    """Counting may take a while, as on a slow disk; what a visitor wrote does not stand there meanwhile."""
    done = subprocess.run([sys.executable, "-c", LEAVE, why], capture_output=True, check=True)
    assert done.stdout == CLEAR + b"counted"


def test_what_was_typed_and_not_read_is_not_the_next_visitors(home: Path) -> None:
    """Keys that a visit had no time for end with it: the next one's welcome stands until its own visitor
    presses a key.
    """
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        before = kiosk.visit
        terminal = os.open(kiosk.device, os.O_RDWR | os.O_NOCTTY)
        try:
            os.kill(before, signal.SIGSTOP)
            kiosk.child.send("1")
            assert select.select([terminal], [], [], PATIENCE)[0]
            os.kill(before, signal.SIGKILL)
            kiosk.next_visit(before)
        finally:
            os.close(terminal)
        kiosk.press("?", "What you can do")
        kiosk.press("\x1b", "Welcome", "Read about it")


def test_nothing_but_drawing_is_ever_written(home: Path) -> None:
    """In a whole visit there is no title, clipboard, link, question to the terminal or other mode."""
    from edu_tui.kiosk.terminal.output import let_through

    with Kiosk(home) as kiosk:
        kiosk.welcome()
        since = len(kiosk.raw)
        type_secret(kiosk)
        text = kiosk.raw[since:].decode().replace("\r\n", "\n")
        assert let_through(text) == text


@pytest.mark.needs("tmux")
def test_nothing_scrolls_back(home: Path) -> None:
    """In a terminal that keeps what has scrolled by, nothing of a visit is left after its end."""
    socket = str(home / "tmux")
    command = (
        f"exec {sys.executable} -m edu_tui kiosk --no-exit --allow-unreviewed --library {SAMPLE}"
    )

    def tmux(*words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", socket, "-f", "/dev/null", *words],
            env=surroundings(home), capture_output=True, text=True, check=True, timeout=30,
        )  # fmt: skip
        return done.stdout

    def until(words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in tmux("capture-pane", "-p"):
            assert time.monotonic() < end, tmux("capture-pane", "-p")

    tmux("new-session", "-d", "-x", "80", "-y", "24", command)
    try:
        until("Read about it")
        tmux("send-keys", "1")
        until("The day itself")
        tmux("send-keys", "/")
        until("Find:")
        tmux("send-keys", "-l", SECRET)
        until(f'Nothing found for "{SECRET}"')
        tmux("send-keys", "F10")
        until("End and clear the screen")
        tmux("send-keys", "1")
        until("Read about it")
        assert SECRET not in tmux("capture-pane", "-p", "-S", "-", "-E", "-")
        assert SECRET not in tmux("capture-pane", "-p", "-a", "-q", "-S", "-", "-E", "-")
    finally:
        tmux("kill-server")
