"""My plan: just the parts that were chosen for the reader, in that order, and the day of the appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.days import day_of
from edu_tui.journey.extension import Extended
from edu_tui.journey.home import module_row, open_module
from edu_tui.journey.place import Navigation
from edu_tui.journey.plan.planned import appointment_words, end, plan_of
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.library.open_library import Entry


class MyPlan(Extended):
    """The rows of home that are on the plan, and the way to all others."""

    alone: ClassVar[bool] = True
    tells_progress: ClassVar[bool] = True
    lists_modules: ClassVar[bool] = True

    def __init__(self) -> None:
        self._last = ""

    @override
    def view(self, room: Room) -> View:
        """What it is, the day, the parts; then what else there is."""
        compact = bool(room.height) and room.height < 16
        plan, entries = plan_of(self.visit), entries_of(self.visit)
        when = appointment_words(plan.day, day_of(self.visit.clock()))
        parts: list[Part | Row] = []
        if entries and not compact:
            parts.append(words(say("These parts were chosen for you. Read them in this order.")))
        parts += [words(when, "strong")] if when else []
        parts += [words(one, "talk") for one in _not_here(self.visit)]
        parts += [Gap()] if parts else []
        parts += [module_row(self.visit, self.extension, entry, room) for entry in entries]
        parts += [
            Gap(),
            Row(Request(Action.ALL), say("Everything else in this library")),
            Row(Request(Action.TAKE), say("Take it with me, on paper or on my phone")),
            Row(Request(Action.REMOVE), say("I am done with this plan")),
        ]
        names = [entry.id for entry in entries]
        return View(
            where=(say("My plan"), self.visit.title),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.UP, Action.FIND, Action.WORDS, Action.HOME}),
            labels=((Action.OPEN, say("Open")),),
            focus=names.index(self._last) if self._last in names else 0,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Open a part, or leave the plan."""
        if do.action is Action.MODULE:
            self._last = do.what
            return open_module(self.visit, do.what)
        if do.action is Action.ALL:
            # Where a welcome comes first, the library is a step behind it.
            return Navigation("home", then=Request(Action.READ))
        if do.action is Action.REMOVE:
            end(self.visit)
            return Navigation(
                "home", said=say("The plan is put away. What you read stays as it is.")
            )
        return None


def entries_of(visit: Visit) -> list[Entry]:
    """The parts of the plan that are this reader's to read, in its order."""
    known = {entry.id: entry for entry in visit.entries()}
    return [known[name] for name in plan_of(visit).parts if name in known]


def _not_here(visit: Visit) -> list[str]:
    """That something of the plan is not shown, why, and whom to ask."""
    plan, shown = plan_of(visit), {entry.id for entry in visit.entries()}
    gone = plan.missing + sum(name not in visit.contents.entries for name in plan.parts)
    staff = sum(name in visit.contents.entries and name not in shown for name in plan.parts)
    texts = []
    if gone:
        texts.append(
            say(
                "{n} part of this plan is not in this library. Please ask your clinic about it.",
                "{n} parts of this plan are not in this library. Please ask your clinic about them.",
                n=gone,
            )
        )
    if staff:
        texts.append(
            say(
                "{n} part of this plan is for staff. Please ask a member of staff about it.",
                "{n} parts of this plan are for staff. Please ask a member of staff about them.",
                n=staff,
            )
        )
    return texts
