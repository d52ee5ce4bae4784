"""A mouse that moves costs what changes under it, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

ROW = 400
"""Bytes that drawing a row of 80 columns may cost."""


def test_a_move_within_a_row_writes_nothing(home: Path) -> None:
    """Onto a row: that row; within it: not a byte; to the next: those two; and no more once it rests."""
    with Terminal(home) as terminal:
        terminal.wait_for("The day itself", " min", "Q Quit")
        (first,) = terminal.marked
        onto = moved(terminal, 30, first + 1)
        assert 0 < len(onto) < ROW
        assert moved(terminal, 31, first + 1) == b""
        assert moved(terminal, 50, first + 1) == b""
        assert 0 < len(moved(terminal, 50, first + 2)) < 2 * ROW
        assert moved(terminal, 40, first + 2) == b""
        assert terminal.read(1.0) == b""


def moved(terminal: Terminal, x: int, y: int) -> bytes:
    """What is written while the mouse moves to that cell, from 0, no button pressed."""
    before = len(terminal.raw)
    terminal.child.send(f"\x1b[<35;{x + 1};{y + 1}M")
    while terminal.read(0.5):
        pass
    return terminal.raw[before:]
