"""Files that the version before typed events wrote: read to the same history, exported as the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy

from edu_tui.learning.tally import VISIT, Cell, Tally
from edu_tui.records.counters import Counters
from edu_tui.records.keeper import remember
from edu_tui.records.log import Log
from edu_tui.records.transfer import events_in, lines_of
from tests.happened import happened
from tests.plain.program import run

KEPT = Path(__file__).parent / "data"
"""Every kind of event; keys that the program knows, lacks and does not know."""


def exported(log: Log) -> str:
    """Its export, whole."""
    return "".join(lines_of([event for _, event in log.events()]))


def test_a_file_of_before_is_read_and_exported_as_before(tmp_path: Path) -> None:
    """Nothing of it is left out, the history is the same, and so is each byte of the export."""
    log = Log(Path(copy(KEPT / "records.sqlite", tmp_path)))
    assert exported(log) == (KEPT / "export.jsonl").read_text(encoding="utf-8")
    assert not log.left_out
    history = json.loads(json.dumps(remember(log).as_plain()))
    # Which parts were opened was not told apart then; it is the first of each.
    opened = {name: trace.pop(0) for name, trace in history["traces"].items()}
    assert opened["going-home"] == ["ride-home", "meals"]
    assert history == json.loads((KEPT / "history.json").read_text(encoding="utf-8"))
    log.close()


def test_an_export_of_before_is_taken_in_as_it_is(tmp_path: Path) -> None:
    """What it holds stands in the new file, and goes out of it again as the same bytes."""
    log = Log(tmp_path / "new.sqlite")
    with (KEPT / "export.jsonl").open("rb") as given:
        events = events_in(given)
    assert log.merge(events).new == len(events)
    assert exported(log) == (KEPT / "export.jsonl").read_text(encoding="utf-8")
    log.close()


def test_counters_of_before_tell_the_same(tmp_path: Path) -> None:
    """A waiting room's numbers are told as they were, also those of a file that still had days."""
    library = KEPT.parents[1] / "library" / "data" / "signed"
    wanted = ("stats", "--library", str(library), "--format", "json", "--counters")
    kept = Path(copy(KEPT / "counters.sqlite", tmp_path))
    assert run(tmp_path, *wanted, str(kept)).out == (KEPT / "stats.json").read_text("utf-8")
    days = Path(copy(KEPT / "counters-days.sqlite", tmp_path))
    numbers = json.loads(run(tmp_path, *wanted, str(days)).out)
    assert (numbers["months"], numbers["visits"]) == (["2026-11"], 30)


def test_counters_of_before_count_guesses(tmp_path: Path) -> None:
    """A file from before there were guesses needs no change: they are added, and told when the month is over."""
    kept = Path(copy(KEPT / "counters-days.sqlite", tmp_path))
    counters = Counters(kept)
    for _ in range(6):
        tally = Tally()
        guess = {"right": True}
        tally.take(happened("guessed", 1, "going-home", "en", "aa", "?drive-tonight", "bb", guess))
        counters.add(tally, "2027-01")
    counters.begin("2027-02")
    told = {month.name: month.cells for month in counters.months()}
    assert told["2026-11"][VISIT] == 30
    assert told["2027-01"][Cell("going-home", "en", "?drive-tonight", "bb", "guessed right")] == 5
