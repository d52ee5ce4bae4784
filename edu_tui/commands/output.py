"""Printing: what is printed is out before the command ends, and an output that fails is said."""

from __future__ import annotations

import sys

from edu_tui.errors import OutputError


def put(text: str | bytes) -> None:
    """Print it as it stands, bytes past every encoding; raises OutputError when it cannot be written."""
    from edu_tui.plain.streams import fit

    try:
        fit(sys.stdout)
        if isinstance(text, str):
            sys.stdout.write(text)
        else:
            sys.stdout.buffer.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error) from error
