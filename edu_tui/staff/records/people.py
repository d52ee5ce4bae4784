"""Learners in the staff file of a device, their PINs, and the device itself: within a transaction that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from edu_tui.staff.records.learners import alike, still_to_wait
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    import sqlite3


class Tried(NamedTuple):
    """What is known of a learner's PIN."""

    pin: str = ""
    """Its hash; empty for none."""
    wrong: int = 0
    """Wrong tries in a row."""
    at: int = 0
    """Seconds since 1970 of the last of them."""


def learners(db: sqlite3.Connection) -> list[str]:
    """Ids of those who were added, in order."""
    return [name for (name,) in db.execute("select id from learner order by id")]


def add(db: sqlite3.Connection, learner: str) -> bool:
    """Add a learner; False where they are there already.

    Raises UsageError for an id that differs from one that is there by capital letters alone.
    """
    there = learners(db)
    if learner in there:
        return False
    twins = alike(learner, there)
    if twins:
        raise UsageError(
            f"{learner} differs from {twins[0]}, who is here, by capital letters alone. If it is the same "
            f"person, write {twins[0]}; if not, give them another id."
        )
    db.execute("insert into learner (id) values (?)", (learner,))
    return True


def tried(db: sqlite3.Connection, learner: str) -> Tried:
    """Their PIN, and how often in a row it was tried in vain."""
    query = "select pin, wrong, tried from learner where id = ?"
    row = db.execute(query, (learner,)).fetchone()
    return Tried(*row) if row else Tried()


def set_pin(db: sqlite3.Connection, learner: str, hashed: str) -> None:
    """Keep the hash of a PIN; empty takes it away."""
    db.execute("update learner set pin = ?, wrong = 0, tried = 0 where id = ?", (hashed, learner))


def count_try(db: sqlite3.Connection, learner: str, now: float) -> Tried | None:
    """Count a try as wrong; how it stood before. None, and nothing is counted, while there is to wait."""
    before = tried(db, learner)
    if still_to_wait(before.wrong, before.at, now):
        return None
    query = "update learner set wrong = max(wrong, 0) + 1, tried = ? where id = ?"
    db.execute(query, (int(now), learner))
    return before


def was_right(db: sqlite3.Connection, learner: str, hashed: str) -> bool:
    """That PIN was right: wrong tries are forgotten. False where it has been changed meanwhile."""
    query = "update learner set wrong = 0, tried = 0 where id = ? and pin = ?"
    return db.execute(query, (learner, hashed)).rowcount > 0


def device(db: sqlite3.Connection) -> str:
    """The device's UUID; one is made where the file has none."""
    row = db.execute("select id from device").fetchone()
    if row is None:
        row = (str(uuid4()),)
        db.execute("insert into device values (?)", row)
    return str(row[0])
