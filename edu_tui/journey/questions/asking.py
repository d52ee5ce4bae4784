"""Questions, one a page: choose, check, be told why; never wrong to be unsure, always free to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import POP, STAY, Navigation, Place, push, swap
from edu_tui.journey.questions.answering import tell_answer
from edu_tui.journey.questions.feedback import asked_texts, option_rows, row_of, told
from edu_tui.journey.questions.results import KindStop, Results
from edu_tui.journey.questions.runs import run_of
from edu_tui.journey.reading.again import place_of
from edu_tui.journey.reading.reading import terms_in
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.model.module import title_of
from edu_tui.model.version import asked_version, question_unit
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module


class Asking(Place):
    """A quiz run, at its current question."""

    def __init__(self, module: Module, run: QuizRun) -> None:
        self._module = module
        """The one that the current question is from."""
        self._run = run
        self._unsure = False
        """Whether "I'm not sure" is chosen but not checked yet."""
        self._situation = ""
        """The situation being sorted; empty for the first that is not."""
        self._focus = 0

    @override
    def view(self, room: Room) -> View:
        """The question, or the verdict on it."""
        item = self._run.current
        if item is None:
            # Come back to by a way that does not lead through its end.
            results = self._results()
            results.visit = self.visit
            return results.view(room)
        parts: list[Part | Row] = [Words(spans(item.question.ask, self.visit.voice(), "strong"))]
        if item.done:
            parts += self._done(item, room)
        else:
            parts += self._open(item, room)
        total = len(self._run.items)
        keys = {Action.BACK, Action.ASK, Action.WORDS, Action.UP} | (
            set() if item.done else {Action.SKIP}
        )
        return View(
            where=self._where(self._run.position + 1, total),
            parts=tuple(parts),
            keys=frozenset(keys),
            labels=((Action.UP, say("Leave the questions")),),
            focus=self._focus,
            careful=True,
        )

    def _where(self, number: int, total: int) -> tuple[str, ...]:
        return (self._module.title, say("question {n} of {total}", n=number, total=total))

    def _open(self, item: Item, room: Room) -> list[Part | Row]:
        parts: list[Part | Row] = [*told(self.visit, item, self._look(item))]
        situation = self._open_situation(item)
        parts += [Gap(), *option_rows(self.visit, item, situation, unsure=self._unsure)]
        if self._unsure or (self._run.can_check() and not situation):
            parts.append(Row(Request(Action.CHECK), say("Check my answer")))
        elif item.is_complete and item.answer == item.missed:
            parts.append(
                words(say("This is the answer you gave before. Change one part of it."), "talk")
            )
        if not 0 < room.height < 16:
            parts.append(Row(Request(Action.SKIP), say("Leave this question for now")))
        return parts

    def _done(self, item: Item, room: Room) -> list[Part | Row]:
        del room
        parts: list[Part | Row] = [*told(self.visit, item, ""), Gap()]
        last = self._run.position == len(self._run.items) - 1
        label = say("See how it went") if last else say("Next question")
        parts.append(Row(Request(Action.NEXT), label))
        if item.mark != "clear" and self._look(item):
            parts.append(
                Row(Request(Action.REREAD), say("Read again: {title}", title=self._look(item)))
            )
        return parts

    def _look(self, item: Item) -> str:
        """The title of what teaches this question."""
        return title_of(self._module, item.question.teaches)

    def _open_situation(self, item: Item) -> str:
        if not item.groups or self._situation:
            return self._situation
        return next((name for name in item.shown if not item.is_chosen(name)), "")

    @override
    def do(self, do: Request) -> Navigation | None:
        """Choose, check, say "I'm not sure", skip, look back, read again."""
        if do.action is Action.FINISH:
            return swap(self._results())
        item = self._run.current
        if item is None:
            return swap(self._results())._replace(then=do)
        if (
            do.action in {Action.OPTION, Action.UNSURE, Action.GROUP, Action.SITUATION}
            and not item.done
        ):
            if do.action is Action.UNSURE and self._unsure:
                return self._check()
            message = _refusal(item, do)
            self._choose(item, do)
            if message:
                return Navigation("stay", said=message)
            if do.action is Action.OPTION and self._chosen_again(item, do.what):
                return self._check()
            return STAY
        if do.action is Action.CHECK:
            return self._check()
        if do.action in {Action.SKIP, Action.NEXT}:
            return (
                self._on(skip=do.action is Action.SKIP)
                if item.done or do.action is Action.SKIP
                else STAY
            )
        if do.action is Action.BACK:
            return self._back()
        if do.action is Action.REREAD:
            return self._reread(item)
        return None

    def _choose(self, item: Item, do: Request) -> None:
        self._focus = row_of(item, do, self._open_situation(item))
        if do.action is Action.UNSURE:
            self._unsure = True
            return
        self._unsure = False
        if do.action is Action.OPTION:
            self._before_choice = item.is_chosen(do.what)
            self._run.choose(do.what)
        elif do.action is Action.GROUP:
            situation = self._open_situation(item)
            self._situation = ""
            self._run.choose_group(situation, do.what)
            self._focus = 0
        else:
            self._situation = do.what
            self._focus = 0

    def _chosen_again(self, item: Item, option: str) -> bool:
        """Whether Enter was pressed on the one option that was chosen already."""
        return (
            item.question.body.to_choose == 1 and self._before_choice and option not in item.tried
        )

    def _check(self) -> Navigation:
        before = self._run.current
        if self._unsure:
            self._run.unsure()
        elif self._run.can_check():
            self._run.check()
        else:
            return Navigation(
                "stay", said=say("Choose an answer first, or say that you are not sure.")
            )
        self._unsure = False
        self._situation = ""
        self._focus = 0
        after = self._run.current
        if before is not None and after is not None:
            tell_answer(self.visit, self._module, self._run.behaviour, before, after)
        return STAY

    def _on(self, *, skip: bool) -> Navigation:
        if skip:
            self._tell_skipped()
            self._run.skip()
        else:
            self._run.advance()
        self._unsure = False
        self._situation = ""
        self._focus = 0
        if self._run.current is not None:
            return STAY
        if self._run.stopped_kindly:
            return push(KindStop(self._module, self._run))
        return swap(self._results())

    def _tell_skipped(self) -> None:
        item = self._run.current
        if item is not None and not item.done:
            question = item.question
            self.visit.skipped(self._module, question_unit(question.id), asked_version(question))

    def _results(self) -> Place:
        return Results(self._module, self._run)

    def _back(self) -> Navigation:
        if self._run.position == 0:
            return POP
        self._run.back()
        self._unsure = False
        self._situation = ""
        self._focus = 0
        return STAY

    def _reread(self, item: Item) -> Navigation:
        place = place_of(self._module, item.question.teaches, say("Back to the question"))
        return push(place) if place is not None else STAY

    @override
    def about(self) -> tuple[str, str, str] | None:
        """The question asked."""
        item = self._run.current
        if item is None:
            return None
        ask = words_of(item.question.ask, self.visit.voice())
        return self._module.id, question_unit(item.question.id), ask

    @override
    def words_here(self) -> tuple[str, ...]:
        """The terms that the question marks, and what there is to choose."""
        item = self._run.current
        return terms_in(*asked_texts(item.question)) if item else ()


def _refusal(item: Item, do: Request) -> str:
    """Why an option cannot be chosen, in words, for nothing else would show it; else empty."""
    if do.action is not Action.OPTION:
        return ""
    if do.what in item.tried:
        return say("You tried this one already. Choose another.")
    count = item.question.body.to_choose
    if count > 1 and item.is_complete and not item.is_chosen(do.what):
        return say("You can choose {n}. Take one back first.", n=count)
    return ""


def ask_these(visit: Visit, module: Module, ids: Collection[str]) -> Asking:
    """Those questions."""
    return Asking(module, run_of(visit, module, ids))


def ask_all(visit: Visit, module: Module) -> Asking:
    """All questions of the module."""
    return ask_these(visit, module, {question.id for question in module.questions})


def ask_again(visit: Visit, module: Module) -> Asking:
    """Only the questions to talk about."""
    unclear = visit.standing(module.id).to_talk_about
    wanted = {question.id for question in module.questions if question_unit(question.id) in unclear}
    return ask_these(visit, module, wanted)
