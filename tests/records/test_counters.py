"""The counters: whole visits or none, months that are over for good, and a file that always opens."""

from __future__ import annotations

import re
import resource
import stat
from contextlib import closing
from itertools import permutations
from random import Random
from sqlite3 import IntegrityError, connect
from typing import TYPE_CHECKING

import pytest

from edu_tui.learning.tally import VISIT, Cell
from edu_tui.records.counters import STEPS, Counters, Month
from edu_tui.records.log import Log
from edu_tui.system.errors import CountersError

from .counting import MONTH, kills, visit
from .making import answered, apart, as_nobody, give_to_nobody, names, raw, run

if TYPE_CHECKING:
    from pathlib import Path

NEXT = "2027-01"
OPENED = Cell("going-home", "en", "", "", "opened")
RIGHT = Cell("going-home", "en", "?q-0", "cc", "right")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "counters.sqlite"


def count(path: Path, visits: int, month: str = MONTH, *verdicts: str) -> Counters:
    counters = Counters(path)
    for _ in range(visits):
        counters.add(visit(*verdicts), month)
    return counters


def refused(counters: Counters) -> str:
    """The reason; what is told is one line with the path in it."""
    with pytest.raises(CountersError) as caught:
        counters.add(visit("right"), MONTH)
    assert str(counters.path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "records" not in str(caught.value).replace(str(counters.path), "")
    return caught.value.reason


def exact(path: Path, what: str = "visit") -> list[tuple[str, int]]:
    """What the file says of each month, rounded or not."""
    query = (
        "select name, n from tally join month on month = number where what = '{}' order by number"
    )
    return raw(path, query.format(what))


def visits(counters: Counters) -> list[tuple[str, int | None]]:
    """What is told of each month that is over."""
    return [(month.name, month.cells.get(VISIT)) for month in counters.months()]


def test_visits_add_up(path: Path) -> None:
    """Each visit adds one to what it touched, and no more; when the month is over that is rounded."""
    count(path, 6, MONTH, "right")
    counters = count(path, 3, MONTH, "unsure")
    assert (exact(path), exact(path, "right")) == ([(MONTH, 9)], [(MONTH, 6)])
    counters.begin(NEXT)
    assert counters.months() == (Month(MONTH, {VISIT: 10, OPENED: 10, RIGHT: 5}),)


def test_nothing_is_made_before_there_is_something_to_count(path: Path) -> None:
    """Looking makes no file and no folder."""
    counters = Counters(path)
    counters.begin(MONTH)
    assert counters.months() == ()
    assert not path.parent.exists()


def test_only_its_owner_may_read_it_and_nothing_stands_beside_it(path: Path) -> None:
    """After a visit there is one file, and no log in which one visit could be told from the next."""
    count(path, 3)
    assert names(path.parent) == ["counters.sqlite"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_neither_time_nor_order_is_in_the_file(tmp_path: Path) -> None:
    """The same visits in any order make files that say the same, byte for byte in their tables."""
    visits = [visit("right", "unsure"), visit("shown"), visit(module="what-is-it"), visit("right")]
    dumps = set()
    for number, order in enumerate(permutations(visits)):
        path = tmp_path / f"{number}" / "counters.sqlite"
        counters = Counters(path)
        for tally in order:
            counters.add(tally, MONTH)
        with closing(connect(path)) as db:
            dumps.add("\n".join(db.iterdump()))
            columns = [row[1] for row in db.execute("pragma table_info(tally)")]
    assert len(dumps) == 1
    assert columns == ["month", "module", "language", "unit", "version", "what", "n"]
    assert not re.search(r"\d\d:\d\d", dumps.pop())


def test_the_month_that_runs_is_not_told(path: Path) -> None:
    """Asking before and after a visit tells the same, so the visit cannot be found out."""
    counters = count(path, 7, "2026-11", "right")
    counters = count(path, 6, MONTH, "right")
    before = counters.months()
    counters.add(visit("shown"), MONTH)
    assert counters.months() == before
    assert visits(counters) == [("2026-11", 5)]


def test_of_a_month_that_is_over_no_exact_number_is_in_the_file(path: Path) -> None:
    """Not even where its owner reads it: what is told took its place, and what is not told is gone."""
    count(path, 13, "2026-11", "right")
    count(path, 3, "2026-11", "unsure")
    count(path, 1, MONTH)
    data = raw(path, "select what, n from tally where month = 1 order by 1, 2")
    assert data == [("opened", 15), ("right", 15), ("visit", 15)]
    assert b"unsure" not in path.read_bytes()


def test_a_month_is_over_whether_anybody_comes_or_not(path: Path) -> None:
    """The kiosk itself begins the next one; that it is told says nothing of a visit in the next."""
    counters = count(path, 5, "2026-11")
    counters.begin(MONTH)
    assert visits(counters) == [("2026-11", 5)]
    counters.begin(MONTH)
    assert visits(counters) == [("2026-11", 5)]


def test_a_month_with_few_visits_is_told_like_one_with_none(path: Path) -> None:
    """Four people leave nothing behind when their month is over."""
    counters = count(path, 4, "2026-11", "right")
    counters.begin(MONTH)
    assert [month.cells for month in counters.months()] == [{}]
    assert raw(path, "select * from tally") == []


@pytest.mark.parametrize("change", ["update tally set n = 9", "delete from tally"])
def test_what_is_over_never_changes(path: Path, change: str) -> None:
    """The file itself refuses a change to a month that is over, and an addition to it."""
    count(path, 5, "2026-11").begin(MONTH)
    with pytest.raises(IntegrityError, match="over never changes"):
        run(path, change)
    with pytest.raises(IntegrityError, match="over never changes"):
        run(path, "insert into tally values (1, '', '', '', '', 'late', 1)")


def test_since_a_month(path: Path) -> None:
    """Months before that one are left out, and the others are told as ever."""
    for month in ("2026-09", "2026-10", "2026-11"):
        counters = count(path, 5, month)
    counters.begin(MONTH)
    assert [month.name for month in counters.months("2026-10")] == ["2026-10", "2026-11"]
    assert counters.months("2026-10") == counters.months()[1:]
    assert counters.months(MONTH) == ()


def test_a_clock_that_goes_back_loses_nothing_and_changes_nothing_told(path: Path) -> None:
    """A visit of a month that is over is counted with the month that runs."""
    count(path, 5, "2026-11").begin(MONTH)
    counters = count(path, 5, "2020-01")
    assert visits(counters) == [("2026-11", 5)]
    assert exact(path) == [("2026-11", 5), (MONTH, 5)]


def test_a_clock_that_was_set_ahead_holds_nothing_up(path: Path) -> None:
    """What was counted meanwhile stands for itself; the right month begins again beside itself."""
    count(path, 5)
    count(path, 5, "2099-01").begin(MONTH)
    counters = count(path, 6)
    counters.begin(NEXT)
    assert visits(counters) == [(MONTH, 5), ("2099-01", 5), (MONTH, 5)]


def test_counters_by_day_become_counters_by_month(path: Path) -> None:
    """A file from before: the last month runs on, those before it are rounded, no day and no copy is left."""
    path.parent.mkdir()
    with closing(connect(path)) as db:
        STEPS[0](db)
        rows = [
            ("2026-10-05", 3),
            ("2026-10-06", 4),
            ("2026-11-02", 2),
            ("2026-11-30", 2),
            ("2026-12-01", 1),
        ]
        db.executemany("insert into tally values (?, '', '', '', '', 'visit', ?)", rows)
        db.execute("insert into tally values ('2026-10-06', 'm', 'en', '?q', 'v', 'chose x', 6)")
        db.execute("pragma application_id = 1701082467")
        db.execute("pragma user_version = 1")
        db.commit()
    counters = count(path, 1)
    chose = Cell("m", "en", "?q", "v", "chose x")
    assert counters.months() == (Month("2026-10", {VISIT: 5, chose: 1}), Month("2026-11", {}))
    assert exact(path) == [("2026-10", 5), (MONTH, 2)]
    assert names(path.parent) == ["counters.sqlite"]
    assert b"2026-10-0" not in path.read_bytes()


@pytest.mark.parametrize("when", ["2026-12-01", "2026-12-01T10:00", "2026-13", ""])
def test_what_is_no_month_is_a_mistake_of_the_program(path: Path, when: str) -> None:
    """A day or a time of day cannot be written in place of a month."""
    with pytest.raises(ValueError, match="not a month"):
        Counters(path).add(visit(), when)
    assert not path.exists()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_kill_loses_no_more_than_the_visit_that_runs(tmp_path: Path, seed: int) -> None:
    """Killed at 150 random moments: the file opens, is whole, and has every visit but perhaps the last."""
    seen, faults = kills(tmp_path, 150, Random(seed))
    assert faults == []
    assert seen > 150


def test_a_damaged_file_is_set_aside_when_counting_goes_on(path: Path) -> None:
    """It is kept untouched under another name, new counters begin, and whoever looks after it is told."""
    path.parent.mkdir()
    path.write_bytes(b"no counters at all, " * 100)
    counters = count(path, 5)
    assert exact(path) == [(MONTH, 5)]
    (aside,) = (name for name in names(path.parent) if ".damaged-" in name)
    assert counters.aside == aside
    assert (path.parent / aside).read_bytes() == b"no counters at all, " * 100


def test_who_only_looks_moves_nothing(path: Path) -> None:
    """A file that is something else, or empty, is left as it is, and said."""
    path.parent.mkdir()
    path.write_bytes(b"my shopping list, " * 100)
    with pytest.raises(CountersError, match="no counters, or they are damaged"):
        Counters(path).months()
    assert names(path.parent) == ["counters.sqlite"]
    path.write_bytes(b"")
    assert Counters(path).months() == ()
    assert path.stat().st_size == 0


def test_records_are_no_counters(path: Path) -> None:
    """A reader's records under the name of the counters are not taken for them."""
    log = Log(path)
    log.append([answered(1)])
    log.close()
    with pytest.raises(CountersError) as caught:
        Counters(path).months()
    assert caught.value.reason == "damaged"
    assert [event.at for _, event in Log(path).events()] == [1]


def test_a_newer_file_is_left_as_it_is(path: Path) -> None:
    """It is said, and not a byte is changed."""
    counters = count(path, 5)
    run(path, "pragma user_version = 99")
    before = path.read_bytes()
    assert refused(counters) == "newer"
    assert path.read_bytes() == before


def test_no_more_room(path: Path) -> None:
    """When the disk takes no more it is said, nothing of the visit is in the file, and it can be tried again."""

    def fill() -> tuple[str, int, int]:
        counters = count(path, 5)
        size = path.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        reason = refused(counters)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        full = exact(path)[0][1]
        counters.add(visit("right"), MONTH)
        return reason, full, exact(path)[0][1]

    assert apart(fill) == ("full", 5, 6)


def test_a_folder_that_cannot_be_written(reachable: Path) -> None:
    """Counting is refused in words; what was counted can still be told."""
    path = reachable / "counters.sqlite"
    count(path, 6, "2026-11").begin(MONTH)
    give_to_nobody(path, reachable)
    path.chmod(0o400)
    reachable.chmod(0o500)
    reason, seen = as_nobody(lambda: (refused(Counters(path)), visits(Counters(path))))
    reachable.chmod(0o700)
    assert (reason, seen) == ("read-only", [("2026-11", 5)])


def test_something_else_in_its_place(path: Path) -> None:
    """A folder there is said and left."""
    path.mkdir(parents=True)
    assert refused(Counters(path)) == "not-a-file"


def test_a_lock_that_stays(path: Path) -> None:
    """Another program that holds the file is named as the reason; afterwards it goes on."""
    counters = count(path, 5)
    with closing(connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        assert refused(counters) == "busy"
        other.execute("rollback")
    counters.add(visit(), MONTH)
    assert exact(path) == [(MONTH, 6)]
