"""What is known of a learner's assessments, folded from events like everything else.

Three facts stand beside each other and are never made into one: that a module was read to its end, that
it was understood, and that somebody has seen a skill.

Events are folded in the order in which they were kept. An attempt ends once: what is kept of it after its
first end (another window may have had it open) changes nothing, and so does a try handed in again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, assert_never

from edu_tui.learning.history import Fold
from edu_tui.staff.learning.event import (
    AnswerChosen,
    AnswerHandedIn,
    AttemptBegun,
    AttemptEnded,
    AttemptVoided,
    LearnerEnrolled,
    ModuleCompleted,
    SkillObserved,
    StaffFact,
)
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from edu_tui.learning.answer import Chosen
    from edu_tui.learning.event import Event
    from edu_tui.learning.history import History
    from edu_tui.staff.learning.event import AttemptFact


class BegunAttempt(NamedTuple):
    """An attempt that was begun."""

    id: str
    module: str
    language: str
    at: int
    course: str
    seed: int
    drawn: tuple[str, ...]
    """Question ids, in the order asked."""
    versions: tuple[str, ...]
    """What each of them asked then."""
    scope: str
    tries: int
    mastery: int


class Ended(NamedTuple):
    """An attempt that was handed in for the last time."""

    id: str
    """Of the attempt."""
    event: str
    """Id of the record itself."""
    module: str
    language: str
    version: str
    at: int
    passed: bool
    course: str
    scope: str
    first: tuple[int, int]
    final: tuple[int, int]
    must_know: tuple[int, int]
    """Right, of."""
    mastery: int
    parts: dict[str, str]
    """Version of each section and bank item, by unit name."""
    hash: str
    until: str


class Observed(NamedTuple):
    """That somebody has seen a skill, or that it is not there yet."""

    result: str
    observer: str
    at: int
    note: str


class Enrolled(NamedTuple):
    """That a manager has put the learner on a course."""

    role: str
    hired: str
    at: int


class AnswerDraft(NamedTuple):
    """An answer that is kept, handed in or not."""

    chosen: Chosen
    unsure: bool
    handed: bool = False
    """Whether it was handed in: then nothing changes it."""


class Attempts(Fold):
    """One learner's."""

    def __init__(self) -> None:
        self.begun: dict[str, BegunAttempt] = {}
        """By attempt, oldest first; without those that are void."""
        self.drafts: dict[str, dict[str, AnswerDraft]] = {}
        """Of attempts that have not ended: by attempt, then by `try question`."""
        self.handed: dict[str, int] = {}
        """The try that was handed in last, of attempts that have not ended."""
        self.ended: dict[str, Ended] = {}
        """By attempt, oldest first."""
        self.void: dict[str, None] = {}
        """Attempts that do not count, because an item changed."""
        self.completed: dict[str, tuple[int, str]] = {}
        """When a module was read to its end, and its version."""
        self.observed: dict[str, Observed] = {}
        """The latest, by skill."""
        self.enrolled: dict[str, Enrolled] = {}
        """By course."""

    @override
    def apply(self, event: Event) -> bool:
        """Take over what an event changes; whether it is of staff alone."""
        fact = event.fact
        if not isinstance(fact, StaffFact):
            # No other kind belongs to an attempt: one that says so counts nowhere.
            return bool(event.more.get("attempt"))
        match fact:
            case ModuleCompleted():
                self.completed[event.module] = event.at, event.version
            case SkillObserved():
                observer, note = fact.observer or "", fact.note or ""
                self.observed[fact.skill] = Observed(fact.result, observer, event.at, note)
            case LearnerEnrolled():
                enrolled = Enrolled(fact.role or "", fact.hired or "", event.at)
                self.enrolled[fact.course or ""] = enrolled
            case _:
                self._of_attempt(event, fact)
        return True

    def _of_attempt(self, event: Event, fact: AttemptFact) -> None:
        attempt = fact.attempt or ""
        if self.is_over(attempt):
            return
        match fact:
            case AttemptBegun():
                self.begun[attempt] = _begun(event, fact)
            case AnswerChosen():
                self._chose(event, fact, unsure=bool(fact.unsure))
            case AnswerHandedIn():
                self._chose(event, fact, unsure=fact.verdict == "unsure")
            case AttemptVoided():
                self.begun.pop(attempt, None)
                self.void[attempt] = None
                self._close(attempt)
            case AttemptEnded():
                self.ended[attempt] = _ended(event, fact)
                self._close(attempt)
            case _:
                assert_never(fact)

    def is_over(self, attempt: str) -> bool:
        """Whether it was handed in for the last time, or does not count."""
        return attempt in self.ended or attempt in self.void

    def open_in(self, module: str) -> BegunAttempt | None:
        """The attempt at that module that was begun last and has not ended."""
        attempts = [attempt for attempt in self.begun.values() if attempt.module == module]
        return attempts[-1] if attempts and attempts[-1].id not in self.ended else None

    def of(self, module: str) -> list[Ended]:
        """What was handed in for that module, newest first."""
        return [begun for begun in reversed(self.ended.values()) if begun.module == module]

    def passed(self, module: str) -> Ended | None:
        """The latest pass."""
        return next((begun for begun in self.of(module) if begun.passed), None)

    def shown(self, module: str) -> list[str]:
        """Question ids of every attempt at that module, as often as they were drawn."""
        return [
            name
            for attempt in self.begun.values()
            if attempt.module == module
            for name in attempt.drawn
        ]

    def _chose(self, event: Event, fact: AnswerChosen | AnswerHandedIn, *, unsure: bool) -> None:
        attempt, number = fact.attempt, fact.try_no or 1
        if not attempt or attempt not in self.begun:
            return
        is_handed = isinstance(fact, AnswerHandedIn)
        drafts = self.drafts.setdefault(attempt, {})
        name = f"{number} {event.unit.removeprefix('?')}"
        known = drafts.get(name)
        if known is not None and known.handed:
            return
        drafts[name] = AnswerDraft(fact.chosen or (), unsure, is_handed)
        if is_handed:
            self.handed[attempt] = max(number, self.handed.get(attempt, 0))

    def _close(self, attempt: str) -> None:
        self.drafts.pop(attempt, None)
        self.handed.pop(attempt, None)

    @override
    def as_plain(self) -> list[Any]:
        """As JSON can hold it."""
        return [
            list(self.begun.values()),
            self.drafts,
            self.handed,
            list(self.ended.values()),
            self.completed,
            self.observed,
            self.enrolled,
            list(self.void),
        ]

    @override
    def restore(self, plain: list[Any]) -> None:
        """Be what `as_plain` gave; may raise KeyError, TypeError or ValueError."""
        begun, drafts, self.handed, ended, completed, observed, enrolled, void = plain
        for fields in begun:
            one = BegunAttempt(*fields)
            self.begun[one.id] = one._replace(drawn=tuple(one.drawn), versions=tuple(one.versions))
        for attempt, known in drafts.items():
            self.drafts[attempt] = {name: _draft(*draft) for name, draft in known.items()}
        for fields in ended:
            end = Ended(*fields)
            self.ended[end.id] = end._replace(
                first=_pair(end.first), final=_pair(end.final), must_know=_pair(end.must_know)
            )
        self.completed = {name: (at, version) for name, (at, version) in completed.items()}
        self.observed = {name: Observed(*fields) for name, fields in observed.items()}
        self.enrolled = {name: Enrolled(*fields) for name, fields in enrolled.items()}
        self.void = dict.fromkeys(void)


def attempts_in(history: History) -> Attempts:
    """The attempts in the history of a learner; raises TypeError for that of another reader."""
    if not isinstance(history.extra, Attempts):
        raise TypeError("this is not the history of a learner")
    return history.extra


def _begun(event: Event, fact: AttemptBegun) -> BegunAttempt:
    return BegunAttempt(
        id=fact.attempt,
        module=event.module,
        language=event.language,
        at=event.at,
        course=fact.course or "",
        seed=fact.seed,
        drawn=fact.drawn,
        versions=fact.versions,
        scope=fact.scope or "all",
        tries=fact.tries or 1,
        mastery=100 if fact.mastery is None else fact.mastery,
    )


def _ended(event: Event, fact: AttemptEnded) -> Ended:
    return Ended(
        id=fact.attempt,
        event=event.id,
        module=event.module,
        language=event.language,
        version=event.version,
        at=event.at,
        passed=fact.kind == "passed",
        course=fact.course or "",
        scope=fact.scope or "all",
        first=fact.first,
        final=fact.final,
        must_know=fact.must_know,
        mastery=100 if fact.mastery is None else fact.mastery,
        parts=dict(fact.parts or {}),
        hash=fact.hash or "",
        until=fact.until or "",
    )


def _draft(chosen: list[Any], unsure: bool, handed: bool) -> AnswerDraft:
    keys = (key if isinstance(key, str) else (str(key[0]), str(key[1])) for key in chosen)
    return AnswerDraft(tuple(keys), unsure, handed)


def _pair(given: Any) -> tuple[int, int]:
    right, of = given
    return int(right), int(of)
