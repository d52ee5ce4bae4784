"""`python -m edu_tui` and the `edu-tui` command."""

from __future__ import annotations

import sys

from edu_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
