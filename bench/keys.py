"""From a key to the last byte of what it paints; each place in a process of its own, in turns."""

from __future__ import annotations

from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench import libraries
from bench.empty_app import LINE
from bench.goals import FRAME, Result, compared, p50, p95
from bench.terminal import EMPTY, OURS, Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.libraries import Library

BLOCK = 20
"""Keys of one place before it is the next one's turn."""
WARM = 4
"""Keys of each place before the first that counts."""
SLOW = 0.25
"""Seconds without a byte after which a search is over."""
QUERIES = ("nausea", "blue lights", "part 00042", "dizyz")
LIST, SEARCH = "move in a list, 10,000 modules", "search as you type, 10,000 modules"
OUTLINE = "open the outline, 10,000 modules"
IN_OUTLINE = "move in the outline, 10,000 modules"
FRAMES = 2.0
"""Frames in which the outline is there."""
GOALS = {
    IN_OUTLINE: (1.5, 2.0),
    "move in a list, home": (1.5, 2.0),
    LIST: (1.5, 2.0),
    "choose an option": (1.5, 2.0),
    "next page": (2.0, 2.0),
    "a page with a picture": (2.5, None),
    "open a module of 15 KB": (8.0, None),
}


def measure(rounds: int, *, quick: bool) -> list[Result]:
    """A block of keys of each place a round."""
    times: dict[str, list[float]] = defaultdict(list)
    with ExitStack() as stack:
        home = Path(stack.enter_context(TemporaryDirectory()))
        empty = stack.enter_context(Program(EMPTY, home))
        empty.wait_for(LINE.encode())
        places = {"": _changes(empty)} | {
            name: press(_opened(stack, library)) for name, library, press in _places(quick=quick)
        }
        for keys in places.values():
            for _ in range(WARM):
                next(keys)
        for _ in range(rounds):
            for name, keys in places.items():
                times[name].extend(next(keys) for _ in range(BLOCK))
    return _results(times)


def _results(times: dict[str, list[float]]) -> list[Result]:
    empty = times.pop("")
    results = []
    for name, (half, most) in GOALS.items():
        if name in times:
            took = times[name]
            results.append(compared(f"{name}, p50", p50(took), p50(empty), "ms", half))
            results.append(compared(f"{name}, p95", p95(took), p95(empty), "ms", most))
    if OUTLINE in times:
        ours = p50(times[OUTLINE])
        results.append(Result(f"{OUTLINE}, p50", ours, FRAME, "ms", FRAMES, ours / FRAME, "frames"))
    if SEARCH in times:
        more = (p95(times[SEARCH]) - p95(times[LIST])) / FRAME
        note = "frames more than a move"
        ours, moving = p95(times[SEARCH]), p95(times[LIST])
        results.append(Result(f"{SEARCH}, p95", ours, moving, "ms", 1.0, more, note))
        results.append(compared(f"{SEARCH}, p50", p50(times[SEARCH]), p50(times[LIST]), "ms", None))
    return results


def _places(*, quick: bool) -> list[tuple[str, Library, Callable[[Program], Iterator[float]]]]:
    shipped, hundred = libraries.shipped(), libraries.generated(100)
    places: list[tuple[str, Library, Callable[[Program], Iterator[float]]]] = [
        ("move in a list, home", shipped, _moves),
        ("choose an option", hundred, _chooses),
        ("next page", hundred, _reads),
        ("a page with a picture", shipped, _pictured),
        ("open a module of 15 KB", libraries.generated(1_000), _opens),
    ]
    if not quick:
        many = libraries.generated(10_000)
        places += [(LIST, many, _moves_far), (SEARCH, many, _searches)]
        places += [(OUTLINE, many, _outlines), (IN_OUTLINE, many, _moves_in_outline)]
    return places


def _opened(stack: ExitStack, library: Library) -> Program:
    app = stack.enter_context(Program(OURS, library.home, library.arguments))
    app.wait_for(library.title, library.row)
    app.settle(2.0)
    return app


def _changes(empty: Program) -> Iterator[float]:
    empty.settle(2.0)
    while True:
        yield empty.press("j", b"Changed")


def _moves(app: Program) -> Iterator[float]:
    """To the end of a short list and back."""
    while True:
        for key in ("down", "up"):
            for _ in range(4):
                yield app.press(key)


def _moves_far(app: Program) -> Iterator[float]:
    """On and on: beyond the screen's edge each key moves all lines."""
    while True:
        yield app.press("down")


def _outlines(app: Program) -> Iterator[float]:
    """From home, and back."""
    while True:
        yield app.press("o", b"Outline")
        app.press("escape", quiet=SLOW)


def _moves_in_outline(app: Program) -> Iterator[float]:
    """On and on, from module to module."""
    app.press("o", b"Outline")
    while True:
        yield app.press("down")


def _chooses(app: Program) -> Iterator[float]:
    """One option of a question, then another."""
    app.press("enter", b"See if it is clear")
    app.press("3", b"question 1 of")
    while True:
        for row in (1, 2):
            yield app.press(str(row), f"> {row} (*) ".encode())


def _reads(app: Program) -> Iterator[float]:
    """Ten pages on, ten pages back."""
    app.press("enter", b"Read about it")
    app.press("2", b"part 1 of")
    while True:
        for key in (" ", "b"):
            for _ in range(10):
                yield app.press(key)


def _pictured(app: Program) -> Iterator[float]:
    """Back to the page that has one, again and again."""
    app.press("7", b"Read about it")
    app.press("1", b"part 1 of")
    while True:
        app.press(" ")
        yield app.press("b")


def _opens(app: Program) -> Iterator[float]:
    """One module after the other, so that none has just been read; not beyond the first group of the list."""
    while True:
        for key in ("down", "up"):
            for _ in range(40):
                yield app.press("enter", b"See if it is clear")
                app.press("escape", b"Part ")
                app.press(key)


def _searches(app: Program) -> Iterator[float]:
    """Each letter of a few queries."""
    while True:
        for query in QUERIES:
            app.press("/", quiet=SLOW)
            for letter in query:
                yield app.press(letter, quiet=SLOW)
            app.press("escape", quiet=SLOW)
