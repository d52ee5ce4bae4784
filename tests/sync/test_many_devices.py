"""Fifty devices at once into one PostgreSQL, while all that can happen to them and to it does happen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import psutil
import psycopg

from edu_tui.staff.sync.central import CentralTarget
from tests.central.server import running
from tests.plain.program import environment

from .device import Device

if TYPE_CHECKING:
    from tests.central.server import Postgres

DEVICES, RECORDS = 50, CentralTarget.most + 100
"""More records than go at once, so that each device may be struck between two sendings."""
KILLS, CUTS, CRASHES = 20, 30, 2
BETWEEN_CRASHES = DEVICES * RECORDS // (CRASHES + 2)
"""Records that come in before the next."""
LOADED = "import psycopg, edu_tui.staff.commands.sync, edu_tui.staff.sync.central, edu_tui.staff.sync.sender"
COUNT = "select count(*) from edu_tui.record"
CUT = """
select count(pg_terminate_backend(pid)) from pg_stat_activity
where application_name = 'edu-tui' and random() < 0.5"""


class Storm:
    """The senders, and what happens to them."""

    def __init__(self, postgres: Postgres, url: str, folders: list[Path]) -> None:
        self.postgres, self.url = postgres, url
        self.lot = Random("storm")
        # What all of them load is made ready once; fifty times would be most of the work.
        subprocess.run(
            [sys.executable, "-c", LOADED], env=self._environment(folders[0]), check=True
        )
        self.running = {folder: self._start(folder) for folder in folders}
        self.killed = self.cut = self.crashed = self.restarted = 0
        self._seen = 0

    def _start(self, folder: Path) -> psutil.Popen:
        words = [sys.executable, "-m", "edu_tui", "sync", "--to", self.url]
        nothing = subprocess.DEVNULL
        env = self._environment(folder)
        return psutil.Popen(words, env=env, stdin=nothing, stdout=nothing, stderr=nothing)

    def _environment(self, folder: Path) -> dict[str, str]:
        env = environment(folder, EDU_TUI_DATA=str(folder))
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        return env

    def blow(self) -> None:
        """Until every sender has ended well; one that did not is started again, as a timer would."""
        while self.running:
            psutil.wait_procs(list(self.running.values()), timeout=0.05)
            for folder, sender in list(self.running.items()):
                if (code := sender.poll()) is not None:
                    del self.running[folder]
                    if code:
                        self.restarted += 1
                        self.running[folder] = self._start(folder)
            self._happen()

    def _happen(self) -> None:
        """Something, each time records have arrived."""
        with suppress(psycopg.Error):
            ((there,),) = self.postgres.ask(self.url, COUNT)
            assert isinstance(there, int)
            if there == self._seen:
                return
            self._seen = there
            self._kill()
            if self.cut < CUTS:
                ((cut,),) = self.postgres.ask(self.url, CUT)
                assert isinstance(cut, int)
                self.cut += cut
            if self.crashed < CRASHES and there > (self.crashed + 1) * BETWEEN_CRASHES:
                self.crashed += 1
                self.postgres.stop()
                self.postgres.start()

    def _kill(self) -> None:
        if self.killed < KILLS and self.running:
            self.killed += 1
            sender = self.lot.choice(list(self.running.values()))
            with suppress(psutil.NoSuchProcess):
                os.kill(sender.pid, signal.SIGKILL)


def test_fifty_devices_in_a_storm(tmp_path: Path) -> None:
    """Lines are cut, senders killed, the server crashes: afterwards each record is there once, all marked sent."""
    devices = []
    for number in range(DEVICES):
        folder = tmp_path / str(number)
        folder.mkdir()
        devices.append(Device(folder, RECORDS, f"storm {number}"))
    data = Path(tempfile.gettempdir()) / f"edu-tui-storm-{os.getpid()}"
    with running(data) as postgres:
        url = postgres.url()
        storm = Storm(postgres, url, [device.path.parent for device in devices])
        storm.blow()
        there = postgres.ask(url, "select id, digest from edu_tui.record")
    print(f"killed {storm.killed}, cut {storm.cut}, crashed {storm.crashed}, begun again {storm.restarted}")  # fmt: skip
    assert len(there) == DEVICES * RECORDS
    assert set(there) == {
        (record.id, record.digest) for device in devices for record in device.records
    }
    sent = [("sent", RECORDS)]
    marked = "select state, count(*) from delivery where target = ? group by state"
    assert all(device.ask(marked, CentralTarget(url).name) == sent for device in devices)
    # How much happens depends on the machine; that it happened does not.
    assert min(storm.killed, storm.cut, storm.restarted) > 5
    assert storm.crashed > 0
