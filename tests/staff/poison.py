"""Records that nothing can be made of, each sealed as a device seals them: every kind, and every way to be wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from edu_tui.records.codec import FORMS
from edu_tui.staff.records.fault import STAFF_FORMS
from edu_tui.staff.records.record import Record, sealed
from edu_tui.staff.records.rows import record_of

from .making import MINUTE, attempt_id, ended_as, passed, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.learning.event import Event

ACTS = "\x1b[31m\x9b2J\u202e\u2066=1+1"
"""What acts on a terminal, turns the reading direction, and is a formula."""
FUTURE = 4_102_444_800_000
"""1 January 2100."""


def _sound() -> Iterator[Event]:
    """One event of each kind, as the program makes them."""
    began, answer, *_, end = passed(77, 5 * MINUTE)
    yield from (began, answer, end, ended_as("failed", end))
    yield record("voided", 1, attempt=attempt_id(78), course="staff")
    yield record(
        "chose",
        1,
        "?notes",
        attempt=attempt_id(77),
        chosen=["desk"],
        unsure=False,
        **dict[str, Any]({"try": 1}),
    )
    yield record("completed", 1, course="staff")
    yield record("enrolled", 1, module="", course="staff", role="nurse", hired="2026-05-01")
    yield record("observed", 1, module="", course="staff", skill="teach-back", observer="rn-7", result="can", note="")  # fmt: skip
    yield record("read", 1, "sight")
    yield record("stopped", 1, "sight", anchor=3, detailed=False)
    yield record("walked", 1, "route/step", last=False, anchor=0)
    yield record("guessed", 1, "?notes", right=True)
    yield record("asked", 1, text="Why?", why="own", note="")
    yield record("dropped", 1, text="Why?", why="own", note="")
    yield record("drafted", 1, "sight", text="Why is", why="page", about="A session")
    yield record("appointed", 1, module="", day="2026-12-01")
    yield record("planned", 1, module="", parts=["session"], missing=1)
    yield record("forgotten", 1, "sight")


def poisoned(learner: str = "n-1", site: str = "north") -> list[Record]:
    """All of them; those of which the program can still make something are among them."""
    records = [_record(event, learner, site) for event in _sound()]
    assert {one.kind for one in records} == {*FORMS, *STAFF_FORMS}
    wrongs = [wrong for one in records for wrong in _wrong(one)]
    return [
        sealed(one._replace(id=str(UUID(int=number + 2**64, version=4))))
        for number, one in enumerate(wrongs)
    ]


def _record(event: Event, learner: str, site: str) -> Record:
    return record_of(event._replace(id="x"), learner, site, "device")


def _wrong(one: Record) -> Iterator[Record]:
    detail: dict[str, Any] = json.loads(one.detail)
    yield one._replace(at=2**62)
    yield one._replace(at=-(2**62))
    yield one._replace(at=FUTURE)
    yield one._replace(kind=f"{one.kind}{ACTS}")
    yield one._replace(learner=f"{one.learner}{ACTS}")
    yield one._replace(learner="")
    yield one._replace(course=f"staff{ACTS}")
    yield one._replace(module=f"watching{ACTS}", language=ACTS, version=ACTS)
    yield one._replace(unit=f"?notes{ACTS}", unit_version=ACTS)
    yield one._replace(language="../../etc", version="\n")
    yield one._replace(try_=-1)
    yield one._replace(try_=2**30)
    yield one._replace(result=ACTS, must_know=9, misconceptions=ACTS)
    yield one._replace(attempt="")
    yield one._replace(attempt=ACTS)
    for text in (
        "",
        "{",
        "[1]",
        "null",
        "[" * 9000,
        '{"a":NaN}',
        '{"a":1' + "0" * 5000 + "}",
        "{}",
    ):
        yield one._replace(detail=text)
    for name in detail:
        yield _with(one, {key: value for key, value in detail.items() if key != name})
        for value in list[Any](
            (-1, 2**80, True, None, ACTS, [[[1]]], [9, 2], {"a": {}}, "206-11-02")
        ):
            yield _with(one, {**detail, name: value})


def _with(one: Record, detail: dict[str, Any]) -> Record:
    return one._replace(detail=json.dumps(detail, sort_keys=True))
