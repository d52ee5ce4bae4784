"""The library under a kiosk that runs: what is not whole does not come before visitors."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from edu_tui.kiosk.library import LibraryReading
from edu_tui.library.open_library import OpenLibrary
from tests.terminal.terminal import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path


def test_a_library_that_is_being_copied_stays_as_it_was_until_it_can_be_read(
    tmp_path: Path,
) -> None:
    """Gone, half there or no library at all: visits get the one before; whole again they get the new one."""
    folder = tmp_path / "library"
    shutil.copytree(SAMPLE, folder)
    reading = LibraryReading(OpenLibrary(folder, None))
    before, whole = reading.library, (folder / "library.yaml").read_text()
    for half in (whole[: len(whole) // 3], "", "format: [", None):
        (folder / "library.yaml").unlink()
        if half is not None:
            (folder / "library.yaml").write_text(half)
        reading.look_again(lambda: False)
        assert reading.library == before
        (folder / "library.yaml").write_text(whole)
    (folder / "library.yaml").write_text(whole.replace("Sample library", "Another library"))
    reading.look_again(lambda: False)
    assert reading.library != before
    assert "Another library" in str(reading.library.contents)
