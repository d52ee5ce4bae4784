"""Staff leave by keys and a PIN; nobody else does, and each wrong try makes the next one slower."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.terminal.terminal import PATIENCE

from .kiosk import HASH, PIN, F, Kiosk

if TYPE_CHECKING:
    from pathlib import Path


def knock(kiosk: Kiosk) -> None:
    """The keys before the PIN, one at a time."""
    for _ in range(3):
        kiosk.child.send(F[12])
    kiosk.wait_for("This is for staff")


def test_the_pin_ends_it(home: Path) -> None:
    """F12 three times and the PIN: exit code 0, the terminal as it was, the PIN never shown."""
    with Kiosk(home, pin=HASH) as kiosk:
        kiosk.welcome()
        knock(kiosk)
        kiosk.child.send(PIN)
        kiosk.child.send("\r")
        assert kiosk.end() == 0
        assert PIN.encode() not in kiosk.raw
        assert b"\x1b[?1049l" in kiosk.raw
        assert not kiosk.text.strip()


def test_a_wrong_pin_waits_and_is_remembered_by_the_next_visit(home: Path) -> None:
    """Wrong tries are refused with a wait that a new visit does not shorten; then the PIN opens."""
    with Kiosk(home, pin=HASH) as kiosk:
        kiosk.welcome()
        knock(kiosk)
        for wait in ("1 second", "2 seconds", "4 seconds", "8 seconds"):
            # Enter again and again: only the first after the wait is looked at.
            end = time.monotonic() + PATIENCE
            while f"not the PIN. Wait {wait}," not in kiosk.text:
                assert time.monotonic() < end, kiosk.text
                kiosk.child.send("0000\r")
                while kiosk.read(1.0):
                    pass
        kiosk.child.send("\x1b")
        kiosk.wait_for("Welcome")
        kiosk.end_visit()
        knock(kiosk)
        kiosk.child.send(f"{PIN}\r")
        kiosk.wait_for("Wait ", "seconds, then try again")
        assert kiosk.child.isalive()


def test_without_a_pin_no_keys_lead_to_it(home: Path) -> None:
    """With --no-exit the keys of staff do nothing at all."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        for _ in range(6):
            kiosk.child.send(F[12])
        kiosk.press("?", "What you can do")
        assert "staff" not in kiosk.text
