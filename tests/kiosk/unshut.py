"""The kiosk, but its own user may look into it: `python -m tests.kiosk.unshut kiosk ...`.

A way in for tests alone. The system shows root everything; to others a kiosk's memory and open files are
closed, also to the user it runs as, and so to the tests. It starts where the clean interpreter starts.
"""

from __future__ import annotations

import sys

from edu_tui.cli import parser
from edu_tui.commands.library import settings
from edu_tui.kiosk import shield
from edu_tui.kiosk.commands import kiosk


def main() -> int:
    """Serve with all of the shield but that."""
    options = parser(["kiosk"]).parse_args(sys.argv[1:])
    shield.ignore_signals()
    shield.keep_memory_private = lambda: None
    return kiosk.serve(options, settings(options), shield.silence(0))


if __name__ == "__main__":
    sys.exit(main())
