"""The counters: whole visits or none, days only in company, and a file that always opens."""

from __future__ import annotations

import re
import resource
import stat
from contextlib import closing
from itertools import permutations
from random import Random
from sqlite3 import connect
from typing import TYPE_CHECKING

import pytest

from edu_tui.errors import CountersError
from edu_tui.learning.tally import VISIT, Cell
from edu_tui.records.counters import NOTHING, Counters
from edu_tui.records.log import Log

from .counting import DAY, kills, visit
from .making import answered, apart, as_nobody, give_to_nobody, names, raw, run

if TYPE_CHECKING:
    from pathlib import Path

TOMORROW = "2026-12-02"
OPENED = Cell("going-home", "en", "", "", "opened")
RIGHT = Cell("going-home", "en", "?q-0", "cc", "right")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "counters.sqlite"


def count(path: Path, visits: int, day: str = DAY, *verdicts: str) -> Counters:
    counters = Counters(path)
    for _ in range(visits):
        counters.add(visit(*verdicts), day)
    return counters


def refused(counters: Counters) -> str:
    """The reason; what is told is one line with the path in it."""
    with pytest.raises(CountersError) as caught:
        counters.add(visit("right"), DAY)
    assert str(counters.path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "records" not in str(caught.value).replace(str(counters.path), "")
    return caught.value.reason


def test_visits_add_up(path: Path) -> None:
    """Each visit adds one to what it touched, and no more."""
    counters = count(path, 5, DAY, "right")
    count(path, 3, DAY, "unsure")
    sums = counters.sums(TOMORROW)
    assert (sums.visits, sums.days, sums.first, sums.last) == (8, 1, DAY, DAY)
    assert (sums.cells[VISIT], sums.cells[OPENED], sums.cells[RIGHT]) == (8, 8, 5)


def test_nothing_is_made_before_there_is_something_to_count(path: Path) -> None:
    """Looking makes no file and no folder."""
    assert Counters(path).sums(TOMORROW) == NOTHING
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
        for one in order:
            counters.add(one, DAY)
        with closing(connect(path)) as db:
            dumps.add("\n".join(db.iterdump()))
            columns = [row[1] for row in db.execute("pragma table_info(tally)")]
    assert len(dumps) == 1
    assert columns == ["day", "module", "language", "unit", "version", "what", "n"]
    assert not re.search(r"\d\d:\d\d", dumps.pop())


def test_today_is_not_told(path: Path) -> None:
    """Asking before and after a visit tells the same, so the visit cannot be found out."""
    counters = count(path, 7, "2026-11-30", "right")
    count(path, 6, DAY, "right")
    before = counters.sums(DAY)
    counters.add(visit("shown"), DAY)
    assert counters.sums(DAY) == before
    assert before.visits == 7


def test_a_day_on_which_few_came_is_counted_with_the_next(path: Path) -> None:
    """No finished day of fewer than five visits stays by itself; nobody is lost."""
    count(path, 2, "2026-11-20", "right")
    count(path, 1, "2026-11-23", "right")
    assert raw(path, "select distinct day from tally") == [("2026-11-23",)]
    count(path, 4, "2026-11-24", "shown")
    counters = count(path, 1, DAY)
    found = raw(path, "select day, n from tally where what = 'visit'")
    assert found == [("2026-11-24", 7), (DAY, 1)]
    assert counters.sums(TOMORROW).cells[RIGHT] == 3
    assert counters.sums(TOMORROW).last == "2026-11-24"


def test_a_day_with_few_visits_is_never_told(path: Path) -> None:
    """Not even where it is the only one and over."""
    counters = count(path, 4, DAY, "right")
    assert counters.sums("2027-01-01") == NOTHING


def test_since_a_day(path: Path) -> None:
    """Days before that one are left out."""
    for day in ("2026-11-01", "2026-11-02", "2026-11-03"):
        counters = count(path, 5, day, "right")
    assert counters.sums(TOMORROW, "2026-11-02").visits == 10
    assert counters.sums(TOMORROW, "2026-11-04") == NOTHING


def test_a_clock_that_goes_back_loses_nothing(path: Path) -> None:
    """A day in the past gets its visits, and the later day keeps its own."""
    count(path, 5, DAY)
    counters = count(path, 5, "2020-01-01")
    assert counters.sums(TOMORROW).visits == 10


def test_no_day_is_a_mistake_of_the_program(path: Path) -> None:
    """A time of day cannot be written in place of a day."""
    with pytest.raises(ValueError, match="not a day"):
        Counters(path).add(visit(), "2026-12-01T10:00")
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
    assert counters.sums(TOMORROW).visits == 5
    (aside,) = (name for name in names(path.parent) if ".damaged-" in name)
    assert aside in counters.notice
    assert (path.parent / aside).read_bytes() == b"no counters at all, " * 100


def test_who_only_looks_moves_nothing(path: Path) -> None:
    """A file that is something else, or empty, is left as it is, and said."""
    path.parent.mkdir()
    path.write_bytes(b"my shopping list, " * 100)
    with pytest.raises(CountersError, match="no counters, or they are damaged"):
        Counters(path).sums(TOMORROW)
    assert names(path.parent) == ["counters.sqlite"]
    path.write_bytes(b"")
    assert Counters(path).sums(TOMORROW) == NOTHING
    assert path.stat().st_size == 0


def test_records_are_no_counters(path: Path) -> None:
    """A reader's records under the name of the counters are not taken for them."""
    log = Log(path)
    log.append([answered(1)])
    log.close()
    with pytest.raises(CountersError) as caught:
        Counters(path).sums(TOMORROW)
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
        full = counters.sums(TOMORROW).visits
        counters.add(visit("right"), DAY)
        return reason, full, counters.sums(TOMORROW).visits

    assert apart(fill) == ("full", 5, 6)


def test_a_folder_that_cannot_be_written(reachable: Path) -> None:
    """Counting is refused in words; what was counted can still be told."""
    path = reachable / "counters.sqlite"
    count(path, 6)
    give_to_nobody(path, reachable)
    path.chmod(0o400)
    reachable.chmod(0o500)
    reason, visits = as_nobody(
        lambda: (refused(Counters(path)), Counters(path).sums(TOMORROW).visits)
    )
    reachable.chmod(0o700)
    assert (reason, visits) == ("read-only", 6)


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
    counters.add(visit(), DAY)
    assert counters.sums(TOMORROW).visits == 6
