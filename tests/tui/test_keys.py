"""The one table of keys, and that the screen keeps to it."""

from __future__ import annotations

import pytest

from edu_tui.journey.action import ALWAYS, ALWAYS_IN_KIOSK, BINDINGS, BY_ACTION, bottom_line
from edu_tui.ui.tui.widgets.sheet import Sheet

from .places import SOME, go
from .reader import sitting


def test_the_table_is_whole() -> None:
    """Every action has an id, a key, a label and a sentence of help; no key and no typed word comes twice."""
    keys = [key for action in BINDINGS for key in action.keys]
    typed = [action.typed for action in BINDINGS if action.typed]
    assert len(keys) == len(set(keys))
    assert len(typed) == len(set(typed))
    assert len(BY_ACTION) == len(BINDINGS)
    for action in BINDINGS:
        assert action.keys
        assert action.label
        assert action.help.endswith((".", "?"))
        assert not any("+" in key[1:] and not key.startswith("ctrl+") for key in action.keys)
    assert BY_ACTION.keys() >= ALWAYS


@pytest.mark.parametrize("place", SOME)
async def test_what_the_bottom_line_offers_works(place: str) -> None:
    """Each action that a place offers changes what is shown, by its key and by a touch."""
    async with sitting() as reader:
        await go(reader, place)
        offered = sorted(reader.app.journey.shown.keys - {"quit"})
    assert not set(offered) - BY_ACTION.keys()
    for name in offered:
        async with sitting() as reader:
            await go(reader, place)
            if reader.app.journey.shown.field is not None and name not in {"up", "open"}:
                continue
            before = reader.text
            await reader.press(BY_ACTION[name].keys[0])
            assert reader.text != before, name


@pytest.mark.parametrize("place", SOME)
async def test_help_crisis_help_and_quit_are_always_told_and_touched(place: str) -> None:
    """At every size the last line names help, crisis help and quit, fits, and can be clicked.

    On crisis help itself it is only the way back and the way out.
    """
    told = ("? Help", "! Crisis", "Q Quit") if place != "crisis" else ("Esc", "Q Quit")
    async with sitting() as reader:
        await go(reader, place)
        for width, height in ((80, 24), (40, 16)):
            await reader.resize(width, height)
            last = reader.lines[-1]
            assert len(last) <= width
            for words in told:
                assert words in last, last
            assert "..." not in last
            if place == "crisis":
                continue
            before = reader.text
            await reader.click(last.index("? Help") + 3, height - 1)
            assert reader.text != before
            assert "Help" in (reader.lines[0].strip(), before.split("\n")[0].strip())
            await reader.click(reader.lines[-1].index("! Crisis") + 1, height - 1)
            assert "Call or text 988" in reader.words
            await reader.press("escape")
        await reader.click(reader.lines[-1].index("Q Quit") + 1, height - 1)
        assert reader.app.journey.over


def test_the_bottom_line_fits() -> None:
    """Whatever is offered, the hints fit from 37 columns on, and those of rank 0 never leave."""
    offered = frozenset(BY_ACTION) - (ALWAYS_IN_KIOSK - ALWAYS)
    for width in range(37, 200):
        hints = bottom_line(offered, width, {})
        assert sum(hint.width + 1 for hint in hints) - 1 <= width
        assert {"open", "help", "crisis", "quit"} <= {hint.action for hint in hints}


@pytest.mark.parametrize("place", [*SOME, "what is kept"])
async def test_space_chooses_only_an_option_of_a_question(place: str) -> None:
    """Where no page follows, Space goes down row by row: nothing is switched, answered or left."""
    async with sitting() as reader:
        await (reader.press("k") if place == "what is kept" else go(reader, place))
        shown = reader.app.journey.shown
        if "next" in shown.keys or shown.field is not None:
            return
        await reader.top()
        for row in range(len(shown.rows) + 3):
            number = reader.app.screen.query_one("#page", Sheet).focused_row
            if shown.careful and number >= 0 and shown.rows[number].mark:
                await reader.press("down")
                continue
            place_before = reader.app.journey.place
            await reader.press("space")
            assert reader.app.journey.place is place_before
            assert reader.app.journey.shown.rows == shown.rows, row
        assert reader.app.screen.query_one("#page", Sheet).focused_row == len(shown.rows) - 1


async def test_space_chooses_an_option() -> None:
    """On the option of a question Space chooses it, and then goes on to the row that checks it."""
    async with sitting() as reader:
        await go(reader, "multiple")
        await reader.press("space")
        assert "[x]" in reader.focused
        await reader.press("space")
        assert "[x]" not in reader.text


async def test_help_lists_every_action_that_works_and_does_it() -> None:
    """From help, arrows and Enter reach each thing that a key does on the page below."""
    async with sitting() as reader:
        await go(reader, "reading")
        offered = reader.app.journey.shown.keys
        await reader.press("?")
        labels = [row.label for row in reader.app.journey.shown.rows]
    for name in offered - {"help", "open"}:
        assert any(BY_ACTION[name].help in label for label in labels), name
    for number, label in enumerate(labels):
        async with sitting() as reader:
            await go(reader, "help on reading")
            before = reader.text
            await reader.press(*["down"] * number, "enter")
            assert reader.app.journey.over or reader.text != before, label


async def test_what_is_asked_of_the_terminal_reaches_it_by_key_and_by_row() -> None:
    """Ctrl+L and Ctrl+Z, on a page, in a field and as rows of help; what is typed stays as it is."""
    asked: list[str] = []
    async with sitting() as reader:
        vars(reader.app)["_ask_terminal"] = asked.append
        reader.app.journey.visit.devices.terminal = asked.append
        await reader.press("ctrl+l", "/", "s", "ctrl+z")
        assert asked == ["redraw", "suspend"]
        assert " s" in reader.text
        await reader.press("escape", "?")
        for number, row in enumerate(reader.app.journey.shown.rows):
            if row.label.startswith("Suspend"):
                await reader.press(*["down"] * number, "enter")
        assert asked == ["redraw", "suspend", "suspend"]
        assert "What you can do" not in reader.text


async def test_a_key_that_is_not_in_the_table_does_nothing() -> None:
    """Keys that Textual or a terminal may send, its palette, copy and screenshot among them, do nothing."""
    async with sitting() as reader:
        await go(reader, "reading")
        before = reader.text
        for key in ("ctrl+p", "ctrl+backslash", "ctrl+s", "f2", "f12", "z", "x", "0", "ctrl+d", "insert", "ctrl+o"):  # fmt: skip
            await reader.press(key)
            assert reader.text == before, key
            assert reader.app.is_running
