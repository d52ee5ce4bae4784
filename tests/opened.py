"""The libraries that tests open again and again, read once by each process.

The index of one that was read goes to the next as it goes to each visit of a kiosk. What its files say
is still looked at each time: a file that has changed since is read again.
"""

from __future__ import annotations

from pathlib import Path

from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.paths import shipped_library

UNCHANGED = {Path(__file__).parent / "tui" / "sample", shipped_library()}
"""No test writes to these."""
_indexes: dict[Path, bytes] = {}


def opened(folder: Path) -> OpenLibrary:
    """That library, opened without a cache; one that no test writes to is read before, once."""
    open_library = OpenLibrary(folder, None)
    if folder in UNCHANGED:
        if folder not in _indexes:
            open_library.refresh("en")
            _indexes[folder] = open_library.pack()
        open_library.unpack(_indexes[folder])
    return open_library
