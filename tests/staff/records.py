"""Records as a device writes them, many at once: the same for the same seed."""

from __future__ import annotations

import json
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from edu_tui.records import file
from edu_tui.staff.records.record import COLUMNS, Record, sealed
from edu_tui.staff.records.schema import APPLICATION, STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NOON = 1_795_608_000_000
"""25 November 2026, 12:00 UTC."""
ANSWERS = (
    ["call-911"],
    ["b", "a"],
    [["chest-pain", "Call 911"], ["dizzy", "Tell the nurse"]],
)


def some_records(number: int, seed: str = "", site: str = "north") -> list[Record]:
    """So many records of a device: attempts with their answers, and now and then something else."""
    lot = Random(f"records {seed}")
    device = str(UUID(int=lot.getrandbits(128), version=4))
    records: list[Record] = []
    while len(records) < number:
        records += _attempt(lot, site, device, at=NOON + 60_000 * len(records))
    return records[:number]


def _attempt(lot: Random, site: str, device: str, at: int) -> Iterable[Record]:
    learner, attempt = f"n-{lot.randrange(1, 9)}", _uuid(lot)
    known = {"site": site, "device": device, "learner": learner}

    def one(kind: str, offset: int, **more: object) -> Record:
        return _record(lot, kind, at + offset * 1000, **{**known, "attempt": attempt, **more})

    yield one("enrolled", 0, module="", attempt="", version="", detail={"role": "nurse", "hired": "2026-11-02"})  # fmt: skip
    yield one("completed", 1, attempt="")
    yield one("began", 2, detail={"seed": 7, "drawn": ["a", "b"], "tries": 2, "scope": "all"})
    for place in range(5):
        verdict = lot.choice(["right", "right", "shown", "unsure"])
        answer = {"behaviour": "assess", "chosen": lot.choice(ANSWERS), "form": "multiple"}
        yield one("answered", 3 + place, unit=f"?q-{place}", unit_version="a1", try_=1, result=verdict, must_know=place % 2, detail=answer)  # fmt: skip
    came_to = {"scope": "all", "first": [3, 5], "final": [4, 5], "must_know": [5, 5], "mastery": 80, "hash": "ab12", "until": "2027-11-25"}  # fmt: skip
    yield one(lot.choice(["passed", "failed"]), 9, detail=came_to)
    yield one("observed", 10, module="", attempt="", version="", result="can", detail={"skill": "teach-back", "observer": "rn-7", "note": "Calm, \u201cclear\u201d."})  # fmt: skip


def _record(lot: Random, kind: str, at: int, **given: object) -> Record:
    detail = json.dumps(given.pop("detail", {}), ensure_ascii=False, sort_keys=True)
    fields: dict[str, object] = {
        **dict.fromkeys(Record._fields, ""),
        "id": _uuid(lot),
        "at": at,
        "kind": kind,
        "course": "onboarding",
        "module": "staff-roles",
        "language": "en",
        "version": "v1",
        "try_": 0,
        "must_know": 0,
        "detail": detail,
        **given,
    }
    return sealed(Record(**fields))  # type: ignore[arg-type] # the fields are those of a record


def _uuid(lot: Random) -> str:
    return str(UUID(int=lot.getrandbits(128), version=4))


def fill(path: Path, records: Iterable[Record]) -> None:
    """Put records into a device's file as they are, past the program."""
    file.make(path)
    marks = ", ".join("?" * len(Record._fields))
    with closing(file.open_file(path, STEPS, 2.0, APPLICATION)) as db:
        db.execute("begin")
        db.executemany(f"insert into record ({COLUMNS}) values ({marks})", records)
        db.execute("commit")
