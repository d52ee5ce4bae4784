"""The counters: how many did what on a day, in one SQLite file, and nothing about any one of them.

Owns that a visit is added whole or not at all, so that a kill at any moment loses no more than the
visit that runs; that no finished day of fewer than `FEWEST` visits stays by itself (it is counted with
the next day on which someone came); and that days are told only once they are over, so that nobody
learns of a visit by asking before and after it.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.errors import CountersError, RecordsError
from edu_tui.learning.tally import VISIT, Cell
from edu_tui.records.refusal import refusal
from edu_tui.records.store import Store
from edu_tui.wording import say

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from edu_tui.errors import Reason
    from edu_tui.learning.tally import Tally
    from edu_tui.records.migrate import Step

APPLICATION = 0x65647563
"""Marks the file as counters ("educ"), which are no records."""
FEWEST = 5
"""So many visits, or people, are told of together, and never fewer."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.A)
_ADD = (
    "insert into tally (day, module, language, unit, version, what, n) {rows}"
    " on conflict do update set n = n + excluded.n"
)
_SMALL = "select day from tally where module = '' and what = 'visit' and day < ? and n < " + str(
    FEWEST
)


def _first(db: sqlite3.Connection) -> None:
    # Without row numbers: they would tell in which order things came.
    db.execute("""
        create table tally (
          day text not null,
          module text not null, language text not null,
          unit text not null, version text not null,
          what text not null,
          n integer not null check (n > 0),
          primary key (day, module, language, unit, version, what)
        ) strict, without rowid""")


STEPS: tuple[Step, ...] = (_first,)


class Sums(NamedTuple):
    """What was counted on the days that can be told of."""

    days: int
    first: str
    """The first of these days; empty where there are none."""
    last: str
    cells: Mapping[Cell, int]

    @property
    def visits(self) -> int:
        """How many visits."""
        return self.cells.get(VISIT, 0)


NOTHING = Sums(0, "", "", {})


class Counters:
    """One file of counters. Making one touches no disk; the first visit makes the file."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._store = Store(path, clock, STEPS, APPLICATION)

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def notice(self) -> str:
        """What whoever looks after it should know, in one line; empty when all is well."""
        if not self._store.aside:
            return ""
        return say(
            "The counters were damaged. They are kept as {file}, and new ones begin.",
            file=self._store.aside,
        )

    def add(self, tally: Tally, day: str) -> None:
        """Add a visit that is over to its day (`2026-12-01`); on the disk when this returns.

        Raises CountersError; then nothing of the visit is in the file, and it may be tried again.
        """
        if not _DAY.fullmatch(day):
            raise ValueError(f"not a day: {day!r}")
        rows = [(day, *cell) for cell in tally.cells()]

        def work(db: sqlite3.Connection) -> None:
            _gather(db, day)
            db.executemany(_ADD.format(rows="values (?, ?, ?, ?, ?, ?, 1)"), rows)

        try:
            self._store.write(work)
        except RecordsError as error:
            raise refused(error.reason, self.path) from error
        finally:
            # What SQLite keeps beside the file would tell one visit from the next: it goes with this.
            self._store.close()

    def sums(self, today: str, since: str = "") -> Sums:
        """What was counted from that day on, without today; the file is only looked at.

        Raises CountersError.
        """
        given = (since, today)

        def work(db: sqlite3.Connection) -> Sums:
            days = (
                "select day from tally where module = '' and what = 'visit'"
                f" and day >= ? and day < ? and n >= {FEWEST}"
            )
            told = db.execute(f"select count(*), min(day), max(day) from ({days})", given)
            count, first, last = told.fetchone()
            rows = db.execute(
                "select module, language, unit, version, what, sum(n) from tally"
                f" where day in ({days}) group by 1, 2, 3, 4, 5",
                given,
            )
            return Sums(count, first or "", last or "", {Cell(*one): n for *one, n in rows})

        try:
            if self._is_empty():
                return NOTHING
            return self._store.read(work, NOTHING, in_place=True)
        except RecordsError as error:
            raise refused(error.reason, self.path) from error
        finally:
            self._store.close()

    def _is_empty(self) -> bool:
        """Whether nothing is there, or a file that nothing was written to."""
        try:
            return self.path.stat().st_size == 0
        except FileNotFoundError:
            return True
        except OSError as error:
            raise refusal(error, self.path) from error


def refused(reason: Reason, path: Path) -> CountersError:
    """A refusal in the words of whoever looks after the counters."""
    facts = {
        "full": say("The disk is full, or no more may be written to it."),
        "read-only": say("The counters cannot be opened: the folder or the file does not allow it."),
        "busy": say("Another program is using the counters."),
        "damaged": say("These are no counters, or they are damaged. They are left as they are."),
        "newer": say("The counters are from a newer edu-tui: install that. They are left as they are."),
        "not-a-file": say("Where the counters should be is something else."),
        "other": say("The counters cannot be opened."),
    }  # fmt: skip
    return CountersError(reason, f"{facts[reason]} ({path})")


def _gather(db: sqlite3.Connection, day: str) -> None:
    """Days before this one on which too few came are counted with it, so that none stands alone."""
    rows = f"select ?, module, language, unit, version, what, n from tally where day in ({_SMALL})"
    small = db.execute(_SMALL, (day,)).fetchall()
    if small:
        db.execute(_ADD.format(rows=rows), (day, day))
        db.executemany("delete from tally where day = ?", small)
