"""Going through a library by its keys alone, steered by what the screen says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.terminal import Program

ROW = re.compile(r"^ *>? (\d) (?:\S{3} )?(\S.*?)(?:  .*)?$", re.MULTILINE)
MOST = 80
"""Keys in one text at most; a tour that is lost ends."""
ROUND = ("1", "2", *" " * 9, "b", "b", "s", "escape", "g", "escape", "?", "escape", "h")
ROUND += ("2", "1", *" " * 9, "b", "!", "escape", "+", "y", "escape", "h")
ROUND += ("/", "r", "i", "d", "e", "enter", "h", "h", "2", "2", "2", "1", "n", "1", "h")
"""Keys that lead through all kinds of places of the shipped library and home again."""


def whole_course(app: Program) -> int:
    """Read, walk and answer everything; how many screens that were."""
    screens = 0
    for module in _modules(app):
        _key(app, module)
        parts = [number for number, _ in _rows(app)]
        for part in parts:
            screens += _part(app, part)
            _key(app, "h")
            _key(app, module)
        _key(app, "h")
    return screens


def _modules(app: Program) -> list[str]:
    return [number for number, label in _rows(app) if label not in _AFTER]


_AFTER = ("My questions", "What the words mean", "Find a word")


def _part(app: Program, part: str) -> int:
    """Everything behind one row of a module; a choice of routes means all of them."""
    _key(app, part)
    screen = app.screen()
    if "question" in screen.split("\n")[0]:
        return _quiz(app)
    if re.search(r"(part|step) \d", screen):
        return _pages(app)
    total = 0
    for route, _ in _rows(app):
        _key(app, route)
        total += _pages(app)
        for _ in range(MOST):
            if "Which one is yours" in app.screen():
                break
            _key(app, "escape")
    return total


def _pages(app: Program) -> int:
    for turned in range(MOST):
        if not re.search(r"(part|step) \d", app.screen().split("\n")[0]):
            return turned
        _key(app, " ")
    return MOST


def _quiz(app: Program) -> int:
    for asked in range(MOST):
        rows = {label: number for number, label in _rows(app)}
        if not re.search(r"question \d", app.screen().split("\n")[0]):
            return asked
        unsure = next((number for label, number in rows.items() if "not sure" in label), "")
        check = next((number for label, number in rows.items() if "Check my" in label), "")
        _key(app, check or unsure or "enter")
        app.written(0.3 if not check else 0.0)
    return MOST


def _rows(app: Program) -> list[tuple[str, str]]:
    return ROW.findall(app.screen())


def _key(app: Program, key: str) -> None:
    app.send(key)
    app.settle(0.08)
