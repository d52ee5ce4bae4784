"""Events: what a reader did, one frozen record each. What is known of a reader is folded from these alone.

An event names ids and versions, never positions in a file; words are in it only where they are the
reader's own, or what stands on their list of questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal[
    "stopped",
    "read",
    "walked",
    "answered",
    "asked",
    "dropped",
    "drafted",
    "appointed",
    "forgotten",
    "completed",
    "began",
    "chose",
    "voided",
    "passed",
    "failed",
    "enrolled",
    "observed",
]
"""- `stopped`: the page of a section that is open; `unit` the section, detail `anchor`, `detailed`;
  no unit where the reader has come to the module's end
- `read`: a section was read to its end; `unit` the section
- `walked`: a step of a walkthrough is open; `unit` is `route/step`, detail `last`, `anchor`
- `answered`: a question was checked, or "I'm not sure" was chosen; `unit` the question, detail:
  `chosen` (what was chosen, by id), `try` (from 1), `verdict` (`right`, `try-again`, `shown`,
  `unsure`), `behaviour`, `ask` (its words, where it goes on the list), `card` (see `spacing`)
- `asked`: put on the list of questions; detail `text`, `why`, `note`
- `dropped`: taken off the list; detail as for `asked`
- `drafted`: words that are not on the list yet; detail `text` (the words, empty for none any more),
  `why`, `about` (the title of what they are about)
- `appointed`: the day of the next appointment; detail `day` (`2026-12-01`, empty for none)
- `forgotten`: the reader wants this forgotten: the question (`?id`), the section or the module named;
  everything where none is. What came before it about that is no longer counted

Of staff alone (`STAFF_KINDS`):
- `completed`: every section of a module has been read as it is now; detail `course`
- `began`: an assessment; detail `attempt` (a UUID), `course`, `seed`, `drawn` (ids of the items in the
  order asked), `versions` (of what each asks), `scope` (`all`, or `changes` since an earlier pass),
  `tries`, `mastery`
- `chose`: an answer that is not handed in yet; `unit` the item, detail `attempt`, `try`, and `chosen` or
  `unsure`
- `voided`: an attempt one of whose items has changed before it was handed in; detail `attempt`, `course`
- `answered` under the behaviour `assess`: handed in and judged; detail besides `attempt`, `course`,
  `must_know`, `form` (the kind of question), `misconceptions` (ids of those behind what was chosen)
- `passed`, `failed`: what an attempt came to; detail `attempt`, `course`, `title` (of the module),
  `scope`, `first`, `final` and `must_know` (each `[right, of]`; `first` and `final` count the items that
  are not must-know), `mastery` (percent), `parts` (version of each section and bank item by unit
  name), `hash` (of the signed text), `state` (how its sign-off stood), `until` (the last day it is
  good, `2027-11-25`; empty for no limit)
- `enrolled`: by a manager; detail `course`, `role` (empty for the whole course), `hired` (day)
- `observed`: a skill; detail `course`, `skill`, `observer` (an id), `result` (`can`, `not-yet`), `note`
"""
STAFF_KINDS: tuple[Kind, ...] = (
    "completed",
    "began",
    "chose",
    "voided",
    "passed",
    "failed",
    "enrolled",
    "observed",
)
KINDS: tuple[Kind, ...] = tuple(one for one in get_args(Kind) if one not in STAFF_KINDS)
"""Of every reader."""


class Event(NamedTuple):
    """One thing that happened."""

    kind: Kind
    at: int
    """Milliseconds since 1970, UTC."""
    module: str = ""
    language: str = ""
    """Of the text that was read."""
    version: str = ""
    """Of the whole module (`model/version.py`)."""
    unit: str = ""
    unit_version: str = ""
    detail: Mapping[str, Any] = {}
    """Plain data that JSON can hold; its keys are told at `Kind`."""
    id: str = ""
    """A UUID, given by the log when it is kept; empty until then."""


def covers(forgotten: Event, event: Event) -> bool:
    """Whether the event is about what a `forgotten` names: a part, a module, or everything."""
    if forgotten.module and forgotten.module != event.module:
        return False
    return not forgotten.unit or forgotten.unit == event.unit
