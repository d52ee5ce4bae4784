"""Guessing: what the reader knows before reading. Nothing is told, and nothing is held against anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place, swap
from edu_tui.journey.questions.before_after import MOST, guess_title, left_to_guess, unguessed
from edu_tui.journey.questions.policy import QuestionPolicy
from edu_tui.journey.questions.question_page import QuestionPage
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.learning.behaviour import GUESS
from edu_tui.learning.event import QuestionGuessed
from edu_tui.learning.guesses import in_turn
from edu_tui.learning.quiz_run import QuizRun
from edu_tui.model.version import asked_version, question_unit
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.learning.item import Item
    from edu_tui.model.kinds.body import Answer
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question

_LEAVES = frozenset({Action.NEXT, Action.BACK, Action.UP, Action.FINISH})


class GuessPolicy(QuestionPolicy):
    """Questions from several modules, before any of it is read."""

    def __init__(self, visit: Visit, chosen: Sequence[tuple[Module, Question]]) -> None:
        super().__init__(visit, QuizRun([question for _, question in chosen], GUESS, visit.rng))
        self._modules = [module for module, _ in chosen]
        self._kept: dict[str, tuple[Answer, bool]] = {}
        """What was chosen at each question when the reader went on from it."""

    @property
    @override
    def module(self) -> Module:
        return self._modules[self.run.position]

    @override
    def where(self, number: int, total: int) -> tuple[str, ...]:
        return (guess_title(), say("{n} of {total}", n=number, total=total))

    @override
    def sentence(self) -> str:
        """Once a run is enough."""
        if self.run.position:
            return ""
        return say(
            "A guess is fine. You are not told if it is right, and it is never held against you."
        )

    @override
    def rows(self) -> list[Row]:
        if self.run.position == len(self.run.items) - 1:
            return [Row(Request(Action.FINISH), say("Done"))]
        return [Row(Request(Action.UP), say("Leave the questions"))]

    @override
    def before(self, request: Request) -> Navigation | None:
        """Going on from a question makes a guess of what is chosen there."""
        item = self.run.current
        if item is not None and request.action in _LEAVES:
            self._guessed(item)
        return None

    @override
    def end(self) -> Navigation:
        return swap(Guessed())

    def _guessed(self, item: Item) -> None:
        unsure, question = item.mark == "unsure", item.question
        given = item.answer, unsure
        if not (unsure or item.is_complete) or self._kept.get(question.id) == given:
            return
        self._kept[question.id] = given
        guess = QuestionGuessed(right=question.body.is_right(item.answer))
        self.visit.record(guess, self.module, question_unit(question.id), asked_version(question))


class Guessed(Place):
    """The end: thanks, and what comes of it."""

    @override
    def view(self, room: Room) -> View:
        """Thanks, and the way back to reading."""
        parts = (
            Heading(say("Thank you.")),
            Gap(),
            words(say("Now read. At the end, the same questions show what has changed.")),
            Gap(),
            Row(Request(Action.UP), say("Go on")),
        )
        return View(
            where=(guess_title(),),
            parts=parts,
            keys=frozenset({Action.BACK, Action.UP, Action.HOME}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Nothing but the way back."""
        return None


def guess(visit: Visit, module: Module | None = None) -> Place:
    """The questions about safety of that module, or of the whole course, that are left to guess."""
    if module is not None:
        chosen = [(module, question) for question in unguessed(visit, module)]
    else:
        chosen = in_turn([_of(visit, name, left) for name, left in left_to_guess(visit).items()])
    return QuestionPage(GuessPolicy(visit, chosen[:MOST])) if chosen else Guessed()


def _of(visit: Visit, name: str, left: int) -> list[tuple[Module, Question]]:
    """So many of a module's questions; none where it cannot be shown."""
    try:
        module = visit.module(name)
    except BrokenModuleError:
        return []
    return [(module, question) for question in unguessed(visit, module)[:left]]
