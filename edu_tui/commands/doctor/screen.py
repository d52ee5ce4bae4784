"""The screen of a kiosk: how high its letters are, from what the screen says of its own size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.commands.doctor.line import CheckSection, Line, note, ok, problem
from edu_tui.commands.doctor.read import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CAPITALS = {"8x16": 10, "12x24": 15, "14x28": 18, "16x32": 20}
"""Pixels of a capital letter in Debian's Terminus, by its cell."""
SMALLEST = 4.8
"""Millimetres of a capital letter: what the rules for kiosks ask for."""
_EDID = b"\x00\xff\xff\xff\xff\xff\xff\x00"
_WHOLE = frozenset({"Lat15", "Uni1", "Uni2", "Uni3", "Vietnamese"})
"""Debian's sets of characters that have everything the program draws, and all letters of Western Europe."""


FONT = (
    """sed -i -e 's/^CODESET=.*/CODESET="Lat15"/' -e 's/^FONTFACE=.*/FONTFACE="TerminusBold"/' """
    """-e 's/^FONTSIZE=.*/FONTSIZE="16x32"/' /etc/default/console-setup"""
)
_RESTART = "For a large font with all characters, from the next restart on:"


class Panel(NamedTuple):
    """A screen that is plugged in."""

    name: str
    columns: int
    """Pixels across."""
    width: int
    """Millimetres across."""


def screen(root: Path, environ: Mapping[str, str]) -> CheckSection:
    """The whole of it."""
    if not environ.get("TERM", "").startswith("linux"):
        lines = [
            ok(
                "a graphical terminal: touch, a font of your choice, Chinese, Japanese and Korean too"
            ),
            note(
                "how high its letters are cannot be told from here",
                f"Measure a capital letter: {SMALLEST} mm or more. The size is in foot.ini.",
            ),
        ]
        return CheckSection("screen", "Screen", tuple(lines))
    setup = read(root / "etc/default/console-setup")
    cell = _value(setup, "FONTSIZE")
    screens = panels(root)
    lines = [_glyphs(_value(setup, "CODESET")), *[_height(panel, cell) for panel in screens]]
    if not screens:
        lines.append(
            note(
                "no screen says how large it is",
                f"Measure a capital letter: {SMALLEST} mm or more. docs/kiosk.md has a table.",
            )
        )
    return CheckSection("screen", "Screen", tuple(lines))


def _glyphs(code: str) -> Line:
    known = "a console: keyboard alone, Latin letters alone, 16 colours"
    if code in _WHOLE:
        return ok(f"{known}; its font has all that is drawn")
    return note(
        f"{known}; which characters its font has is not known ({code or 'no CODESET'})",
        _RESTART,
        FONT,
    )


def _height(panel: Panel, cell: str) -> Line:
    capital = CAPITALS.get(cell)
    where = f"{panel.columns} pixels on {panel.width} mm ({panel.name})"
    if capital is None:
        return note(
            f"the size of the console's font is not known; the screen has {where}",
            _RESTART,
            FONT,
        )
    height = capital * panel.width / panel.columns
    columns = panel.columns // int(cell.partition("x")[0])
    message = f"capital letters are {height:.1f} mm high, {columns} columns: {cell} at {where}"
    if height >= SMALLEST - 0.05:
        return ok(message)
    if cell != "16x32":
        return problem(message, f"{SMALLEST} mm is the least. {_RESTART}", FONT)
    return problem(
        message,
        f"{SMALLEST} mm is the least. Lower the resolution (video= on the kernel's command line), "
        "or double the font (setfont -d): docs/kiosk.md has a table.",
    )


def panels(root: Path) -> list[Panel]:
    """The screens that are plugged in and say how large they are."""
    result = []
    for path in sorted((root / "sys/class/drm").glob("*/edid")):
        try:
            panel = panel_of(path.parent.name, path.read_bytes())
        except OSError:
            continue
        if panel is not None:
            result.append(panel)
    return result


def panel_of(name: str, edid: bytes) -> Panel | None:
    """What a screen says of itself: its first timing, which is the one it likes best."""
    if len(edid) < 128 or not edid.startswith(_EDID):
        return None
    timing = edid[54:72]
    columns = timing[2] | (timing[4] & 0xF0) << 4
    width = timing[12] | (timing[14] & 0xF0) << 4
    clocked = timing[0] or timing[1]
    return Panel(name, columns, width) if clocked and columns and width else None


def _value(text: str, key: str) -> str:
    screens = re.findall(rf"^\s*{key}=[\"']?([\w.+-]*)", text, re.M)
    return screens[-1] if screens else ""
