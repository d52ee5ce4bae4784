"""What is shut by more than one door: each of them is tried by itself."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edu_tui.kiosk import shield
from edu_tui.kiosk.surroundings import _BOOT
from tests.terminal.terminal import SAMPLE, Terminal, surroundings

from .kiosk import Kiosk
from .test_screen import waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

WITHOUT_A_LICENSE = """
import sys
from ctypes import CDLL
CDLL(None).prctl(24, 19, 0, 0, 0)
import os
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Run Python without the right to look into what is shut (CAP_SYS_PTRACE), which root has otherwise."""
LOOK = "import sys; open(sys.argv[1], 'rb', 0)"
WAITS = "import sys; print('there', flush=True); sys.stdin.read()"
NEVER = ("INT", "QUIT", "TSTP", "TTIN", "TTOU", "USR1", "USR2", "ALRM", "PIPE")
ELSEWHERE = (
    "quit",
    "app.quit",
    "command_palette",
    "app.screenshot",
    "suspend_process",
    "help_quit",
)


def may_look_into(pid: int) -> bool:
    """Whether a program of the same user gets at the memory of that process."""
    look = ["-c", WITHOUT_A_LICENSE, "-c", LOOK, f"/proc/{pid}/mem"]
    done = subprocess.run([sys.executable, *look], capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "PermissionError" in done.stderr, done.stderr
    return done.returncode == 0


def ignored(pid: int) -> set[str]:
    """The signals that a process ignores, by the kernel's own words."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    (mask,) = [int(line.split()[1], 16) for line in lines if line.startswith("SigIgn:")]
    return {
        signals.name.removeprefix("SIG") for signals in signal.Signals if mask >> (signals - 1) & 1
    }


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Its outside, where keys come from, and its inside."""
    outside, inside = os.openpty()
    yield outside, inside
    os.close(outside)
    os.close(inside)


def test_the_same_user_may_not_look_into_it(home: Path) -> None:
    """The memory of supervisor and visit is shut to a program of the kiosk's own user, which may look into
    another program that was started in the same way.
    """
    given = ("--no-exit", "--allow-unreviewed")
    started = ("-c", WITHOUT_A_LICENSE, "-m", "edu_tui", "kiosk")
    other = [sys.executable, "-c", WITHOUT_A_LICENSE, "-c", WAITS]
    with subprocess.Popen(other, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as open_one:
        assert open_one.stdout
        assert open_one.stdout.readline() == b"there\n"
        if not may_look_into(open_one.pid):
            pytest.skip("this machine lets no program look into another")
        with Terminal(home, *given, command=started, library=SAMPLE) as kiosk:
            kiosk.wait_for("Welcome")
            supervisor = kiosk.pid
            children = Path(f"/proc/{supervisor}/task/{supervisor}/children").read_text().split()
            for pid in (supervisor, *map(int, children)):
                assert not may_look_into(pid)
            assert len(children) == 1


def test_no_signal_of_a_key_is_listened_to(home: Path) -> None:
    """Supervisor and visit ignore every signal that a key or another program could stop them with."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        for pid in (kiosk.pid, kiosk.visit):
            assert ignored(pid) >= set(NEVER)


def test_a_silenced_terminal_makes_no_signal_of_a_key(terminal: tuple[int, int]) -> None:
    """From the first moment Ctrl+C, Ctrl+backslash, Ctrl+Z and Ctrl+V are characters like others, unseen;
    given back, the terminal is a shell's.
    """
    outside, inside = terminal
    keys = b"\x03\x1c\x1a\x16x"
    before = shield.silence(inside)
    os.write(outside, keys)
    data = b""
    while data != keys and select.select([inside], [], [], 5.0)[0]:
        data += os.read(inside, 100)
    assert data == keys
    assert not select.select([outside], [], [], 0)[0], "nothing is echoed"
    shield.restore(inside, before)
    back = termios.tcgetattr(inside)[3]
    for mode in (termios.ISIG, termios.ECHO, termios.ICANON, termios.IEXTEN):
        assert back & mode


@pytest.mark.parametrize("words", ["", "why"])
async def test_no_action_runs_but_those_of_a_field(words: str) -> None:
    """Whoever asks Textual for it, on a page or in a field: nothing quits, opens, or is written."""
    async with waiting() as (reader, ended):
        await reader.press(*("w", *words) if words else "1")
        before = reader.text
        for action in ELSEWHERE:
            assert not await reader.app.run_action(action)
        await reader._rest()
        assert (reader.text, ended) == (before, [])
        assert len(reader.app.screen_stack) == 1


def test_a_package_beside_it_hides_none_of_pythons(tmp_path: Path) -> None:
    """What stands in the folder that edu-tui is in cannot take the place of what Python brings along."""
    (tmp_path / "edu_tui").symlink_to(Path(shield.__file__).parents[1])
    (tmp_path / "argparse.py").write_text("raise SystemExit(99)\n")
    done = subprocess.run(
        [sys.executable, "-I", "-c", _BOOT, str(tmp_path), "--version"],
        env=surroundings(tmp_path), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("edu-tui ")
