"""Events as rows of the table, and which of them a `forgotten` is about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from edu_tui.learning.event import AskAdded, DraftSaved, Event, Forgotten
from edu_tui.records import codec
from edu_tui.records.codec import EventRow, row_of
from edu_tui.records.fields import WrongFieldError
from edu_tui.system.shown import INSTEAD, UNFIT, shown
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

LONGEST_SHOWN = 100
"""Characters that are shown of a field."""
COLUMNS = ", ".join(EventRow._fields)
_INSERT = (
    f"insert into event ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing"
)


def kept(event: Event) -> Event:
    """The event as it is kept: with an id, and no character in it that could not be exported."""
    from uuid import uuid4

    fact, more = _fit(event.fact), _fit(event.more)
    return event._replace(id=event.id or str(uuid4()), fact=fact, more=more)


def insert(db: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Append them; those whose id is there already are left as they are."""
    db.executemany(_INSERT, map(_row, events))


def drop_memo(db: sqlite3.Connection) -> None:
    """The fold that was written down, and any that is being made now, is worth nothing any more."""
    db.execute("update memo set epoch = epoch + 1, version = 0, serial = 0, text = ''")


def throws_away(event: Event) -> bool:
    """Whether it does nothing but delete: a draft that is none any more."""
    return isinstance(event.fact, DraftSaved) and not event.fact.text


def drop_drafts(db: sqlite3.Connection, events: Iterable[Event]) -> None:
    """What these events replace, a draft that was written on, added or thrown away, is in the file no longer."""
    query = (
        "delete from event where kind = 'drafted' and module = ? and unit = ?"
        " and case when json_valid(detail) then json_extract(detail, '$.why') end = ?"
    )
    for event in events:
        fact = event.fact
        if not isinstance(fact, DraftSaved | AskAdded):
            continue
        why = fact.why or "own"
        if isinstance(fact, DraftSaved) or why == "own" or fact.note:
            why = why if why in ("own", "page") else "missed"
            if db.execute(query, (event.module, event.unit, why)).rowcount:
                drop_memo(db)


class LeftOutRecord(NamedTuple):
    """A record that counts for nothing: which, and why. Fit to be shown."""

    id: str
    what: str
    """Its kind, and the module it is about."""
    why: str
    learner: str = ""
    """Of staff records: whose it is."""

    @override
    def __str__(self) -> str:
        who = f"{self.learner}, " if self.learner else ""
        return f"{who}{self.what} ({self.id}): {self.why}"


def left_out(name: str, kind: str, module: str, why: str, learner: str = "") -> LeftOutRecord:
    """One with nothing in its words that acts on a terminal."""
    what = " ".join(part for part in (kind, module) if part)
    return LeftOutRecord(*(short(item) for item in (name, what, why, learner)))


def short(text: str) -> str:
    """As much of it as anybody needs to know it again, without what acts on a terminal."""
    clean = shown(text)
    return clean if len(clean) <= LONGEST_SHOWN else f"{clean[: LONGEST_SHOWN - 3]}..."


def event_of(row: tuple[Any, ...]) -> Event | LeftOutRecord:
    """The event in the columns of a row, or why it counts for nothing."""
    *columns, text = row
    try:
        return codec.event_of(EventRow._make((*columns, detail_of(text))))
    except WrongFieldError as error:
        name, _, kind, module = columns[:4]
        return left_out(name, kind, module, str(error))


def detail_of(text: str) -> dict[str, Any]:
    """The detail as it is kept; raises WrongFieldError for what is no JSON object."""
    try:
        detail = json.loads(text, parse_constant=_no_number)
    # Numbers of thousands of digits and brackets of thousands of levels are refused by Python itself.
    except (ValueError, RecursionError):
        detail = None
    if not isinstance(detail, dict):
        raise WrongFieldError(say("its detail cannot be read"))
    return detail


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def json_of(value: Any) -> str:
    """JSON on one line, the keys in order."""
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )


def scope(module: str, unit: str) -> tuple[str, tuple[str, ...]]:
    """A condition for the rows that `forgotten` of this module and unit is about, and its values."""
    if not module:
        return "true", ()
    if not unit:
        return "module = ?", (module,)
    return "module = ? and unit = ?", (module, unit)


def covers(forgotten: Event, event: Event) -> bool:
    """Whether it happened before that was forgotten, and is about it."""
    if forgotten.module and forgotten.module != event.module:
        return False
    if forgotten.unit and forgotten.unit != event.unit:
        return False
    return event.at < forgotten.at + (not isinstance(event.fact, Forgotten))


def _row(event: Event) -> EventRow:
    row = row_of(event)
    return row._replace(detail=json_of(row.detail))


def _fit(value: Any) -> Any:
    """Plain data; what cannot be shown becomes a character that is only odd."""
    if isinstance(value, str):
        return UNFIT.sub(INSTEAD, value)
    if isinstance(value, dict):
        return {_fit(key): _fit(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_fit(item) for item in value]
    if isinstance(value, tuple):
        # A fact, and what is in it, is of its own class.
        return getattr(value, "_make", tuple)(map(_fit, value))
    return value
