"""A rest: after several in a row that were not clear, a stop and not a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import POP, Navigation, Place, push
from edu_tui.journey.reading.again import place_of
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.model.module import title_of
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module


class Rest(Place):
    """Why it stops, and the ways on."""

    def __init__(self, module: Module, run: QuizRun) -> None:
        self._module = module
        self._run = run

    @override
    def view(self, room: Room) -> View:
        """Why it stops, and what may help."""
        parts: list[Part | Row] = [
            Heading(say("Let us stop here for a moment.")),
            Gap(),
            words(say("This is a lot to take in. It says more about our words than about you.")),
            Gap(),
        ]
        last = self._run.items[self._run.position - 1].question.teaches
        title = title_of(self._module, last)
        if title:
            parts.append(Row(Request(Action.REREAD, last), say("Read again: {title}", title=title)))
        parts += [
            Row(
                Request(Action.ASKED),
                say("Ask a person: my questions"),
                detail=str(len(self.visit.asks) or ""),
            ),
            Row(Request(Action.FINISH), say("Finish for now and see how it went")),
            Row(Request(Action.ON), say("Go on with the questions")),
        ]
        return View(
            where=(self._module.title, say("A short rest")),
            parts=tuple(parts),
            keys=frozenset({Action.UP, Action.ASKED, Action.HOME}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Rest, read, ask, or go on all the same."""
        if do.action is Action.REREAD:
            place = place_of(self._module, do.what, say("Back to the questions"))
            return push(place) if place is not None else None
        if do.action is Action.ON:
            self._run.go_on_anyway()
            return POP
        if do.action in {Action.FINISH, Action.UP, Action.BACK}:
            return Navigation("pop", then=Request(Action.FINISH))
        return None
