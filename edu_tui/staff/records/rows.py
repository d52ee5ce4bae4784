"""Events as staff records, and back: what reports ask for stands in columns, the rest in the detail."""

from __future__ import annotations

from typing import Any, cast, get_args

from edu_tui.learning.event import Event, Kind
from edu_tui.records.fields import WrongFieldError, picture
from edu_tui.records.rows import detail_of, json_of
from edu_tui.staff.records.record import Record, sealed
from edu_tui.system.wording import say

KINDS = frozenset(get_args(Kind))


def record_of(event: Event, learner: str, site: str, device: str) -> Record:
    """The event as a record; details that reports ask for stand in columns of their own."""
    detail = dict(event.detail)
    result = detail.pop("verdict" if event.kind == "answered" else "result", "")
    wrong = detail.pop("misconceptions", ())
    # Of an attempt as a whole it is a score, and stays in the detail.
    must_know = int(bool(detail.pop("must_know", False))) if event.kind == "answered" else 0
    made = Record(
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
    return sealed(made)


def event_of(record: Record) -> Event:
    """The event that was kept, whatever it says; raises WrongFieldError where it is none.

    Whether it counts is for `fault` to say.
    """
    if record.kind not in KINDS:
        told = say(
            "{value} is no kind of record that this edu-tui knows", value=picture(record.kind)
        )
        raise WrongFieldError(told)
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
    return Event(
        cast("Kind", record.kind),
        record.at,
        record.module,
        record.language,
        record.version,
        record.unit,
        record.unit_version,
        detail,
        record.id,
    )
