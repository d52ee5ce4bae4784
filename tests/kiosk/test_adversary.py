"""Somebody tries everything; a kiosk is still a kiosk. The long run of it is in bench/kiosk.py."""

from __future__ import annotations

import os
import select
import signal
import termios
from pathlib import Path

import psutil
import pytest

from bench.adversary import REPLIES, Adversary

from .kiosk import HASH, Kiosk, files_in

EVENTS = 20_000
HAZARDS = {
    "leave": b"q\x11\x1b[113;5u\x1b[113;5;113u",
    "palette": b"\x10\x1b[112;5u",
    "interrupt": b"\x03\x03\x1b[99;5u",
    "stop": b"\x1a\x1c\x04\x13",
    "copy and paste": b"\x16\x18\x1b[200~quit\r\x1b[201~",
    "screenshot": b"\x1b[15~\x1b[17~\x1b[18~\x13",
    "alt": b"\x1bq\x1bx\x1b:\x1b!",
    "select by mouse": b"\x1b[<0;5;5M\x1b[<32;60;9M\x1b[<0;60;9m\x03",
    "all buttons": b"".join(b"\x1b[<%d;9;9M\x1b[<%d;9;9m" % (n, n) for n in range(1, 36)),
    "markup": b"/[@click=app.quit]x[/]\r",
    "replies": b"".join(REPLIES),
}


def settle(kiosk: Kiosk, adversary: Adversary) -> None:
    """Send what ends any half a sequence, and wait for a whole screen of the kiosk."""
    terminal = kiosk.child.child_fd
    for _ in range(3):
        while adversary.drain(0.1):
            pass
        # Busy with what it was sent, it may draw nothing for a while and take no more.
        kiosk.wait(lambda: bool(select.select([], [terminal], [], 0)[1]), "room for a key")
        os.write(terminal, b"\x07\x1b")
    kiosk.wait_for("F9 Hide")


def still_locked(kiosk: Kiosk) -> None:
    """It runs, it has one visit and nothing below, no network, and the terminal is silent."""
    assert kiosk.child.isalive()
    pids = [kiosk.pid, kiosk.visit]
    for pid in pids:
        assert not psutil.Process(pid).net_connections("inet")
    modes = termios.tcgetattr(kiosk.child.child_fd)[3]
    assert not modes & (termios.ISIG | termios.ECHO | termios.ICANON)
    assert b"Traceback" not in kiosk.raw
    assert "visit" not in kiosk.log, kiosk.log


@pytest.mark.parametrize("name", HAZARDS)
def test_each_known_way_out_leads_nowhere(home: Path, name: str) -> None:
    """Every sequence of the table of hazards, on a page and in a field, leaves the kiosk as it is."""
    with Kiosk(home, looked_into=True) as kiosk:
        kiosk.welcome()
        before, visit = files_in(home), kiosk.visit
        adversary = Adversary(1, kiosk.child.child_fd, kiosk.take)
        for way in (b"", b"1", b"1", b"/"):
            os.write(kiosk.child.child_fd, way)
            while adversary.drain(0.1):
                pass
            os.write(kiosk.child.child_fd, HAZARDS[name])
            settle(kiosk, adversary)
            still_locked(kiosk)
        assert kiosk.visit == visit
        assert files_in(home) == before


def test_a_long_attack(home: Path) -> None:
    """Twenty thousand random keys, touches, pastes, replies and sizes: nothing has changed but the visit."""
    with Kiosk(home, pin=HASH, looked_into=True) as kiosk:
        kiosk.welcome()
        before = files_in(home)
        memory = psutil.Process(kiosk.pid).memory_info().rss
        adversary = Adversary(7, kiosk.child.child_fd, kiosk.take)
        assert adversary.attack(EVENTS) >= EVENTS
        settle(kiosk, adversary)
        still_locked(kiosk)
        names = {Path(one).name for one in files_in(home).keys() - before.keys()}
        assert names <= {"counters.sqlite"}
        assert psutil.Process(kiosk.pid).memory_info().rss < memory * 1.05
        assert psutil.Process(kiosk.visit).memory_info().rss < memory * 2
        os.kill(kiosk.pid, signal.SIGTERM)
        assert kiosk.end() == 143


def test_a_flood_is_not_kept(home: Path) -> None:
    """After a megabyte pasted at once the memory is what it was and the next key works at once."""
    with Kiosk(home, looked_into=True) as kiosk:
        kiosk.welcome()
        memory = psutil.Process(kiosk.visit).memory_info().rss
        adversary = Adversary(1, kiosk.child.child_fd, kiosk.take)
        for _ in range(256):
            adversary.send(b"paste " * 700)
            adversary.drain(0.0)
        settle(kiosk, adversary)
        still_locked(kiosk)
        assert psutil.Process(kiosk.visit).memory_info().rss < memory * 1.3
        os.set_blocking(kiosk.child.child_fd, True)
        kiosk.press("\x1b[20~", "The screen is hidden")
