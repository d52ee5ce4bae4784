"""The code of a plan: which parts someone is to read, in which order, and the day of their appointment. Pure.

It names no one and is kept nowhere: all that it says is in its letters. A part is 12 bits of its module's
id, a day 13 bits: two parts and a day are 12 letters, three 16, five 20, ten 32.

Owns that a part is never silently taken for another. Of the check bits 12 are of the letters alone and tell
a slip of the pen; 9 or more are of the letters with the whole id of every part. A part that this library
does not have is counted, and the rest opens. Where two modules have the same 12 bits, the check tells which
is meant; where it cannot, for a part is missing, neither is taken.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.learning.code_letters import (
    SIZES,
    cleaned,
    elsewhere,
    grouped,
    hashed,
    letters_of,
    mistyped,
    near,
    newer,
    number_of,
)
from edu_tui.learning.plan import Plan
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PARTS = dict(zip(SIZES, (2, 3, 5, 7, 8, 10), strict=True))
"""How many parts a code of so many letters has room for."""
MOST_PARTS = max(PARTS.values())
_VERSION, _VERSION_BITS = 0, 2
_DAY_BITS, _PART_BITS, _SLIP = 13, 12, 12
_BEFORE = date(2025, 12, 31)
"""The day before the first that a code can hold; it stands for no day."""
_MOST_READINGS = 64
"""So many ways to read the parts are looked at."""


def last_day() -> str:
    """The last day that a code can hold."""
    return (_BEFORE + timedelta(days=(1 << _DAY_BITS) - 1)).isoformat()


def plan_code(plan: Plan, modules: Sequence[str]) -> str:
    """The code, in groups: `7K3M-9QXT-2B4D`. `modules` is every module of the library.

    Raises UsageError for a plan with no part, or with more than a code can hold.
    """
    if not 0 < len(plan.parts) <= MOST_PARTS:
        raise UsageError(f"a plan has 1 to {MOST_PARTS} parts; these are {len(plan.parts)}.")
    wanted = plan._replace(missing=0)
    for size in SIZES:
        if PARTS[size] < len(plan.parts):
            continue
        code = _written(wanted, size)
        if is_plan(code) and _meanings(code, modules) == [wanted]:
            return grouped(code)
    raise UsageError("no code can tell these parts from others of this library.")


def plan_of(typed: str, modules: Sequence[str]) -> Plan:
    """What a code says, however it was typed; raises CodeError for one that is no plan of this library."""
    code = cleaned(typed)
    if not is_plan(code):
        groups = set(groups_that_mend(code, modules))
        raise mistyped(groups.pop() if len(groups) == 1 else 0)
    if _opened(code).version != _VERSION:
        raise newer()
    meanings = _meanings(code, modules)
    if len(meanings) != 1:
        raise elsewhere()
    return meanings[0]


def is_plan(code: str) -> bool:
    """Whether these letters fit each other as those of a plan do."""
    opened = _opened(code)
    return opened.is_sound and (opened.version != _VERSION or _is_in_a_row(opened.parts))


def groups_that_mend(code: str, modules: Sequence[str]) -> Iterator[int]:
    """The group of each one slip that, put right, makes it a plan all of whose parts are here."""
    for other, group in near(code):
        if is_plan(other) and any(not meaning.missing for meaning in _meanings(other, modules)):
            yield group


# what stands in it


class _Opened(NamedTuple):
    """What stands in a code, believed or not."""

    version: int
    day: int
    parts: tuple[int, ...]
    body: int
    names: int
    is_sound: bool


def _written(plan: Plan, size: int) -> str:
    day = (date.fromisoformat(plan.day) - _BEFORE).days if plan.day else 0
    body = _VERSION << _DAY_BITS | day
    marks = [_mark(name) for name in plan.parts]
    for mark in [*marks, *[0] * (PARTS[size] - len(marks))]:
        body = body << _PART_BITS | mark
    checks = _slip(body, size) << _names_bits(size) | _names(body, plan.parts, size)
    veiled = body ^ _veil(checks, size)
    return letters_of(veiled << (_SLIP + _names_bits(size)) | checks, size)


def _opened(code: str) -> _Opened:
    size, whole = len(code), number_of(code)
    bits = _names_bits(size)
    checks = whole & ((1 << (_SLIP + bits)) - 1)
    body = whole >> (_SLIP + bits) ^ _veil(checks, size)
    places = reversed(range(PARTS[size]))
    return _Opened(
        version=body >> (_DAY_BITS + PARTS[size] * _PART_BITS),
        day=body >> PARTS[size] * _PART_BITS & ((1 << _DAY_BITS) - 1),
        parts=tuple(body >> at * _PART_BITS & ((1 << _PART_BITS) - 1) for at in places),
        body=body,
        names=checks & ((1 << bits) - 1),
        is_sound=checks >> bits == _slip(body, size),
    )


def _is_in_a_row(marks: tuple[int, ...]) -> bool:
    """Whether there is a first part, and none after a gap."""
    held = [bool(mark) for mark in marks]
    return held[0] and held == sorted(held, reverse=True)


def _meanings(code: str, modules: Iterable[str]) -> list[Plan]:
    """What a sound code can mean in this library: one plan, or it is not of here."""
    opened = _opened(code)
    if opened.version != _VERSION:
        return []
    known: dict[int, list[str]] = {}
    for name in dict.fromkeys(modules):
        known.setdefault(_mark(name), []).append(name)
    meant = [known.get(mark, []) for mark in opened.parts if mark]
    day = (_BEFORE + timedelta(days=opened.day)).isoformat() if opened.day else ""
    if all(meant):
        readings = islice(product(*meant), _MOST_READINGS)
        fits = (
            reading
            for reading in readings
            if _names(opened.body, reading, len(code)) == opened.names
        )
        return [Plan(parts, day) for parts in fits]
    # Without all names there is no check of them.
    sure = tuple(names[0] for names in meant if len(names) == 1)
    return [Plan(sure, day, len(meant) - len(sure))] if sure else []


def _mark(name: str) -> int:
    """What stands for a module; 0 is no part."""
    return 1 + hashed(f"part {name}", 64) % ((1 << _PART_BITS) - 1)


# checks


def _names_bits(size: int) -> int:
    return size * 5 - _body_bits(size) - _SLIP


def _body_bits(size: int) -> int:
    return _VERSION_BITS + _DAY_BITS + PARTS[size] * _PART_BITS


def _slip(body: int, size: int) -> int:
    return hashed(f"plan letters {size} {body}", _SLIP)


def _names(body: int, parts: Sequence[str], size: int) -> int:
    return hashed("\n".join([f"plan {size} {body}", *parts]), _names_bits(size))


def _veil(checks: int, size: int) -> int:
    """Laid over the body, so that a code is no long row of zeros: those are hard to copy."""
    return hashed(f"plan veil {checks}", _body_bits(size))
