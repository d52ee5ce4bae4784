"""Events: what a reader did, one frozen record each. What is known of a reader is folded from these alone.

An event names ids and versions, never positions in a file; words are in it only where they are the
reader's own, or what stands on their list of questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.learning.answer import Chosen
    from edu_tui.learning.my_questions import Why
    from edu_tui.learning.reason import VerdictKind
    from edu_tui.learning.spacing import Card


class Fact(Protocol):
    """What happened: a NamedTuple, one for each kind. A field is None where the record does not have it."""

    @property
    def kind(self) -> str:
        """The word for it in files; one of its fields."""

    def _asdict(self) -> dict[str, Any]:
        """As every NamedTuple."""


class PageOpened(NamedTuple):
    """The page of a section is open; the event has no unit where the reader came to the module's end."""

    anchor: int | None = None
    """How far into the text, in a measure of that and not of the screen."""
    detailed: bool | None = None
    """Whether more detail was shown."""
    kind: Literal["stopped"] = "stopped"


class SectionRead(NamedTuple):
    """A section was read to its end."""

    kind: Literal["read"] = "read"


class StepOpened(NamedTuple):
    """A step of a walkthrough is open; the unit is `route/step`."""

    anchor: int | None = None
    last: bool | None = None
    """Whether it is the last of its route."""
    kind: Literal["walked"] = "walked"


class QuestionAnswered(NamedTuple):
    """A question was checked, or "I'm not sure" was chosen; not under an assessment."""

    verdict: VerdictKind
    chosen: Chosen | None = None
    try_no: int | None = None
    """From 1."""
    behaviour: str | None = None
    """Id of a `Behaviour`."""
    ask: str | None = None
    """What to ask a person, where it goes on the list; never what the quiz asked."""
    card: Card | None = None
    """When it is worth asking again; None for never."""
    kind: Literal["answered"] = "answered"


class QuestionGuessed(NamedTuple):
    """A question was answered before its module was read: a guess, of which nothing is told.

    It is no answer: it leaves no trace of the module, no mark, and nothing to review or to talk about.
    """

    right: bool
    """False for "I'm not sure", too."""
    kind: Literal["guessed"] = "guessed"


class AskAdded(NamedTuple):
    """Put on the list of questions, or given other words there."""

    text: str | None = None
    why: Why | None = None
    note: str | None = None
    kind: Literal["asked"] = "asked"


class AskRemoved(NamedTuple):
    """Taken off the list of questions."""

    text: str | None = None
    why: Why | None = None
    note: str | None = None
    kind: Literal["dropped"] = "dropped"


class DraftSaved(NamedTuple):
    """Words that are not on the list yet."""

    text: str | None = None
    """Empty for none any more."""
    why: Why | None = None
    about: str | None = None
    """The title of what they are about."""
    kind: Literal["drafted"] = "drafted"


class AppointmentSet(NamedTuple):
    """The day of the next appointment."""

    day: str | None = None
    """`2026-12-01`, empty for none."""
    kind: Literal["appointed"] = "appointed"


class PlanSet(NamedTuple):
    """What someone in the clinic has chosen for the reader to read; the day is an `AppointmentSet` of its own."""

    parts: tuple[str, ...] | None = None
    """Module ids, in the order of reading; empty for no plan."""
    missing: int | None = None
    """How many more there were that are not in this library."""
    kind: Literal["planned"] = "planned"


class Forgotten(NamedTuple):
    """The reader wants the question (`?id`), the section, the module or everything forgotten.

    What came before it about that is no longer counted.
    """

    kind: Literal["forgotten"] = "forgotten"


ModuleFact: TypeAlias = PageOpened | SectionRead | StepOpened | QuestionAnswered
"""What leaves a trace of a module."""
ReaderFact: TypeAlias = (
    ModuleFact
    | QuestionGuessed
    | AskAdded
    | AskRemoved
    | DraftSaved
    | AppointmentSet
    | PlanSet
    | Forgotten
)
"""Of every reader."""


class Event(NamedTuple):
    """One thing that happened."""

    fact: Fact
    """A `ReaderFact`, or one that a slice of the program has for itself."""
    at: int
    """Milliseconds since 1970, UTC."""
    module: str = ""
    language: str = ""
    """Of the text that was read."""
    version: str = ""
    """Of the whole module (`model/version.py`)."""
    unit: str = ""
    unit_version: str = ""
    more: Mapping[str, Any] = {}
    """What else its record holds, by keys that this version does not know; kept as it is."""
    id: str = ""
    """A UUID, given by the log when it is kept; empty until then."""

    @property
    def kind(self) -> str:
        """The word for it in files."""
        return self.fact.kind


def covers(forgotten: Event, event: Event) -> bool:
    """Whether the event is about what a `Forgotten` names: a part, a module, or everything."""
    if forgotten.module and forgotten.module != event.module:
        return False
    return not forgotten.unit or forgotten.unit == event.unit
