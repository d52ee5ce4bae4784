"""The central database: its tables, what is put in, who may do what; on a real PostgreSQL."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from edu_tui.staff.central.database import Central
from edu_tui.staff.central.failure import CentralError
from edu_tui.staff.central.schema import STEPS
from edu_tui.staff.records.record import COLUMNS
from edu_tui.system.errors import UsageError
from edu_tui.system.shown import UNFIT
from tests.staff.records import some_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.central.server import Postgres


@pytest.fixture
def url(postgres: Postgres) -> str:
    """A new, empty database."""
    return postgres.database()


@pytest.fixture
def central(url: str) -> Iterator[Central]:
    """The same with its tables."""
    with closing(Central(url)) as made:
        made.prepare()
        yield made


def prepare(url: str) -> None:
    """Make the tables, as one more device."""
    with closing(Central(url)) as made:
        made.prepare()


def test_several_devices_make_the_tables_at_once(postgres: Postgres, url: str) -> None:
    """Eight that come to an empty database at the same moment make it once, and none fails."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(prepare, [url] * 8))
    assert postgres.ask(url, "select number from edu_tui.version") == [(len(STEPS),)]
    assert postgres.ask(url, "select count(*) from edu_tui.record") == [(0,)]


def test_a_newer_database_is_refused_and_left_as_it_is(postgres: Postgres, url: str) -> None:
    """Tables of a newer program are not touched, and the words say what to do."""
    prepare(url)
    postgres.ask(url, "update edu_tui.version set number = 99")
    with pytest.raises(CentralError, match=r"newer edu-tui: install that here") as caught:
        prepare(url)
    assert caught.value.sort == "lasting"
    assert postgres.ask(url, "select number from edu_tui.version") == [(99,)]


def test_a_step_that_fails_leaves_nothing(
    postgres: Postgres, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All steps are one transaction: after a fault in the last there is no table and no schema."""
    monkeypatch.setattr("edu_tui.staff.central.database.STEPS", (*STEPS, "create table edu_tui.record ()"))  # fmt: skip
    with pytest.raises(CentralError, match="already exists"):
        prepare(url)
    assert postgres.ask(url, "select 1 from pg_namespace where nspname = 'edu_tui'") == []
    monkeypatch.undo()
    prepare(url)
    assert postgres.ask(url, "select count(*) from edu_tui.record") == [(0,)]


def test_what_is_put_in_stands_there_as_it_was(central: Central) -> None:
    """Every column comes back as it was on the device, and twice the same is once."""
    records = some_records(20)
    digests = {record.id: record.digest for record in records}
    assert central.put(records) == digests
    assert central.put(records[5:]) == {record.id: record.digest for record in records[5:]}
    rows = central.rows(f"select {COLUMNS} from record where site = ? order by received", ["north"])
    assert rows == [tuple(record) for record in records]


def test_what_is_put_in_waits_for_the_servers_disk(
    postgres: Postgres, url: str, central: Central
) -> None:
    """Also where the database is set to answer before its disk has it."""
    name = url.partition("?")[0].rpartition("/")[2]
    postgres.ask(url, f"alter database {name} set synchronous_commit to off")
    for words in (
        "create table how (told text)",
        "create function tell() returns trigger language plpgsql as $$ begin"
        " insert into public.how values (current_setting('synchronous_commit')); return new; end $$",
        "create trigger tell before insert on edu_tui.record for each row execute function tell()",
    ):
        postgres.ask(url, words)
    assert postgres.ask(url, "show synchronous_commit") == [("off",)]
    with closing(Central(url)) as one:
        one.put(some_records(1))
    assert postgres.ask(url, "select told from how") == [("on",)]


def test_another_content_under_the_same_id_changes_nothing(central: Central) -> None:
    """What stands there stays; its digest is what is answered."""
    (record,) = some_records(1)
    central.put([record])
    assert central.put([record._replace(result="shown", digest="0" * 32)]) == {record.id: record.digest}  # fmt: skip


def test_one_bad_record_keeps_a_batch_out_whole(central: Central) -> None:
    """A batch with something that no database takes is refused as a whole, and said to be its content."""
    records = some_records(3)
    for bad in (records[1]._replace(detail="a\0b"), records[1]._replace(try_=2**40)):
        with pytest.raises(CentralError) as caught:
            central.put([records[0], bad, records[2]])
        assert caught.value.sort == "content"
    assert central.rows("select count(*) from record") == [(0,)]


def test_after_a_cut_line_the_next_question_is_answered(
    postgres: Postgres, url: str, central: Central
) -> None:
    """A line that was cut is an error that passes; the next try makes a new one."""
    cut = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"  # fmt: skip
    assert postgres.ask(url, cut) == [(True,)]
    with pytest.raises(CentralError) as caught:
        central.rows("select 1")
    assert caught.value.sort == "passing"
    assert central.rows("select 1") == [(1,)]


def test_reports_can_only_read(central: Central) -> None:
    """A question that would change something is refused by the server itself."""
    with pytest.raises(CentralError, match="read-only transaction"):
        central.rows("delete from record returning id")


def test_a_report_of_one_clinic_looks_at_its_rows_alone(
    postgres: Postgres, url: str, central: Central
) -> None:
    """The plan for a site's records goes by an index that begins with the site."""
    for site, many in (("north", 3000), ("south", 100), ("west", 3000)):
        central.put(some_records(many, site, site))
    postgres.ask(url, "analyze edu_tui.record")
    for more in ("", " and kind = 'passed'", " and learner = 'n-3'"):
        plan = central.rows(f"explain select * from record where site = 'south'{more}")
        message = "\n".join(str(line) for (line,) in plan)
        assert "record_of_" in message, message
        assert "Seq Scan" not in message


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ana:hunter2@db.example/edu",
        "postgresql://ana@db.example/edu?password=hunter2",
        "postgres://ana@db.example/edu?sslmode=require&p%61ssword=hunter2",
    ],
)
def test_a_password_in_the_address_is_refused(url: str) -> None:
    """Wherever it stands in the address, and it is not repeated; the words say where it belongs."""
    with pytest.raises(UsageError) as caught:
        Central(url)
    assert "PGPASSWORD" in str(caught.value)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("postgresql://ana@db.example:6432/edu?sslmode=verify-full", "postgresql://db.example:6432/edu"),
        ("postgres://a.example,b.example/edu", "postgresql://a.example,b.example/edu"),
        ("postgresql://postgres:@/edu?host=/run/pg", "postgresql:///edu?host=/run/pg"),
    ],
)  # fmt: skip
def test_the_name_of_a_database(url: str, name: str) -> None:
    """It is kept without the user and without how to connect, so that those may change."""
    assert Central(url).name == name


def test_nobody_is_there() -> None:
    """A server that cannot be reached is one line with its name, and may be there later."""
    with pytest.raises(CentralError, match=r"^postgresql://127.0.0.1:1/edu: ") as caught:
        Central("postgresql://u@127.0.0.1:1/edu").rows("select 1")
    assert caught.value.sort == "passing"
    assert "\n" not in str(caught.value)


def test_what_the_server_says_acts_on_no_terminal(central: Central) -> None:
    """Its words may quote what somebody has put in: they come without control characters."""
    with pytest.raises(CentralError, match="invalid input syntax") as caught:
        central.rows("select E'\\x1b[31m\u009b2J\u202e'::integer")
    assert not UNFIT.search(str(caught.value))


def test_without_the_driver_it_says_what_to_install() -> None:
    """Where psycopg is not installed, one line says how to have it."""
    code = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from edu_tui.staff.central.database import Central\n"
        "try: Central('postgresql://u@127.0.0.1:1/edu').prepare()\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "UsageError PostgreSQL needs psycopg: pip install 'edu-tui[postgres]'.\n"


def test_a_role_that_may_not_make_tables_is_told_so(postgres: Postgres, url: str) -> None:
    """Somebody without rights who comes first gets the server's words and where to read on."""
    postgres.ask(url, "create role nobody_here login")
    with pytest.raises(CentralError, match=r"permission denied.*docs/sync.md") as caught:
        prepare(url.replace("postgres@", "nobody_here@"))
    assert caught.value.sort == "lasting"
    assert isinstance(caught.value.__cause__, psycopg.errors.InsufficientPrivilege)
