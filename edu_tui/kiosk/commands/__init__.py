"""The commands of a kiosk: the kiosk itself, and what it has counted."""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    "kiosk": "run the library on a waiting-room screen: locked, nothing is kept",
    "stats": "usage counts from a kiosk, for authors",
}
"""Name and one line of help; `NAME` is its module."""
