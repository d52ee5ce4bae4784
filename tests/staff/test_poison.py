"""Whatever stands in a file or a database: it counts for nothing, is named, stops nothing, and acts on no terminal."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from edu_tui.staff.central.database import Central
from edu_tui.staff.records.store import StaffFile
from edu_tui.system.shown import UNFIT
from tests.sync.web import Said, web

from .inside import Inside
from .making import DAY, passed, record, write_library
from .poison import ACTS, poisoned
from .records import fill

if TYPE_CHECKING:
    from pathlib import Path

    from tests.central.server import Postgres
    from tests.plain.program import Ran

LRS = {
    "EDU_TUI_LRS_KEY": "device",
    "EDU_TUI_LRS_SECRET": "kept-to-itself",
    "EDU_TUI_LRS_HOME": "https://clinic.example",
}


def check(done: Ran, *words: object) -> Ran:
    """That it came to its end, and printed nothing that acts on a terminal."""
    assert "Traceback" not in done.err, (words, done.err)
    for text in (done.out, done.err):
        match = UNFIT.search(text.replace("\r\n", "\n"))
        assert match is None, (words, text[max(0, match.start() - 80) : match.end() + 20])
    return done


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Inside:
    """A device with a nurse who has passed, and everything that can be wrong."""
    result = Inside(tmp_path / "home", write_library(tmp_path / "library"), monkeypatch, capsys)
    monkeypatch.setenv("EDU_TUI_SITE", "north")
    path = result.home / "staff.sqlite"
    file = StaffFile(path, "north")
    for learner in ("n-1", "n-2"):
        file.add(learner)
    nurse = record("enrolled", -DAY, module="", course="staff", role="nurse", hired="2026-05-01")
    file.append("n-2", [nurse, *passed(1, 0)])
    file.append("n-1", [nurse, *passed(2, DAY)])
    file.close()
    fill(path, poisoned())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("insert into learner (id, pin, wrong, tried) values (?, ?, 9999, -5)", (f"n-3{ACTS}", ACTS))  # fmt: skip
        db.execute("insert into memo values ('n-2', 2, 5, '{}')")
        db.execute("insert into learner (id) values (cast(x'6e2dff' as text))")
    return result


def test_a_devices_file(desk: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command that reads it ends; who did nothing wrong is told of as before; what is wrong is named."""
    listed = check(desk.run("staff", "list"))
    assert listed.status == 0
    flat = " ".join(listed.out.split())
    for learner in ("n-1", "n-2"):
        assert f"{learner}, last here on" in flat
    assert flat.count("1 of 2 modules passed") == 2
    assert "records do not count:" in flat
    assert "n-1, began watching" in flat
    assert f"{len(poisoned())} records" not in check(desk.run("doctor")).err
    for name in ("progress", "due", "items"):
        for form in ("table", "csv", "json"):
            done = check(desk.run("report", name, "--format", form), name, form)
            assert done.status == 0
            assert form == "json" or "do not count here" in done.out + done.err
        told = json.loads(desk.run("report", name, "--format", "json").out)
        assert told["left_out"] == len(told["left_out_records"]) > 100
        assert all(one["why"] and one["id"] for one in told["left_out_records"])
    progress = json.loads(desk.run("report", "progress", "--format", "json").out)["learners"]
    assert [one["modules"][0]["comprehension"] for one in progress] == ["changed", "changed"]
    export = check(desk.run("report", "export")).out
    rows = list(csv.reader(io.StringIO(export, newline=""), strict=True))
    lines = check(desk.run("report", "export", "--format", "json")).out.splitlines()
    assert len(rows) - 1 == len(lines) > len(poisoned())
    assert all(json.loads(line, parse_constant=pytest.fail)["id"] for line in lines)
    assert check(desk.run("staff", "certificate", "n-2", "watching")).status == 0
    assert "not passed handover" in check(desk.run("staff", "certificate", "n-1", "handover")).err
    assert check(desk.run("staff", "verify", " ".join(["AAAAA"] * 8))).status == 1
    check(desk.run("sync", "--status"))
    check(desk.run("staff", "attest", "n-2", "teach-back", "--observer", "rn-7"))
    check(desk.run("staff", "add", "n-2", "--role", "front-desk", "--yes"))
    for words in (
        ["report", "--plain"],
        ["staff", "--learner", "n-1", "--plain", "--allow-unreviewed"],
    ):
        monkeypatch.setattr("sys.stdin", io.StringIO("1\n4\nb\nq\n"))
        assert check(desk.run(*words), *words).status == 0


def test_a_learner_is_told_that_something_is_left_out(
    desk: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by name, for a learner can mend nothing; but that it is so, why, and whom to tell."""
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    done = desk.run("staff", "--learner", "n-1", "--plain", "--allow-unreviewed")
    flat = " ".join(done.out.split())
    assert "entries of your records are left out. They count for nothing: " in flat
    assert "Tell your manager." in flat
    assert "passed, good until 5 May 2027" in flat


def test_the_central_database(desk: Inside, postgres: Postgres) -> None:
    """One device's nonsense costs no clinic its report: all is named out of the middle as out of the file."""
    url = postgres.database()
    sent = check(desk.run("sync", "--to", url))
    assert "sent." in sent.out
    assert check(desk.run("sync", "--status")).status in {0, 1}
    central = Central(url)
    central.put(
        [one._replace(site="north", detail=one.detail.replace("\0", "")) for one in poisoned("n-1")]
    )
    central.close()
    for name in ("progress", "due", "items"):
        for form in ("table", "csv", "json"):
            words = ("report", name, "--format", form, "--from", url, "--site", "north")
            assert check(desk.run(*words), *words).status == 0
    out = desk.run("report", "progress", "--format", "json", "--from", url, "--site", "north").out
    assert [one["modules"][0]["comprehension"] for one in json.loads(out)["learners"]] == [
        "changed"
    ] * 2
    assert json.loads(out)["left_out"] > 100
    export = check(desk.run("report", "export", "--from", url, "--site", "north"))
    assert export.status == 0
    assert export.out.count("\r\n") > 500


def test_a_store(desk: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be no statement is put aside with its reason, the rest is sent; what the store says is harmless."""
    for name, value in LRS.items():
        monkeypatch.setenv(name, value)
    with web(lambda asked: Said() if len(asked.ids) > 1 else Said(400, ACTS.encode())) as there:
        done = check(desk.run("sync", "--to", there.url))
        assert "sent." in done.out
        with closing(sqlite3.connect(desk.home / "staff.sqlite")) as db, db:
            again = "update delivery set state = 'waiting', body = null where id in (select id from delivery where state = 'sent' limit 3)"  # fmt: skip
            assert db.execute(again).rowcount == 3
        check(desk.run("sync", "--to", there.url))
        assert "3 because: what was to be sent of it was taken away by hand" in desk.run("sync", "--status").out  # fmt: skip
    run = check(desk.run("sync", "--status"))
    assert run.status == 1
    assert "its detail cannot be read" in run.out


def test_what_waits_in_the_outbox(desk: Inside, postgres: Postgres) -> None:
    """What was to be sent and was changed or taken away by hand is put aside, and the rest goes."""
    url = postgres.database()
    assert desk.run("sync", "--to", url).status in {0, 1}
    with closing(sqlite3.connect(desk.home / "staff.sqlite")) as db, db:
        ids = [
            name for (name,) in db.execute("select id from delivery where state = 'sent' limit 9")
        ]
        bodies: list[bytes | None] = [
            None,
            b"",
            b"[",
            b"[1]",
            b'{"a":1}',
            b"\xff",
            b"[" * 9000,
            b"null",
        ]
        for name, body in zip(ids, bodies, strict=False):
            db.execute("update delivery set state = 'waiting', body = ? where id = ?", (body, name))
        db.execute("update delivery set reason = ?, state = 'parked' where id = ?", (ACTS, ids[8]))
    done = check(desk.run("sync", "--to", url))
    assert done.status == 1
    run = check(desk.run("sync", "--status"))
    assert "by hand" in run.out
    assert "  waiting  0\n" in run.out
