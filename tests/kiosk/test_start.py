"""How it starts: what it refuses in one line, what it shuts out, and what it starts with."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edu_tui.cli import parser
from edu_tui.commands.library import settings
from edu_tui.kiosk.commands.kiosk import _terms
from edu_tui.library.open_library import OpenLibrary
from edu_tui.records.pin import fits
from tests.review.signed import sign
from tests.terminal.terminal import SAMPLE, Terminal, surroundings

from .kiosk import HASH, PIN, Kiosk, files_in
from .test_surroundings import REFUSED

if TYPE_CHECKING:
    from collections.abc import Iterator

ERRORS_ELSEWHERE = """
import os, runpy
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
runpy.run_module("tests.kiosk.quick", run_name="__main__")
"""
KIOSK = (sys.executable, "-m", "edu_tui", "kiosk", "--library", str(SAMPLE))


@pytest.fixture
def far() -> Iterator[int]:
    """The program's side of a terminal."""
    near, far = pty.openpty()
    yield far
    os.close(near)
    os.close(far)


def started(home: Path, *given: str, terminal: int | None = None, **more: str) -> tuple[int, str]:
    """Its exit code and what it said on standard error."""
    done = subprocess.run(
        [*KIOSK, *given], stdin=terminal or subprocess.DEVNULL, stdout=terminal or subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, env=surroundings(home, **more), timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr


def test_without_a_terminal_it_says_so(home: Path) -> None:
    """One line and exit code 2."""
    code, message = started(home, "--no-exit", "--allow-unreviewed")
    assert (code, message.count("\n")) == (2, 1)
    assert "needs a terminal" in message


@pytest.mark.parametrize("term", ["dumb", "", "../../etc", "XTERM\x1b[c"])
def test_a_terminal_that_cannot_be_drawn_on(home: Path, far: int, term: str) -> None:
    """One line without an escape, exit code 2, and the terminal's modes as they were."""
    import termios

    before = termios.tcgetattr(far)
    code, message = started(home, "--no-exit", "--allow-unreviewed", terminal=far, TERM=term)
    assert (code, message.count("\n")) == (2, 1)
    assert "TERM=" in message
    assert "\x1b" not in message
    assert termios.tcgetattr(far) == before


def test_without_a_pin_it_does_not_start(home: Path, far: int) -> None:
    """Nobody is locked in by mistake: no PIN and no --no-exit is exit code 2, and says both ways."""
    code, message = started(home, "--allow-unreviewed", terminal=far)
    assert code == 2
    assert "--set-pin" in message
    assert "--no-exit" in message


@pytest.mark.parametrize("line", ['kiosk_pin = "1234"', f'kiosk_pin = "{HASH}"\nkiosk_keys = "q"'])
def test_a_lock_that_cannot_work_is_refused(home: Path, far: int, line: str) -> None:
    """A PIN in clear and a chord of a visitor's key are said before anything is drawn."""
    (home / "config" / "edu-tui").mkdir(parents=True)
    (home / "config" / "edu-tui" / "settings.toml").write_text(f"{line}\n")
    code, message = started(home, "--allow-unreviewed", terminal=far)
    assert (code, message.count("\n")) == (2, 1)
    assert "`kiosk_" in message


@pytest.fixture
def nobody_signed(tmp_path: Path) -> Path:
    """A library without a sign-off."""
    shutil.copytree(SAMPLE, tmp_path / "library")
    (tmp_path / "library" / "reviews.yaml").unlink(missing_ok=True)
    return tmp_path / "library"


def test_what_nobody_signed_is_not_started_by_hand(home: Path, nobody_signed: Path) -> None:
    """With no signed module there is nothing to show: it says so and how many, and ends."""
    with Kiosk(home, library=nobody_signed, unreviewed=False) as kiosk:
        assert kiosk.end() == 1
        words = kiosk.text.replace("\n", "")
        assert "none of the" in words
        assert "edu-tui review" in words


def test_unattended_it_waits_until_the_clinic_has_signed(home: Path, nobody_signed: Path) -> None:
    """Its errors going to a log: a plain page says what is missing, health and log do too; once one
    module is signed the welcome is there, without a new start; told to end it ends.
    """
    (home / "clock").write_text("0")
    health = home / "health.json"
    given = ("--no-exit", "--health", str(health))
    terminal = Terminal(
        home, *given, command=("-c", ERRORS_ELSEWHERE, str(home / "clock"), "kiosk"), library=nobody_signed, XDG_STATE_HOME=str(home / "state"),
    )  # fmt: skip
    with terminal as kiosk:
        kiosk.wait_for("This screen is not ready yet", "the clinic has not signed")
        found = json.loads(health.read_text())
        assert (found["state"], found["last_error"]["code"]) == ("break", "UnsignedError")
        assert "none of the" in (home / "state" / "edu-tui" / "kiosk.log").read_text()
        sign(nobody_signed, "small-one")
        kiosk.wait_for("Welcome")
        kiosk.wait(lambda: json.loads(health.read_text())["state"] == "open", "health")
        os.kill(kiosk.pid, signal.SIGTERM)
        assert kiosk.end() == 143


def test_a_pin_is_made_and_nothing_is_written(home: Path) -> None:
    """Asked twice without echo, the line for the settings file is printed; it fits, and no file is made."""
    with Terminal(home, command=("-m", "edu_tui", "kiosk", "--set-pin"), library=None) as terminal:
        terminal.wait_for("A PIN for staff:")
        terminal.child.send(f"{PIN}\r")
        terminal.wait_for("The same again:")
        terminal.child.send(f"{PIN}\r")
        assert terminal.end() == 0
        message = terminal.raw.decode()
    assert PIN not in message
    (line,) = [line for line in message.splitlines() if line.startswith("kiosk_pin")]
    assert fits(PIN, line.split('"')[1])
    assert not files_in(home)


def test_two_different_pins_make_none(home: Path) -> None:
    """A mistyped PIN locks nobody out."""
    with Terminal(home, command=("-m", "edu_tui", "kiosk", "--set-pin"), library=None) as terminal:
        terminal.wait_for("A PIN for staff:")
        terminal.child.send("12345\r")
        terminal.wait_for("The same again:")
        terminal.child.send("12346\r")
        assert terminal.end() == 2
        assert b"scrypt" not in terminal.raw


def test_no_variable_weakens_it(home: Path) -> None:
    """With every variable of Textual and Python set it starts, opens nothing, and Ctrl+C is but a key."""
    log = home / "textual.log"
    refused: dict[str, Any] = {**REFUSED, "TEXTUAL_LOG": str(log)}
    with Kiosk(home, size=(80, 24), **refused) as kiosk:
        kiosk.welcome()
        environment = Path(f"/proc/{kiosk.pid}/environ")
        if os.geteuid() == 0:
            for name in REFUSED:
                assert f"{name}=".encode() not in environment.read_bytes(), name
        else:
            with pytest.raises(PermissionError):
                environment.read_bytes()
        command = Path(f"/proc/{kiosk.pid}/cmdline").read_bytes().split(b"\0")
        assert command[1:4] == [b"-I", b"-X", b"utf8"]
        kiosk.child.send("\x03\x1c\x1a")
        kiosk.press("?", "What you can do")
    assert not log.exists()


def test_keys_that_stop_programs_stop_nothing_while_it_starts(home: Path) -> None:
    """Ctrl+C, Ctrl+backslash and Ctrl+Z from the first silenced moment on: the welcome comes all the same."""
    import termios

    with Kiosk(home) as kiosk:
        silenced = termios.ISIG | termios.ECHO | termios.ICANON
        kiosk.wait(lambda: not termios.tcgetattr(kiosk.child.child_fd)[3] & silenced, "silence")
        while b"Welcome" not in kiosk.raw:
            kiosk.child.send("\x03\x1c\x1a")
            kiosk.read(0.02)
        kiosk.welcome()
        assert b"Traceback" not in kiosk.raw
        assert b"^C" not in kiosk.raw


def test_who_wants_no_records_has_no_counters(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With `record = false` nothing is counted; else it is, where records are."""
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    options = parser(["kiosk"]).parse_args(["kiosk", "--no-exit", "--library", str(SAMPLE)])
    wanted, open_library = settings(options), OpenLibrary(SAMPLE, None)
    assert _terms(options, wanted._replace(record=False), open_library).counters is None
    counters = home / "data" / "edu-tui" / "counters.sqlite"
    assert _terms(options, wanted._replace(record=True), open_library).counters == counters
