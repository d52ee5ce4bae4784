"""Nobody is there: nothing on the welcome, a warning that can be answered, then all is cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.kiosk.visits.app import VisitApp
from edu_tui.kiosk.visits.idle import LIES

from .kiosk import HASH, PIN, F, Kiosk
from .test_screen import waiting

if TYPE_CHECKING:
    from pathlib import Path

WARNING = ("Are you still there?", "Press any key to go on", "I need more time")


def test_the_welcome_writes_nothing_for_days(home: Path) -> None:
    """A day of the kiosk's time without a key is without a byte, and another one after an arrow."""
    with Kiosk(home, clock=True) as kiosk:
        kiosk.welcome()
        kiosk.wait_seconds(86_400)
        assert kiosk.read(1.0) == b""
        kiosk.press("down")
        while kiosk.read(0.1):
            pass
        kiosk.wait_seconds(86_400)
        assert kiosk.read(1.0) == b""
        assert "Welcome" in kiosk.text


def test_after_the_warning_all_is_cleared_and_the_welcome_says_why(home: Path) -> None:
    """A warning with bell and countdown, little written, then another process that says why."""
    with Kiosk(home, clock=True) as kiosk:
        kiosk.welcome()
        kiosk.press("1", "The day itself")
        before, mark = kiosk.visit, len(kiosk.raw)
        kiosk.wait_seconds(90)
        kiosk.wait_for(*WARNING, "Seconds left: 30")
        assert kiosk.raw[mark:].count(b"\a") == 1
        for left in (25, 20, 15, 10, 5):
            mark = len(kiosk.raw)
            kiosk.wait_seconds(5)
            kiosk.wait_for(f"Seconds left: {left}")
            assert len(kiosk.raw) - mark < 400
            assert b"\a" not in kiosk.raw[mark:]
        kiosk.wait_seconds(5)
        kiosk.next_visit(before)
        kiosk.wait_for("Nobody had touched this screen for a while")
        assert "The day itself" not in kiosk.text


def test_how_the_welcome_is_drawn_is_no_ones_but_the_visitors(home: Path) -> None:
    """Who only made the welcome light is asked and cleared as well: the next finds it as it was at first."""
    with Kiosk(home, clock=True) as kiosk:
        kiosk.welcome()
        before = kiosk.visit
        kiosk.press("t", "Welcome")
        kiosk.wait_seconds(90)
        kiosk.wait_for("Are you still there?")
        kiosk.wait_seconds(30)
        kiosk.next_visit(before)
        kiosk.wait_for("Nobody had touched this screen for a while")


def test_a_pin_half_typed_is_cleared_when_staff_go_away(home: Path) -> None:
    """Opened from the welcome itself, where nothing else was done, the door of staff is shut again too."""
    with Kiosk(home, clock=True, pin=HASH) as kiosk:
        kiosk.welcome()
        before = kiosk.visit
        for _ in range(3):
            kiosk.child.send(F[12])
        kiosk.wait_for("This is for staff")
        for digit in PIN[:3]:
            kiosk.press(digit)
        kiosk.wait_seconds(90)
        kiosk.wait_for(*WARNING)
        kiosk.wait_seconds(30)
        kiosk.next_visit(before)
        assert "This is for staff" not in kiosk.text


def test_a_key_goes_on_and_does_nothing_else(home: Path) -> None:
    """What answers the warning, key or touch, neither moves nor chooses; the page is as it was."""
    with Kiosk(home, clock=True) as kiosk:
        kiosk.welcome()
        kiosk.press("1", "The day itself")
        kiosk.press("1", "Step by step")
        page, visit = kiosk.text, kiosk.visit
        for key in ("\r", "3", "x", "\x1b[B", F[10], F[9], "\x1b[<0;10;8M\x1b[<0;10;8m"):
            kiosk.wait_seconds(119)
            kiosk.wait_for("Are you still there?")
            kiosk.press(key, "Step by step")
            kiosk.wait(lambda: kiosk.text == page, repr(key))
        assert kiosk.visit == visit


def test_what_is_being_typed_survives_the_warning(home: Path) -> None:
    """Words in a field are still there after the warning, and the key that answered is not among them."""
    with Kiosk(home, clock=True) as kiosk:
        kiosk.welcome()
        kiosk.press("1", "The day itself")
        kiosk.press("/", "Find:")
        for character in "saf":
            kiosk.press(character)
        kiosk.wait_for(" saf")
        kiosk.wait_seconds(119)
        kiosk.wait_for("Are you still there?")
        kiosk.press("x", " saf\n")
        kiosk.press("e", " safe\n")


def test_more_time_is_ten_times_as_much(home: Path) -> None:
    """Asked for once, by key or by touch, the warning comes after fifteen minutes and lasts for five."""
    for answer in ("2", F[8], "touch"):
        with Kiosk(home, clock=True) as kiosk:
            kiosk.welcome()
            kiosk.press("1", "The day itself")
            kiosk.wait_seconds(90)
            kiosk.wait_for("Are you still there?")
            row = next(i for i, line in enumerate(kiosk.lines) if "I need more time" in line) + 1
            kiosk.press(
                answer if answer != "touch" else f"\x1b[<0;20;{row}M\x1b[<0;20;{row}m",
                "ten times as long",
            )
            kiosk.wait_seconds(899)
            assert kiosk.read(0.5) == b""
            kiosk.wait_seconds(1)
            kiosk.wait_for("Seconds left: 300")


def test_hidden_at_once_and_shown_by_any_key(home: Path) -> None:
    """F9 shows nothing of the page; the key that shows it again does nothing else."""
    with Kiosk(home) as kiosk:
        kiosk.welcome()
        kiosk.press("1", "The day itself")
        page = kiosk.text
        kiosk.press(F[9], "The screen is hidden")
        assert "The day itself" not in kiosk.text
        kiosk.press("1", "The day itself")
        assert kiosk.text == page


def test_who_was_called_is_cleared_soon(home: Path) -> None:
    """After "they called my name" nobody has to press anything for the screen to be cleared."""
    with Kiosk(home, clock=True) as kiosk:
        kiosk.welcome()
        kiosk.press("1", "The day itself")
        before = kiosk.visit
        kiosk.press(F[10], "End and clear the screen", "First show a code for my phone")
        kiosk.wait_seconds(30)
        kiosk.next_visit(before)
        assert "The day itself" not in kiosk.text


async def test_a_key_that_something_lies_on_keeps_no_visit_open() -> None:
    """It neither holds off the warning, nor answers it, nor holds off the end; another key does."""
    async with waiting() as (reader, ended):
        app = reader.app
        assert isinstance(app, VisitApp)
        await reader.press("1", *["z"] * (LIES + 80))
        app.look()
        await reader._rest()
        assert "Are you still there?" not in reader.text
        await reader.press(*["z"] * 10)
        app.look()
        await reader.press(*["z"] * 10)
        assert "Are you still there?" in reader.text
        await reader.press("x")
        assert "The day itself" in reader.text
        await reader.press(*["z"] * (LIES + 90))
        app.look()
        await reader.press(*["z"] * 30)
        app.look()
        assert ended == ["idle"]
