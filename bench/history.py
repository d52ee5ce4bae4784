"""Ten years of daily use: what a long history costs at the start, beside none at all.

The days are made up, the same ones each time: a part is read or walked, some questions are answered,
those that were missed come back for review, now and then something is asked. Run as
`python -m bench.history FILE` it writes such records to look at.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from bench import libraries
from bench.goals import Result, compared, p50
from bench.terminal import OURS, ROOT, Program, environment
from edu_tui.learning.event import (
    AppointmentSet,
    AskAdded,
    AskRemoved,
    Event,
    PageOpened,
    QuestionAnswered,
    SectionRead,
    StepOpened,
)
from edu_tui.learning.spacing import Card
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.version import module_version, unit_versions
from edu_tui.records.keeper import TAIL, remember
from edu_tui.records.log import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.libraries import Library
    from edu_tui.learning.reason import VerdictKind

EVENTS = 100_000
DAYS = 3652
DAY = 86_400_000
BEGIN = 1_480_579_200_000
"""Noon-ish of 1 December 2016: ten years before the end."""
GOAL = 1.10
CONTENT = ROOT / "content"


class Part(NamedTuple):
    """As much of a module as events need."""

    id: str
    version: str
    sections: tuple[tuple[str, str], ...]
    """Unit names with their versions."""
    steps: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, str, str], ...]
    """The same, and what is asked."""


def measure(rounds: int, *, quick: bool) -> list[Result]:
    """First paint with the long history and without any, in turns; and what goes with the long one."""
    del quick
    times: dict[str, list[float]] = defaultdict(list)
    with TemporaryDirectory() as folder:
        none = libraries.shipped_at(Path(folder) / "none")
        full = libraries.shipped_at(Path(folder) / "full")
        records = Path(environment(full.home)["XDG_DATA_HOME"]) / "edu-tui" / "records.sqlite"
        write(records)
        for _ in range(rounds):
            times["none"].append(_home(none))
            times["full"].append(_home(full))
        keeping = _keeping(records)
        size = records.stat().st_size / 1e6
    note = f"{EVENTS:,} events, {size:.0f} MB"
    return [
        compared(
            "first paint, ten years", p50(times["full"]), p50(times["none"]), "ms", GOAL, note
        ),
        *[Result(name, took, 0, "ms", None, took) for name, took in keeping.items()],
    ]


def write(path: Path) -> None:
    """Ten years in a file, as they are found at the start that has the most to catch up with."""
    with closing(Log(path)) as log:
        events = list(happened(Random(1), parts(CONTENT)))
        log.append(events[: 1 - TAIL])
        remember(log)
        log.append(events[1 - TAIL :])


def parts(folder: Path) -> list[Part]:
    """The modules of a library."""
    result = []
    with closing(OpenLibrary(folder, None)) as open_library:
        for name in open_library.open("").entries:
            module = open_library.module(name, "en").for_audience("patient")
            units = unit_versions(module)
            asked = {f"?{question.id}": question.ask for question in module.questions}
            result.append(
                Part(
                    name,
                    module_version(module),
                    tuple((section.id, units[section.id]) for section in module.sections),
                    tuple((unit, version) for unit, version in units.items() if "/" in unit),
                    tuple((unit, units[unit], ask) for unit, ask in asked.items()),
                )
            )
    return result


def happened(rng: Random, modules: list[Part]) -> Iterator[Event]:
    """All events, oldest first."""
    total = 0
    for day in range(DAYS):
        # As many by the end of each day as make the whole on the last one.
        wanted = EVENTS * (day + 1) // DAYS - total
        at = BEGIN + day * DAY
        session = _session(rng, modules)
        for event in (next(session) for _ in range(wanted)):
            at += rng.randrange(2_000, 60_000)
            yield event._replace(at=at)
        total += wanted


def _session(rng: Random, modules: list[Part]) -> Iterator[Event]:
    """What a reader does on one day, for as long as the day goes."""
    while True:
        part = rng.choice(modules)
        if part.steps and rng.random() < 0.2:
            yield from _walk(rng, part)
        else:
            yield from _read(rng, part)
        for unit, version, ask in rng.sample(part.questions, min(5, len(part.questions))):
            yield from _answer(rng, part, unit, version, ask)
        if rng.random() < 0.1:
            text = f"What about {rng.randrange(40)}?"
            yield Event(rng.choice((AskAdded, AskRemoved))(text, "own", ""), 0)
        if rng.random() < 0.01:
            yield Event(AppointmentSet("2026-12-24"), 0)


def _read(rng: Random, part: Part) -> Iterator[Event]:
    for unit, version in part.sections:
        for page in range(rng.randrange(1, 5)):
            opened = PageOpened(page * 8000, rng.random() < 0.2)
            yield Event(opened, 0, part.id, "en", part.version, unit, version)
        yield Event(SectionRead(), 0, part.id, "en", part.version, unit, version)


def _walk(rng: Random, part: Part) -> Iterator[Event]:
    route = rng.choice(part.steps)[0].partition("/")[0]
    steps = [step for step in part.steps if step[0].startswith(f"{route}/")]
    for unit, version in steps:
        opened = StepOpened(0, last=unit == steps[-1][0])
        yield Event(opened, 0, part.id, "en", part.version, unit, version)


def _answer(rng: Random, part: Part, unit: str, version: str, ask: str) -> Iterator[Event]:
    verdicts: tuple[VerdictKind, ...] = ("right", "try-again", "shown", "unsure")
    answered = QuestionAnswered(
        verdict=rng.choices(verdicts, (70, 12, 8, 10))[0],
        behaviour=rng.choice(("check", "review")),
        chosen=("one", "other"),
        try_no=1,
    )
    if answered.verdict in {"shown", "unsure"}:
        card = Card(BEGIN + DAYS * DAY, BEGIN, round(rng.uniform(1, 90), 4), 5.5)
        answered = answered._replace(ask=ask, card=card)
    yield Event(answered, 0, part.id, "en", part.version, unit, version)


def _home(library: Library) -> float:
    with Program(OURS, library.home, library.arguments) as app:
        return (app.wait_for(library.title, library.row) - app.started) * 1000


def _keeping(path: Path) -> dict[str, float]:
    """Milliseconds of what is done with a long history besides the start."""
    event = Event(QuestionAnswered("right"), BEGIN + DAYS * DAY, "going-home")
    with closing(Log(path)) as log:
        log.memo(0)
        kept = [_took(lambda: log.append([event])) for _ in range(50)]
        turned = [_took(lambda: log.append([event], sure=False)) for _ in range(50)]
        return {
            "  an answer kept, on the disk": p50(kept),
            "  a page kept, safe from a kill": p50(turned),
            "  every event read and folded anew": _took(lambda: _fold(log)),
        }


def _fold(log: Log) -> None:
    from edu_tui.learning.history import History

    history = History()
    for _, event in log.events():
        history.apply(event)


def _took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    write(Path(sys.argv[1]))
