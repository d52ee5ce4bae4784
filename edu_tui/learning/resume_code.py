"""The code to go on with at home: how far a visitor came, in 12 or 16 letters and digits. Pure.

It names no one and is kept nowhere: all that it says is in its letters. Two bits for each module of
the course, in reading order: read, and something to talk about. Twelve letters hold 11 modules, sixteen
hold 21; of a longer course one bit each, so what to talk about is left out; past 42 modules those that
come after are left out too. `how_much` says which.

Owns that a code is never taken for what it is not. Of its 36 check bits, 12 are of the letters alone
and tell a slip of the pen from a code of another course; 24 are of the letters with the names of all
modules of the course. Letters typed at random pass with a chance of 1 in 68,719,476,736 (2 to the 36),
a sound code of another course with 1 in 16,777,216 (2 to the 24).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.learning.code_letters import (
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

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.system.errors import CodeError

SHORT, LONG = 12, 16
"""Letters of a code."""
_VERSION, _VERSION_BITS = 0, 2
_SLIP, _COURSE = 12, 24
"""Bits of the check of the letters, and of the check of where it comes from."""
_CHECKS = _SLIP + _COURSE
_ROOM = {size: size * 5 - _VERSION_BITS - _CHECKS for size in (SHORT, LONG)}
"""Bits for how far the visitor came."""

Holds = Literal["all", "read", "first"]


class ResumeState(NamedTuple):
    """How far someone came, by module id."""

    read: frozenset[str]
    talk: frozenset[str]
    """Modules in which something is to be talked about."""


def how_much(modules: int) -> Holds:
    """What a code holds of a course with so many modules: `all`, what was `read`, or that of the `first` 42."""
    if 2 * modules <= _ROOM[LONG]:
        return "all"
    return "read" if modules <= _ROOM[LONG] else "first"


def code_of(way: ResumeState, course: Sequence[str]) -> str:
    """The code, in groups: `7K3M-9QXT-2B4D`. `course` is every module id, in reading order."""
    size = _size(course)
    body = _VERSION << _ROOM[size]
    for place, (name, kind) in enumerate(_places(course)):
        if name in (way.read if kind == "read" else way.talk):
            body |= 1 << place
    checks = _slip(body, size) << _COURSE | _origin(body, course)
    return grouped(letters_of((body ^ _veil(checks, size)) << _CHECKS | checks, size))


def way_of(typed: str, course: Sequence[str]) -> ResumeState:
    """What a code says, however it was typed; raises CodeError for one that is not of this course."""
    code = cleaned(typed)
    if len(code) not in _ROOM:
        raise mistyped()
    opened = _opened(code, course)
    if opened.is_sound and opened.body >> _ROOM[len(code)] != _VERSION:
        raise newer()
    if not (opened.is_sound and opened.is_of_here):
        raise _not_of_here(code, course, opened)
    places = [pair for place, pair in enumerate(_places(course)) if opened.body >> place & 1]
    return ResumeState(
        frozenset(name for name, kind in places if kind == "read"),
        frozenset(name for name, kind in places if kind == "talk"),
    )


def is_way(code: str, course: Sequence[str]) -> bool:
    """Whether these letters say how far someone came in this course."""
    if len(code) not in _ROOM:
        return False
    opened = _opened(code, course)
    return opened.is_sound and opened.is_of_here


def is_of_its_kind(code: str, course: Sequence[str]) -> bool:
    """Whether they say so of any course: of another one, or in a way that is newer than this program."""
    return len(code) in _ROOM and _opened(code, course).is_sound


def _size(course: Sequence[str]) -> int:
    return SHORT if 2 * len(course) <= _ROOM[SHORT] else LONG


def _places(course: Sequence[str]) -> Iterator[tuple[str, Literal["read", "talk"]]]:
    """What each bit says, from the lowest."""
    for name in course[: _ROOM[LONG]]:
        yield name, "read"
        if how_much(len(course)) == "all":
            yield name, "talk"


# checks


class _Opened(NamedTuple):
    """What stands in a code, believed or not."""

    body: int
    is_sound: bool
    """Whether the letters fit each other."""
    is_of_here: bool
    """Whether they fit the names of the course."""


def _opened(code: str, course: Sequence[str]) -> _Opened:
    size, whole = len(code), number_of(code)
    checks = whole & ((1 << _CHECKS) - 1)
    body = whole >> _CHECKS ^ _veil(checks, size)
    return _Opened(
        body,
        checks >> _COURSE == _slip(body, size),
        size == _size(course) and checks & ((1 << _COURSE) - 1) == _origin(body, course),
    )


def _slip(body: int, size: int) -> int:
    return hashed(f"letters {size} {body}", _SLIP)


def _origin(body: int, course: Sequence[str]) -> int:
    return hashed("\n".join([f"course {body}", *course]), _COURSE)


def _veil(checks: int, size: int) -> int:
    """Laid over the body, so that a code is no long row of zeros: those are hard to copy."""
    return hashed(f"veil {checks}", size * 5 - _CHECKS)


def _not_of_here(code: str, course: Sequence[str], opened: _Opened) -> CodeError:
    """Told apart: one slip somewhere, another course, or more slips than one."""
    groups = set(groups_that_mend(code, course))
    if len(groups) == 1:
        return mistyped(groups.pop())
    return elsewhere() if opened.is_sound else mistyped()


def groups_that_mend(code: str, course: Sequence[str]) -> Iterator[int]:
    """The group of each one slip that, put right, makes it a code of this course."""
    if len(code) != _size(course):
        return
    for other, group in near(code):
        if is_way(other, course):
            yield group
