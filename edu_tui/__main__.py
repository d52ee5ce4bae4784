"""`python -m edu_tui` and the `edu-tui` command."""

from __future__ import annotations

import gc
import sys
from importlib.util import find_spec

# What a start makes is nearly all kept; looking through it for cycles costs a tenth of a short command.
gc.set_threshold(20_000)

if sys.argv[1:2] == ["kiosk"] and find_spec("edu_tui.kiosk"):
    # Even the start of the start may not be stopped by a key.
    from edu_tui.kiosk.shield import ignore_signals

    ignore_signals()

from edu_tui.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
