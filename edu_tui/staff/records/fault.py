"""What is wrong with a staff record: one that was changed, that nothing can be made of, or that is still to come.

A record comes out of a file that others may write to, or out of a database to which many devices send. What
is wrong with one counts for nothing, is named, and stops nothing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, get_args

from edu_tui.layout.day import day_in_words, day_of
from edu_tui.records.codec import CHECKS, FORMS, FactForm, event_by, event_of, form, forms, no_kind
from edu_tui.records.fields import (
    LAST_MOMENT,
    WrongFieldError,
    is_choice,
    is_day,
    is_flag,
    is_text,
    is_whole,
    unshown,
    wrong,
)
from edu_tui.records.rows import LeftOutRecord, left_out
from edu_tui.staff.learning.event import (
    AnswerHandedIn,
    AttemptEnded,
    LearnerEnrolled,
    StaffFact,
)
from edu_tui.staff.records.learners import checked
from edu_tui.staff.records.record import Record
from edu_tui.staff.records.record import is_whole as fits_digest
from edu_tui.staff.records.rows import row_of
from edu_tui.system.errors import UsageError
from edu_tui.system.shown import UNFIT
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from edu_tui.learning.event import Event

FIRST_DAY = "1950-01-01"
"""Nobody who works now was hired before."""
AHEAD = 366
"""Days that somebody may be hired ahead."""
VERDICTS = ("right", "shown", "unsure", "blank")
"""On an answer that was handed in."""
MOST = 10_000
"""More tries, items or points than there are."""


def read(record: Record, upto: int = LAST_MOMENT) -> Event | LeftOutRecord:
    """The event of a record, or why it counts for nothing; `upto` is the last millisecond that counts."""
    try:
        return _read(record, upto)
    except WrongFieldError as error:
        return left_out(record.id, record.kind, record.module, str(error), record.learner)


def _read(record: Record, upto: int) -> Event:
    if not fits_digest(record):
        raise WrongFieldError(say("it was changed after it was made"))
    known = form_of(record.kind, record.attempt)
    if known is None and record.kind not in FORMS:
        raise no_kind(record.kind)
    row = row_of(record)
    if not _is_id(record.learner):
        raise wrong("learner", record.learner)
    if UNFIT.search(record.site + record.device):
        raise unshown()
    event = event_by(row, known) if known else event_of(row)
    fact = event.fact
    if (
        isinstance(fact, LearnerEnrolled)
        and fact.hired
        and not is_hired(fact.hired, day_of(event.at))
    ):
        # Held against the day it was written, so that it does not change with the day it is read.
        raise wrong("hired", fact.hired)
    if event.at > upto:
        raise WrongFieldError(
            say(
                "it lies in the future, {day}: it does not count until then. See that the clock is right",
                day=day_in_words(day_of(event.at)),
            )
        )
    return event


def end_of(day: str) -> int:
    """The last millisecond of a day where this runs: what is later lies in the future."""
    try:
        after = datetime.fromisoformat(day) + timedelta(days=1)
        return round(after.timestamp() * 1000) - 1
    except (OverflowError, OSError, ValueError):
        return LAST_MOMENT


def is_hired(day: str, today: str) -> bool:
    """Whether somebody who works, or is about to, can have been hired on that day."""
    if not is_day(day) or not day:
        return False
    return FIRST_DAY <= day <= (date.fromisoformat(today) + timedelta(days=AHEAD)).isoformat()


# what a detail holds, by kind


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_name, value))


def _is_pair(value: Any) -> bool:
    """Right, of."""
    is_two = isinstance(value, list) and len(value) == 2 and all(map(is_whole, value))
    return is_two and value[0] <= value[1] <= MOST


def _is_number(value: Any) -> bool:
    return is_whole(value) and 1 <= value <= MOST


def _is_percent(value: Any) -> bool:
    return is_whole(value) and value <= 100


def _is_versions(value: Any) -> bool:
    return isinstance(value, dict) and all(map(is_text, value.values()))


def _is_id(value: Any) -> bool:
    """Of a learner, or of an observer."""
    try:
        return isinstance(value, str) and checked(value) == value
    except UsageError:
        return False


_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "attempt": _is_name,
    "course": is_text,
    "seed": is_whole,
    "drawn": _is_names,
    "versions": _is_names,
    "scope": lambda value: value in ("all", "changes"),
    "tries": _is_number,
    "mastery": _is_percent,
    "try": _is_number,
    "chosen": is_choice,
    "unsure": is_flag,
    "form": is_text,
    "behaviour": is_text,
    "misconceptions": _is_names,
    "verdict": lambda value: value in VERDICTS,
    "title": is_text,
    "first": _is_pair,
    "final": _is_pair,
    "must_know": _is_pair,
    "parts": _is_versions,
    "hash": is_text,
    "state": is_text,
    "until": is_day,
    "role": is_text,
    "hired": is_day,
    "skill": _is_name,
    "observer": _is_id,
    "result": lambda value: value in ("can", "not-yet"),
    "note": is_text,
}
STAFF_FORMS = {
    **forms(get_args(StaffFact), _CHECKS),
    "answered": form(AnswerHandedIn, {**CHECKS, **_CHECKS, "must_know": is_flag}),
    **dict.fromkeys(("passed", "failed"), form(AttemptEnded, _CHECKS)),
}
"""By kind."""


def form_of(kind: str, attempt: str) -> FactForm | None:
    """How a record of that kind becomes a fact; None for what any reader does, such as an answer in practice."""
    return None if kind == "answered" and not attempt else STAFF_FORMS.get(kind)
