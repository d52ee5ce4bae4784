"""Readers who are killed while they answer, and what their records say afterwards."""

from __future__ import annotations

import os
from itertools import count
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.action import Action
from edu_tui.journey.profile import STUDY
from edu_tui.journey.questions.asking import ask_these
from edu_tui.journey.view import Request
from edu_tui.journey.visit import Visit
from edu_tui.layout.line import Room
from edu_tui.library.open_library import OpenLibrary
from edu_tui.records.keeper import Recorder
from edu_tui.records.log import Log

from .making import raw
from .struck import struck

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.model.module import Module

ROOM = Room(72, 19, "unicode")
LIVES = 5
"""Kills of one file, before a new one is begun."""
MOST_ANSWERS = 12
MOST_SPIN = 0.0012
"""Seconds between the last acknowledgement that was heard and the kill, at most."""
WIDTH = 16
"""Bytes of an acknowledgement."""


class Killed(NamedTuple):
    """What came of one kill."""

    acknowledged: list[int]
    kept: list[int]
    check: str


class Answering:
    """Answers one question again and again in the real journey, as fast as it can."""

    def __init__(self, library: Path, module: str, question: str) -> None:
        open_library = OpenLibrary(library, None)
        self._contents = open_library.refresh("en")
        self._open_library = open_library
        self._module: Module = open_library.module(module, "en")
        self._question = question
        # What an answer needs is loaded once, here, and not by each process that is killed.
        self._answer(self._visit(Recorder(), 0))

    def until_killed(self, records: Path, first: int, acknowledge: int) -> None:
        """Each answer has the next number as its time; it is acknowledged once its verdict is shown."""
        visit = self._visit(Recorder(Log(records)), first)
        while True:
            self._answer(visit)
            if visit.keeper.trouble:
                os._exit(3)
            os.write(acknowledge, b"%*d" % (WIDTH, visit.history.latest))

    def _visit(self, keeper: Recorder, first: int) -> Visit:
        clock = count(first)
        return Visit(
            self._open_library, self._contents, STUDY, Random(1), keeper, lambda: next(clock)
        )

    def _answer(self, visit: Visit) -> None:
        place = ask_these(visit, self._module, {self._question})
        place.visit = visit
        rows = place.view(ROOM).rows
        place.do(next(row.do for row in rows if row.do.action is Action.UNSURE))
        place.do(Request(Action.CHECK))
        if any(row.do.action is Action.CHECK for row in place.view(ROOM).rows):
            raise RuntimeError("no verdict is shown")


def kill(answering: Answering, records: Path, first: int, rng: Random) -> Killed:
    """Let it answer, kill it at a random moment, and look."""
    heard = struck(
        lambda acknowledge: answering.until_killed(records, first, acknowledge),
        WIDTH,
        MOST_ANSWERS,
        MOST_SPIN,
        rng,
    )
    log = Log(records)
    kept = [event.at for _, event in log.events()]
    if log.notice:
        raise RuntimeError(log.notice)
    log.close()
    check = raw(records, "pragma integrity_check")[0][0] if records.exists() else "ok"
    acknowledged = [int(heard[n : n + WIDTH]) for n in range(0, len(heard) // WIDTH * WIDTH, WIDTH)]
    return Killed(acknowledged, kept, check)


def kills(answering: Answering, folder: Path, number: int, seed: int) -> tuple[int, list[str]]:
    """So many kills; how many answers had been acknowledged, and everything that went wrong."""
    rng = Random(seed)
    faults: list[str] = []
    seen = 0
    for turn in range(number):
        records = folder / f"{turn // LIVES}" / "records.sqlite"
        first = (turn % LIVES + 1) * 1_000_000
        run = kill(answering, records, first, rng)
        seen += len(run.acknowledged)
        lost = set(run.acknowledged) - set(run.kept)
        if lost:
            faults.append(f"kill {turn}: lost {sorted(lost)}")
        if run.check != "ok" or len(set(run.kept)) < len(run.kept):
            faults.append(f"kill {turn}: the file is not whole: {run.check}")
    return seen, faults
