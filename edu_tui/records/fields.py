"""What may stand in a field of an event's row: looked at and never believed."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from edu_tui.system.shown import UNFIT
from edu_tui.system.wording import say

LAST_MOMENT = 253_402_300_799_999
"""The end of the year 9999: what a calendar can show."""
BIGGEST = 2**53


class WrongFieldError(ValueError):
    """A field that cannot be; what is wrong with it, in words."""


def check_plain(value: Any, levels: int) -> None:
    """Plain data of at most so many levels, with characters that can be shown."""
    if isinstance(value, (dict, list)):
        if levels == 0:
            raise WrongFieldError(say("its detail has too many levels"))
        for key in value if isinstance(value, dict) else ():
            check_plain(key, 0)
        for item in value.values() if isinstance(value, dict) else value:
            check_plain(item, levels - 1)
    elif isinstance(value, str):
        if UNFIT.search(value):
            raise unshown()
    elif isinstance(value, (int, float)) and not abs(value) <= BIGGEST:
        raise wrong("detail", value)


def is_whole(value: Any) -> bool:
    """A whole number, from 0."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= BIGGEST


def is_text(value: Any) -> bool:
    """Text."""
    return isinstance(value, str)


def is_flag(value: Any) -> bool:
    """True or false."""
    return isinstance(value, bool)


def is_day(value: Any) -> bool:
    """A day as days are kept, or empty."""
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


def is_choice(value: Any) -> bool:
    """Ids, or pairs of a situation and a group."""

    def is_pair(item: Any) -> bool:
        return isinstance(item, list) and len(item) == 2 and all(map(is_text, item))

    return isinstance(value, list) and all(is_text(item) or is_pair(item) for item in value)


def is_names(value: Any) -> bool:
    """Ids."""
    return isinstance(value, list) and all(map(is_text, value))


def is_card(value: Any) -> bool:
    """When it is due and was last asked, and two measures of memory (`learning/spacing.py`)."""
    if not isinstance(value, list) or len(value) != 4:
        return False
    due, last, *measures = value
    if not (is_whole(due) and is_whole(last) and max(due, last) <= LAST_MOMENT):
        return False
    return all(
        isinstance(measure, (int, float)) and not isinstance(measure, bool) and measure >= 0
        for measure in measures
    )


# in words


def wrong(name: str, value: Any) -> WrongFieldError:
    """That this cannot stand there."""
    message = say("`{name}` cannot be {value}", name=picture(name), value=picture(value))
    return WrongFieldError(message)


def missing(name: str) -> WrongFieldError:
    """That something has to stand there."""
    return WrongFieldError(say("`{name}` is missing", name=name))


def unshown() -> WrongFieldError:
    """That something in it cannot be shown."""
    return WrongFieldError(say("it has a character in it that cannot be shown"))


def picture(value: Any) -> str:
    """A short, harmless picture of whatever it is."""
    if isinstance(value, float) and not math.isfinite(value):
        return say("so large")
    # An integer may be too long for Python to write down.
    if isinstance(value, int) and abs(value) > BIGGEST:
        return say("so large")
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    text = text if len(text) <= 40 else f"{text[:37]}..."
    return "".join(char if char.isprintable() else "?" for char in text) or say("empty")
