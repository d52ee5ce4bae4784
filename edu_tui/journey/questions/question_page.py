"""Questions, one a page: choose, check, be told why; never wrong to be unsure, always free to leave.

Owns that a row of an open question keeps its place: what there is to choose, "I'm not sure", what checks,
what leaves; anything that comes and goes stands after them. So a digit means the same until the question
is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import ALWAYS, Action
from edu_tui.journey.place import POP, STAY, Navigation, Place, push
from edu_tui.journey.questions.feedback import (
    asked_texts,
    clue_parts,
    feedback_parts,
    how_to_answer,
    option_rows,
    order_rows,
    row_of,
    sorted_rows,
    unsure_row,
)
from edu_tui.journey.questions.moving import BY, Moving, moved, tell_chosen
from edu_tui.journey.questions.policy import CHOOSING
from edu_tui.journey.reading.again import place_of
from edu_tui.journey.reading.reading import terms_in
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.ask import to_ask
from edu_tui.layout.part import Gap, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.model.kinds.order import Order
from edu_tui.model.module import title_of
from edu_tui.model.version import question_unit
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.questions.policy import QuestionPolicy
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item


class QuestionPage(Place):
    """A run of questions, at its current one."""

    def __init__(self, policy: QuestionPolicy) -> None:
        self._policy = policy
        self._run = policy.run
        self._at_once = policy.run.behaviour.verdict == "at-once"
        self._unsure = False
        """Whether "I'm not sure" is chosen but not checked yet."""
        self._situation = ""
        """The situation being sorted; empty for the first that is not, and for the last when each is."""
        self._clue = False
        """Whether the reader asked for the clue."""
        self._focus = 0

    @override
    def view(self, room: Room) -> View:
        """The question, or the verdict on it."""
        item = self._run.current
        if item is None:
            return self._end_view(room)
        parts: list[Part | Row] = [Words(spans(item.question.ask, self.visit.voice(), "strong"))]
        keys, always = {Action.BACK, Action.WORDS, Action.UP}, ALWAYS
        if not item.done and isinstance(item.question.body, Order):
            keys |= {Action.EARLIER, Action.LATER}
        if not self._at_once:
            parts += self._noted(item, room)
            keys |= {Action.NEXT}
        elif item.done:
            parts += self._done(item)
            keys |= {Action.ASK}
        else:
            parts += self._open(item)
            keys |= {Action.ASK, Action.SKIP, *([Action.CLUE] if self._has_clue(item) else [])}
            always |= {Action.SKIP}
        return View(
            where=self._policy.where(self._run.position + 1, len(self._run.items)),
            parts=tuple(parts),
            keys=frozenset(keys),
            labels=((Action.UP, self._policy.leave_label()), (Action.SKIP, say("Skip"))),
            focus=self._focus,
            careful=True,
            can_check=self._at_once and (self._unsure or self._run.can_check()),
            always=always,
        )

    def _end_view(self, room: Room) -> View:
        """Come back to by a way that does not lead through its end."""
        end = self._policy.end().place
        if end is None:
            raise ValueError("a run of questions ends at a place")
        end.visit = self.visit
        return end.view(room)

    def _open(self, item: Item) -> list[Part | Row]:
        """To be answered and checked on the spot."""
        clue = self._clue and self._has_clue(item)
        parts: list[Part | Row] = [*(clue_parts(self.visit, item) if clue else [])]
        parts += feedback_parts(self.visit, item, unsure=self._unsure)
        situation = self._open_situation(item)
        parts += [Gap(), *option_rows(self.visit, item, situation, unsure=self._unsure)]
        parts.append(Row(Request(Action.CHECK), say("Check my answer")))
        parts.append(Row(Request(Action.SKIP), say("Leave this question for now")))
        parts += order_rows(item)
        help_rows, sorted_ones = self._help_rows(item), sorted_rows(self.visit, item)
        # With a clue there is a row for help from the first; without one it comes after a first miss.
        if item.question.hint:
            return [*parts, *help_rows, *sorted_ones]
        return [*parts, *sorted_ones, *help_rows]

    def _help_rows(self, item: Item) -> list[Row]:
        """A clue before the first try; after it what teaches the question."""
        title = self._taught(item)
        if self._has_clue(item):
            return [Row(Request(Action.CLUE), say("Give me a clue"))]
        if item.tries and title:
            return [Row(Request(Action.REREAD), say("Read again: {title}", title=title))]
        return []

    def _has_clue(self, item: Item) -> bool:
        """Whether there is a clue to ask for: after a first miss it has been given."""
        return self._at_once and not (item.done or item.tries) and bool(item.question.hint)

    def _noted(self, item: Item, room: Room) -> list[Part | Row]:
        """To be answered now, and judged with all the others or never."""
        how = f"{self._policy.sentence()} {how_to_answer(item, checks=False)}".lstrip()
        parts: list[Part | Row] = [words(how, "soft"), Gap()]
        situation = self._open_situation(item)
        parts += option_rows(self.visit, item, situation, unsure=item.mark == "unsure")
        last = self._is_last
        if not last:
            parts.append(Row(Request(Action.NEXT), say("Next question")))
        if last or not 0 < room.height < 16:
            parts += self._policy.rows()
        return [*parts, *order_rows(item), *sorted_rows(self.visit, item)]

    def _done(self, item: Item) -> list[Part | Row]:
        parts: list[Part | Row] = [*feedback_parts(self.visit, item, unsure=False), Gap()]
        label = say("See how it went") if self._is_last else say("Next question")
        parts.append(Row(Request(Action.NEXT), label))
        title = self._taught(item)
        if item.mark != "clear" and title:
            parts.append(Row(Request(Action.REREAD), say("Read again: {title}", title=title)))
        return parts

    @property
    def _is_last(self) -> bool:
        return self._run.position == len(self._run.items) - 1

    def _taught(self, item: Item) -> str:
        """The title of what teaches this question."""
        return title_of(self._policy.module, item.question.teaches)

    def _open_situation(self, item: Item) -> str:
        if not item.groups or self._situation:
            return self._situation
        return next((name for name in item.shown if not item.is_chosen(name)), item.shown[-1])

    @override
    def do(self, do: Request) -> Navigation | None:
        """Choose, check, say "I'm not sure", skip, look back, read again."""
        instead = self._policy.before(do)
        if instead is not None:
            return instead
        if do.action is Action.FINISH:
            return self._policy.end()
        item = self._run.current
        if item is None:
            return self._policy.end()._replace(then=do)
        if do.action in CHOOSING and not item.done:
            return self._choose(item, do)
        match do.action:
            case Action.CHECK if self._at_once:
                return self._check()
            case Action.CLUE if self._at_once:
                return self._give_clue(item)
            case Action.NEXT | Action.SKIP:
                return self._on(item, skip=do.action is Action.SKIP)
            case Action.BACK:
                return self._back()
            case Action.UP:
                return self._policy.leave()
            case Action.REREAD if self._at_once:
                return self._reread(item)
            case _:
                return None

    def _choose(self, item: Item, do: Request) -> Navigation:
        situation = self._open_situation(item)
        if do.action in BY:
            self._unsure, self._focus = False, row_of(item, do)
            return moved(self._policy, do.what, do.action)
        if do.action in {Action.UNDO, Action.CLEAR}:
            return self._take_back(whole=do.action is Action.CLEAR)
        self._focus = row_of(item, do)
        if do.action is Action.OPTION and item.place_of(do.what) and _is_order(item):
            self._unsure = False
            return push(Moving(self._policy, do.what))
        if do.action is Action.SITUATION:
            self._situation, self._focus, self._unsure = do.what, 0, False
            return STAY
        if do.action is Action.UNSURE and self._at_once:
            if self._unsure:
                return self._check()
            self._unsure = True
            return STAY
        was_unsure, self._unsure = self._unsure, False
        refusal = _refusal(item, do)
        if do.action is Action.UNSURE:
            self._run.unsure()
        elif do.action is Action.GROUP:
            self._situation, self._focus = "", 0
            self._run.choose_group(situation, do.what)
        elif not refusal:
            self._run.choose(do.what)
        if refusal:
            return Navigation("stay", said=refusal)
        again = self._at_once and not was_unsure and do.action is Action.OPTION
        if again and _is_chosen_again(item, do.what):
            return self._check()
        self._when_complete(item, situation)
        tell_chosen(self._policy)
        return STAY

    def _when_complete(self, before: Item, situation: str) -> None:
        """Mark the row that leads on once the last of several things is chosen: Enter then goes on."""
        item = self._run.current
        if item is None or not item.is_complete or item.question.body.to_choose == 1:
            return
        if item.groups:
            self._situation = situation
        if item.groups or item.answer != before.answer:
            self._focus = unsure_row(item) + 1

    def _take_back(self, *, whole: bool) -> Navigation:
        """Take out what was put into an order last, or all of it."""
        before = self._run.current
        if whole:
            self._run.clear()
        else:
            self._run.take_back()
        self._unsure, self._focus = False, 0 if whole else self._focus
        if self._run.current == before:
            return Navigation("stay", said=say("Nothing has a place yet."))
        tell_chosen(self._policy)
        return STAY

    def _give_clue(self, item: Item) -> Navigation | None:
        """Show the author's hint; that changes no mark, and nothing of it is kept."""
        if item.done:
            return None
        if not self._has_clue(item):
            return Navigation("stay", said=say("There is no clue here."))
        self._clue = True
        return STAY

    def _check(self) -> Navigation:
        before = self._run.current
        if self._unsure:
            self._run.unsure()
        elif self._run.can_check():
            self._run.check()
        elif before is not None and before.is_complete and before.answer == before.missed:
            message = say("This is the answer you gave before. Change one part of it.")
            return Navigation("stay", said=message)
        else:
            return Navigation("stay", said=_what_is_missing(before))
        self._begin()
        after = self._run.current
        if before is not None and after is not None:
            self._policy.answered(before, after)
        return STAY

    def _begin(self) -> None:
        """At the top of a question, with nothing half done."""
        self._unsure, self._situation, self._focus, self._clue = False, "", 0, False

    def _on(self, item: Item, *, skip: bool) -> Navigation | None:
        if not self._at_once:
            if skip:
                return None
            self._run.go_to(self._run.position + 1)
        elif item.done or skip:
            if not item.done:
                self._policy.skipped(item)
            self._run.skip()
        else:
            return STAY
        self._begin()
        if self._run.current is not None:
            return STAY
        return self._policy.rest() or self._policy.end()

    def _back(self) -> Navigation:
        if self._run.position == 0:
            return POP
        self._run.back()
        self._begin()
        return STAY

    def _reread(self, item: Item) -> Navigation:
        teaches, back = item.question.teaches, say("Back to the question")
        place = place_of(self._policy.module, teaches, back)
        return push(place) if place is not None else STAY

    @override
    def about(self) -> tuple[str, str, str] | None:
        """The question asked, where a person may be asked about it."""
        item = self._run.current
        if item is None or not self._at_once:
            return None
        ask = words_of(to_ask(self._policy.module, item.question), self.visit.voice())
        return self._policy.module.id, question_unit(item.question.id), ask

    @override
    def shows(self) -> str:
        """The module that the question is from."""
        return self._policy.module.id if self._run.current is not None else ""

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


def _what_is_missing(item: Item | None) -> str:
    """Why nothing can be checked yet."""
    left = item.question.body.to_choose - len(item.answer) if item and item.answer else 0
    if left > 0:
        return say(
            "{n} is left to do before you check.", "{n} are left to do before you check.", n=left
        )
    return say("Choose an answer first, or say that you are not sure.")


def _is_order(item: Item) -> bool:
    return isinstance(item.question.body, Order)


def _is_chosen_again(item: Item, option: str) -> bool:
    """Whether Enter was pressed on the one option that was chosen already."""
    return item.question.body.to_choose == 1 and item.is_chosen(option)
