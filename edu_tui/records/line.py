"""One line of an export: an event as JSON, and JSON strictly checked as an event.

What comes in may be anything: nothing in it is believed until it has been looked at, field by field.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

from edu_tui.records.codec import EventRow, event_of, row_of
from edu_tui.records.fields import WrongFieldError, missing, picture
from edu_tui.records.rows import json_of
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.learning.event import Event

LONGEST = 4_000_000
"""Bytes of a line; the longest note that a reader could paste is shorter."""


class WrongLineError(WrongFieldError):
    """A line that is no event; what is wrong with it, in words."""


def line_of(event: Event) -> str:
    """The event as one line, its keys always in the same order."""
    fields = row_of(event)._asdict()
    inner = ",".join(f'"{name}":{json_of(value)}' for name, value in fields.items())
    return f"{{{inner}}}\n"


def event_in(line: bytes) -> Event:
    """The event in a line; raises WrongFieldError."""
    record = object_in(line)
    for name in EventRow._fields:
        if name not in record:
            raise missing(name)
    for name in record:
        if name not in EventRow._fields:
            raise WrongLineError(say("there is no `{name}` in a record", name=picture(name)))
    return event_of(EventRow(**record))


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


# how JSON is read, and what is shown of it


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        raise WrongLineError(say("it has a key twice"))
    return result


def _no_number(name: str) -> NoReturn:
    raise WrongLineError(say("{value} is no number", value=name))
