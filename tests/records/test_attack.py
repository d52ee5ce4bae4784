"""Who asks for every report there is, on every evening, finds out of no day and no month what a few did.

The attack is by difference constraints: what is told bounds sums of days, sums that overlap bound their
difference, and the shortest ways through all of that give the least and the most of each day.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from edu_tui.cli import main
from edu_tui.learning.tally import Tally
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.version import asked_version
from edu_tui.records.counters import Counters
from tests.happened import happened
from tests.plain.sample import write_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

FIRST, DAYS = date(2026, 10, 28), 38
"""Parts of October and December, and all of November."""
OPEN = [FIRST + timedelta(n) for n in range(DAYS) if (FIRST + timedelta(n)).weekday() < 5]
MONTHS = ["2026-10", "2026-11", "2026-12"]
QUESTION = "drive-tonight"
MARKS = {"right": ("right", ""), "missed": ("try-again", "awake"), "unsure": ("unsure", "")}
GUESSED = "guessed_right"
SMALL = range(1, 5)

Reports = dict[str, dict[str, int]]
"""By the month they begin with: the numbers told, by what they are of; and how many months are told."""


class Window(NamedTuple):
    """What is known of a sum of days."""

    first: int
    end: int
    """The day after its last."""
    least: int
    most: int


def visit(mark: str, version: str) -> Tally:
    """Somebody opened the module, and answered so, or not at all."""
    tally = Tally()
    tally.take(happened("stopped", 1, "the-day", "en", "aa", "ride-home", "bb"))
    where = ("the-day", "en", "aa", f"?{QUESTION}", version)
    if mark == GUESSED:
        tally.take(happened("guessed", 2, *where, {"right": True}))
    elif mark:
        verdict, chosen = MARKS[mark]
        detail = {"chosen": [chosen], "try": 1, "verdict": verdict, "behaviour": "check"}
        tally.take(happened("answered", 2, *where, detail))
    return tally


def numbers(report: Any, path: str = "") -> Iterator[tuple[str, int]]:
    """Every number of a report, by where it stands."""
    if isinstance(report, dict):
        parts = [(key, part) for key, part in report.items() if key not in {"format", "rounded_to"}]
    elif isinstance(report, list):
        parts = [(one.get("id", "?") if isinstance(one, dict) else "?", one) for one in report]
    else:
        parts = []
        if isinstance(report, int) and not isinstance(report, bool):
            yield path, report
    for key, part in parts:
        yield from numbers(part, f"{path}/{key}")


@pytest.fixture(scope="module")
def told(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[dict[str, list[int]], list[tuple[Reports, set[str]]]]:
    """What happened on each day, and what was told on its evening: numbers, and every text."""
    folder = tmp_path_factory.mktemp("attack")
    library, path, random = write_library(folder / "library"), folder / "c.sqlite", Random(4)
    question = next(
        q for q in OpenLibrary(library, None).module("the-day", "en").questions if q.id == QUESTION
    )
    true: dict[str, list[int]] = {one: [] for one in ("visits", *MARKS, GUESSED)}
    evenings = []
    for day in OPEN:
        marks = random.choices(
            ["", *MARKS, GUESSED], [1, 2, 2, 1, 2], k=random.choice([0, 1, 2, 3, 4, 6])
        )
        counters = Counters(path)
        # The kiosk does, whether anybody comes or not.
        counters.begin(f"{day:%Y-%m}")
        for mark in marks:
            counters.add(visit(mark, asked_version(question)), f"{day:%Y-%m}")
        for mark in (*MARKS, GUESSED):
            true[mark].append(marks.count(mark))
        true["visits"].append(len(marks))
        evenings.append(evening(library, path, day))
    return true, evenings


def evening(library: Path, path: Path, day: date) -> tuple[Reports, set[str]]:
    """All that can be asked for."""
    reports, texts = {}, set()
    for since in ["", *MONTHS]:
        words = ["--counters", str(path), *(("--since", since) if since else ())]
        report = json.loads(ask(library, "--format", "json", *words))
        reports[since] = dict(numbers(report)) | {"months": len(report["months"])}
        texts.add(ask(library, *words))
    for window in (f"{day}", f"{day - timedelta(1)}", f"{day:%d %B %Y}"):
        assert (
            main(["stats", "--library", str(library), "--counters", str(path), "--since", window])
            == 2
        )
    return reports, texts


_said: list[str] = []


def ask(library: Path, *words: str) -> str:
    """What the program prints."""
    _said.clear()
    assert main(["stats", "--library", str(library), *words]) == 0
    return "".join(_said)


@pytest.fixture(scope="module", autouse=True)
def _listen() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("edu_tui.kiosk.commands.stats.put", _said.append)
        yield


PLACES = {
    "visits": "/visits",
    **{mark: f"/modules/the-day/questions/{QUESTION}/{mark}" for mark in (*MARKS, GUESSED)},
}


def windows(evenings: list[tuple[Reports, set[str]]], place: str) -> Iterator[Window]:
    """What each evening's reports say of the days: a month is what its report has more than the next's."""
    for at, (reports, _) in enumerate(evenings):
        for number, month in enumerate(MONTHS):
            later = reports[MONTHS[number + 1]] if number + 1 < len(MONTHS) else {}
            value = reports[month].get(place, 0) - later.get(place, 0)
            months = reports[month].get("months", 0) - later.get("months", 0)
            days = [n for n, day in enumerate(OPEN[: at + 1]) if f"{day:%Y-%m}" == month]
            if value:
                yield Window(days[0], days[-1] + 1, value - 2 * (value > 5), value + 2)
            elif months or f"{OPEN[at]:%Y-%m}" > month:
                yield Window(days[0], days[-1] + 1, 0, 4)


def bounds(found: list[Window]) -> list[tuple[int, int]]:
    """The least and the most of each day; a thousand stands for no bound."""
    count = len(OPEN) + 1
    most = [[0 if a == b else 1000 if a < b else 0 for b in range(count)] for a in range(count)]
    for window in found:
        most[window.first][window.end] = min(most[window.first][window.end], window.most)
        most[window.end][window.first] = min(most[window.end][window.first], -window.least)
    for middle in range(count):
        for row in most:
            for b in range(count):
                row[b] = min(row[b], row[middle] + most[middle][b])
    return [(-most[day + 1][day], most[day][day + 1]) for day in range(count - 1)]


@pytest.mark.parametrize("what", PLACES)
def test_of_no_day_it_is_found_out(told: Any, what: str) -> None:
    """Each day with one to four may also have had nobody; and a month with them as well."""
    true, evenings = told
    found = sorted(set(windows(evenings, PLACES[what])))
    assert found
    days = bounds(found)
    for number, (least, most) in zip(true[what], days, strict=True):
        assert least <= number <= most
        assert number not in SMALL or least == 0
    for month in MONTHS[:-1]:
        inside = [n for n, day in enumerate(OPEN) if f"{day:%Y-%m}" == month]
        number = sum(true[what][n] for n in inside)
        (kept,) = {
            window for window in found if (window.first, window.end) == (inside[0], inside[-1] + 1)
        }
        assert kept.least <= number <= kept.most
        assert number not in SMALL or kept.least == 0


def test_a_month_that_is_told_never_changes(told: Any) -> None:
    """All evenings of a month tell the same, in numbers and in words, whoever came meanwhile."""
    _, evenings = told
    for month in MONTHS:
        these = [one for day, one in zip(OPEN, evenings, strict=True) if f"{day:%Y-%m}" == month]
        assert len({json.dumps(reports, sort_keys=True) for reports, _ in these}) == 1
        assert len({frozenset(texts) for _, texts in these}) == 1


def test_every_report_is_a_sum_of_months(told: Any) -> None:
    """No option tells more than the months do one by one: each number adds up from theirs."""
    _, evenings = told
    reports, _ = evenings[-1]
    assert reports[""] == reports[MONTHS[0]]
    assert reports[MONTHS[2]] == {"months": 0}
    assert reports[""]["months"] == 2
