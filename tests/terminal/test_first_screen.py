"""The first screen in different terminals, and the cursor on each row after each key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from edu_tui.ui.tui.palette import CONTRAST_16, DARK_16, LIGHT_16, Palette

from .terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

HOME = ("Sample library", "The day itself", "A small part", "Q Quit", "6 min")
TERMINALS: dict[str, dict[str, Any]] = {
    "xterm": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "256 colours": {"TERM": "xterm-256color"},
    "linux": {"TERM": "linux"},
    "vt100": {"TERM": "vt100"},
    "no colour": {"NO_COLOR": "1"},
    "no colour on linux": {"NO_COLOR": "1", "TERM": "linux"},
    "not UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def moved(terminal: Terminal, line: int) -> bool:
    """Whether the mark is not there any more."""
    return line not in terminal.marked


def cursor_is_on_the_mark(terminal: Terminal) -> bool:
    """Whether the real cursor is shown and stands at the only mark of focus."""
    cursor = terminal.screen.cursor
    (line,) = terminal.marked
    return not cursor.hidden and cursor.y == line and terminal.lines[line][cursor.x] == ">"


@pytest.mark.parametrize("name", TERMINALS)
def test_the_first_screen_and_its_cursor(home: Path, name: str) -> None:
    """Home is whole in every kind of terminal, and the cursor follows the mark through the rows."""
    with Terminal(home, **TERMINALS[name]) as terminal:
        terminal.wait_for(*HOME)
        assert "Not yet reviewed by a clinician" in terminal.text
        assert cursor_is_on_the_mark(terminal)
        for _ in range(3):
            (before,) = terminal.marked
            terminal.press("down")
            terminal.wait(partial(moved, terminal, before), "a move")
            assert cursor_is_on_the_mark(terminal), terminal.text
        terminal.press("up")
        assert cursor_is_on_the_mark(terminal)
        terminal.press("1", "Step by step")
        assert cursor_is_on_the_mark(terminal)
        terminal.press("1", "Which one is yours?")
        assert cursor_is_on_the_mark(terminal)
        terminal.press("b", "See if it is clear")
        assert cursor_is_on_the_mark(terminal)
        if name == "not UTF-8":
            assert terminal.raw.isascii()


@pytest.mark.parametrize("name", ["no colour", "no colour on linux"])
def test_no_colour_means_none(home: Path, name: str) -> None:
    """Under NO_COLOR no code for a colour is written, from the first screen to a question."""
    with Terminal(home, **TERMINALS[name]) as terminal:
        through_some_screens(terminal)
        assert terminal.colours <= {"39", "49"}, terminal.colours


def test_a_console_gets_its_sixteen_colours(home: Path) -> None:
    """Under TERM=linux only the colours that the twins name are written, dark, light and in high contrast."""
    with Terminal(home, **TERMINALS["linux"]) as terminal:
        through_some_screens(terminal)
        assert terminal.colours
        assert terminal.colours <= named(DARK_16, LIGHT_16, CONTRAST_16), terminal.colours


def named(*palettes: Palette) -> set[str]:
    """The codes of the colours that the palettes name by number."""
    styles = [
        style for each in palettes for style in (each.ground, each.focused, *each.tones.values())
    ]
    fronts = {style.color.number for style in styles if style.color}
    backs = {style.bgcolor.number for style in styles if style.bgcolor}
    codes = {"39", "49"}
    for first, numbers in ((30, fronts), (40, backs)):
        codes |= {str(first + n if n < 8 else first + 52 + n) for n in numbers if n is not None}
    return codes


def through_some_screens(terminal: Terminal) -> None:
    """Home, a module, help, find, a question, light where there are colours."""
    terminal.wait_for(*HOME)
    terminal.press("1", "Step by step")
    terminal.press("3", "question 1 of 5")
    terminal.press("?", "What you can do")
    terminal.press("\x1b", "question 1 of 5")
    if terminal.colours - {"39", "49"}:
        terminal.press("t")
        terminal.press("t")
    terminal.press("h", *HOME)
    terminal.press("/", "Find:")
    terminal.press("r")
    terminal.press("i", "ri")


def test_typing_moves_the_cursor(home: Path) -> None:
    """In the field the cursor stands after what is typed, on the line under the marked label."""
    with Terminal(home) as terminal:
        terminal.wait_for("The day itself", "Q Quit")
        terminal.press("/", "Find:")
        for typed in ("s", "sa", "saf"):
            terminal.press(typed[-1], f" {typed}\n")
            (label,) = terminal.marked
            cursor = terminal.screen.cursor
            assert not cursor.hidden
            assert cursor.y == label + 1
            assert terminal.lines[label + 1][: cursor.x].endswith(typed)
        terminal.press("down")
        assert cursor_is_on_the_mark(terminal)
        terminal.press("backspace", " sa\n")
        assert terminal.screen.cursor.y == label + 1
        terminal.press("escape", "The day itself")
        assert cursor_is_on_the_mark(terminal)


def test_ascii_is_all_that_is_drawn_where_it_is_asked_for(home: Path) -> None:
    """With --ascii a page with a picture and a box writes no byte beyond ASCII but the author's own."""
    with Terminal(home, "--ascii") as terminal:
        terminal.wait_for("The day itself", " min")
        terminal.press("1", "Read about it")
        terminal.press("2", "Remember")
        assert "+- Remember ---" in terminal.text
        assert set(terminal.raw.decode()) & set("│─┌┐└┘■·●█↓") == set()


def test_the_library_that_ships_opens(home: Path) -> None:
    """Without a word more the program opens what ships with it, and a part of it can be read."""
    with Terminal(home, library=None) as terminal:
        terminal.wait_for("Ketamine therapy", " min", "Q Quit")
        assert "Not yet reviewed by a clinician" in terminal.text
        terminal.press("1", "Read about it")
