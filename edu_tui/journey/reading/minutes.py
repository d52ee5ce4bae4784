"""A few minutes: the reader says how many, and is shown what to read in them, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.home import open_module
from edu_tui.journey.place import Navigation, Place, push
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.learning.minutes import CHOICES, Offer, choose
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.minutes import Selection
    from edu_tui.library.open_library import Entry


class Minutes(Place):
    """How much time there is."""

    alone: ClassVar[bool] = True

    @override
    def view(self, room: Room) -> View:
        """One row for each choice."""
        rows = [
            Row(Request(Action.MINUTES, str(choice)), say("I have about {n} minutes", n=choice))
            for choice in CHOICES
        ]
        ask = words(say("How much time do you have? We choose what matters most."))
        return View(
            where=(say("A few minutes"),),
            parts=(ask, Gap(), *rows, Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.BACK, Action.UP, Action.HOME}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Choose for so many."""
        return push(ForNow(int(do.what))) if do.action is Action.MINUTES and do.what else None


class ForNow(Place):
    """What fits, to be opened one after the other; and what is left out."""

    alone: ClassVar[bool] = True

    def __init__(self, minutes: int) -> None:
        self._minutes = minutes
        self._chosen: Selection | None = None
        """Made once: a part that has been read since stays where it was."""
        self._last = ""

    @override
    def view(self, room: Room) -> View:
        """The parts in reading order, then the others."""
        chosen, entries = self._for(), self.visit.contents.entries
        parts: list[Part | Row] = [words(_told(chosen)), Gap()]
        parts += [_row(self.visit, entries[name]) for name in chosen.parts]
        if chosen.left_out:
            parts += [Gap(), words(say("Left out this time:"))]
            parts += [_row(self.visit, entries[name]) for name in chosen.left_out]
        every = (*chosen.parts, *chosen.left_out)
        return View(
            where=(say("About {n} minutes", n=self._minutes),),
            parts=(*parts, Gap(), Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.BACK, Action.UP, Action.HOME}),
            focus=every.index(self._last) if self._last in every else 0,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Open a part."""
        if do.action is not Action.MODULE:
            return None
        self._last = do.what
        return open_module(self.visit, do.what)

    def _for(self) -> Selection:
        if self._chosen is None:
            priority = dict.fromkeys(
                name for course in self.visit.contents.library.courses for name in course.priority
            )
            self._chosen = choose(_offers(self.visit), tuple(priority), self._minutes)
        return self._chosen


def _offers(visit: Visit) -> list[Offer]:
    """What may be read here and has not been read yet."""
    return [
        Offer(entry.id, entry.minutes, walked=entry.steps > 0)
        for entry in visit.entries()
        if entry.state == "ready"
        and visit.may_show(entry.id)
        and not visit.standing(entry.id).is_read(entry.parts)
    ]


def _told(chosen: Selection) -> str:
    if not chosen.parts:
        return say("There is nothing left to choose: you have read all there is.")
    if not chosen.fits:
        return say("Every part takes a little longer. Begin with this one, and stop at any time.")
    return say(
        "This takes about {n} minute. You can stop at any time.",
        "This takes about {n} minutes. You can stop at any time.",
        n=chosen.minutes,
    )


def _row(visit: Visit, entry: Entry) -> Row:
    details = [say("step by step")] if entry.steps else []
    details.append(say("{n} minute", "{n} minutes", n=entry.minutes))
    if visit.standing(entry.id).is_read(entry.parts):
        details.append(say("read"))
    return Row(Request(Action.MODULE, entry.id), entry.title, detail=", ".join(details))
