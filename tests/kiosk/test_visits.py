"""Many visits, one after the other: nothing adds up. Five thousand of them are in bench/kiosk.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil

from .kiosk import Kiosk

if TYPE_CHECKING:
    from pathlib import Path

VISITS, FIRST = 30, 10


def test_visits_leave_nothing_behind(home: Path) -> None:
    """After thirty visits the supervisor has the memory and the open files that it had after ten."""
    with Kiosk(home, looked_into=True) as kiosk:
        kiosk.welcome()
        process = psutil.Process(kiosk.pid)
        sizes, files = [], []
        for _ in range(VISITS):
            kiosk.press("1", "The day itself")
            kiosk.end_visit()
            sizes.append(process.memory_info().rss)
            files.append(process.num_fds())
        assert sizes[-1] < sizes[FIRST] * 1.02
        assert files[-1] == files[0]
        assert not kiosk.log
