"""A real learning record store for tests: Ralph, with its own folder and one key."""

from __future__ import annotations

import json
import os
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .tools import ralph

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY, SECRET = "device", "s3cret-of-the-store"
LOGIN = {"EDU_TUI_LRS_KEY": KEY, "EDU_TUI_LRS_SECRET": SECRET}
HOME = "https://clinic.example/staff"


class Store:
    """A store that is running."""

    def __init__(self, port: int, folder: Path) -> None:
        self.url = f"http://127.0.0.1:{port}/xAPI"
        self._file = folder / "data" / "fs_lrs.jsonl"

    def statements(self) -> list[dict[str, Any]]:
        """All that it has stored, in the order it came."""
        if not self._file.exists():
            return []
        return [json.loads(line) for line in self._file.read_text("utf-8").splitlines()]


@contextmanager
def running(folder: Path) -> Iterator[Store]:
    """Start it, and end it."""
    server = str(Path(__file__).with_name("lrs_server.py"))
    program = [str(ralph()), server, str(folder), KEY, SECRET]
    env = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    with subprocess.Popen(program, env=env, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout is not None
            yield Store(int(child.stdout.readline()), folder)
        finally:
            child.kill()
