"""The counters: how many did what in a month, in one SQLite file, and nothing about any one of them.

Owns that a visit is added whole or not at all, so that a kill at any moment loses no more than the
visit that runs; that only the month that runs has exact numbers, which are rounded for good when it is
over; that nothing is ever added to a month that is over, whatever the clock says; and that the month
that runs is not told, so that nobody learns of a visit by asking before and after it.
"""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.counted import rounded
from edu_tui.learning.tally import Cell
from edu_tui.records.refusal import refusal
from edu_tui.records.store import Store
from edu_tui.system.errors import CountersError, RecordsError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from edu_tui.learning.tally import Tally
    from edu_tui.records.migrate import Step
    from edu_tui.system.errors import Reason

APPLICATION = 0x65647563
"""Marks the file as counters ("educ"), which are no records."""
MOST = 10**9
"""More than one waiting room counts of anything."""
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.A)
_ADD = "insert into tally values (?, ?, ?, ?, ?, ?, ?) on conflict do update set n = n + excluded.n"
_CELLS = "select module, language, unit, version, what, n from tally where month = ?"


def _by_day(db: sqlite3.Connection) -> None:
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


def _by_month(db: sqlite3.Connection) -> None:
    """Days become the months they are in, and all months but the last are over."""
    db.execute("""
        create table month (
          number integer primary key,
          name text not null,
          is_over integer not null default 0 check (is_over in (0, 1))
        ) strict""")
    db.execute("alter table tally rename to days")
    db.execute("""
        create table tally (
          month integer not null references month (number),
          module text not null, language text not null,
          unit text not null, version text not null,
          what text not null,
          n integer not null check (n > 0),
          primary key (month, module, language, unit, version, what)
        ) strict, without rowid""")
    for change, row in (("insert", "new"), ("update", "old"), ("delete", "old")):
        db.execute(f"""
            create trigger tally_of_a_month_that_is_over_{change} before {change} on tally
            when (select is_over from month where number = {row}.month)
            begin select raise(abort, 'a month that is over never changes'); end""")
    months = db.execute("select distinct substr(day, 1, 7) from days order by 1").fetchall()
    for (name,) in months:
        number = _turn(db, name)
        db.execute(
            "insert into tally select ?, module, language, unit, version, what, sum(n) from days"
            " where substr(day, 1, 7) = ? group by 2, 3, 4, 5, 6",
            (number, name),
        )
    db.execute("drop table days")


STEPS: tuple[Step, ...] = (_by_day, _by_month)


class Month(NamedTuple):
    """A month that is over, as it is told: for ever the same."""

    name: str
    """`2026-11`."""
    cells: Mapping[Cell, int]
    """Rounded numbers; what is not there is not told."""


class Counters:
    """One file of counters. Making one touches no disk; the first visit makes the file."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._store = Store(path, clock, STEPS, APPLICATION)
        self.left_out = 0
        """Numbers that cannot be right, when months were asked for last: of no month, or larger than any."""

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def aside(self) -> str:
        """The name that a damaged file has been given, while new counters begin; empty when all is well."""
        return self._store.aside

    def add(self, tally: Tally, month: str) -> None:
        """Add a visit that is over to its month (`2026-12`); on the disk when this returns.

        Where a later month has begun it is counted with that. Raises CountersError; then nothing of the
        visit is in the file, and it may be tried again.
        """
        cells = tally.cells()

        def work(db: sqlite3.Connection) -> None:
            number = _turn(db, max(_running(db)[1], month))
            db.executemany(_ADD, [(number, *cell, 1) for cell in cells])

        _check(month)
        with self._told():
            self._store.write(work)

    def begin(self, month: str) -> None:
        """Let that month run; the one that ran before is over, and of it only rounded numbers stay.

        Where nothing has been counted nothing is done. Raises CountersError.
        """
        _check(month)
        with self._told():
            if not self._is_empty():
                self._store.write(lambda db: _turn(db, month))

    def months(self, since: str = "") -> tuple[Month, ...]:
        """The months that are over, from that one on; the file is only looked at. Raises CountersError."""

        def work(db: sqlite3.Connection) -> tuple[Month, ...]:
            over = "select number, name from month where is_over and name >= ? order by number"
            months, self.left_out = [], 0
            for number, name in db.execute(over, (since,)).fetchall():
                cells = dict(_cells(db, number))
                sound = {cell: n for cell, n in cells.items() if n <= MOST}
                if _MONTH.fullmatch(name) is None:
                    sound = {}
                else:
                    months.append(Month(name, sound))
                self.left_out += len(cells) - len(sound)
            return tuple(months)

        with self._told():
            return () if self._is_empty() else self._store.read(work, (), in_place=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors in the words of whoever looks after the counters; nothing is left beside the file."""
        try:
            yield
        except RecordsError as error:
            raise refused(error.reason, self.path) from error
        finally:
            # What SQLite keeps beside the file would tell one visit from the next, and a copy from
            # before a new version has exact numbers: they go with this.
            self._store.scrub()
            self._store.close()

    def _is_empty(self) -> bool:
        """Whether nothing is there, or a file that nothing was written to."""
        try:
            return self.path.stat().st_size == 0
        except FileNotFoundError:
            return True
        except OSError as error:
            raise refusal(error, self.path) from error


def this_month() -> str:
    """By the clock of this machine: `2026-12`."""
    return time.strftime("%Y-%m")


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


def _check(month: str) -> None:
    if not _MONTH.fullmatch(month):
        raise ValueError(f"not a month: {month!r}")


def _cells(db: sqlite3.Connection, month: int) -> Iterator[tuple[Cell, int]]:
    return ((Cell(*cell), n) for *cell, n in db.execute(_CELLS, (month,)))


def _running(db: sqlite3.Connection) -> tuple[int, str]:
    """Number and name of the month that runs; 0 and empty where none does."""
    row = db.execute("select number, name from month where not is_over").fetchone()
    return row or (0, "")


def _turn(db: sqlite3.Connection, month: str) -> int:
    """Its number, now that this month runs; another that ran is rounded and over."""
    number, name = _running(db)
    if number and name != month:
        _end(db, number)
    if not number or name != month:
        number = db.execute("insert into month (name) values (?)", (month,)).lastrowid or 0
    return number


def _end(db: sqlite3.Connection, month: int) -> None:
    """What is told of it takes the place of what was counted."""
    kept = rounded(dict(_cells(db, month)))
    db.execute("delete from tally where month = ?", (month,))
    db.executemany(_ADD, [(month, *cell, n) for cell, n in sorted(kept.items())])
    db.execute("update month set is_over = 1 where number = ?", (month,))
