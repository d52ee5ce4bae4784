"""The welcome of a screen in a waiting room: what this is, and a few large things to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from edu_tui.journey.action import Action
from edu_tui.journey.home import Home, open_module
from edu_tui.journey.place import STAY, Navigation, Place, push
from edu_tui.journey.plan.planned import code_row, plan_rows
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.library.open_library import Entry

Why = Literal["", "idle", "crash"]
"""Why the visit before this one ended, where the next visitor may wonder."""
COMPACT = 16
"""Under so many lines the words make room for the rows."""


class Welcome(Place):
    """The first place of every visit, and the only one that may stand for ever."""

    def __init__(self, why: Why = "") -> None:
        self._why = why

    @override
    def view(self, room: Room) -> View:
        """What this is, then what one can do."""
        compact = bool(room.height) and room.height < COMPACT
        parts: list[Part | Row] = []
        why = _why(self._why)
        if why:
            parts += [words(why, "strong"), *_gap(compact)]
        parts.append(words(_told(self.visit)))
        if not compact:
            parts += [words(say("Ask the front desk for this on paper or read aloud."), "soft")]
        parts += [*_gap(compact), *_rows(self.visit)]
        if compact:
            parts += [Gap(), words(say("Ask the front desk for this on paper or read aloud."))]
        return View(
            where=(say("Welcome"), self.visit.title),
            parts=tuple(parts),
            keys=frozenset({Action.LANGUAGE} if _speaks_more(self.visit) else set()),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Go there; from here nothing leads up or back."""
        if do.action is Action.READ:
            return push(Home(lowest=False))
        if do.action is Action.MINUTES:
            from edu_tui.journey.reading.minutes import Minutes

            return push(Minutes())
        if do.action is Action.WALK:
            return open_module(self.visit, do.what)._replace(then=Request(Action.WALK))
        return STAY if do.action in {Action.BACK, Action.UP, Action.HOME} else None


def _rows(visit: Visit) -> list[Row]:
    rows = [*plan_rows(visit), Row(Request(Action.READ), say("Read about it"))]
    walk = _walk(visit)
    if walk is not None:
        rows.append(Row(Request(Action.WALK, walk.id), say("What will happen to me?")))
    rows.append(Row(Request(Action.MINUTES), say("I have only a few minutes")))
    if "aloud" in visit.devices.reading:
        rows.append(Row(Request(Action.ALOUD), say("Read this aloud"), detail=say("F5")))
    if _speaks_more(visit):
        # In its own words too: who needs it may not read these.
        rows.append(Row(Request(Action.LANGUAGE), say("Language"), detail="Language"))
    # Whoever has one was told what to choose.
    return [*rows, code_row()]


def _walk(visit: Visit) -> Entry | None:
    """The first part that goes through a day step by step."""
    walks = (entry for entry in visit.entries() if entry.steps and entry.state == "ready")
    return next((walk for walk in walks if visit.may_show(walk.id)), None)


def _speaks_more(visit: Visit) -> bool:
    return len(visit.contents.library.languages) > 1


def _told(visit: Visit) -> str:
    return say(
        "Here you can read about {title} while you wait. Nothing you do here is kept, and you can stop "
        "at any time.",
        title=visit.title,
    )


def _why(why: Why) -> str:
    if why == "idle":
        return say(
            "Nobody had touched this screen for a while, so it was cleared. Please start here."
        )
    if why == "crash":
        return say(
            "Something went wrong here, so the screen was cleared. It was not your fault. "
            "Please start again."
        )
    return ""


def _gap(compact: bool) -> list[Gap]:
    return [] if compact else [Gap()]
