"""Events as rows of the table, and which of them a `forgotten` is about."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from edu_tui.learning.event import KINDS, Event

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

COLUMNS = "id, at, kind, module, language, version, unit, unit_version, detail"
_INSERT = (
    f"insert into event ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing"
)
# What acts on a terminal, turns the reading direction, or is no character at all.
UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def kept(event: Event) -> Event:
    """The event as it is kept: with an id, and no character in it that could not be exported."""
    from uuid import uuid4

    return event._replace(id=event.id or str(uuid4()), detail=_fit(event.detail))


def insert(db: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Append them; those whose id is there already are left as they are."""
    db.executemany(_INSERT, map(_row, events))


def drop_memo(db: sqlite3.Connection) -> None:
    """The fold that was written down, and any that is being made now, is worth nothing any more."""
    db.execute("update memo set epoch = epoch + 1, version = 0, serial = 0, text = ''")


def event_of(row: tuple[Any, ...]) -> Event | None:
    """The event in the columns of a row, or None where it cannot be read."""
    name, at, kind, module, language, version, unit, unit_version, text = row
    try:
        detail = json.loads(text)
    except ValueError:
        return None
    if kind not in KINDS or not isinstance(detail, dict):
        return None
    return Event(kind, at, module, language, version, unit, unit_version, detail, name)


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
    return event.at < forgotten.at + (event.kind != "forgotten")


def _row(event: Event) -> tuple[str | int, ...]:
    return (
        event.id,
        event.at,
        event.kind,
        event.module,
        event.language,
        event.version,
        event.unit,
        event.unit_version,
        json_of(event.detail),
    )


def _fit(value: Any) -> Any:
    """Plain data; what cannot be shown becomes a character that is only odd."""
    if isinstance(value, str):
        return UNFIT.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {_fit(key): _fit(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_fit(one) for one in value]
    return value
