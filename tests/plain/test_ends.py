"""Every way plain mode can end, and what makes it begin."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
from pathlib import Path

import pytest

from .program import PROGRAM, Talk, environment, run
from .sample import write_library


@pytest.fixture
def library(tmp_path: Path) -> str:
    """The small library's folder."""
    return str(write_library(tmp_path / "library"))


def first_line(out: str) -> str:
    """The line that says the mode."""
    return out.partition("\n")[0]


@pytest.mark.parametrize(
    ("words", "more", "reason"),
    [
        (["--plain"], {}, "--plain"),
        ([], {"ACCESSIBLE": "1"}, "ACCESSIBLE"),
        ([], {"TERM": "dumb"}, "TERM=dumb"),
        ([], {}, "the output is not a terminal"),
        ([], {"ACCESSIBLE": "0"}, "the output is not a terminal"),
        (["--plain", "--no-plain"], {}, "--plain"),
    ],
)
def test_the_first_line_says_why(
    tmp_path: Path, library: str, words: list[str], more: dict[str, str], reason: str
) -> None:
    """Plain mode begins with its name and the reason for it."""
    ran = run(tmp_path, *words, "--library", library, **more)
    assert first_line(ran.out) == f"Plain mode ({reason}). Line by line."
    assert ran.status == 0


@pytest.mark.parametrize("more", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {}])
def test_no_plain_wins(tmp_path: Path, library: str, more: dict[str, str]) -> None:
    """`--no-plain` goes before the environment: without a terminal that is one line and exit 2."""
    ran = run(tmp_path, "--no-plain", "--library", library, **more)
    assert ran.status == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert "no terminal" in ran.err


def test_a_terminal_to_write_on_but_none_to_read(tmp_path: Path, library: str) -> None:
    """Output on a terminal and input from elsewhere is not plain by itself: one line and exit 2."""
    leader, follower = pty.openpty()
    done = subprocess.run(
        [*PROGRAM, "--library", library],
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )
    os.close(follower)
    os.close(leader)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("typed", ["", "1\n", "1\n3\n2", "/\n", "/\nsofa"])
def test_the_end_of_input_is_a_goodbye(tmp_path: Path, library: str, typed: str) -> None:
    """No more input ends it with exit 0, wherever the reader is."""
    ran = run(tmp_path, "--plain", "--library", library, typed=typed)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\nGoodbye.\n")


def test_ctrl_d(tmp_path: Path, library: str) -> None:
    """Ctrl-D at a prompt leaves with exit 0."""
    talk = Talk(tmp_path, "--library", library)
    talk.child.sendeof()
    assert talk.wait() == 0


def test_ctrl_c(tmp_path: Path, library: str) -> None:
    """Ctrl-C leaves with exit 130 and no traceback."""
    talk = Talk(tmp_path, "--library", library)
    talk.child.sendintr()
    assert talk.wait() == 130
    assert "Traceback" not in talk.heard


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals(tmp_path: Path, library: str, number: signal.Signals) -> None:
    """SIGTERM and SIGHUP end it at once with 128 plus their number, without a word."""
    talk = Talk(tmp_path, "--library", library)
    heard = talk.heard
    talk.child.kill(number)
    assert talk.wait() == 128 + number
    assert talk.heard == heard


def test_a_hang_up_that_was_switched_off_ends_nothing(tmp_path: Path, library: str) -> None:
    """Started as `nohup` starts it, SIGHUP leaves it alone, and it goes on to its own end."""
    words = ["/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh", *PROGRAM, "--plain"]
    with subprocess.Popen(
        [*words, "--library", library],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(tmp_path),
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdout.readline()
        child.send_signal(signal.SIGHUP)
        child.stdin.write(b"q\n")
        child.stdin.close()
        assert child.stdout.read().endswith(b"Goodbye.\n")
    assert child.returncode == 0


def test_a_closed_pipe(tmp_path: Path, library: str) -> None:
    """When who reads the output has gone it ends without a complaint."""
    words = [*PROGRAM, "--plain", "--library", library]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        words, stdin=pipe, stdout=pipe, stderr=pipe, env=environment(tmp_path)
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.readline()
        child.stdout.close()
        child.stdin.write(b"r\n" * 5)
        child.stdin.close()
        assert child.stderr.read() == b""
        assert child.wait(60) == 0


@pytest.mark.parametrize("words", [["read", "the-day"], ["list"], ["--help"], ["--plain"]])
def test_a_full_disk(tmp_path: Path, library: str, words: list[str]) -> None:
    """Output that cannot be written is one line, never a traceback."""
    where = [] if words == ["--help"] else ["--library", library]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *words, *where],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"edu-tui: cannot write: No space left on device.\n"


def test_a_library_that_is_not_there(tmp_path: Path) -> None:
    """No such folder is one clear line and exit 2."""
    ran = run(tmp_path, "--plain", "--library", str(tmp_path / "none"))
    assert ran.status == 2
    assert "There is no folder" in ran.err
    assert "Traceback" not in ran.err


def test_a_broken_module_hides_nothing(tmp_path: Path, library: str) -> None:
    """A broken module says so calmly, and the others still open."""
    ran = run(tmp_path, "--plain", "--library", library, typed="2\n1\n1\nq\n")
    assert "2. Torn (This part cannot be shown)" in ran.out
    assert "You did nothing wrong." in ran.out
    assert "\nThe day, 4 minutes\n" in ran.out
    assert ran.status == 0
