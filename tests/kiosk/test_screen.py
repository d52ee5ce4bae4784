"""The kiosk's screen itself: large rows, its keys, small windows; by keys and by touch."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from random import Random
from typing import TYPE_CHECKING

import pytest
from textual import events

from edu_tui.journey.journey import Journey
from edu_tui.journey.visit import Visit
from edu_tui.kiosk.extension import KioskExtension
from edu_tui.kiosk.places.aside import Hidden, StillThere
from edu_tui.kiosk.places.welcome import Welcome
from edu_tui.kiosk.profile import KIOSK
from edu_tui.kiosk.visits.app import VisitApp
from edu_tui.kiosk.visits.idle import Idle
from edu_tui.kiosk.visits.wire import Wire
from tests.opened import opened
from tests.tui.reader import SAMPLE, SHIPPED, Clock, Reader

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from edu_tui.kiosk.places.welcome import Why


@asynccontextmanager
async def waiting(
    size: tuple[int, int] = (80, 24), why: Why = "", folder: Path = SAMPLE
) -> AsyncIterator[tuple[Reader, list[str]]]:
    """A visitor before the welcome screen, and how visits ended."""
    open_library = opened(folder)
    profile = KIOSK._replace(signed_only=False)
    journey = Journey(
        Visit(open_library, open_library.refresh("en"), profile, Random(1)),
        Welcome(why),
        KioskExtension(),
    )
    ended: list[str] = []
    clock = Clock()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    app = VisitApp(
        journey, idle=Idle(clock), wire=Wire(nowhere), leave=ended.append,
        check_pin=lambda pin: "" if pin == "2468" else "No.", chord=("f12", "f12"),
        depth_="full", medium_="unicode",
    )  # fmt: skip
    reader = Reader(app, clock)
    async with app.run_test(size=size):
        await reader.sit_down()
        yield reader, ended
        app.stop()
    os.close(nowhere)


async def test_rows_are_as_high_as_a_finger() -> None:
    """At 80x24 each row takes three lines with one between, and a touch on any of the three chooses it."""
    async with waiting() as (reader, _):
        rows = reader.rows
        assert all(rows[n + 1] - rows[n] == 4 for n in list(rows)[:-1])
    for offset in (-1, 0, 1):
        async with waiting() as (reader, _):
            await reader.click(20, reader.rows[1] + offset)
            assert "What would you like to know?" in reader.text
    async with waiting() as (reader, _):
        before = reader.text
        await reader.click(20, reader.rows[1] + 2)
        assert reader.text == before


async def test_a_page_leaves_room_for_no_rows_but_its_own() -> None:
    """At 80x24 each step of the drip is one page, and a page of a part is at least half full or its last."""
    async with waiting(folder=SHIPPED) as (reader, _):
        await reader.press("1")
        for words in ("What to expect in a session", "What to expect on the day", "A drip in the arm"):  # fmt: skip
            await reader.choose(words)
        for number in range(1, 18):
            assert f"step {number} of 18" in reader.lines[0]
            assert "page" not in reader.lines[0]
            await reader.press("space")
        await reader.press("h", "1")
        await reader.choose("Going home")
        await reader.choose("Read about it")
        for _page in range(12):
            assert "More below" not in reader.text
            lines = reader.column[: reader.column.index(reader.lines[reader.marked[0]]) - 1]
            assert reader.row("Next page") == 0 or len(lines) >= 7, reader.text
            await reader.press("space")


async def test_a_wide_screen_explains_the_words_of_a_page() -> None:
    """Side notes stand right of a page here too, and nothing in them can be touched."""
    async with waiting((160, 45), folder=SHIPPED) as (reader, _):
        await reader.press("1")
        await reader.choose("Going home")
        await reader.choose("Read about it")
        page = reader.text
        y = next(y for y, line in enumerate(reader.lines) if "Words on this page" in line)
        await reader.click(reader.lines[y].index("Words on this page") + 3, y)
        assert reader.text == page


async def test_keys_are_as_high_as_a_finger() -> None:
    """At 80x24 a touch on the key's own line, on the one under it and on the empty one over it works."""
    for line in (21, 22, 23):
        async with waiting() as (reader, _):
            await reader.press("4")
            at = reader.lines[22].index("? Help")
            assert not reader.lines[21].strip(), "the last row is on the screen"
            assert not reader.lines[23].strip()
            await reader.click(at + 2, line)
            assert reader.lines[0].strip().startswith("Help")


async def test_a_wrong_pin_is_gone_from_its_field() -> None:
    """After a wrong PIN the next one is typed into an empty field, and the right one opens at once."""
    async with waiting() as (reader, ended):
        await reader.press("f12", "f12", *"1357", "enter")
        assert "No." in reader.text
        await reader.press(*"2468", "enter")
        assert ended == ["staff"]


async def test_on_a_small_screen_rows_are_a_line_high() -> None:
    """At 40x16 all that can be chosen is on the screen with the welcome's words."""
    async with waiting((40, 16)) as (reader, _):
        assert set(reader.rows) == {1, 2, 3, 4, 5}
        for words in ("F9 Hide", "F10 End", "? Help", "! Crisis"):
            assert words in reader.lines[-1]


async def test_with_touch_alone_what_is_below_is_reached() -> None:
    """Touching "More below" brings the rest of a long list on the screen, and then its last row."""
    async with waiting() as (reader, _):
        await reader.click(20, reader.rows[1])
        for _ in range(10):
            if "Go back" in reader.text:
                break
            assert "More below" in reader.lines[-3]
            await reader.click(6, 21)
        await reader.touch("Go back")
        assert "Welcome" in reader.lines[0]


@pytest.mark.parametrize("key", ["q", "k", "j"])
async def test_what_a_visitor_may_not_do_is_not_there(key: str) -> None:
    """Quit, what is kept, just reading: no key for them, and no row in the help."""
    async with waiting() as (reader, ended):
        before = reader.text
        await reader.press(key)
        assert reader.text == before
        assert not ended
        await reader.press("?")
        await reader.top()
        seen = ""
        for _ in range(60):
            seen += reader.words
            await reader.press("down")
        assert "Leave at once" not in seen
        assert "kept about you" not in seen
        assert "ten times as much" in seen


async def test_no_file_is_offered_to_take_along() -> None:
    """The take-away is a code for a phone alone."""
    async with waiting() as (reader, _):
        await reader.press("1", "e")
        assert "Show a code for your phone" in reader.text
        assert "Save" not in reader.text


async def test_a_window_too_small_says_so_and_keeps_the_place() -> None:
    """Below 40x10 nothing else is shown and no key acts; larger again, the page is where it was."""
    async with waiting() as (reader, ended):
        await reader.press("1", "1")
        page = reader.text
        for size in ((39, 24), (80, 9), (20, 5)):
            await reader.resize(*size)
            assert "Please make" in reader.text
            await reader.press("enter", "f10", "1")
            await reader.resize(80, 24)
            await reader.press("f8")
            assert reader.text.split("\n")[:20] == page.split("\n")[:20]
        assert not ended


async def test_the_door_of_staff() -> None:
    """Two keys open it; a wrong PIN is refused, Escape goes back, the right one ends it as staff."""
    async with waiting() as (reader, ended):
        await reader.press("1", "f12", "f12")
        assert "This is for staff" in reader.text
        await reader.write("1111")
        assert "1111" not in reader.text
        await reader.press("enter")
        assert "No." in reader.text
        await reader.press("escape")
        assert "What would you like to know?" in reader.text
        await reader.press("f12", "f12")
        await reader.write("2468")
        await reader.press("enter")
        assert ended[0] == "staff"


async def test_called_by_name() -> None:
    """F10 asks what to take along; F10 again ends; Escape goes on."""
    async with waiting() as (reader, ended):
        await reader.press("1", "1")
        page = reader.text
        await reader.press("f10", "escape")
        assert reader.text == page
        await reader.press("f10", "f10")
        assert ended[0] == "left"


async def test_crisis_help_is_one_key_away_from_everywhere() -> None:
    """From the welcome, from leaving, from a list."""
    for keys in ((), ("f10",), ("1",), ("3",)):
        async with waiting() as (reader, _):
            await reader.press(*keys, "!")
            assert "988" in reader.text


async def test_the_welcome_says_why_it_is_there() -> None:
    """After an idle end and after a crash it says so, in words that blame nobody."""
    async with waiting(why="idle") as (reader, _):
        assert "Nobody had touched this screen" in reader.words
    async with waiting((40, 16), why="crash") as (reader, _):
        assert "It was not your fault" in reader.words


async def test_a_touch_that_ends_elsewhere_does_nothing() -> None:
    """On the welcome's rows, and before the PIN: only a touch that ends where it began is one."""
    async with waiting() as (reader, ended):
        before, (first, second, *_) = reader.text, reader.rows.values()
        await reader.drag((20, first), (20, second))
        await reader.drag((20, second), (20, first))
        assert reader.text == before
        await reader.press("f12", "f12")
        await reader.write("2468")
        before, (leave, stay) = reader.text, reader.rows.values()
        await reader.drag((20, leave), (20, stay))
        await reader.drag((20, stay), (20, leave))
        assert reader.text == before
        assert not ended
        await reader.drag((20, leave), (30, leave))
        assert ended == ["staff"]


async def test_a_touch_that_wakes_acts_where_it_ends() -> None:
    """Nothing happens before it ends; more time is given only where it began and ended on that row."""
    async with waiting() as (reader, _):
        app, page = reader.app, reader.text
        assert isinstance(app, VisitApp)
        visit = app.journey.visit
        for start, end, more in ((1, 0, False), (0, 1, False), (1, 1, True)):
            app._open(StillThere())
            await reader._rest()
            at = list(reader.rows.values())
            await reader.press_mouse(20, at[start])
            assert "Are you still there?" in reader.text
            await reader.release_mouse(20, at[end])
            assert "Are you still there?" not in reader.text
            assert visit.unhurried is more
        app._open(Hidden())
        await reader._rest()
        await reader.press_mouse(20, 5)
        assert "The screen is hidden" in reader.text
        await reader.release_mouse(20, 5)
        assert reader.words.startswith(page.split("\n", 1)[0].strip())


async def test_a_visitor_can_write_a_question() -> None:
    """With the keys that move and erase; a draft waits until the visit is over; a paste does nothing."""
    async with waiting() as (reader, _):
        await reader.press("1", "w")
        await reader.write("How log?")
        await reader.press("left", "left", "home", "end", "left", "backspace")
        await reader.write("ng")
        reader.app.post_message(events.Paste("pasted"))
        await reader._rest()
        await reader.press("escape", "w")
        assert reader.field
        assert reader.field.value == "How long?"
        await reader.press("enter")
        assert [ask.text for ask in reader.app.journey.visit.asks.asks] == ["How long?"]
