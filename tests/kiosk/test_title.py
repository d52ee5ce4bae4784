"""The window's title tells nothing of a visit."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from tests.terminal.test_title import told

from .kiosk import Kiosk

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_the_programs_name_until_the_end(home: Path) -> None:
    """Whatever is opened, and in the next visit; then the window has its own again."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        before = kiosk.visit
        kiosk.press("1", "The day itself")
        kiosk.press("1", "Read about it")
        kiosk.end_visit()
        kiosk.next_visit(before)
        kiosk.kill(signal.SIGTERM)
        assert kiosk.end() == 143
        assert told(kiosk) == ["put aside", "edu-tui", "given back"]
