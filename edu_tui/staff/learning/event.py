"""What happens on the staff side alone: facts of events (`learning/event.py`) that no other reader has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.learning.answer import Chosen
    from edu_tui.learning.reason import VerdictKind


class ModuleCompleted(NamedTuple):
    """Every section of a module has been read as it is now."""

    course: str | None = None
    kind: Literal["completed"] = "completed"


class AttemptBegun(NamedTuple):
    """An assessment was begun."""

    attempt: str
    """A UUID."""
    seed: int
    drawn: tuple[str, ...]
    """Ids of the items, in the order asked."""
    versions: tuple[str, ...]
    """What each of them asks."""
    course: str | None = None
    scope: str | None = None
    """`all`, or `changes` since an earlier pass."""
    tries: int | None = None
    mastery: int | None = None
    """Percent of the items that are not must-know."""
    kind: Literal["began"] = "began"


class AnswerChosen(NamedTuple):
    """An answer to an item that is not handed in yet."""

    attempt: str | None = None
    try_no: int | None = None
    """From 1."""
    chosen: Chosen | None = None
    unsure: bool | None = None
    kind: Literal["chose"] = "chose"


class AnswerHandedIn(NamedTuple):
    """An answer to an item was handed in and judged."""

    attempt: str
    verdict: VerdictKind | Literal["blank"]
    """`blank` where nothing was chosen."""
    try_no: int | None = None
    """From 1."""
    chosen: Chosen | None = None
    course: str | None = None
    behaviour: str | None = None
    form: str | None = None
    """The kind of question."""
    must_know: bool | None = None
    misconceptions: tuple[str, ...] | None = None
    """Ids of those behind what was chosen."""
    kind: Literal["answered"] = "answered"


class AttemptVoided(NamedTuple):
    """An item of an attempt has changed before it was handed in."""

    attempt: str
    course: str | None = None
    kind: Literal["voided"] = "voided"


class AttemptEnded(NamedTuple):
    """What an attempt came to."""

    kind: Literal["passed", "failed"]
    attempt: str
    first: tuple[int, int]
    """At the first try, of the items that are not must-know: right, of."""
    final: tuple[int, int]
    """The same in the end."""
    must_know: tuple[int, int]
    """Right, of."""
    course: str | None = None
    title: str | None = None
    """Of the module."""
    scope: str | None = None
    mastery: int | None = None
    """Percent."""
    parts: Mapping[str, str] | None = None
    """Version of each section and bank item, by unit name."""
    hash: str | None = None
    """Of the signed text."""
    state: str | None = None
    """How its sign-off stood."""
    until: str | None = None
    """The last day it is good, `2027-11-25`; empty for no limit."""


class LearnerEnrolled(NamedTuple):
    """A manager has put the learner on a course."""

    course: str | None = None
    role: str | None = None
    """Empty for the whole course."""
    hired: str | None = None
    """A day."""
    kind: Literal["enrolled"] = "enrolled"


class SkillObserved(NamedTuple):
    """Somebody has seen a skill, or that it is not there yet."""

    skill: str
    result: Literal["can", "not-yet"]
    course: str | None = None
    observer: str | None = None
    """An id."""
    note: str | None = None
    kind: Literal["observed"] = "observed"


AttemptFact: TypeAlias = AttemptBegun | AnswerChosen | AnswerHandedIn | AttemptVoided | AttemptEnded
"""What changes nothing of an attempt that is over."""
StaffFact: TypeAlias = AttemptFact | ModuleCompleted | LearnerEnrolled | SkillObserved
"""Of staff alone."""
