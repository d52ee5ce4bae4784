"""The staff file: several learners, each with records of their own, sealed, never changed, never lost."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.learning.event import Event
from edu_tui.learning.history import FOLD
from edu_tui.records.keeper import TAIL, Recorder, remember
from edu_tui.staff.learning.attempts import Attempts, attempts_in
from edu_tui.staff.learning.event import AnswerHandedIn
from edu_tui.staff.records.fault import STAFF_FORMS, read
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.reading import look, records
from edu_tui.staff.records.record import COLUMNS, is_whole
from edu_tui.staff.records.rows import record_of
from edu_tui.staff.records.schema import STEPS
from edu_tui.staff.records.store import StaffFile
from edu_tui.system.errors import RecordsError
from tests.happened import happened
from tests.records.making import names, raw, run, times
from tests.records.test_two_programs import together

from .making import MAY, MINUTE, passed, record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANY = 60


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "staff.sqlite"


def filled(path: Path, **events: list[Event]) -> StaffFile:
    """A file with those learners."""
    file = StaffFile(path, "north")
    for learner, several in events.items():
        file.add(learner)
        file.append(learner, several)
    return file


def test_what_was_kept_comes_back(path: Path) -> None:
    """Every event of a whole attempt comes back as it was, but for empty details, with an id."""
    given = [
        record("enrolled", 0, module="", course="staff", role="nurse", hired="2026-05-01"),
        *passed(),
        record(
            "chose",
            1,
            "?notes",
            attempt="a",
            chosen=["desk"],
            unsure=True,
            **dict[str, Any]({"try": 2}),
        ),
        record("observed", 2, course="staff", skill="teach-back", result="can", observer="rn-7"),
        record("read", 3, "sight"),
    ]
    log = StaffLog(filled(path), "n-1")
    kept = log.append(given)
    assert all(event.id for event in kept)
    events = [event for _, event in log.events()]
    for before, after in zip(kept, events, strict=True):
        fact = before.fact
        if isinstance(fact, AnswerHandedIn):
            # Where there are none, the column does not tell whether that was said.
            fact = fact._replace(misconceptions=fact.misconceptions or None)
        assert after == before._replace(fact=fact)


def test_what_reports_ask_for_stands_in_columns(path: Path) -> None:
    """An answer's attempt, try, verdict and misconceptions are columns, and so are site and device."""
    file = filled(path, **{"n-1": passed()})
    (row,) = file.records("unit = '?other-2' and result <> 'right'")
    record = row[1]
    (device,) = raw(path, "select id from device")[0]
    assert (record.site, record.device, record.learner) == ("north", device, "n-1")
    assert (record.course, record.try_, record.result) == ("staff", 1, "shown")
    assert (record.must_know, record.misconceptions) == (0, "sleep-is-safe")
    assert record.detail == '{"behaviour":"assess","chosen":["go"]}'
    assert len(file.records("must_know = 1")) == 5
    assert len(file.records("attempt <> ''")) == len(passed())


words = st.text("abc \u00e9\u4f60", max_size=8)
needed = st.fixed_dictionaries(
    {"seed": st.integers(0, 9), "drawn": st.lists(st.just("q")), "versions": st.just(["v"])}
    | {"skill": st.just("signs"), "result": st.sampled_from(["can", "not-yet"])}
    | {"first": st.just([1, 2]), "final": st.just([2, 2]), "must_know": st.just([0, 0])}
)
told = st.fixed_dictionaries(
    {"attempt": st.sampled_from(["x", "y"])},
    optional={
        "note": words,
        "course": words,
        "verdict": st.sampled_from(["right", "shown"]),
        "scope": st.sampled_from(["all", "changes"]),
        "new": st.one_of(words, st.booleans(), st.integers(-9, 9)),
    },
)


@given(st.sampled_from([*STAFF_FORMS, "answered"]), st.integers(0, 2**40), needed, told)
def test_each_record_fits_its_digest_and_gives_one_event(
    kind: str, at: int, needed: dict[str, Any], told: dict[str, Any]
) -> None:
    """Whatever the details: a record is whole, and what it gives is kept as the same record again."""
    wants = {"verdict": "blank", "must_know": True} if kind == "answered" else needed
    event = happened(kind, at, "m", "en", "v", "u", "w", {**wants, **told}, "an-id")
    record = record_of(event, "n-1", "north", "device")
    assert is_whole(record)
    again = read(record)
    assert isinstance(again, Event)
    assert record_of(again, "n-1", "north", "device") == record


def test_learners_do_not_see_one_another(path: Path) -> None:
    """Two learners on one file: each has their own events, and their own fold that was written down."""
    file = filled(
        path, one=[record("read", n, "sight") for n in range(TAIL)], two=[record("read", 5)]
    )
    staff_log, two = StaffLog(file, "one"), StaffLog(file, "two")
    assert remember(staff_log).latest == MAY + TAIL - 1
    assert staff_log.memo(FOLD)[0] == TAIL
    assert two.memo(FOLD) == (0, "")
    assert remember(two).latest == MAY + 5
    assert staff_log.memo(FOLD + 1) == (0, "")


def test_nobody_is_folded_from_anothers_notes(path: Path) -> None:
    """What is folded after the fold was written down is the same as what is folded from all events."""
    events = (
        passed()
        + passed(2, at=MINUTE * 10)
        + [record("read", MINUTE * 20 + n) for n in range(TAIL)]
    )
    file = filled(path, one=events, two=passed(3))
    log = StaffLog(file, "one")
    first = remember(log, Attempts)
    log.append([record("completed", MINUTE * 60, course="staff")])
    again = remember(log, Attempts)
    assert log.memo(FOLD)[0] > 0
    assert list(attempts_in(again).ended) == list(attempts_in(first).ended)
    assert len(attempts_in(again).ended) == 2
    assert attempts_in(again).completed == {"watching": (MAY + MINUTE * 60, "1a2b3c4d")}


def test_events_with_the_same_id_are_kept_once(path: Path) -> None:
    """What is tried again after an error that came too late is not kept twice."""
    file = StaffFile(path)
    kept = file.append("n-1", passed())
    file.append("n-1", kept)
    assert len(file.events("n-1")) == len(kept)


def test_many_events_are_kept_together_or_not_at_all(path: Path) -> None:
    """One that cannot be kept keeps the others out, too."""
    file = filled(path, **{"n-1": [record("read", 0)]})
    right = record("answered", 1, verdict="right")
    wrong = right._replace(module=None)  # type: ignore[arg-type]
    with pytest.raises(RecordsError):
        file.append("n-1", [right, wrong])
    assert times(file.events("n-1")) == [MAY]


@pytest.mark.parametrize("change", ["update record set result = 'right'", "delete from record"])
def test_the_file_itself_refuses_a_change(path: Path, change: str) -> None:
    """Neither the program nor anyone else by accident changes or deletes a record."""
    filled(path, **{"n-1": passed()}).close()
    with pytest.raises(sqlite3.Error):
        run(path, change)
    assert len(StaffFile(path).events("n-1")) == len(passed())


def test_a_learner_cannot_have_it_forgotten(path: Path) -> None:
    """Staff records are the clinic's: to forget a part or everything is refused in words, and nothing goes."""
    log = StaffLog(filled(path, **{"n-1": passed()}), "n-1")
    keeper = Recorder(log)
    assert not keeper.forget(record("forgotten", 9))
    assert not keeper.forget(happened("forgotten", MAY))
    assert "never deleted" in keeper.trouble
    assert len(log.events()) == len(passed())


@pytest.mark.parametrize(
    "column",
    [one for one in COLUMNS.replace('"', "").split(", ") if one != "learner"],
)
def test_a_record_that_was_changed_does_not_count(path: Path, column: str) -> None:
    """Whatever column is changed behind the program's back: that record is left out, and it is said."""
    file = filled(path, **{"n-1": [record("read", 0), *passed()]})
    file.close()
    run(
        path,
        "drop trigger record_never_update",
        f"update record set \"{column}\" = 7 where kind = 'passed'",
    )
    log = StaffLog(file, "n-1")
    assert "passed" not in [event.kind for _, event in log.events()]
    assert log.notice.startswith("1 entry of your records is left out. It counts for nothing: ")
    assert "it was changed after it was made" in log.notice
    assert attempts_in(remember(log, Attempts)).ended == {}


def test_another_learners_pass_does_not_count(path: Path) -> None:
    """A pass that was given to another learner in the file counts for neither."""
    file = filled(path, one=passed(), two=[record("read", 0)])
    file.close()
    run(
        path,
        "drop trigger record_never_update",
        "update record set learner = 'two' where kind = 'passed'",
    )
    for learner in ("one", "two"):
        assert attempts_in(remember(StaffLog(file, learner), Attempts)).ended == {}


# several programs


def writer(path: Path, learner: str) -> Callable[[], None]:
    def work() -> None:
        file = StaffFile(path, "north")
        file.add(learner)
        for number in range(MANY):
            file.append(
                learner, [record("read", number), record("chose", number)], sure=number % 3 == 0
            )
        file.close()

    return work


def test_several_programs_at_once(path: Path) -> None:
    """Four learners begin on one new file at the same moment: one file, one device, all of each is there."""
    learners = ["n-1", "n-2", "n-3", "n-4"]
    assert together(*[writer(path, learner) for learner in learners]) == [0, 0, 0, 0]
    file = StaffFile(path)
    assert file.learners() == learners
    for learner in learners:
        expected = [MAY + n for n in range(MANY) for _ in range(2)]
        assert times(file.events(learner)) == expected
    assert raw(path, "select count(*) from device") == [(1,)]
    assert len({row.device for _, row in file.records()}) == 1
    assert file.notice == ""


def test_locked_by_another_program(path: Path) -> None:
    """What cannot be written for now waits in memory, is said, and is there once it can."""
    log = StaffLog(filled(path, **{"n-1": [record("read", 0)]}), "n-1")
    keeper = Recorder(log)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("begin exclusive")
        keeper.record_all([record("read", 1), record("read", 2)])
        assert keeper.waiting == 2
        assert "Another program" in keeper.trouble
        db.execute("rollback")
    keeper.keep(record("read", 3))
    assert (keeper.waiting, keeper.trouble) == (0, "")
    assert times(log.events()) == [MAY, MAY + 1, MAY + 2, MAY + 3]


# a file that is not as it should be


def test_a_damaged_file_is_moved_aside(path: Path) -> None:
    """Not a byte of it is lost, its new name is told, and keeping goes on."""
    filled(path, **{"n-1": passed()}).close()
    path.write_bytes(b"no database at all" * 100)
    file = StaffFile(path)
    assert file.learners() == []
    (aside,) = [name for name in names(path.parent) if "damaged" in name]
    assert aside in file.notice
    assert path.with_name(aside).read_bytes() == b"no database at all" * 100
    file.append("n-1", [record("read", 1)])
    assert times(file.events("n-1")) == [MAY + 1]


def test_a_newer_file_is_left_as_it_is(path: Path) -> None:
    """A file of a newer program is refused, and nothing is written to it."""
    filled(path, **{"n-1": passed()}).close()
    run(path, f"pragma user_version = {len(STEPS) + 1}")
    before = path.read_bytes()
    file = StaffFile(path)
    for work in (file.learners, lambda: file.append("n-1", [record("read", 1)])):
        with pytest.raises(RecordsError, match="newer edu-tui"):
            work()
    file.close()
    assert path.read_bytes() == before
    assert names(path.parent) == ["staff.sqlite"]


def test_a_patients_file_is_not_ours(path: Path) -> None:
    """Where a patient's records stand under that name they are moved aside, not written into."""
    from edu_tui.records.log import Log

    log = Log(path)
    log.append([record("read", 1)])
    log.close()
    file = filled(path, **{"n-1": [record("read", 2)]})
    assert "damaged" in file.notice
    (aside,) = [one for one in path.parent.iterdir() if "damaged" in one.name]
    assert times(Log(aside).events()) == [MAY + 1]


def test_a_file_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    """Records and learners of the first version are there in the newest, and a copy is kept."""
    from edu_tui.records.rows import kept
    from edu_tui.records.store import Store
    from edu_tui.staff.records.schema import APPLICATION

    event = kept(record("read", 1))
    row = record_of(event, "n-1", "north", "device")
    marks = ", ".join("?" * len(row))
    old = Store(path, time.time, STEPS[:1], APPLICATION)
    old.write(lambda db: db.execute("insert into learner (id, pin) values ('n-1', 'x')"))
    old.write(lambda db: db.execute(f"insert into record ({COLUMNS}) values ({marks})", row))
    old.close()
    file = StaffFile(path)
    assert file.learners() == ["n-1"]
    assert file.pin("n-1") == ("x", 0, 0)
    assert [one for _, one in file.events("n-1")] == [event]
    assert "staff.before-v3.sqlite" in names(path.parent)


# only looking


def test_looking_finds_the_rows(path: Path) -> None:
    """Who only looks gets the records in order, all of one moment, and nothing where there is no file."""
    assert records(path) == []
    assert names(path.parent) == []
    file = filled(path, one=passed(), two=[record("read", 0)])
    assert records(path) == file.records()
    assert [row.kind for _, row in records(path, "learner = ?", ("two",))] == ["read"]


def test_looking_cannot_write(path: Path) -> None:
    """Even by mistake."""
    filled(path, one=passed()).close()
    with pytest.raises(RecordsError):
        look(path, lambda db: db.execute("delete from memo"), None)
    with pytest.raises(RecordsError):
        look(path, lambda db: db.execute("insert into learner (id) values ('x')"), None)
    assert StaffFile(path).learners() == ["one"]


def test_looking_moves_no_damaged_file(path: Path) -> None:
    """A damaged file stays where it is, and it is said."""
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(RecordsError, match="damaged"):
        records(path)
    assert names(path.parent) == ["staff.sqlite"]
