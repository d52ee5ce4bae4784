"""Events as staff records, and back: what reports ask for stands in columns, the rest in the detail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.records import codec
from edu_tui.records.codec import EventRow
from edu_tui.records.rows import detail_of, json_of
from edu_tui.staff.records.record import Record, sealed

if TYPE_CHECKING:
    from edu_tui.learning.event import Event


def record_of(event: Event, learner: str, site: str, device: str) -> Record:
    """The event as a record; details that reports ask for stand in columns of their own."""
    detail = codec.detail_of(event)
    result = detail.pop("verdict" if event.kind == "answered" else "result", "")
    wrong = detail.pop("misconceptions", ())
    # Of an attempt as a whole it is a score, and stays in the detail.
    must_know = int(bool(detail.pop("must_know", False))) if event.kind == "answered" else 0
    record = Record(
        id=event.id,
        site=site,
        device=device,
        learner=learner,
        at=event.at,
        kind=event.kind,
        course=str(detail.pop("course", "")),
        module=event.module,
        language=event.language,
        version=event.version,
        unit=event.unit,
        unit_version=event.unit_version,
        attempt=str(detail.pop("attempt", "")),
        try_=int(detail.pop("try", 0)),
        result=str(result),
        must_know=must_know,
        misconceptions=" ".join(wrong),
        detail=json_of(detail),
    )
    return sealed(record)


def row_of(record: Record) -> EventRow:
    """The event that was kept, whatever it says; raises WrongFieldError where its detail cannot be read.

    Whether it counts is for `fault` to say.
    """
    detail = detail_of(record.detail)
    answered = record.kind == "answered"
    columns: dict[str, Any] = {
        "course": record.course,
        "attempt": record.attempt,
        "try": record.try_,
        "verdict" if answered else "result": record.result,
        "misconceptions": record.misconceptions.split(),
    }
    detail |= {name: value for name, value in columns.items() if value}
    if answered and (record.attempt or record.must_know):
        detail["must_know"] = bool(record.must_know)
    return EventRow(
        id=record.id,
        at=record.at,
        kind=record.kind,
        module=record.module,
        language=record.language,
        version=record.version,
        unit=record.unit,
        unit_version=record.unit_version,
        detail=detail,
    )
