"""Nothing moves by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


def test_six_seconds_without_a_key_are_six_seconds_without_a_byte(home: Path) -> None:
    """On a page, and in a field with a cursor, nothing is written while nothing is pressed."""
    with Terminal(home) as page, Terminal(home) as field:
        for terminal in (page, field):
            terminal.wait_for("The day itself", " min", "Q Quit")
            assert terminal.child.isalive()
        page.press("1", "Read about it")
        field.press("/", "Find:")
        field.press("r", "The day itself")
        assert page.read(6.0) == b""
        assert field.read(0.1) == b""
        assert page.child.isalive()
        assert field.child.isalive()
        page.press("down")
        field.press("i")
