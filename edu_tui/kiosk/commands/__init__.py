"""The commands of a kiosk: the kiosk itself, and what it has counted."""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    "kiosk": "the library on a screen in a waiting room: locked, and nothing is kept",
    "stats": "what was counted in a waiting room, for who writes the texts",
}
"""Name and one line of help; `NAME` is its module."""
