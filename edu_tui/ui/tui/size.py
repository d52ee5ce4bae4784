"""How large the terminal is."""

from __future__ import annotations

import os

from textual.geometry import Size

USUAL = Size(80, 24)
"""The size of a terminal that was never given one."""


def kernel_size(descriptor: int) -> Size:
    """What the kernel says; it alone is asked, whatever the environment or the terminal says."""
    try:
        columns, lines = os.get_terminal_size(descriptor)
    except OSError:
        return USUAL
    return Size(columns, lines) if columns > 0 and lines > 0 else USUAL
