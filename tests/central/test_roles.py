"""The roles of docs/sync.md, made by the very words that stand there: who may do what."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from edu_tui.staff.central.database import Central
from edu_tui.staff.central.failure import CentralError
from edu_tui.staff.central.schema import STEPS
from tests.staff.records import some_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .server import Postgres

GUIDE = (Path(__file__).parents[2] / "docs" / "sync.md").read_text(encoding="utf-8")
ROLES, RIGHTS = re.findall(r"```sql\n(.*?)```", GUIDE, re.S)


@pytest.fixture
def url(postgres: Postgres) -> Iterator[str]:
    """The database of the guide, with its rights; the address lacks the user."""
    # Roles are the whole server's: another process of this run waits until they are gone again.
    with psycopg.connect(postgres.url(), autocommit=True) as db:
        db.execute("select pg_advisory_lock(1)")
        for line in ROLES.splitlines():
            db.execute(line.encode())
        url = postgres.url("edu", "USER")
        with closing(Central(url.replace("USER", "edu_owner"))) as owner:
            owner.prepare()
        postgres.ask(url.replace("USER", "edu_owner"), RIGHTS)
        yield url
        db.execute("drop database edu with (force)")
        db.execute("drop role edu_device, edu_reports, edu_owner")


def test_each_role_may_do_its_own(postgres: Postgres, url: str) -> None:
    """A device adds and learns what is there by id; reports read; neither does anything else."""
    device, reports = url.replace("USER", "edu_device"), url.replace("USER", "edu_reports")
    records = some_records(30)
    with closing(Central(device)) as central:
        central.prepare()
        assert (
            central.put(records)
            == central.put(records)
            == {each.id: each.digest for each in records}
        )
    with closing(Central(reports)) as central:
        assert central.rows("select count(*) from record where site = ?", ["north"]) == [(30,)]
    for role in (device, reports):
        for words in ("update edu_tui.record set result = 'right'", "delete from edu_tui.record", "truncate edu_tui.record", "drop table edu_tui.record", "update edu_tui.version set number = 0", "create table edu_tui.x (y int)"):  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                postgres.ask(role, words)
    for words in ("select learner from edu_tui.record", "select * from edu_tui.record"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            postgres.ask(device, words)
    with (
        closing(Central(reports)) as central,
        pytest.raises(CentralError, match="permission denied"),
    ):
        central.put(records)


def test_a_newer_program_waits_for_the_owner(
    postgres: Postgres, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A device whose program knows newer tables may not make them: it is told where to read on."""
    monkeypatch.setattr(
        "edu_tui.staff.central.database.STEPS", (*STEPS, "alter table edu_tui.record add more int")
    )
    with (
        closing(Central(url.replace("USER", "edu_device"))) as central,
        pytest.raises(CentralError, match=r"must be owner.*docs/sync\.md") as caught,
    ):
        central.prepare()
    assert caught.value.sort == "lasting"
    assert postgres.ask(url.replace("USER", "edu_owner"), "select number from edu_tui.version") == [(len(STEPS),)]  # fmt: skip
