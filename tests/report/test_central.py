"""Reports from the central database: the same rows as from a device, and only the clinic's own are visited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from edu_tui.staff.central.database import Central
from edu_tui.staff.report.board import board
from edu_tui.staff.report.export import records
from edu_tui.staff.report.source import CentralSource, Device, Scope, scope_of, sites
from edu_tui.staff.report.texts import ReportTexts
from tests.report.clinic import Clinic, busy
from tests.report.reading import TODAY, board_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.central.server import Postgres

OTHERS = """
    insert into edu_tui.record (id, site, device, learner, at, kind, course, module, language, version,
      unit, unit_version, attempt, "try", result, must_know, misconceptions, detail, digest)
    select md5(n::text), 'other-' || n %% 40, 'd', 'n-' || (100 + n %% 9), n * 1000::bigint,
      (array['answered', 'answered', 'answered', 'began', 'passed', 'enrolled', 'observed'])[1 + n %% 7],
      'staff', 'watching', 'en', 'v', '?two-hours', 'v', 'a' || n %% 1000, 1, 'shown', 1,
      'feeling-fine-is-enough', '{}', 'x'
    from generate_series(%s::int, %s::int) n"""


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return busy(Clinic(tmp_path))


@pytest.fixture
def url(postgres: Postgres, clinic: Clinic) -> str:
    """A database to which the clinic has sent everything."""
    message = postgres.database()
    central = Central(message)
    central.prepare()
    central.put([record for _, record in clinic.file.records()])
    central.close()
    clinic.close()
    return message


def test_the_middle_tells_what_the_device_tells(
    clinic: Clinic, url: str, postgres: Postgres
) -> None:
    """Progress, due and items are equal to the last field; so is every record of an export."""
    here = board_of(clinic, source=Device(clinic.path), site="north")
    assert here.learners
    assert here == board_of(clinic, source=CentralSource(url), site="north")
    mine, theirs = Device(clinic.path), CentralSource(url)
    exports = [list(records(one, Scope("north"), None)) for one in (mine, theirs)]
    mine.close()
    theirs.close()
    assert [row.record for row in exports[0]] == [row.record for row in exports[1]]
    assert len(exports[0]) > 20
    assert not any(row.arrived for row in exports[0])
    # Only the central database knows when something came in, and by its own clock.
    (first,) = postgres.ask(url, "select min(arrived) from edu_tui.record")[0]
    assert {row.arrived for row in exports[1]} == {int(first.timestamp() * 1000)}


def test_other_clinics_are_not_told(clinic: Clinic, url: str, postgres: Postgres) -> None:
    """However many there are: the same report as before; and each site is found."""
    before = board_of(clinic, source=CentralSource(url), site="north")
    postgres.ask(url, OTHERS, 1, 2000)
    assert board_of(clinic, source=CentralSource(url), site="north") == before
    source = CentralSource(url)
    assert sites(source) == sorted(["north", *(f"other-{at}" for at in range(40))])
    assert scope_of(source, None, "north", "n-101") == Scope("north", "n-101")
    source.close()


def test_a_database_that_nothing_was_sent_to_has_nothing(clinic: Clinic, postgres: Postgres) -> None:  # fmt: skip
    """No tables, no error, no rows, and none are made."""
    empty = postgres.database()
    found = board_of(clinic, source=CentralSource(empty), site="north")
    assert (found.learners, found.due, found.items) == ((), (), ())
    query = "select count(*) from pg_catalog.pg_namespace where nspname = 'edu_tui'"
    assert postgres.ask(empty, query) == [(0,)]


def test_a_reader_who_may_only_read_is_enough(clinic: Clinic, url: str, postgres: Postgres) -> None:
    """A role with no more than select on the table gets the report."""
    postgres.ask(url, "drop role if exists reports_reader")
    postgres.ask(url, "create role reports_reader login")
    postgres.ask(url, "grant usage on schema edu_tui to reports_reader")
    postgres.ask(url, "grant select on edu_tui.record to reports_reader")
    database = (
        url.rpartition("/")[2] if "?" not in url else url.partition("@/")[2].partition("?")[0]
    )
    found = board_of(
        clinic, source=CentralSource(postgres.url(database, "reports_reader")), site="north"
    )
    assert len(found.learners) == 4
    postgres.ask(url, "drop owned by reports_reader")
    postgres.ask(url, "drop role reports_reader")


class Explaining:
    """The middle, with what each query visited."""

    one_clinic = False
    order = CentralSource.order
    sequence = CentralSource.sequence
    arrived = CentralSource.arrived

    def __init__(self, url: str) -> None:
        self.name = url
        self._central = Central(url)
        self.visited: list[int] = []
        self.conditions: list[list[str]] = []

    def rows(self, query: str, given: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        explain = f"explain (analyze, timing off, summary off, format json) {query}"
        plan = self._central.rows(explain, given)[0][0][0]["Plan"]
        scans = list(_scans(plan))
        self.visited.append(sum(_visited(scan) for scan in scans))
        self.conditions.append([str(scan.get("Index Cond", "")) for scan in scans])
        return self._central.rows(query, given)

    def close(self) -> None:
        self._central.close()


def _scans(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every node that reads the table itself."""
    if plan.get("Relation Name") == "record" or plan["Node Type"] == "Bitmap Index Scan":
        yield plan
    for inner in plan.get("Plans", ()):
        yield from _scans(inner)


def _visited(scan: dict[str, Any]) -> int:
    """Rows it looked at, those it threw away too."""
    thrown = sum(scan.get(name, 0) for name in ("Rows Removed by Filter", "Rows Removed by Index Recheck"))  # fmt: skip
    return int((scan["Actual Rows"] + thrown) * scan["Actual Loops"])


def test_only_the_clinics_own_rows_are_visited(
    clinic: Clinic, url: str, postgres: Postgres
) -> None:
    """Each query goes by an index on the site, and visits as many rows among 80,000 as among 20,000."""
    visited = []
    for first, last in ((1, 20_000), (20_001, 80_000)):
        postgres.ask(url, OTHERS, first, last)
        postgres.ask(url, "vacuum analyze edu_tui.record")
        source = Explaining(url)
        open_library = clinic.open_library
        board(
            source, Scope("north"), clinic.course, ReportTexts(open_library, "en", TODAY), TODAY, 30
        )
        list(records(source, Scope("north"), None))
        list(records(source, Scope("north", "n-101"), None))
        open_library.close()
        source.close()
        assert len(source.visited) == 5
        for conditions in source.conditions:
            assert any("site = 'north'" in condition for condition in conditions), conditions
        visited.append(source.visited)
    assert visited[0] == visited[1]
    own = len(clinic.file.records())
    assert max(visited[1]) <= 2 * own
