"""A device with records of its own, and what it sends with; waits are noted, not waited."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING, Any

from edu_tui.staff.records.schema import SENT_KINDS
from edu_tui.staff.sync.outbox import Outbox
from edu_tui.staff.sync.pace import RetryPace
from edu_tui.staff.sync.sender import Sender, Sent
from tests.staff.records import NOON, fill, some_records

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.staff.records.record import Record
    from edu_tui.staff.sync.target import Target


class Device:
    """One device."""

    def __init__(self, folder: Path, number: int, seed: str = "", *, records: list[Record] | None = None) -> None:  # fmt: skip
        self.path = folder / "staff.sqlite"
        self.records = some_records(number, seed) if records is None else records
        fill(self.path, self.records)
        self.waits: list[float] = []
        self.told: list[int] = []

    @property
    def sent_ids(self) -> set[str]:
        """Ids of the records that leave the device for a central database."""
        return {record.id for record in self.records if record.kind in SENT_KINDS}

    def send(self, target: Target) -> Sent:
        """One run; closes what it used."""
        outbox = Outbox(self.path, lambda: NOON / 1000)
        pace = RetryPace(self.waits.append, Random("pace"))
        try:
            return Sender(outbox, target, pace, self.told.append).run()
        finally:
            outbox.close()
            target.close()

    def states(self, target: str) -> dict[str, tuple[str, str]]:
        """State and reason of each record that was ever to be sent there."""
        query = "select id, state, reason from delivery where target = ?"
        return {name: (state, reason) for name, state, reason in self.ask(query, target)}

    def ask(self, query: str, *given: object) -> list[tuple[Any, ...]]:
        """Ask the file itself, or do something to it."""
        with closing(sqlite3.connect(self.path)) as db, db:
            return db.execute(query, given).fetchall()
