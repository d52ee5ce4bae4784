"""What this terminal can show: how many colours, which characters. Asks its surroundings alone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.layout.line import Medium

Depth = Literal["full", "sixteen", "none"]


def depth(environ: Mapping[str, str]) -> Depth:
    """No colour where `NO_COLOR` says so (no-color.org); 16 on a console and where no more is said."""
    if environ.get("NO_COLOR"):
        return "none"
    term = environ.get("TERM", "")
    if environ.get("COLORTERM") in {"truecolor", "24bit"} or "256" in term or "kitty" in term:
        return "full"
    return "sixteen"


def has_halves(medium: Medium, environ: Mapping[str, str]) -> bool:
    """Whether half blocks can be drawn: the fonts of the Linux console have none."""
    return medium == "unicode" and not environ.get("TERM", "").startswith("linux")


def medium() -> Medium:
    """Line characters where the output is UTF-8, else ASCII."""
    encoding = (getattr(sys.__stdout__, "encoding", "") or "").lower().replace("-", "")
    return "unicode" if encoding == "utf8" else "ascii"
