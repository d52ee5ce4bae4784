"""What becomes of visits and of the terminal: killed, hanging, told to end, with the terminal gone."""

from __future__ import annotations

import json
import os
import select
import signal
import termios
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.terminal.modes import left_on

from .kiosk import Kiosk

if TYPE_CHECKING:
    from pathlib import Path

CRASHED = "Something went wrong here"


def gone(pid: int) -> bool:
    """Whether there is no such process any more."""
    return not psutil.pid_exists(pid)


def test_the_end_of_a_visit_is_the_end_of_its_process(home: Path) -> None:
    """Each visit is another process, one at a time, and nothing of one is on the next one's screen."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        seen = {kiosk.visit}
        for _ in range(3):
            kiosk.press("1", "The day itself")
            kiosk.end_visit()
            seen.add(kiosk.visit)
        assert len(seen) == 4
        assert sum(not gone(number) for number in seen) == 1
        assert psutil.Process(kiosk.pid).num_threads() == 1


def test_a_killed_visit_costs_that_visit(home: Path) -> None:
    """After kill -9 the next welcome comes by itself and says so calmly; the log names no words."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        kiosk.press("1", "The day itself")
        before = kiosk.visit
        os.kill(before, signal.SIGKILL)
        kiosk.next_visit(before)
        kiosk.wait_for(CRASHED)
        assert "-9" in kiosk.log
        assert b"Traceback" not in kiosk.raw
        kiosk.press("1", "The day itself")


def test_visits_that_keep_failing_are_tried_ever_more_slowly(home: Path) -> None:
    """Killed again and again, the screen is calm between tries, and then it is there again; health has
    counted each, and how it ended.
    """
    health = home / "health.json"
    with Kiosk(home, "--health", str(health)) as kiosk:
        kiosk.welcome()
        for _ in range(3):
            before = kiosk.visit
            os.kill(before, signal.SIGKILL)
            kiosk.next_visit(before)
        assert b"short break" in kiosk.raw
        assert "visits in a row failed" in kiosk.log
        kiosk.press("1", "The day itself")
        found = json.loads(health.read_text())
        assert (found["state"], found["crashes"]) == ("open", 3)
        assert found["last_error"]["code"] == "exit -9"


def test_a_hanging_visit_is_ended(home: Path) -> None:
    """A visit that gives no sign of life is replaced."""
    with Kiosk(home, clock=True) as kiosk:
        kiosk.welcome()
        before = kiosk.visit
        os.kill(before, signal.SIGSTOP)
        kiosk.next_visit(before)
        assert "hangs" in kiosk.log


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_told_to_end_it_ends_at_once(home: Path, number: signal.Signals, status: int) -> None:
    """Within a fifth of a second (ten times that where the machine is busy) all is gone and restored."""
    with Kiosk(home) as kiosk:
        modes = termios.tcgetattr(kiosk.child.child_fd)
        kiosk.welcome()
        visit = kiosk.visit
        kiosk.press("1", "The day itself")
        start = time.monotonic()
        os.kill(kiosk.pid, number)
        assert kiosk.end() == status
        assert time.monotonic() - start < 2.0
        assert gone(visit)
        after = kiosk.raw[kiosk.raw.rindex(b"\x1b[?1049l") :]
        assert b"\x1b[3J" in after
        assert b"\x1b[?25h" in after
        assert b"\x1b[?1000l" in kiosk.raw
        assert not kiosk.text.strip()
        assert termios.tcgetattr(kiosk.child.child_fd) == modes


def test_a_closed_terminal_ends_all(home: Path) -> None:
    """When the terminal closes, supervisor and visit end soon and do not spin."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        pids = [kiosk.pid, kiosk.visit]
        alive = [os.pidfd_open(pid) for pid in pids]
        kiosk.pty.fileobj.close()
        for number in alive:
            assert select.select([number], [], [], 5.0)[0]
            os.close(number)
        _, status, used = os.wait4(kiosk.pid, 0)
        kiosk.child.terminated = kiosk.pty.terminated = True
        assert os.waitstatus_to_exitcode(status) == 129
        assert used.ru_utime < 10


def test_signals_that_are_not_meant_for_it_do_nothing(home: Path) -> None:
    """INT, QUIT, TSTP, USR1 and the like, to the supervisor and to the visit, change nothing."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        pids = [kiosk.pid, kiosk.visit]
        for pid in pids:
            for name in (
                "INT",
                "QUIT",
                "TSTP",
                "TTIN",
                "TTOU",
                "USR1",
                "USR2",
                "ALRM",
                "PIPE",
                "WINCH",
            ):
                os.kill(pid, getattr(signal, f"SIG{name}"))
        kiosk.press("1", "The day itself")
        assert [kiosk.pid, kiosk.visit] == pids
        assert not kiosk.log


def test_stopped_and_continued_it_goes_on(home: Path) -> None:
    """After STOP and CONT keys come once, not twice, and the screen is whole."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        for pid in (kiosk.visit, kiosk.pid):
            os.kill(pid, signal.SIGSTOP)
        for pid in (kiosk.pid, kiosk.visit):
            os.kill(pid, signal.SIGCONT)
        (before,) = kiosk.marked
        kiosk.press("down")
        kiosk.wait(lambda: kiosk.marked != [before], "a move")
        kiosk.wait_for("Welcome", "What will happen to me?")
        assert kiosk.lines[kiosk.marked[0]].strip().startswith("> 2")


def test_what_another_program_wrote_goes(home: Path) -> None:
    """Ctrl+L, or a supervisor that goes on, draws all anew; Ctrl+Z is no key here, and no mode is left on."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        before, process = kiosk.text, psutil.Process(kiosk.pid)
        for again in (lambda: kiosk.child.send("\x0c"), process.resume):
            if again == process.resume:
                process.suspend()
            kiosk.device.write_bytes(b"\x1b[8;10HBroadcast\x1b[1;1H")
            kiosk.wait_for("Broadcast")
            again()
            kiosk.wait(lambda: kiosk.text == before, "the screen as it was")
        kiosk.child.send("\x1a")
        kiosk.press("?", "What you can do", "F9")
        assert "Ctrl+Z" not in kiosk.text
        assert process.status() != psutil.STATUS_STOPPED
        kiosk.kill(signal.SIGTERM)
        assert kiosk.end() == 143
        assert not left_on(kiosk.raw)


def test_without_its_supervisor_a_visit_ends(home: Path) -> None:
    """Kill -9 of the supervisor leaves no visit behind, and nothing of it on the screen."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        visit = kiosk.visit
        kiosk.press("1", "The day itself")
        os.kill(kiosk.pid, signal.SIGKILL)
        kiosk.wait(lambda: gone(visit), "the visit's end")
        assert not kiosk.text.strip()


def test_a_new_library_is_there_from_the_next_visit_on(home: Path, tmp_path: Path) -> None:
    """What IT puts in place while it runs is read during visits and shown to the next visitor."""
    import shutil

    from tests.terminal.terminal import SAMPLE

    library = tmp_path / "library"
    shutil.copytree(SAMPLE, library)
    with Kiosk(home, clock=True, library=library) as kiosk:
        kiosk.welcome()
        module = library / "en" / "small-one.yaml"
        module.write_text(module.read_text().replace("title: ", "title: Quite new, ", 1))
        for _ in range(50):
            kiosk.press("1", "The day itself")
            if "Quite new" in kiosk.text:
                break
            kiosk.read(0.2)
            kiosk.end_visit()
        assert "Quite new" in kiosk.text
