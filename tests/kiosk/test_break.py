"""Visits that fail one after the other: ever longer pauses, and whoever watches over the kiosk is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from edu_tui.kiosk.supervisor import CLEARING, LONG, LONGEST_PAUSE
from edu_tui.kiosk.visits.visit import KioskClock

SUPERVISE = """
import json, os, signal, sys
from pathlib import Path
from types import SimpleNamespace
from edu_tui.kiosk import supervisor
from edu_tui.kiosk.visits.crash import CrashLog
from edu_tui.kiosk.health import KioskHealth

plan = [*sys.argv[3:]]
path = Path(sys.argv[1], "health.json")

def state():
    return json.loads(path.read_text())["state"]

class Reading:
    '''A library that tells each visit how it ends.'''
    due_in = staticmethod(lambda: 60.0)
    @property
    def library(self):
        begun.append(state())
        if not plan:
            kiosk._told = signal.SIGTERM
        return plan.pop(0) if plan else "left"

class Screen:
    output = 1
    def __init__(self):
        self.input, self.open = os.pipe()
    enter = leave = lambda self: None
    wipe = lambda self: bool(shown.append("")) or True
    show = lambda self, words: shown.append(words)

def visit(terms, start, wire):
    if start.library == "left":
        wire.say("shown")
        wire.say("end", "left")
    os._exit(0 if start.library == "left" else 70)

begun, shown, pauses = [], [], []
supervisor.LONG = float(sys.argv[2])
supervisor.visit.run = visit
terms = SimpleNamespace(pace=SimpleNamespace(hangs=60.0), counters=None)
log = CrashLog(Path(sys.argv[1], "kiosk.log"))
kiosk = supervisor.Supervisor(terms, Reading(), Screen(), log, KioskHealth(path))
kiosk._wait = lambda seconds: pauses.append((seconds, state(), shown[-1]))
kiosk.run()
health = json.loads(path.read_text())
print(json.dumps([pauses, begun, shown[-1], health["crashes"], health["last_error"]["code"]]))
"""


def supervised(folder: Path, long: float, *plan: str) -> Any:
    """How visits went that end as planned; one of more than so many seconds is no beginning that failed."""
    done = subprocess.run(
        [sys.executable, "-c", SUPERVISE, str(folder), str(long), *plan],
        capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL, timeout=60,
    )  # fmt: skip
    return json.loads(done.stdout)


def test_visits_that_fail_in_a_row_are_a_break(tmp_path: Path) -> None:
    """Real processes that end with an error: from the second in a row on health says `break` before each
    pause, and the screen says so calmly; pauses double up to a minute; a visit that goes well ends it, and
    the next failure is tried again at once.
    """
    plan = [*["fails"] * 10, "left", "fails", "fails"]
    pauses, begun, last_shown, crashes, code = supervised(tmp_path, LONG, *plan)
    assert [seconds for seconds, *_ in pauses] == [1, 2, 4, 8, 16, 32, 60, 60, 60, 1]
    assert {state for _, state, _ in pauses} == {"break"}
    assert all("short break" in words for *_, words in pauses)
    assert begun == ["starting", "starting", *["break"] * 9, "open", "open", "break"]
    assert last_shown == "", "the calm page is gone before the next visit"
    assert (crashes, code) == (12, "exit 70")


def test_visits_that_fail_after_a_while_are_no_break(tmp_path: Path) -> None:
    """A visitor had the screen for long before each failure: the next is let in at once, and each is counted."""
    pauses, begun, _, crashes, _ = supervised(tmp_path, -1.0, "left", *["fails"] * 5)
    assert pauses == []
    assert "break" not in begun
    assert crashes == 5


def test_the_guide_tells_how_long_it_tries() -> None:
    """A minute between two tries at most and between two looks at the library, ten seconds for a stuck screen."""
    guide = (Path(__file__).parents[2] / "docs" / "kiosk.md").read_text(encoding="utf-8")
    assert (LONGEST_PAUSE, KioskClock().reads, CLEARING) == (60, 60, 10)
    assert "it tries again, at most a minute apart" in guide
    assert "New texts are seen within a minute" in guide
    assert "says `stuck`, tries for ten seconds, and ends" in guide
