"""The tables of the staff file on a device, as the steps from one version to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from edu_tui.records.migrate import Step

APPLICATION = 0x65647573
"""Marks the file as staff records ("edus")."""
SENT_KINDS = (
    "enrolled",
    "completed",
    "began",
    "voided",
    "answered",
    "passed",
    "failed",
    "observed",
)
"""Kinds that leave the device, an `answered` only under an attempt; reading and practice stay."""


def _first(db: sqlite3.Connection) -> None:
    _records(db)
    _people(db)
    # A record without a row here has not been tried yet. `body` is exactly what was or will be sent.
    db.execute("""
        create table delivery (
          target text not null, id text not null references record (id),
          state text not null check (state in ('waiting', 'sent', 'parked')),
          body blob, reason text not null default '',
          tries integer not null default 0, at integer not null,
          primary key (target, id)
        ) strict, without rowid""")
    db.execute("create index delivery_waiting on delivery (target, tries) where state = 'waiting'")


def _records(db: sqlite3.Connection) -> None:
    db.execute("""
        create table record (
          serial integer primary key autoincrement,
          id text not null unique,
          site text not null, device text not null, learner text not null,
          at integer not null, kind text not null,
          course text not null, module text not null, language text not null, version text not null,
          unit text not null, unit_version text not null,
          attempt text not null, "try" integer not null, result text not null,
          must_know integer not null, misconceptions text not null,
          detail text not null, digest text not null
        ) strict""")
    db.execute("create index record_of_learner on record (learner, serial)")
    db.execute("create index record_of_kind on record (site, kind, module, learner, at)")
    for change in ("update", "delete"):
        db.execute(f"""
            create trigger record_never_{change} before {change} on record
            begin select raise(abort, 'what happened is never changed'); end""")


def _people(db: sqlite3.Connection) -> None:
    from uuid import uuid4

    db.execute("create table device (id text not null) strict")
    db.execute("insert into device values (?)", (str(uuid4()),))
    db.execute("""
        create table learner (
          id text primary key,
          pin text not null default ''
        ) strict, without rowid""")
    # The fold that was written down last, of each learner.
    db.execute("""
        create table memo (
          learner text primary key,
          version integer not null, serial integer not null, text text not null
        ) strict, without rowid""")


def _wrong_pins(db: sqlite3.Connection) -> None:
    # How many in a row, and when the last: a new start does not bring the wait back to nothing.
    db.execute("alter table learner add column wrong integer not null default 0")
    db.execute("alter table learner add column tried integer not null default 0")


def _clean_runs(db: sqlite3.Connection) -> None:
    # When a run last left nothing to send, by target: what waits now has waited since then at the most,
    # whatever the clock said when it was kept.
    db.execute("""
        create table clean (
          target text primary key, at integer not null
        ) strict, without rowid""")
    db.execute("create index record_of_attempt on record (attempt) where attempt <> ''")


STEPS: tuple[Step, ...] = (_first, _wrong_pins, _clean_runs)
"""The step at place N makes version N + 1."""
