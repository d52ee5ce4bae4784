"""Output that is held, as by Scroll Lock: nothing freezes in a visit, and no word stays after it."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import termios
import tty
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from edu_tui.kiosk.terminal.console import Console

from .kiosk import Kiosk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STOP = b"\x13"
SUPERVISE = """
import json, signal, sys
from pathlib import Path
from types import SimpleNamespace
from edu_tui.kiosk import supervisor
from edu_tui.kiosk.visits.crash import CrashLog
from edu_tui.kiosk.health import KioskHealth

class Screen:
    input, left = 0, int(sys.argv[2])
    def enter(self): pass
    def leave(self): pass
    def wipe(self):
        states.append(json.loads(path.read_text())["state"])
        self.left -= 1
        if not self.left:
            kiosk._told = signal.SIGTERM
        return self.left < 0 or not self.left

states = []
path = Path(sys.argv[1], "health.json")
supervisor.CLEARING, supervisor.AGAIN = 0.5, 0.01
terms = SimpleNamespace(pace=SimpleNamespace(hangs=5.0), counters=None)
log = CrashLog(Path(sys.argv[1], "kiosk.log"))
kiosk = supervisor.Supervisor(terms, None, Screen(), log, KioskHealth(path))
status = kiosk.run()
print(json.dumps([status, len(states), states[-1], json.loads(path.read_text())]))
"""


class Pair:
    """Both ends of a terminal; nobody reads from it but who is told to."""

    def __init__(self) -> None:
        self.outside, self.inside = os.openpty()
        tty.setraw(self.inside)

    def by_key(self) -> None:
        """Hold it as a key does: with a way on that only another key, or a second hold, opens."""
        modes = termios.tcgetattr(self.inside)
        modes[tty.IFLAG] |= termios.IXON
        termios.tcsetattr(self.inside, termios.TCSANOW, modes)
        os.write(self.outside, STOP)

    def by_program(self) -> None:
        """Hold it as another program can."""
        termios.tcflow(self.inside, termios.TCOOFF)

    def fill(self) -> None:
        """Write until it takes no more."""
        os.set_blocking(self.inside, False)
        while select.select([], [self.inside], [], 0.2)[1]:
            with suppress(BlockingIOError):
                os.write(self.inside, b"a word of a visitor " * 50)

    def is_held(self) -> bool:
        """Whether it takes nothing."""
        return not select.select([], [self.inside], [], 0)[1]

    def taken(self) -> bytes:
        """What has come out of it."""
        data = b""
        while select.select([self.outside], [], [], 0.1)[0]:
            data += os.read(self.outside, 65536)
        return data


@pytest.fixture
def pair() -> Iterator[Pair]:
    """A terminal, closed at the end."""
    made = Pair()
    yield made
    os.close(made.outside)
    os.close(made.inside)


@pytest.fixture
def console(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> Console:
    """What the supervisor has of it, without its way with standard output."""
    result = Console.__new__(Console)
    result.input = result.output = pair.inside
    monkeypatch.setattr(result, "_mouse", False, raising=False)
    return result


@pytest.mark.parametrize("hold", [Pair.by_key, Pair.by_program], ids=["key", "program"])
def test_a_wipe_lets_held_output_go_on(
    pair: Pair, console: Console, hold: Callable[[Pair], None]
) -> None:
    """However output was held, after a wipe the screen has been cleared, and no key holds it again."""
    hold(pair)
    assert pair.is_held()
    assert console.wipe()
    assert b"\x1b[2J\x1b[3J" in pair.taken()
    os.write(pair.outside, STOP)
    assert not pair.is_held()


def test_a_wipe_knows_whether_it_was_taken(pair: Pair, console: Console) -> None:
    """A terminal that is full of what nobody reads takes no wipe at first; what was in the way is dropped."""
    pair.fill()
    assert not console.wipe()
    assert console.wipe()
    assert b"\x1b[2J\x1b[3J" in pair.taken()
    assert os.get_blocking(pair.inside)


def test_a_held_screen_does_not_freeze_a_visit(home: Path) -> None:
    """With output held the next key is answered, and after a crash nothing of the visit is left."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        terminal = os.open(kiosk.device, os.O_RDWR | os.O_NOCTTY)
        held = Pair.__new__(Pair)
        held.inside, held.outside = terminal, kiosk.child.child_fd
        held.by_key()
        kiosk.press("1", "The day itself")
        held.by_key()
        before = kiosk.visit
        os.kill(before, signal.SIGKILL)
        kiosk.next_visit(before)
        assert "The day itself" not in kiosk.text
        os.close(terminal)


@pytest.mark.parametrize(
    ("wipes", "status", "state"),
    [(3, 143, "ended"), (1_000_000, 71, "stuck")],
    ids=["late", "never"],
)
def test_a_screen_that_cannot_be_cleared(
    tmp_path: Path, wipes: int, status: int, state: str
) -> None:
    """No visit begins on it; it is tried again and again, health and log say so, and then all is given up."""
    done = subprocess.run(
        [sys.executable, "-c", SUPERVISE, str(tmp_path), str(wipes)],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    ended, tries, meanwhile, health = json.loads(done.stdout)
    assert (ended, meanwhile, health["state"]) == (status, "stuck", state)
    assert tries >= 3
    assert health["last_error"]["code"] == "screen not cleared"
    assert health["crashes"] == 1
    assert (tmp_path / "kiosk.log").read_text().count("cannot be cleared") == 1
