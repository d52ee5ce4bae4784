"""Where reports read: the file of a device, or the central database. The same queries, the same rows.

Both are only looked at. A query has `?` for each value and names no table but `record`, whose columns
are the same in both places (`staff/record.py`), but for `order` and `arrived`, which each source names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from edu_tui.system.errors import UsageError
from edu_tui.system.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

MOST_TOLD = 10
"""Sites that an error names."""
# One step of the index a site, however many records a site has.
_SITES = """
    with recursive one (site) as (
      select min(site) from record
      union all
      select (select min(site) from record where site > one.site) from one
      where one.site is not null)
    select site from one where site is not null"""


class RecordSource(Protocol):
    """What answers queries."""

    name: str
    """As it is told."""
    one_clinic: bool
    """Whether all in it is one clinic's, whatever the clinic was called when it happened."""
    order: str
    """The column that says in which order records came in."""
    sequence: str
    """The columns in whose order a learner's records are folded: as one device kept them, or, where several
    devices have sent theirs, as their times say."""
    arrived: str
    """When a record came in, in milliseconds since 1970, as a query asks for it; 0 where nobody knows."""

    def rows(self, query: str, given: Sequence[object] = ()) -> Iterable[tuple[Any, ...]]:
        """What a query finds; raises EduError."""

    def close(self) -> None:
        """Let go of it."""


class Device:
    """The file of one device."""

    one_clinic = True
    order = sequence = "serial"
    arrived = "0"

    def __init__(self, path: Path) -> None:
        from edu_tui.records.still import ReadOnlyStore
        from edu_tui.staff.records.schema import APPLICATION, STEPS

        self.name = str(path)
        self._still = ReadOnlyStore(path, APPLICATION, len(STEPS))

    def rows(self, query: str, given: Sequence[object] = ()) -> Iterable[tuple[Any, ...]]:
        """What a query finds."""
        return self._still.rows(query, given)

    def close(self) -> None:
        """Let go of it."""
        self._still.close()


class CentralSource:
    """The central database, of many clinics."""

    one_clinic = False
    order = "received"
    sequence = "at, id"
    arrived = "floor(extract(epoch from arrived) * 1000)::bigint"

    def __init__(self, url: str) -> None:
        from edu_tui.staff.central.database import Central

        self._central = Central(url)
        self.name = self._central.name
        there = self._central.rows("select to_regclass('edu_tui.record') is not null")
        self._is_there = bool(there[0][0])
        """Whether any device has ever sent something there."""

    def rows(self, query: str, given: Sequence[object] = ()) -> Iterable[tuple[Any, ...]]:
        """What a query finds."""
        return self._central.rows(query, given) if self._is_there else ()

    def close(self) -> None:
        """Let go of it."""
        self._central.close()


class Scope(NamedTuple):
    """Whose records a report is about."""

    site: str | None
    """None for all in a device's file."""
    learner: str = ""

    def where(self, *more: str) -> str:
        """The condition, with `?` for each of `values`."""
        mine = ["site = ?"] if self.site is not None else []
        mine += ["learner = ?"] if self.learner else []
        return " and ".join([*mine, *more]) or "true"

    @property
    def values(self) -> list[object]:
        """In the order of the condition."""
        mine: list[object] = [] if self.site is None else [self.site]
        return [*mine, self.learner] if self.learner else mine


def sites(source: RecordSource) -> list[str]:
    """The sites that have records there."""
    return sorted(site for (site,) in source.rows(_SITES))


def scope_of(source: RecordSource, asked: str | None, own: str, learner: str) -> Scope:
    """The site that is meant: the one asked for, this machine's own, the only one there is.

    Raises UsageError where that is not clear, or where nothing is there of whom was asked for.
    """
    there = sites(source)
    if asked is not None and asked not in there:
        raise UsageError(_unknown("site", asked, there, source))
    site = asked
    if site is None and not source.one_clinic:
        site = _only(there, own, source)
    scope = Scope(site)
    if learner:
        query = f"select 1 from record where {scope._replace(learner=learner).where()} limit 1"
        if not list(source.rows(query, [*scope.values, learner])):
            raise UsageError(f"there is no record of {learner} in {source.name}.")
    return scope._replace(learner=learner)


def _only(there: list[str], own: str, source: RecordSource) -> str:
    if own in there or not there:
        return own
    if own:
        raise UsageError(_unknown("site", own, there, source))
    if len(there) > 1:
        raise UsageError(f"which clinic? --site NAME, or `site` in your settings: {_list(there)}")
    return there[0]


def _unknown(what: str, asked: str, there: list[str], source: RecordSource) -> str:
    from difflib import get_close_matches

    near = get_close_matches(asked, there, 1)
    message = f"there is no record of the {what} {asked!r} in {source.name}"
    if near:
        return f"{message}; did you mean {shown(near[0])}?"
    return f"{message}. There are: {_list(there)}" if there else f"{message}, nor of any other."


def _list(there: list[str]) -> str:
    more = f" and {len(there) - MOST_TOLD} more" if len(there) > MOST_TOLD else ""
    return ", ".join(shown(site) or '""' for site in there[:MOST_TOLD]) + more
