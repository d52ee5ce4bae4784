"""One line of an export: an event as JSON, and JSON strictly checked as an event.

What comes in may be anything: nothing in it is believed until it has been looked at, field by field.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, NoReturn

from edu_tui.learning.event import KINDS, Event
from edu_tui.records.rows import UNFIT, json_of
from edu_tui.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST = 4_000_000
"""Bytes of a line; the longest note that a reader could paste is shorter."""
DEEPEST = 6
"""Levels of a detail."""
_FIELDS = (
    "id",
    "at",
    "kind",
    "module",
    "language",
    "version",
    "unit",
    "unit_version",
    "detail",
)
_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_FORMS = {
    "id": r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "module": rf"(?:{_NAME})?",
    "language": r"[A-Za-z0-9-]{0,35}",
    "version": r"[0-9a-z]{0,64}",
    "unit": rf"(?:\??{_NAME}|{_NAME}/{_NAME})?",
    "unit_version": r"[0-9a-z]{0,64}",
}
_LONGEST_NAME = 200
_LAST_MOMENT = 253_402_300_799_999
"""The end of the year 9999: what a calendar can show."""
_BIGGEST = 2**53


class WrongLineError(ValueError):
    """A line that is no event; what is wrong with it, in words."""


def line_of(event: Event) -> str:
    """The event as one line, its keys always in the same order."""
    fields = event._asdict()
    inner = ",".join(f'"{name}":{json_of(fields[name])}' for name in _FIELDS)
    return f"{{{inner}}}\n"


def event_in(line: bytes) -> Event:
    """The event in a line; raises WrongLineError."""
    record = object_in(line)
    for name in _FIELDS:
        if name not in record:
            raise WrongLineError(say("`{name}` is missing", name=name))
    for name in record:
        if name not in _FIELDS:
            raise WrongLineError(say("there is no `{name}` in a record", name=_shown(name)))
    for name, form in _FORMS.items():
        value = record[name]
        fits = isinstance(value, str) and len(value) <= _LONGEST_NAME
        if not fits or not re.fullmatch(form, value):
            raise _wrong(name, value)
    if record["kind"] not in KINDS:
        raise WrongLineError(
            say(
                "{value} is no kind of record that this edu-tui knows", value=_shown(record["kind"])
            )
        )
    if not _is_whole(record["at"]) or record["at"] > _LAST_MOMENT:
        raise _wrong("at", record["at"])
    event = Event(**record)
    _check_detail(event)
    return event


def object_in(line: bytes) -> dict[str, Any]:
    """The JSON object in a line; raises WrongLineError."""
    if len(line) > LONGEST:
        raise WrongLineError(say("it is longer than any record"))
    try:
        record = json.loads(
            line.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no_number
        )
    except UnicodeDecodeError:
        raise WrongLineError(say("it is not UTF-8 text")) from None
    except WrongLineError:
        raise
    # Numbers of thousands of digits and brackets of thousands of levels are refused by Python itself.
    except (ValueError, RecursionError):
        raise WrongLineError(say("it is not whole, or not JSON")) from None
    if not isinstance(record, dict):
        raise WrongLineError(say("it is not an object in braces"))
    return record


# what a detail may hold


def _check_detail(event: Event) -> None:
    if not isinstance(event.detail, dict):
        raise _wrong("detail", event.detail)
    _check_plain(event.detail, DEEPEST)
    if event.kind == "answered" and "verdict" not in event.detail:
        raise WrongLineError(say("`{name}` is missing", name="detail.verdict"))
    for name, value in event.detail.items():
        check = _DETAIL.get(name)
        if check is not None and not check(value):
            raise _wrong(f"detail.{name}", value)


def _check_plain(value: Any, levels: int) -> None:
    if isinstance(value, dict):
        if levels == 0:
            raise WrongLineError(say("its detail has too many levels"))
        for key, one in value.items():
            _check_plain(key, 0)
            _check_plain(one, levels - 1)
    elif isinstance(value, list):
        if levels == 0:
            raise WrongLineError(say("its detail has too many levels"))
        for one in value:
            _check_plain(one, levels - 1)
    elif isinstance(value, str):
        if UNFIT.search(value):
            raise WrongLineError(say("it has a character in it that cannot be shown"))
    elif isinstance(value, (int, float)) and not abs(value) <= _BIGGEST:
        raise _wrong("detail", value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _BIGGEST


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_day(value: Any) -> bool:
    if value == "":
        return True
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return False
    from datetime import date

    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_choice(value: Any) -> bool:
    """Ids, or pairs of a situation and a group."""

    def is_pair(one: Any) -> bool:
        return isinstance(one, list) and len(one) == 2 and all(map(_is_text, one))

    return isinstance(value, list) and all(_is_text(one) or is_pair(one) for one in value)


def _is_card(value: Any) -> bool:
    """When it is due and was last asked, and two measures of memory (`learning/spacing.py`)."""
    if not isinstance(value, list) or len(value) != 4:
        return False
    due, last, *measures = value
    if not (_is_whole(due) and _is_whole(last) and max(due, last) <= _LAST_MOMENT):
        return False
    return all(
        isinstance(one, (int, float)) and not isinstance(one, bool) and one >= 0 for one in measures
    )


_DETAIL: Mapping[str, Callable[[Any], bool]] = {
    "anchor": _is_whole,
    "detailed": _is_flag,
    "last": _is_flag,
    "chosen": _is_choice,
    "try": _is_whole,
    "verdict": lambda value: value in ("right", "try-again", "shown", "unsure"),
    "behaviour": _is_text,
    "ask": _is_text,
    "card": _is_card,
    "text": _is_text,
    "why": lambda value: value in ("own", "page", "missed", "unsure"),
    "note": _is_text,
    "day": _is_day,
}
"""What a key means is told in `learning/event.py`. Others may be there; they are kept as they are."""


# how JSON is read, and what is shown of it


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise WrongLineError(say("it has a key twice"))
    return found


def _no_number(name: str) -> NoReturn:
    raise WrongLineError(say("{value} is no number", value=name))


def _wrong(name: str, value: Any) -> WrongLineError:
    return WrongLineError(say("`{name}` cannot be {value}", name=_shown(name), value=_shown(value)))


def _shown(value: Any) -> str:
    """A short, harmless picture of whatever it is."""
    if isinstance(value, float) and not math.isfinite(value):
        return say("so large")
    # An integer may be too long for Python to write down.
    if isinstance(value, int) and abs(value) > _BIGGEST:
        return say("so large")
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    text = text if len(text) <= 40 else f"{text[:37]}..."
    return "".join(one if one.isprintable() else "?" for one in text) or say("empty")
