"""Whatever stands in a patient's file: it costs that entry alone, is named, and acts on no terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from edu_tui.learning.history import FOLD
from edu_tui.records.codec import FORMS
from edu_tui.records.keeper import TAIL, remember
from edu_tui.records.log import Log
from edu_tui.records.rows import COLUMNS, json_of
from edu_tui.staff.records.fault import STAFF_FORMS
from tests.happened import happened
from tests.library.samples import write_library
from tests.records.making import answered, run
from tests.staff.inside import Inside
from tests.staff.test_poison import check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ACTS = "\x1b[31m\x9b2J\u202e"
DETAILS: dict[str, dict[str, Any]] = {
    "stopped": {"anchor": 3, "detailed": False},
    "read": {},
    "walked": {"last": True, "anchor": 1},
    "answered": {"chosen": ["a"], "try": 1, "verdict": "shown", "behaviour": "check", "ask": "Why?", "card": [9, 1, 1.0, 2.0]},
    "guessed": {"right": True},
    "asked": {"text": "Why?", "why": "own", "note": "n"},
    "drafted": {"text": "Why is", "why": "page", "about": "A session"},
    "dropped": {"text": "Why?", "why": "own", "note": "n"},
    "appointed": {"day": "2026-12-01"},
    "planned": {"parts": ["session"], "missing": 1},
    "forgotten": {},
}  # fmt: skip
Row = tuple[Any, ...]


def rows() -> Iterator[Row]:
    """Each kind in every way to be wrong."""
    assert set(DETAILS) == set(FORMS)
    for kind, detail in DETAILS.items():
        unit = "?q" if kind in {"answered", "guessed"} else "sight"

        def row(
            at: int = 5,
            text: str = json_of(detail),
            kind: str = kind,
            module: str = "session",
            unit: str = unit,
        ) -> Row:
            return (at, kind, module, "en", "v", unit, "v", text)

        yield row(at=2**62)
        yield row(at=-(2**62))
        yield row(kind=kind + ACTS)
        yield row(module=f"session{ACTS}")
        yield row(unit=f"{unit}{ACTS}")
        for text in ("{", "[1]", "null", "[" * 9000, '{"a":NaN}', '{"a":1' + "0" * 5000 + "}"):
            yield row(text=text)
        for name in detail:
            values = list[Any]((-1, 2**80, True, None, 7, ACTS, [[[1]]], {"a": {}}, "2026-13-45"))
            for value in values:
                yield row(text=json.dumps({**detail, name: value}))
    for kind in (*FORMS, *STAFF_FORMS):
        yield (5, kind, "session", "en", "v", "?q", "v", '{"attempt": 7, "first": "x"}')


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Inside:
    """A reader with one answer, one question to ask, and everything that can be wrong."""
    import sqlite3
    from contextlib import closing

    result = Inside(tmp_path / "home", write_library(tmp_path / "library"), monkeypatch, capsys)
    path = result.home / "records.sqlite"
    log = Log(path)
    log.append([answered(10, "session"), happened("asked", 11, "", "en", "", "", "", {"text": "May I drive?", "why": "own", "note": ""})])  # fmt: skip
    log.close()
    marks = ", ".join("?" * 9)
    with closing(sqlite3.connect(path)) as db, db:
        for number, row in enumerate(rows()):
            name = str(UUID(int=number + 2**64, version=4))
            db.execute(f"insert into event ({COLUMNS}) values ({marks})", (name, *row))
    return result


def test_a_patients_file(desk: Inside) -> None:
    """Summary, every entry, export, import, home: each ends, tells the rest, and names what it left out."""
    for words in (
        ["records"],
        ["records", "show", "--all"],
        ["records", "export"],
        ["records", "where"],
    ):
        done = check(desk.run(*words), *words)
        assert done.status == 0
        if words != ["records", "where"]:
            assert "entries of your records cannot be read" in done.err
            assert "detail.day` cannot be" in done.err or "cannot be" in done.err
    assert "May I drive?" in desk.run("records").out
    log = Log(desk.home / "records.sqlite")
    log.append([happened("drafted", 12, "session", unit="sight", detail={"text": "Why is", "why": "page", "about": ""})])  # fmt: skip
    log.close()
    (desk.home / "out").write_text(desk.run("records", "export").out)
    assert "already here" in check(desk.run("records", "import", str(desk.home / "out"))).out
    assert check(desk.run("doctor")).status in {0, 1}
    assert check(desk.run("records", "delete", "--module", "session", "--yes")).status == 0


def test_home_opens_all_the_same(desk: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program begins, says that entries are left out, and ends when asked to."""
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
    done = check(desk.run("--plain"))
    assert done.status == 0
    assert "cannot be read. They are left out." in " ".join(done.out.split())


@pytest.mark.parametrize(
    "change", ["substr(text, 2)", "replace(text, 'part-7', 'part-8')", "'{}'", "'x y'"]
)
def test_a_fold_that_was_changed_is_not_believed(tmp_path: Path, change: str) -> None:
    """It is only a shortcut: where it no longer fits its digest the events tell what was done."""
    log = Log(tmp_path / "records.sqlite")
    log.append([happened("read", n, "home", "en", "m", f"part-{n}", "v") for n in range(TAIL)])
    remember(log)
    assert log.memo(FOLD)[0] == TAIL
    log.close()
    run(tmp_path / "records.sqlite", f"update memo set text = {change}")
    again = Log(tmp_path / "records.sqlite")
    assert set(remember(again).trace("home").read) == {f"part-{n}" for n in range(TAIL)}
    again.close()


def test_a_waiting_rooms_counters(desk: Inside) -> None:
    """Of months that are none, and numbers that cannot be, nothing is told but that they are there; the rest is."""
    import sqlite3
    from contextlib import closing

    from edu_tui.learning.tally import VISIT, Tally
    from edu_tui.records.counters import Counters

    path = desk.home / "counters.sqlite"
    counters = Counters(path)
    for _ in range(20):
        counters.add(Tally(), "2026-05")
    counters.begin("2026-06")
    with closing(sqlite3.connect(path)) as db, db:
        for number, name in enumerate(("x", "2026-99", f"2026-01{ACTS}", "2026-04"), 50):
            db.execute("insert into month values (?, ?, 0)", (number, name))
            for cell in (VISIT, ("session", "en", ACTS, ACTS, ACTS)):
                db.execute("insert into tally values (?, ?, ?, ?, ?, ?, ?)", (number, *cell, 2**62))
            db.execute("update month set is_over = 1 where number = ?", (number,))
    for form in ("text", "json"):
        done = check(desk.run("stats", "--counters", str(path), "--format", form))
        assert done.status == 0
        assert "8 numbers in" in done.err
    assert "About 20 visits" in desk.run("stats", "--counters", str(path)).out
    assert check(desk.run("doctor", "--kiosk")).status in {0, 1}
