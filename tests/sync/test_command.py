"""`edu-tui sync` as a person or a timer runs it: the real command, its words and its exit code."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from edu_tui.staff.records.record import sealed
from edu_tui.staff.sync.central import CentralTarget
from edu_tui.staff.sync.turn import BusyError, turn
from tests.plain.program import PROGRAM, Ran, environment, run
from tests.staff.records import fill, some_records

from .device import Device
from .web import Asked, Said, web

if TYPE_CHECKING:
    from pathlib import Path

    from tests.central.server import Postgres

COUNT = "select count(*) from edu_tui.record"
SECRET = "kept-to-itself"
LRS = {
    "EDU_TUI_LRS_KEY": "device",
    "EDU_TUI_LRS_SECRET": SECRET,
    "EDU_TUI_LRS_HOME": "https://clinic.example",
}


def sync(folder: Path, *words: str, **more: str) -> Ran:
    """Run it with the records in that folder."""
    return run(folder, "sync", *words, EDU_TUI_DATA=str(folder), **more)


def test_the_settings_say_where_to(tmp_path: Path, postgres: Postgres) -> None:
    """`sync_to` names several places; each gets everything, and it ends with 0."""
    first, second = postgres.database(), postgres.database()
    Device(tmp_path, 30)
    (tmp_path / "c" / "edu-tui").mkdir(parents=True)
    settings = tmp_path / "c" / "edu-tui" / "settings.toml"
    settings.write_text(f'sync_to = ["{first}", "{second}"]\n')
    done = sync(tmp_path)
    assert (done.status, done.err) == (0, "")
    assert [line.partition(": ")[2] for line in done.out.splitlines()] == ["30 records sent."] * 2
    assert postgres.ask(first, COUNT) == postgres.ask(second, COUNT) == [(30,)]
    again = sync(tmp_path)
    assert (again.status, again.out.count("nothing new to be sent.")) == (0, 2)


def test_one_place_that_is_away_keeps_nothing_from_another(tmp_path: Path, postgres: Postgres) -> None:  # fmt: skip
    """What can be sent is sent; what cannot waits, is told in a line, and it ends with 1."""
    url = postgres.database()
    Device(tmp_path, 20)
    with web(lambda _: Said(401, b"who?")) as there:
        done = sync(tmp_path, "--to", there.url, "--to", url, **LRS)
    assert done.status == 1
    assert done.out.endswith(": 20 records sent.\n")
    (line,) = done.err.splitlines()
    assert line.startswith(f"edu-tui: {there.url}: it does not know this key")
    assert line.endswith("18 records left for the next time.")
    assert postgres.ask(url, COUNT) == [(20,)]


def test_how_it_stands(tmp_path: Path, postgres: Postgres) -> None:
    """`--status` sends nothing; it says what was sent, what waits and what was refused, and why."""
    url = postgres.database()
    records = some_records(20)
    records[3] = sealed(records[3]._replace(try_=2**40))
    Device(tmp_path, 0, records=records)
    before = sync(tmp_path, "--status", "--to", url)
    assert "  waiting  20, the oldest of 2026-11-25" in before.out
    sent = sync(tmp_path, "--to", url)
    assert sent.status == 1
    assert "1 record refused and put aside; edu-tui sync --status says why." in sent.err
    after = sync(tmp_path, "--status")
    assert after.status == 1
    assert "  sent     19, last " in after.out
    assert "  waiting  0\n  refused  1\n    1 because: " in after.out
    assert "out of range" in after.out
    assert f"      {records[3].id}\n" in after.out


def test_what_was_refused_is_sent_again(tmp_path: Path) -> None:
    """After the store takes it `--retry-parked` brings what was refused; then all is well."""
    Device(tmp_path, 20)
    bad: list[str] = []

    def answer(asked: Asked) -> Said:
        bad[:] = bad or asked.ids[4:5]
        return Said(400, b"not so") if fussy and bad[0] in asked.ids else Said()

    fussy = True
    with web(answer) as there:
        assert sync(tmp_path, "--to", there.url, **LRS).status == 1
        assert sync(tmp_path, "--status").status == 1
        fussy = False
        assert sync(tmp_path, "--to", there.url, **LRS).out.endswith("nothing new to be sent.\n")
        again = sync(tmp_path, "--to", there.url, "--retry-parked", **LRS)
        assert (again.status, again.err) == (0, "")
        assert "1 record that had been refused will be sent again.\n" in again.out
        assert "1 record sent.\n" in again.out
    assert sync(tmp_path, "--status").status == 0


def test_the_secret_is_nowhere(tmp_path: Path) -> None:
    """Neither in what is printed nor in any file is the secret, nor is it in the words of the command."""
    Device(tmp_path, 20)
    with web(lambda _: Said(400, f"no: {SECRET}".encode())) as there:
        done = sync(tmp_path, "--to", there.url, **LRS)
        message = done.out + done.err + sync(tmp_path, "--status").out
    assert "refused" in message
    assert SECRET not in message
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "where to? edu-tui sync --to URL"),
        (["--to", "ftp://x/y"], "records are sent to postgresql://"),
        (["--to", f"postgresql://u:{SECRET}@db/edu"], "a password does not belong in the address"),
        (["--to", f"https://k:{SECRET}@lrs.example/"], "a key does not belong in the address"),
        (["--to", "http://lrs.example/xapi"], "without HTTPS"),
        (["--to", "https://x/y", "--every", "0"], "--every is a number of minutes"),
        (["--status", "--retry-parked"], "--status sends nothing"),
        (["--status", "--every", "5"], "not allowed with argument"),
    ],
)
def test_wrong_use(tmp_path: Path, words: list[str], told: str) -> None:
    """One line that says what to do, exit code 2, and no secret in it."""
    done = sync(tmp_path, *words)
    assert done.status == 2
    assert told in done.err
    assert SECRET not in done.err
    assert "Traceback" not in done.err


def test_without_records_the_database_is_made_ready(tmp_path: Path, postgres: Postgres) -> None:
    """On a machine without learners it makes the tables, so that somebody can grant rights; no file is made."""
    url = postgres.database()
    done = sync(tmp_path / "nobody", "--to", url)
    assert done.status == 0
    assert "no staff records here yet" in done.out
    assert postgres.ask(url, COUNT) == [(0,)]
    assert not (tmp_path / "nobody").exists()


def test_two_at_once(tmp_path: Path, postgres: Postgres) -> None:
    """The second says that another is at work and does nothing; after that one's end it is free again."""
    url = postgres.database()
    device = Device(tmp_path, 10)
    with turn(device.path):
        done = sync(tmp_path, "--to", url)
        assert done.status == 1
        assert "another edu-tui sync is at work" in done.err
        assert postgres.ask(url, "select 1 from pg_namespace where nspname = 'edu_tui'") == []
    assert sync(tmp_path, "--to", url).status == 0


def test_a_file_that_is_damaged_stays_where_it_is(tmp_path: Path, postgres: Postgres) -> None:
    """Nothing is moved aside or made anew by sending: one line, exit code 1."""
    path = tmp_path / "staff.sqlite"
    path.write_bytes(b"no database at all, for sure" * 200)
    before = path.read_bytes()
    done = sync(tmp_path, "--to", postgres.database())
    assert done.status == 1
    assert done.err == f"edu-tui: {path} is damaged. Nothing was sent, and it is left as it is.\n"
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*damaged*"))


def test_sending_does_not_wait_for_who_writes(tmp_path: Path, postgres: Postgres) -> None:
    """A file that another program writes to for long is one line, and everything is there for the next run."""
    device = Device(tmp_path, 10)
    url = postgres.database()
    with closing(sqlite3.connect(device.path, isolation_level=None)) as db:
        db.execute("begin immediate")
        done = device.send(CentralTarget(url))
        db.execute("rollback")
    assert done.trouble == "Another program is using your records."
    assert len(device.waits) == 5
    assert sync(tmp_path, "--to", url).out.endswith("10 records sent.\n")


def test_again_and_again(tmp_path: Path, postgres: Postgres) -> None:
    """With `--every` it goes on after the first run, and ends when it is told to."""
    device = Device(tmp_path, 10)
    words = [*PROGRAM, "sync", "--to", postgres.database(), "--every", "600"]
    env = environment(tmp_path, EDU_TUI_DATA=str(tmp_path))
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline().endswith(": 10 records sent.\n")
        # Between two runs another may have its turn.
        while True:
            try:
                with turn(device.path):
                    break
            except BusyError:
                continue
        assert child.poll() is None
        child.send_signal(signal.SIGINT)
        assert child.wait(60) == 130


def test_a_place_that_was_mistyped_is_forgotten(tmp_path: Path) -> None:
    """`--forget` takes it out of the status, with whatever waits for it; no record goes, and no other place."""
    device = Device(tmp_path, 20)
    with web(lambda _: Said()) as there, web(lambda _: Said(404, b"")) as typo:
        assert sync(tmp_path, "--to", there.url, **LRS).status == 0
        assert sync(tmp_path, "--to", typo.url, **LRS).status == 1
        assert f"{typo.url}\n" in sync(tmp_path, "--status").out
        done = sync(tmp_path, "--forget", f"{typo.url}/")
        assert done.status == 0
        assert done.out.startswith(f"Forgotten: {typo.url}, and for 18 records that")
        told = sync(tmp_path, "--status")
        assert (told.status, told.out.count("  sent     ")) == (0, 1)
        assert there.url in told.out
    again = sync(tmp_path, "--forget", typo.url)
    assert (again.status, again.out) == (2, "")
    assert f"There are: {there.url}" in again.err
    assert device.ask("select count(*) from record") == [(20,)]


def test_how_long_something_waits_is_not_what_a_wrong_clock_says(tmp_path: Path) -> None:
    """Kept with a clock that was years behind, or ahead, it has waited since the last run that left nothing."""
    device = Device(tmp_path, 20)
    with web(lambda _: Said()) as there:
        assert sync(tmp_path, "--to", there.url, **LRS).status == 0
        late, early = some_records(2, "clock")
        kind: dict[str, Any] = {"kind": "completed", "attempt": "", "detail": "{}"}
        fill(
            device.path,
            [sealed(late._replace(at=1000, **kind)), sealed(early._replace(at=2**45, **kind))],
        )
        told = sync(tmp_path, "--status", "--to", there.url)
        assert "  waiting  2, the oldest of " in told.out
        assert "1970" not in told.out
        assert told.status == 0
        yesterday = "update clean set at = at - 90000000"
        device.ask(yesterday)
        assert sync(tmp_path, "--status", "--to", there.url).status == 1
        device.ask("delete from clean")
        assert sync(tmp_path, "--status", "--to", there.url).status == 1
