"""Visits that are counted by a process that is killed, and what the counters say afterwards."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.tally import Tally
from edu_tui.records.counters import Counters
from tests.happened import happened

from .making import raw
from .struck import struck

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

LIVES = 5
"""Kills of one file, before a new one is begun."""
MOST_VISITS = 12
MOST_SPIN = 0.004
"""Seconds between the last acknowledgement that was heard and the kill, at most."""
MONTH = "2026-12"


class Killed(NamedTuple):
    """What came of one kill."""

    acknowledged: int
    counts: list[tuple[str, int]]
    check: str


def visit(*verdicts: str, module: str = "going-home") -> Tally:
    """A visit that opened a module, and answered a question of it for each verdict."""
    tally = Tally()
    tally.take(happened("stopped", 1, module, "en", "aa", "not-driving", "bb"))
    for number, verdict in enumerate(verdicts):
        detail = {"chosen": ["awake"], "try": 1, "verdict": verdict, "behaviour": "check"}
        tally.take(happened("answered", 2, module, "en", "aa", f"?q-{number}", "cc", detail))
    return tally


def until_killed(path: Path, acknowledge: int) -> None:
    """One visit after the other; each is acknowledged once it is counted."""
    while True:
        Counters(path).add(visit("right", "shown", "unsure"), MONTH)
        os.write(acknowledge, b".")


def kill(path: Path, rng: Random) -> Killed:
    """Let it count, kill it at a random moment, and look."""
    heard = struck(
        lambda acknowledge: until_killed(path, acknowledge), 1, MOST_VISITS, MOST_SPIN, rng
    )
    counters = Counters(path)
    counters.months()
    if counters.aside:
        raise RuntimeError(counters.aside)
    there = path.exists() and path.stat().st_size > 0
    counts = raw(path, "select what, sum(n) from tally group by unit, what") if there else []
    check = raw(path, "pragma integrity_check")[0][0] if there else "ok"
    return Killed(len(heard), counts, check)


def kills(folder: Path, number: int, rng: Random) -> tuple[int, list[str]]:
    """So many kills; how many visits had been acknowledged, and everything that went wrong."""
    faults: list[str] = []
    seen = before = 0
    for turn in range(number):
        path = folder / f"{turn // LIVES}" / "counters.sqlite"
        before = 0 if turn % LIVES == 0 else before
        run = kill(path, rng)
        seen += run.acknowledged
        now = {n for _, n in run.counts} or {0}
        if len(now) != 1:
            faults.append(f"kill {turn}: half a visit: {run.counts}")
        if max(now) - before not in {run.acknowledged, run.acknowledged + 1}:
            faults.append(f"kill {turn}: {before} + {run.acknowledged} became {now}")
        if run.check != "ok":
            faults.append(f"kill {turn}: the file is not whole: {run.check}")
        before = max(now)
    return seen, faults
