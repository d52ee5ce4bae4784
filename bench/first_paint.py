"""From spawn to the first moment the title and a row have been written."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench import libraries
from bench.empty_app import LINE, TITLE
from bench.goals import Result, compared, p50
from bench.terminal import EMPTY, OURS, Program

if TYPE_CHECKING:
    from bench.libraries import Library

NO_INDEX = "first paint, 1,000 modules, no index yet"
TOLD = b"Getting the library ready"
ANSWER = 100.0
"""Milliseconds in which a key is answered while the index is being made."""


def measure(rounds: int, *, quick: bool) -> list[Result]:
    """Every case once a round, the empty app before and after the others."""
    cases: dict[str, tuple[Library, float | None]] = {
        "first paint, shipped library": (libraries.shipped(), 1.10),
        "first paint, 100 modules": (libraries.generated(100), None),
        "first paint, 1,000 modules": (libraries.generated(1_000), None),
    }
    if not quick:
        cases["first paint, 10,000 modules"] = (libraries.generated(10_000), 1.15)
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, (library, _) in cases.items():
            times[""].append(_empty())
            times[name].append(_home(library))
        for name, milliseconds in _without_index().items():
            times[name].append(milliseconds)
    empty = p50(times.pop(""))
    goals = {name: goal for name, (_, goal) in cases.items()} | {NO_INDEX: None}
    results = []
    for name, took in times.items():
        if name in goals:
            results.append(compared(name, p50(took), empty, "ms", goals[name]))
        else:
            results.append(Result(name, p50(took), 0, "ms", _limit(name), p50(took)))
    return results


def _limit(name: str) -> float | None:
    return ANSWER if "key" in name else None


def _empty() -> float:
    with TemporaryDirectory() as home, Program(EMPTY, Path(home)) as app:
        return (app.wait_for(TITLE.encode(), LINE.encode()) - app.started) * 1000


def _home(library: Library) -> float:
    with Program(OURS, library.home, library.arguments) as app:
        return (app.wait_for(library.title, library.row) - app.started) * 1000


def _without_index() -> dict[str, float]:
    """Home, what is told of progress, and a key pressed meanwhile."""
    with TemporaryDirectory() as home:
        library = libraries.generated(1_000).at(Path(home))
        with Program(OURS, library.home, library.arguments) as app:
            first = app.wait_for(library.title, library.row) - app.started
            answers = []
            for row in range(2, 6):
                since, asked = app.send("down")
                answers.append(app.wait_for(f"> {row} ".encode(), since=since) - asked)
                app.written(0.3)
            app.wait_for(TOLD)
            told = app.written_at(TOLD) - app.started
    return {
        NO_INDEX: first * 1000,
        "  its first key, answered while indexing": answers[0] * 1000,
        "  its slowest of four keys, while indexing": max(answers) * 1000,
        "  its first word on progress": told * 1000,
    }
