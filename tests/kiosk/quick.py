"""The kiosk with its time in a file: `python -m tests.kiosk.quick FILE kiosk ...`.

A way in for tests alone. It starts where the clean interpreter starts, with a pace that no option, file
or variable can give: time stands still until the test writes another number of seconds into the file.
"""

from __future__ import annotations

import sys
from pathlib import Path

from edu_tui.cli import parser
from edu_tui.commands.library import settings
from edu_tui.kiosk import shield
from edu_tui.kiosk.commands import kiosk
from edu_tui.kiosk.visits.visit import KioskClock


def main() -> int:
    """Serve by that clock."""
    hands = Path(sys.argv[1])
    options = parser(["kiosk"]).parse_args(sys.argv[2:])
    shield.ignore_signals()
    pace = KioskClock(lambda: float(hands.read_text()), speed=100.0, hangs=5.0, reads=0.5)
    return kiosk.serve(options, settings(options), shield.silence(0), pace)


if __name__ == "__main__":
    sys.exit(main())
