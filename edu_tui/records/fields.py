"""What may stand in an event: each field, and each key of a detail, looked at and never believed.

It may come out of an export, out of a file that somebody else has written to, or out of a database.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

from edu_tui.learning.event import KINDS, Event
from edu_tui.system.shown import UNFIT
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DEEPEST = 6
"""Levels of a detail."""
LAST_MOMENT = 253_402_300_799_999
"""The end of the year 9999: what a calendar can show."""
BIGGEST = 2**53
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


class WrongFieldError(ValueError):
    """A field that cannot be; what is wrong with it, in words."""


def check(event: Event) -> None:
    """Raises WrongFieldError for an event that nothing can be made of, or that no export may hold."""
    for name, form in _FORMS.items():
        value = getattr(event, name)
        fits = isinstance(value, str) and len(value) <= _LONGEST_NAME
        if not fits or not re.fullmatch(form, value):
            raise wrong(name, value)
    if event.kind not in KINDS:
        told = say(
            "{value} is no kind of record that this edu-tui knows", value=picture(event.kind)
        )
        raise WrongFieldError(told)
    check_common(event)
    if event.kind == "answered" and "verdict" not in event.detail:
        raise missing("detail.verdict")
    check_detail(event.detail, DETAIL, "detail.")


def check_common(event: Event) -> None:
    """What holds for every kind: a time that a calendar has, plain data, nothing that cannot be shown."""
    if not is_whole(event.at) or event.at > LAST_MOMENT:
        raise wrong("at", event.at)
    texts = event._replace(at=0, detail={})
    if UNFIT.search("\n".join(str(one) for one in texts)):
        raise unshown()
    if not isinstance(event.detail, dict):
        raise wrong("detail", event.detail)
    check_plain(event.detail, DEEPEST)


def check_detail(
    detail: Mapping[str, Any], forms: Mapping[str, Callable[[Any], bool]], within: str = ""
) -> None:
    """Each key that has a form; others may be there, and are kept as they are.

    What stands before a key's name where it is told is `within`.
    """
    for name, value in detail.items():
        form = forms.get(name)
        if form is not None and not form(value):
            raise wrong(f"{within}{name}", value)


def check_plain(value: Any, levels: int) -> None:
    """Plain data of at most so many levels, with characters that can be shown."""
    if isinstance(value, (dict, list)):
        if levels == 0:
            raise WrongFieldError(say("its detail has too many levels"))
        for key in value if isinstance(value, dict) else ():
            check_plain(key, 0)
        for one in value.values() if isinstance(value, dict) else value:
            check_plain(one, levels - 1)
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

    def is_pair(one: Any) -> bool:
        return isinstance(one, list) and len(one) == 2 and all(map(is_text, one))

    return isinstance(value, list) and all(is_text(one) or is_pair(one) for one in value)


def is_card(value: Any) -> bool:
    """When it is due and was last asked, and two measures of memory (`learning/spacing.py`)."""
    if not isinstance(value, list) or len(value) != 4:
        return False
    due, last, *measures = value
    if not (is_whole(due) and is_whole(last) and max(due, last) <= LAST_MOMENT):
        return False
    return all(
        isinstance(one, (int, float)) and not isinstance(one, bool) and one >= 0 for one in measures
    )


DETAIL: Mapping[str, Callable[[Any], bool]] = {
    "anchor": is_whole,
    "detailed": is_flag,
    "last": is_flag,
    "chosen": is_choice,
    "try": is_whole,
    "verdict": lambda value: value in ("right", "try-again", "shown", "unsure"),
    "behaviour": is_text,
    "ask": is_text,
    "card": is_card,
    "text": is_text,
    "why": lambda value: value in ("own", "page", "missed", "unsure"),
    "note": is_text,
    "about": is_text,
    "day": is_day,
}
"""What a key means is told in `learning/event.py`. Others may be there; they are kept as they are."""


# in words


def wrong(name: str, value: Any) -> WrongFieldError:
    """That this cannot stand there."""
    told = say("`{name}` cannot be {value}", name=picture(name), value=picture(value))
    return WrongFieldError(told)


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
    return "".join(one if one.isprintable() else "?" for one in text) or say("empty")
