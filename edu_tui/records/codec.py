"""The codec: events as rows of plain data, and such rows as events, where nothing is believed before it is looked at.

A row may come out of an export, out of a file that somebody else has written to, or out of a database.
Its detail holds the fields of the fact under their names, but for `KEYS`; keys that this version does not
know may stand beside them, and are kept as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from edu_tui.learning.event import Event, ReaderFact
from edu_tui.learning.spacing import Card
from edu_tui.records.fields import (
    LAST_MOMENT,
    WrongFieldError,
    check_plain,
    is_card,
    is_choice,
    is_day,
    is_flag,
    is_names,
    is_text,
    is_whole,
    missing,
    picture,
    unshown,
    wrong,
)
from edu_tui.system.shown import UNFIT
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

DEEPEST = 6
"""Levels of a detail."""
KEYS = {"try_no": "try"}
"""Fields whose key in a detail is another."""
_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_VERSION = r"[0-9a-z]{0,64}"
# Compiled when the first record is read, so that a start without records needs none.
_SHAPES = {
    "id": r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "module": rf"(?:{_NAME})?",
    "language": r"[A-Za-z0-9-]{0,35}",
    "version": _VERSION,
    "unit": rf"(?:\??{_NAME}|{_NAME}/{_NAME})?",
    "unit_version": _VERSION,
}
_LONGEST_NAME = 200


class EventRow(NamedTuple):
    """An event as files and exports hold it, in that order; whatever it may be."""

    id: Any
    at: Any
    kind: Any
    module: Any
    language: Any
    version: Any
    unit: Any
    unit_version: Any
    detail: Any


class FactForm(NamedTuple):
    """How the detail of one kind becomes a fact."""

    fact: Callable[..., Any]
    """Its class."""
    fields: Mapping[str, str]
    """By key."""
    needed: tuple[str, ...]
    """Keys that have to be there."""
    checks: Mapping[str, Callable[[Any], bool]]
    """What may stand under a key; a key of another kind is looked at, too."""


def form(fact: type[NamedTuple], checks: Mapping[str, Callable[[Any], bool]]) -> FactForm:
    """For that class: what has no default has to be there."""
    fields = {KEYS.get(name, name): name for name in fact._fields if name != "kind"}
    needed = (key for key, name in fields.items() if name not in fact._field_defaults)
    return FactForm(fact, fields, tuple(needed), checks)


def forms(
    facts: Iterable[type[NamedTuple]], checks: Mapping[str, Callable[[Any], bool]]
) -> dict[str, FactForm]:
    """By the word for each kind: the default of its class, where that has one."""
    words = ((fact._field_defaults.get("kind"), fact) for fact in facts)
    return {kind: form(fact, checks) for kind, fact in words if kind is not None}


CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "anchor": is_whole,
    "detailed": is_flag,
    "last": is_flag,
    "chosen": is_choice,
    "try": is_whole,
    "verdict": lambda value: value in ("right", "try-again", "shown", "unsure"),
    "behaviour": is_text,
    "right": is_flag,
    "ask": is_text,
    "card": is_card,
    "text": is_text,
    "why": lambda value: value in ("own", "page", "missed", "unsure"),
    "note": is_text,
    "about": is_text,
    "day": is_day,
    "parts": is_names,
    "missing": is_whole,
}
FORMS = forms(get_args(ReaderFact), CHECKS)
"""By kind."""


def row_of(event: Event) -> EventRow:
    """The event as it is kept."""
    return EventRow(
        id=event.id,
        at=event.at,
        kind=event.kind,
        module=event.module,
        language=event.language,
        version=event.version,
        unit=event.unit,
        unit_version=event.unit_version,
        detail=detail_of(event),
    )


def detail_of(event: Event) -> dict[str, Any]:
    """What its record holds besides what every event has."""
    fields = event.fact._asdict()
    del fields["kind"]
    known = {KEYS.get(name, name): value for name, value in fields.items() if value is not None}
    return {**known, **event.more}


def event_of(row: EventRow) -> Event:
    """A reader's event; raises WrongFieldError for a row that nothing can be made of, or that no export may hold."""
    for name, shape in _SHAPES.items():
        value = getattr(row, name)
        fits = isinstance(value, str) and len(value) <= _LONGEST_NAME
        if not fits or not re.fullmatch(shape, value):
            raise wrong(name, value)
    known = FORMS.get(row.kind) if isinstance(row.kind, str) else None
    if known is None:
        raise no_kind(row.kind)
    return event_by(row, known, "detail.")


def event_by(row: EventRow, form: FactForm, within: str = "") -> Event:
    """The event of a kind that has that form, whatever it is about; raises WrongFieldError.

    It has a time that a calendar has, plain data, and nothing that cannot be shown. What stands before a
    key's name where it is told is `within`.
    """
    if not is_whole(row.at) or row.at > LAST_MOMENT:
        raise wrong("at", row.at)
    if UNFIT.search("\n".join(str(cell) for cell in row[:-1])):
        raise unshown()
    if not isinstance(row.detail, dict):
        raise wrong("detail", row.detail)
    check_plain(row.detail, DEEPEST)
    for key in form.needed:
        if key not in row.detail:
            raise missing(f"{within}{key}")
    for key, value in row.detail.items():
        fits = form.checks.get(key)
        if fits is not None and not fits(value):
            raise wrong(f"{within}{key}", value)
    return made(row, form)


def made(row: EventRow, form: FactForm) -> Event:
    """The event of a row that was looked at."""
    fields: dict[str, Any] = {}
    more: dict[str, Any] = {}
    for key, value in row.detail.items():
        if key in form.fields:
            fields[form.fields[key]] = Card(*value) if key == "card" else _frozen(value)
        else:
            more[key] = value
    return Event(
        fact=form.fact(**fields, kind=row.kind),
        at=row.at,
        module=row.module,
        language=row.language,
        version=row.version,
        unit=row.unit,
        unit_version=row.unit_version,
        more=more,
        id=row.id,
    )


def no_kind(kind: object) -> WrongFieldError:
    """That there is no such kind."""
    return WrongFieldError(
        say("{value} is no kind of record that this edu-tui knows", value=picture(kind))
    )


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
