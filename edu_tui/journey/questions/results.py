"""How it went, in kind words: what must be known first and apart, then the count, then what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import POP, Navigation, Place, push, swap
from edu_tui.journey.questions.feedback import answer_of
from edu_tui.journey.reading.again import place_of
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.line import Span
from edu_tui.layout.part import Box, Gap, Heading, words
from edu_tui.layout.text import spans, words_of
from edu_tui.model.module import title_of
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module


class Results(Place):
    """The outcome of a run."""

    def __init__(self, module: Module, run: QuizRun) -> None:
        self._module = module
        self._run = run

    @override
    def view(self, room: Room) -> View:
        """Must-knows, the count, the rows."""
        parts: list[Part | Row] = [*self._must_know(), words(self._count(), "strong")]
        if self._run.outcome().to_talk_about:
            parts.append(words(say("What is not clear yet is in my questions, to ask a person.")))
        parts.append(Gap())
        return View(
            where=(self._module.title, say("How it went")),
            parts=(*parts, *self._rows()),
            keys=frozenset({Action.BACK, Action.UP, Action.ASKED, Action.HOME}),
        )

    @override
    def shows(self) -> str:
        """The module that was asked about."""
        return self._module.id

    def _must_know(self) -> list[Part]:
        outcome = self._run.outcome()
        parts: list[Part] = []
        for name in outcome.must_know_to_talk_about:
            parts += [must_know_box(self.visit, self._item(name)), Gap()]
        if outcome.must_know_not_answered:
            count = len(outcome.must_know_not_answered)
            open_ = say(
                "{n} question that keeps you safe is not answered yet.",
                "{n} questions that keep you safe are not answered yet.",
                n=count,
            )
            parts += [words(open_, "talk"), Gap()]
        elif outcome.must_know_clear and not outcome.must_know_to_talk_about:
            parts += [words(say("[+] What keeps you safe is clear."), "good"), Gap()]
        return parts

    def _count(self) -> str:
        outcome = self._run.outcome()
        parts = [say("{n} clear", "{n} clear", n=len(outcome.clear))]
        if outcome.to_talk_about:
            count = len(outcome.to_talk_about)
            parts.append(say("{n} to talk about", "{n} to talk about", n=count))
        if outcome.not_answered:
            count = len(outcome.not_answered)
            parts.append(say("{n} left for later", "{n} left for later", n=count))
        return ", ".join(parts) + "."

    def _rows(self) -> list[Row]:
        outcome = self._run.outcome()
        rows = []
        for name in outcome.must_know_to_talk_about:
            title = self._title(self._item(name))
            if title:
                again = say("Read again: {title}", title=title)
                rows.append(Row(Request(Action.REREAD, self._item(name).question.teaches), again))
        left = len(outcome.to_talk_about) + len(outcome.not_answered)
        if outcome.to_talk_about:
            again = say("Try {n} question again", "Try {n} questions again", n=left)
            rows.append(Row(Request(Action.RETRY), again))
        elif left:
            open_ = say("Answer the question that is left", "Answer the {n} that are left", n=left)
            rows.append(Row(Request(Action.RETRY), open_))
        rows.append(Row(Request(Action.ANSWERS), say("See all answers and why")))
        if len(self.visit.asks):
            rows.append(
                Row(Request(Action.ASKED), say("My questions"), detail=str(len(self.visit.asks)))
            )
        rows.append(Row(Request(Action.TAKE), say("Take it with me, on paper or on my phone")))
        return (
            [Row(Request(Action.UP), say("Done")), *rows]
            if not left
            else [*rows, Row(Request(Action.UP), say("Done"))]
        )

    def _item(self, name: str) -> Item:
        return next(item for item in self._run.items if item.question.id == name)

    def _title(self, item: Item) -> str:
        return title_of(self._module, item.question.teaches)

    @override
    def do(self, do: Request) -> Navigation | None:
        """Read again, try again, see all answers."""
        if do.action is Action.REREAD:
            place = place_of(self._module, do.what, say("Back to how it went"))
            return push(place) if place is not None else None
        if do.action is Action.RETRY:
            return swap(self.questions(self._module, self._run.retry(self.visit.rng)))
        if do.action is Action.TAKE:
            from edu_tui.journey.taking.takeaway import TakeAway

            return push(TakeAway((self._module.id,)))
        if do.action is Action.ANSWERS:
            from edu_tui.journey.questions.answers import Answers

            return push(Answers(self._module, self._run))
        return None


class KindStop(Place):
    """After several in a row that were not clear: a rest, not a verdict."""

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


def must_know_box(visit: Visit, item: Item) -> Box:
    """What keeps safe and is not clear: the question, the answer, why, and what to do."""
    if visit.profile.in_clinic:
        title = say("Talk about this before you go")
        now = say("Read it again, or ask a nurse now.")
    else:
        title = say("Talk about this with your clinic")
        now = say("Read it again, or ask your clinic.")
    said = (
        *spans(item.question.ask, visit.voice()),
        Span(f" {answer_of(visit, item)}. ".replace("..", "."), "strong"),
        Span(reason_of(visit, item) + " "),
        Span(now),
    )
    return Box(title, said, "warning")


def reason_of(visit: Visit, item: Item) -> str:
    """The author's first reason for the right answer, without marks."""
    reasons = [
        reason.why
        for reason in item.question.body.review(item.answer)
        if reason.right and reason.why
    ]
    return words_of(reasons[0], visit.voice()) if reasons else ""
