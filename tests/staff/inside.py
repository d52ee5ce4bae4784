"""The program's commands in this very process: for tests that run many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.cli import main
from tests.plain.program import Ran

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


class Inside:
    """A home of its own, and what a command there prints."""

    def __init__(
        self,
        home: Path,
        library: Path,
        patch: pytest.MonkeyPatch,
        capture: pytest.CaptureFixture[str],
    ) -> None:
        self.home, self.library, self._capture = home, library, capture
        home.mkdir(exist_ok=True)
        for name, value in {"HOME": str(home), "TZ": "UTC", "EDU_TUI_DATA": str(home)}.items():
            patch.setenv(name, value)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home / "xdg"))

    def run(self, *words: str) -> Ran:
        """Its exit code, and what it printed; a traceback of the program is one of the test."""
        self._capture.readouterr()
        status = main(["--library", str(self.library), *words])
        output = self._capture.readouterr()
        return Ran(status, output.out, output.err)
