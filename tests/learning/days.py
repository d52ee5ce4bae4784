"""A reader's days as events, shortly written: what was done, where, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.learning.history import History
from edu_tui.staff.learning.attempts import Attempts
from tests.happened import happened

if TYPE_CHECKING:
    from edu_tui.learning.event import Event

DAY = 86_400_000
"""Milliseconds."""


class Diary:
    """Events one after the other, a second apart, folded as they come."""

    def __init__(self) -> None:
        self.history = History(Attempts())
        self.events: list[Event] = []
        self.now = 1_800_000_000_000

    def record(self, kind: str, unit: str = "", version: str = "v1", **detail: Any) -> Diary:
        """Something happened in module `home`, or in the one named."""
        self.now += 1000
        module = detail.pop("module", "home")
        language = detail.pop("language", "en")
        event = happened(kind, self.now, module, language, "m1", unit, version, detail)
        self.events.append(event)
        self.history.apply(event)
        return self

    def answered(self, unit: str, verdict: str, **detail: Any) -> Diary:
        """An answer."""
        given = {"verdict": verdict, "try": 1, "behaviour": "check", "ask": f"What about {unit}"}
        return self.record("answered", f"?{unit}", **{**given, **detail})


def folded(events: list[Event]) -> History:
    """The history of events that come all together."""
    history = History(Attempts())
    for event in events:
        history.apply(event)
    return history
