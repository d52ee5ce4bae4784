"""Review: the questions that are ready, one after another, whichever module they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place
from edu_tui.journey.questions.asking import Asking
from edu_tui.journey.questions.ready import ready_now
from edu_tui.journey.questions.results import must_know_box
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.learning.behaviour import REVIEW
from edu_tui.learning.quiz_run import QuizRun
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question


class Reviewing(Asking):
    """A run of questions from several modules."""

    def __init__(self, chosen: list[tuple[Module, Question]], visit: Visit) -> None:
        super().__init__(
            chosen[0][0], QuizRun([question for _, question in chosen], REVIEW, visit.rng)
        )
        self._modules = [module for module, _ in chosen]

    @override
    def view(self, room: Room) -> View:
        """The question, with the module it is from."""
        self._module = self._modules[self._run.position]
        return super().view(room)

    @override
    def _where(self, number: int, total: int) -> tuple[str, ...]:
        where = say("review {n} of {total}", n=number, total=total)
        return (self._module.title, where)

    @override
    def _results(self) -> Place:
        return ReviewDone(self._run.items)


class ReviewDone(Place):
    """How the review went."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self._items = items

    @override
    def view(self, room: Room) -> View:
        """What keeps safe first, then the count, then the way on."""
        clear = sum(item.mark == "clear" for item in self._items)
        talk = sum(item.mark in ("missed", "unsure") for item in self._items)
        texts = [say("{n} clear", "{n} clear", n=clear)]
        if talk:
            texts.append(say("{n} to talk about", "{n} to talk about", n=talk))
        parts: list[Part | Row] = [Heading(say("Done for today.")), Gap()]
        unsafe = [i for i in self._items if i.question.must_know and i.mark in ("missed", "unsure")]
        for item in unsafe:
            parts += [must_know_box(self.visit, item), Gap()]
        parts.append(words(", ".join(texts) + ".", "strong"))
        if talk:
            parts.append(words(say("What is not clear yet is in my questions, to ask a person.")))
        parts += [Gap(), Row(Request(Action.UP), say("Done"))]
        if len(self.visit.asks):
            parts.append(
                Row(Request(Action.ASKED), say("My questions"), detail=str(len(self.visit.asks)))
            )
        return View(
            where=(say("Review"),),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.UP, Action.HOME}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Nothing but the way back."""
        return None


class Nothing(Place):
    """When what was ready is gone: the library has changed in between."""

    @override
    def view(self, room: Room) -> View:
        """A line and the way back."""
        parts = (
            words(say("Nothing is ready any more.")),
            Gap(),
            Row(Request(Action.UP), say("Go back")),
        )
        return View(where=(say("Review"),), parts=parts, keys=frozenset({Action.BACK, Action.UP}))

    @override
    def do(self, do: Request) -> Navigation | None:
        """Nothing but the way back."""
        return None


def review(visit: Visit) -> Place:
    """The questions that are ready; those that keep safe come first."""
    chosen: list[tuple[Module, Question]] = []
    for one in ready_now(visit):
        try:
            module = visit.module(one.module)
        except BrokenModuleError:
            continue
        chosen += [(module, item) for item in module.questions if f"?{item.id}" == one.unit]
    if not chosen:
        return Nothing()
    return Reviewing(sorted(chosen, key=lambda pair: not pair[1].must_know), visit)
