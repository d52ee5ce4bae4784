"""The tables of the central database, as the steps from one version to the next; all that are due run in one transaction.

The columns are those of a device (`staff/record.py`), and texts are ordered by their bytes as they are
there, so that one query gives the same rows on both. Every index but those of ids begins with the site:
a report about one clinic touches no row of another's.
"""

from __future__ import annotations

LOCK = 0x65647573
"""Of the advisory lock under which the tables are made: several devices may come at once."""
STEPS: tuple[str, ...] = (
    """
    create table edu_tui.record (
      received bigint generated always as identity,
      id text collate "C" primary key,
      site text collate "C" not null,
      device text collate "C" not null,
      learner text collate "C" not null,
      at bigint not null,
      kind text collate "C" not null,
      course text collate "C" not null,
      module text collate "C" not null,
      language text collate "C" not null,
      version text collate "C" not null,
      unit text collate "C" not null,
      unit_version text collate "C" not null,
      attempt text collate "C" not null,
      "try" integer not null,
      result text collate "C" not null,
      must_know integer not null,
      misconceptions text collate "C" not null,
      detail text collate "C" not null,
      digest text collate "C" not null,
      arrived timestamptz not null default now()
    );
    create index record_of_kind on edu_tui.record (site, kind, module, learner, at);
    create index record_of_learner on edu_tui.record (site, learner, at);
    create index record_of_attempt on edu_tui.record (attempt) where attempt <> '';
    comment on table edu_tui.record is 'What staff did, as their devices sent it. Only ever added to.';
    """,
)
"""The step at place N makes version N + 1."""
