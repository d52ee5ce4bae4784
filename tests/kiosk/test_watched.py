"""What whoever looks after a kiosk hears of it: a start that fails, the log they named, a terminal that is gone."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

from tests.terminal.terminal import PATIENCE, SAMPLE, surroundings

from .kiosk import Kiosk

if TYPE_CHECKING:
    from pathlib import Path


def test_a_kiosk_that_cannot_start_is_seen(home: Path) -> None:
    """Each start that fails counts in the health file, by kind and without a word, and the state stays
    `starting`; the whole sentence goes to standard error alone.
    """
    health, library = home / "health.json", home / "no-library-here"
    library.mkdir()
    for times in (1, 2):
        with Kiosk(home, "--health", str(health), library=library) as kiosk:
            assert kiosk.end() == 2
            assert library.name in kiosk.text.replace("\n", "")
        found = json.loads(health.read_text())
        assert (found["state"], found["crashes"]) == ("starting", times)
        assert found["last_error"]["code"] == "LibraryError"
        assert library.name not in health.read_text()


def test_crashes_are_noted_where_it_was_told_to(home: Path) -> None:
    """With --log they stand in that file, for its own user alone, and in no other."""
    log = home / "told" / "kiosk.txt"
    with Kiosk(home, "--log", str(log)) as kiosk:
        kiosk.welcome()
        before = kiosk.visit
        os.kill(before, signal.SIGKILL)
        kiosk.next_visit(before)
        assert "visit ended without a word: -9" in log.read_text()
        assert log.stat().st_mode & 0o777 == 0o600
        assert not kiosk.log


def test_waiting_for_a_signature_ends_with_its_terminal(home: Path, tmp_path: Path) -> None:
    """When nobody has signed anything and the terminal goes, which is no signal to a program that does not
    own it, it ends at once instead of waiting for ever.
    """
    library = tmp_path / "library"
    shutil.copytree(SAMPLE, library)
    (library / "reviews.yaml").unlink(missing_ok=True)
    (home / "clock").write_text("0")
    words = ["-m", "tests.kiosk.quick", str(home / "clock"), "kiosk", "--no-exit"]
    near, far = pty.openpty()
    termios.tcsetwinsize(far, (24, 80))
    with subprocess.Popen(
        [sys.executable, *words, "--library", str(library)],
        stdin=far, stdout=far, stderr=subprocess.DEVNULL, env=surroundings(home), start_new_session=True,
    ) as kiosk:  # fmt: skip
        os.close(far)
        shown = b""
        try:
            while b"not ready yet" not in shown and select.select([near], [], [], PATIENCE)[0]:
                shown += os.read(near, 1000)
            os.close(near)
            assert b"not ready yet" in shown
            assert kiosk.wait(PATIENCE) == 128 + signal.SIGHUP
        finally:
            kiosk.kill()
