"""What stays in memory: at home, after the whole course, and after 2,000 screens."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import libraries
from bench.empty_app import LINE
from bench.goals import Result, compared, p50
from bench.terminal import EMPTY, OURS, Program
from bench.tour import ROUND, whole_course

SCREENS, FIRST = 2_000, 200
QUICK = 600


def measure(rounds: int, *, quick: bool) -> list[Result]:
    """Home a few times; the course and the screens once, for they take long."""
    homes = [_home() for _ in range(min(rounds, 3))]
    empty = [p50([pair[0][kind] for pair in homes]) for kind in (0, 1)]
    ours = [p50([pair[1][kind] for pair in homes]) for kind in (0, 1)]
    results = [
        compared("memory of home (resident)", ours[0], empty[0], "MiB", 1.25),
        compared("memory of home (proportional)", ours[1], empty[1], "MiB", 1.25),
    ]
    if not quick:
        many = libraries.generated(10_000)
        with Program(OURS, many.home, many.arguments) as app:
            app.wait_for(many.title, many.row)
            app.settle(3.0)
            size = app.memory[0]
        results.append(compared("memory of home, 10,000 modules", size, empty[0], "MiB", None))
    size, screens = _course()
    note = f"{screens} screens"
    results.append(compared("memory after the whole course", size, empty[0], "MiB", 1.5, note))
    results.append(_growth(QUICK if quick else SCREENS))
    return results


def _home() -> tuple[tuple[float, float], tuple[float, float]]:
    """The empty app's and ours, at the same time: shared pages count alike."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        empty = stack.enter_context(Program(EMPTY, folder))
        app = stack.enter_context(_shipped())
        empty.wait_for(LINE.encode())
        empty.settle(2.0)
        app.settle(2.0)
        return empty.memory, app.memory


def _shipped() -> Program:
    shipped = libraries.shipped()
    return Program(OURS, shipped.home, shipped.arguments)


def _course() -> tuple[float, int]:
    with _shipped() as app:
        app.settle(2.0)
        screens = whole_course(app)
        return app.memory[0], screens


def _growth(screens: int) -> Result:
    """Memory after so many screens against that after the first ones, in percent."""
    with _shipped() as app:
        app.settle(2.0)
        keys = cycle(ROUND)
        _visit(app, islice(keys, FIRST))
        first = app.memory[0]
        _visit(app, islice(keys, screens - FIRST))
        last = app.memory[0]
    grown = (last - first) / first * 100
    name = f"growth over {screens:,} screens, percent"
    return Result(name, last, first, "MiB", 2.0, grown)


def _visit(app: Program, keys: islice[str]) -> None:
    for key in keys:
        app.send(key)
        app.settle(0.015)
