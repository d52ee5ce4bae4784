"""Six seconds in which nobody touches a key: bytes written, and how often the program woke up."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import libraries
from bench.empty_app import LINE
from bench.goals import Result, compared
from bench.terminal import EMPTY, OURS, Program

SECONDS = 6.0
SLACK = 1.1
"""Times as many wake-ups as the empty app: two clocks of a tenth of a second may differ by a few."""


def measure(rounds: int, *, quick: bool) -> list[Result]:
    """Home, a field to type in, and the empty app, all through the same seconds."""
    del rounds, quick
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        empty = stack.enter_context(Program(EMPTY, folder))
        empty.wait_for(LINE.encode())
        shipped = libraries.shipped()
        apps = {name: stack.enter_context(_opened()) for name in ("home", "find")}
        for app in apps.values():
            app.wait_for(shipped.title, shipped.row)
            app.settle(2.0)
        apps["find"].press("/", b"Find")
        empty.settle(2.0)
        before = {app: app.wake_ups for app in (empty, *apps.values())}
        time.sleep(SECONDS)
        woken = {app: app.wake_ups - count for app, count in before.items()}
        results = []
        for name, app in apps.items():
            written = float(app.written(0.05))
            results.append(Result(f"idle, {name}: written in 6 s", written, 0, "B", 0.0, written))
            title = f"idle, {name}: wake-ups in 6 s"
            results.append(compared(title, woken[app], woken[empty], "", SLACK))
    return results


def _opened() -> Program:
    shipped = libraries.shipped()
    return Program(OURS, shipped.home, shipped.arguments)
