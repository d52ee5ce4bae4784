"""Printing: what is printed is out before the command ends, and an output that fails is said."""

from __future__ import annotations

import sys

from edu_tui.system.errors import OutputError
from edu_tui.system.shown import harmless


def put(text: str | bytes) -> None:
    """Print it: bytes as they stand, past every encoding; text without what acts on a terminal.

    Raises OutputError when it cannot be written.
    """
    from edu_tui.ui.plain.streams import fit

    try:
        fit(sys.stdout)
        if isinstance(text, str):
            sys.stdout.write(harmless(text))
        else:
            sys.stdout.buffer.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error) from error


def tell(line: str) -> None:
    """Say something beside what is printed, in a line that begins with the program's name."""
    sys.stderr.write(f"edu-tui: {harmless(line)}\n")
