"""History: all that is known of a reader, folded from events and from nothing else.

The same events give the same history, whether they come one by one while the program runs or all
together from a file. It can be written down as plain data (`as_plain`), so that the next start folds
only what came since; `FOLD` says by which rules it was folded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.learning.event import (
    AppointmentSet,
    AskAdded,
    AskRemoved,
    DraftSaved,
    Forgotten,
    ModuleFact,
    PlanSet,
    QuestionAnswered,
    QuestionGuessed,
    ReaderFact,
)
from edu_tui.learning.guesses import Guesses
from edu_tui.learning.my_questions import Ask, Draft, Drafts, MyQuestions
from edu_tui.learning.plan import Plan
from edu_tui.learning.trace import Trace, mark_of, trace_from_plain

if TYPE_CHECKING:
    from edu_tui.learning.event import Event

FOLD = 6
"""Changes when folding the same events gives something else than before."""
REMEMBERED = 20
"""Reviews whose time is remembered: more than one day may have."""
EMPTY = Trace()


class Fold:
    """What a slice of the program makes of events for itself; by itself, nothing."""

    def apply(self, event: Event) -> bool:
        """Take over what an event changes; whether the event is the slice's alone."""
        del event
        return False

    def as_plain(self) -> Any:
        """As JSON can hold it; None for nothing."""
        return None

    def restore(self, plain: Any) -> None:
        """Be what `as_plain` gave; may raise KeyError, TypeError or ValueError."""
        del plain


class History:
    """One reader's."""

    def __init__(self, extra: Fold | None = None) -> None:
        self.extra = extra or Fold()
        """Of the slice that the reader uses besides."""
        self.traces: dict[str, Trace] = {}
        self.guesses = Guesses()
        """What was guessed before reading."""
        self.asks = MyQuestions()
        self.drafts = Drafts()
        """Own words that are not on the list of questions yet."""
        self.last = ""
        """The module the reader was in last; empty for none."""
        self.appointment = ""
        """The day of the next appointment (`2026-12-01`); empty for none."""
        self.plan = Plan()
        """What to read, as it was taken over from a code; its day is `appointment`."""
        self.reviews: list[int] = []
        """When the latest review questions were answered."""
        self.latest = 0
        """The time of the latest event."""

    def trace(self, module: str) -> Trace:
        """What is known of a module; nothing of one that nobody opened."""
        return self.traces.get(module, EMPTY)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known yet."""
        return not (self.traces or len(self.guesses) or len(self.asks) or self.drafts.all)

    def apply(self, event: Event) -> None:
        """Take over what an event changes."""
        self.latest = max(self.latest, event.at)
        fact = event.fact
        if self.extra.apply(event) or not isinstance(fact, ReaderFact):
            return
        match fact:
            case AppointmentSet():
                self.appointment = fact.day or ""
            case PlanSet():
                self.plan = Plan(fact.parts or (), missing=fact.missing or 0)
            case QuestionGuessed():
                self.guesses.put(event, fact)
            case AskAdded():
                self.asks.put(_ask(event, fact))
                self.drafts.added(_ask(event, fact))
            case AskRemoved():
                self.asks.remove(_ask(event, fact))
            case DraftSaved():
                ask = Ask("", event.module, event.unit, fact.why or "own")
                self.drafts.put(Draft(fact.text or "", ask, fact.about or ""))
            case Forgotten():
                self._forget(event.module, event.unit)
            case _:
                self._in_module(event, fact)

    def _in_module(self, event: Event, fact: ModuleFact) -> None:
        self.last = event.module
        self.traces.setdefault(event.module, Trace()).apply(event, fact)
        if isinstance(fact, QuestionAnswered):
            self._answered(event, fact)

    def _answered(self, event: Event, answer: QuestionAnswered) -> None:
        mark = mark_of(answer)
        if answer.behaviour == "review":
            self.reviews = [*self.reviews, event.at][-REMEMBERED:]
        if mark == "clear":
            self.asks.clear(event.module, event.unit)
        elif mark in ("missed", "unsure"):
            self.asks.settle(Ask(answer.ask or "", event.module, event.unit, mark))

    def _forget(self, module: str, unit: str) -> None:
        self.asks.forget(module, unit)
        self.drafts.forget(module, unit)
        self.guesses.forget(module, unit)
        if not module:
            self.traces.clear()
            self.appointment, self.plan, self.reviews = "", Plan(), []
        elif not unit:
            self.traces.pop(module, None)
        elif module in self.traces:
            self.traces[module].forget(unit)
        if self.last not in self.traces:
            self.last = ""

    def as_plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        guesses = {"guesses": self.guesses.as_plain()} if len(self.guesses) else {}
        return {
            "traces": {name: trace.as_plain() for name, trace in self.traces.items()},
            "asks": self.asks.asks,
            "drafts": self.drafts.all,
            "last": self.last,
            "appointment": self.appointment,
            "plan": self.plan,
            "reviews": self.reviews,
            "latest": self.latest,
            "extra": self.extra.as_plain(),
            **guesses,
        }


def from_plain(plain: dict[str, Any], extra: Fold | None = None) -> History:
    """The history that `as_plain` gave; may raise KeyError, TypeError or ValueError."""
    history = History(extra)
    history.traces = {name: trace_from_plain(trace) for name, trace in plain["traces"].items()}
    history.guesses.restore(plain.get("guesses", []))
    for ask in plain["asks"]:
        history.asks.put(Ask(*ask))
    for text, ask, about in plain["drafts"]:
        history.drafts.put(Draft(text, Ask(*ask), about))
    history.last = plain["last"]
    history.appointment = plain["appointment"]
    parts, day, missing = plain["plan"]
    history.plan = Plan(tuple(parts), day, missing)
    history.reviews = plain["reviews"]
    history.latest = plain["latest"]
    history.extra.restore(plain["extra"])
    return history


def _ask(event: Event, fact: AskAdded | AskRemoved) -> Ask:
    why, note = fact.why or "own", fact.note or ""
    return Ask(fact.text or "", event.module, event.unit, why, note)
