"""The title of the terminal's window: put aside at the start, and given back at the end.

A module's title, or the library's; never anything that a person has typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.system.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

PUT_ASIDE, GIVE_BACK = "\x1b[22;0t", "\x1b[23;0t"
LONGEST = 100
"""Characters."""
_HAVE_ONE = ("xterm", "tmux", "foot", "alacritty", "kitty", "wezterm", "konsole", "vte", "gnome", "st-")  # fmt: skip
"""How the names of terminals begin that can put a title aside: what cannot be given back is left as it is."""


def has_title(environ: Mapping[str, str]) -> bool:
    """Whether this terminal has a title that can be given back."""
    term = environ.get("TERM", "")
    return term.startswith(_HAVE_ONE) or ("TMUX" in environ and term.startswith("screen"))


def titled(title: str) -> str:
    """What gives the window that title; nothing in it acts on the terminal."""
    return f"\x1b]2;{shown(title)[:LONGEST]}\a"
