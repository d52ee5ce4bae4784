"""What a file holds that is no text: ids, numbers and days, each with a finding where it cannot be one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.decode.names import ID, MAX_ID
from edu_tui.library.finding import quoted

if TYPE_CHECKING:
    from edu_tui.library.decode.names import Reporter
    from edu_tui.library.source.nodes import Scalar

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.A)
_INTEGER = re.compile(r"-?\d+", re.A)
LONGEST = 10
"""Signs of a whole number; Python makes no number of some thousand digits."""
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,9})?", re.A)


def as_id(fields: Reporter, scalar: Scalar) -> str:
    """That text as an id; where it is none, the one that it is told to become."""
    value = scalar.value
    if ID.fullmatch(value) and len(value) <= MAX_ID:
        return value
    text = id_like(value)
    message = f"{quoted(value)} is not an id (lower-case words with hyphens"
    message += f", such as `{text}`)" if text else ", at most 64 characters)"
    fields.report(scalar, "bad-id", message)
    return text


def id_like(text: str) -> str:
    """The id that is nearest to a text; empty where it has none of an id's letters."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:MAX_ID].strip("-")


def as_number(fields: Reporter, scalar: Scalar) -> float | None:
    """That text as a number; None where it is none."""
    if _NUMBER.fullmatch(scalar.value.strip()):
        return float(scalar.value)
    message = f"expected a number such as 40 or 2.5, found {quoted(scalar.value)}"
    fields.report(scalar, "wrong-type", message)
    return None


def as_integer(fields: Reporter, scalar: Scalar, low: int, high: int) -> int | None:
    """That text as a whole number; None where it is none, or out of the range."""
    value = scalar.value.strip()
    if not _INTEGER.fullmatch(value):
        message = f"expected a whole number, found {quoted(scalar.value)}"
        fields.report(scalar, "wrong-type", message)
    elif len(value) > LONGEST or not low <= int(value) <= high:
        message = f"expected a number from {low} to {high}, found {quoted(value)}"
        fields.report(scalar, "out-of-range", message)
    else:
        return int(value)
    return None


def is_day(text: str) -> bool:
    """Whether that is a day of the calendar, as it is written here: `2026-11-25`."""
    from datetime import date

    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def as_day(fields: Reporter, scalar: Scalar) -> str:
    """That text as a day of the calendar."""
    if not is_day(scalar.value):
        message = f"expected a day such as 2026-11-25, found {quoted(scalar.value)}"
        fields.report(scalar, "bad-date", message)
    return scalar.value
