"""What this terminal can show, asked as the full screen asks it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from edu_tui.commands.doctor.line import CheckSection, Line, note, ok, problem
from edu_tui.layout.look import depth, medium

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.system.settings.settle import Settings

COLUMNS, LINES = 40, 16
"""The smallest window that shows everything."""
PLAIN = ("Line by line works everywhere:", "edu-tui --plain")
_INPUT, _OUTPUT, _ERRORS = 0, 1, 2


def terminal(settings: Settings, environ: Mapping[str, str]) -> CheckSection:
    """The whole of it."""
    lines = [_how(settings), _term(environ), _size(), _colours(environ), _characters(settings)]
    return CheckSection("terminal", "Terminal", tuple(lines))


def _how(settings: Settings) -> Line:
    """How edu-tui opens here."""
    if settings.plain:
        source, name = settings.origins["plain"]
        why = name if source in {"flag", "environment"} else "your settings"
        return ok(f"edu-tui opens line by line here ({why})")
    if not os.isatty(_OUTPUT):
        return note(
            "the output is not a terminal, so edu-tui goes line by line",
            "To have the terminal looked at, run this by itself:",
            "edu-tui doctor",
        )
    if not os.isatty(_INPUT):
        return problem("there is no terminal to read keys from", *PLAIN)
    return ok("edu-tui opens full screen here")


def _term(environ: Mapping[str, str]) -> Line:
    term = environ.get("TERM", "")
    if not term or term == "dumb":
        return note(f"TERM is {term or 'not set'}: nothing can be drawn", *PLAIN)
    return ok(f"TERM is {term}")


def _size() -> Line:
    for descriptor in (_OUTPUT, _ERRORS, _INPUT):
        try:
            columns, lines = os.get_terminal_size(descriptor)
        except OSError:
            continue
        if columns < COLUMNS or lines < LINES:
            return problem(
                f"the window is too small: {columns} columns and {lines} lines",
                f"Make it {COLUMNS} columns and {LINES} lines or more. {PLAIN[0]}",
                *PLAIN[1:],
            )
        return ok(f"{columns} columns and {lines} lines")
    return note("no window whose size could be told")


def _colours(environ: Mapping[str, str]) -> Line:
    colours = {
        "full": "full colour",
        "sixteen": "16 colours",
        "none": "no colours, as NO_COLOR asks; nothing is lost",
    }
    return ok(colours[depth(environ)])


def _characters(settings: Settings) -> Line:
    if settings.ascii:
        return ok("ASCII characters alone, as you want it")
    if medium() == "unicode":
        return ok("UTF-8: all characters")
    return note(
        "the language settings are not UTF-8: signs and accents are spelled out",
        "Set LANG to one that ends in UTF-8, such as C.UTF-8.",
    )
