"""Traces: what is known of one module from its events, as plain records that JSON can hold.

Owns what an event changes in a module: only an answer changes a mark. Reading, walking, skipping and
looking back never do, and a guess is no answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, assert_never

from edu_tui.learning.event import PageOpened, QuestionAnswered, SectionRead, StepOpened
from edu_tui.learning.item import TO_TALK_ABOUT, Mark
from edu_tui.learning.spacing import Card

if TYPE_CHECKING:
    from edu_tui.learning.event import Event, ModuleFact

MARKS: dict[str, Mark] = {
    "right": "clear",
    "try-again": "missed",
    "shown": "missed",
    "unsure": "unsure",
}
"""The mark that a verdict leaves; `noted` leaves none.

A first miss leaves one too, until the next try: who goes away in between has not got it clear.
"""


def mark_of(answer: QuestionAnswered) -> Mark | None:
    """The mark that an answer leaves, or None: a guess says nothing about the reader, and what an
    assessment says is no matter of practice.
    """
    return None if answer.behaviour in {"guess", "assess"} else MARKS.get(answer.verdict)


class Seen(NamedTuple):
    """That a part was read, and what it said then."""

    language: str
    version: str
    at: int


class ReadingStop(NamedTuple):
    """Where the reader stopped, in terms that no resizing and no rewording changes."""

    unit: str
    """A section, or `route/step`."""
    anchor: int
    """How far into it, in a measure of its text and not of the screen."""
    detailed: bool
    """Whether more detail was shown."""
    language: str
    version: str
    at: int


class Answered(NamedTuple):
    """The latest answer to a question."""

    mark: Mark
    language: str
    version: str
    at: int
    card: Card | None
    """When it is worth asking again; None for never."""
    first: bool
    """Whether it was right at the first try."""


class Trace:
    """One module's."""

    def __init__(self) -> None:
        self.opened: dict[str, None] = {}
        """Sections opened, read or not."""
        self.read: dict[str, Seen] = {}
        """Sections read to their end."""
        self.walked: dict[str, Seen] = {}
        """Steps seen, by `route/step`."""
        self.walked_out: dict[str, None] = {}
        """Routes walked to their last step."""
        self.stop: ReadingStop | None = None
        """The page of a section; None where the reader came to the end."""
        self.step: ReadingStop | None = None
        """The step of the walkthrough that was open last."""
        self.answers: dict[str, Answered] = {}
        """By the question's unit name."""
        self.at = 0
        """When the reader was last here."""

    def apply(self, event: Event, fact: ModuleFact) -> None:
        """Take over what an event with that fact changes here."""
        self.at = event.at
        seen = Seen(event.language, event.unit_version, event.at)
        match fact:
            case PageOpened():
                self.stop = _stop(event, fact.anchor, fact.detailed) if event.unit else None
                if event.unit:
                    self.opened[event.unit] = None
            case SectionRead():
                self.read[event.unit] = seen
            case StepOpened():
                self.step = _stop(event, fact.anchor)
                self.walked[event.unit] = seen
                if fact.last:
                    self.walked_out[event.unit.partition("/")[0]] = None
            case QuestionAnswered():
                self._answer(event, fact)
            case _:
                assert_never(fact)

    def _answer(self, event: Event, answer: QuestionAnswered) -> None:
        mark = mark_of(answer)
        if mark is None:
            return
        self.answers.pop(event.unit, None)
        self.answers[event.unit] = Answered(
            mark,
            event.language,
            event.unit_version,
            event.at,
            answer.card,
            first=mark == "clear" and answer.try_no == 1,
        )

    def forget(self, unit: str) -> None:
        """Nothing is known of that part any more."""
        self.opened.pop(unit, None)
        self.read.pop(unit, None)
        self.walked.pop(unit, None)
        self.walked_out.pop(unit.partition("/")[0], None)
        self.answers.pop(unit, None)
        if self.stop and self.stop.unit == unit:
            self.stop = None
        if self.step and self.step.unit == unit:
            self.step = None

    @property
    def to_talk_about(self) -> list[str]:
        """Questions missed or unsure, by unit name."""
        return [name for name, answer in self.answers.items() if answer.mark in TO_TALK_ABOUT]

    def as_plain(self) -> list[Any]:
        """As JSON can hold it."""
        return [
            list(self.opened),
            self.read,
            self.walked,
            list(self.walked_out),
            self.stop,
            self.step,
            self.answers,
            self.at,
        ]


def trace_from_plain(plain: list[Any]) -> Trace:
    """The trace that `as_plain` gave."""
    trace = Trace()
    opened, read, walked, out, stop, step, answers, trace.at = plain
    trace.opened = dict.fromkeys(opened)
    trace.read = {name: Seen(*fields) for name, fields in read.items()}
    trace.walked = {name: Seen(*fields) for name, fields in walked.items()}
    trace.walked_out = dict.fromkeys(out)
    trace.stop = ReadingStop(*stop) if stop else None
    trace.step = ReadingStop(*step) if step else None
    for name, (mark, language, version, at, card, first) in answers.items():
        kept = Card(*card) if card else None
        trace.answers[name] = Answered(mark, language, version, at, kept, first)
    return trace


def _stop(event: Event, anchor: int | None, detailed: bool | None = None) -> ReadingStop:
    version = event.unit_version
    return ReadingStop(event.unit, anchor or 0, bool(detailed), event.language, version, event.at)
