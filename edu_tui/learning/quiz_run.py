"""A quiz run: some questions under one behaviour, from the first to the outcome.

Owns every change to an item. An item that is done never changes again: looking back, pressing a key
twice or coming late does nothing. What a person can cause is never an error; `ValueError` is a
programmer's mistake: a key the question does not have, a check or an "I'm not sure" where
`can_check()` or `can_answer` said no and there is no verdict to repeat, handing in what is not handed in.

A run has three kinds of end, and `current` is None at each: past the last item (`over`), stopped
kindly (`over` and `stopped_kindly`, until `go_on_anyway()`), and, where the verdict comes at the end,
past the last item but not handed in (not `over`).
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from edu_tui.learning.item import TO_TALK_ABOUT, Item, Mark, as_marked, deal
from edu_tui.learning.outcome import Outcome, outcome_of
from edu_tui.learning.reason import Verdict, verdict_on

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Collection, Iterable, Mapping

    from edu_tui.learning.behaviour import Behaviour
    from edu_tui.learning.reason import VerdictKind
    from edu_tui.model.kinds.body import Answer, Key
    from edu_tui.model.question import Question

__all__ = ["Item", "Mark", "Outcome", "QuizRun", "Verdict"]


class QuizRun:
    """One run. Front ends show `current` and `verdict`, and call the verbs."""

    def __init__(
        self,
        questions: Iterable[Question],
        behaviour: Behaviour,
        rng: random.Random | Callable[[Question], random.Random],
    ) -> None:
        self.behaviour = behaviour
        self._items = [deal(question, rng) for question in questions]
        self._position = 0
        self._row = 0
        self._tells = behaviour.verdict == "at-once"
        self._waits = behaviour.verdict == "at-end"

    def copy(self) -> QuizRun:
        """The same run; what is done in one of them changes nothing in the other."""
        quiz_run = copy(self)
        quiz_run._items = list(self._items)
        return quiz_run

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order asked."""
        return tuple(self._items)

    @property
    def position(self) -> int:
        """The place of the current item, from 0; the number of items when past the last."""
        return self._position

    @property
    def current(self) -> Item | None:
        """The item being asked or looked back at; None when there is none."""
        if self.stopped_kindly or self._position == len(self._items):
            return None
        return self._items[self._position]

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the current item, or None."""
        return self.current.verdict if self.current else None

    @property
    def over(self) -> bool:
        """Whether there is nothing left to do but look at the outcome (or back)."""
        past = self._position == len(self._items)
        return self.stopped_kindly or (past and not self._waits)

    @property
    def stopped_kindly(self) -> bool:
        """Whether the run stopped because of several in a row, with more items left."""
        limit = self.behaviour.stops_after
        return 0 < limit <= self._row and self._position == self._first_open() < len(self._items)

    def can_answer(self) -> bool:
        """Whether the current item can still be changed; else it is only to be looked at."""
        return self.current is not None and not self.current.done

    def can_check(self) -> bool:
        """Whether enough is chosen, and it is not the very answer that was just missed."""
        item = self.current
        if item is None or item.done:
            return False
        return item.is_complete and item.answer != item.missed

    def choose(self, key: str) -> None:
        """Choose, or take back, an option or an order item.

        Nothing happens where the item cannot be changed or the option was tried already.
        """
        self._toggle(key)

    def choose_group(self, situation: str, group: str) -> None:
        """Sort a part into a group, or match it with another."""
        self._toggle((situation, group))

    def move(self, key: str, by: int) -> None:
        """Put an order's item so many places later, or earlier; nothing beyond the ends, or without a place."""
        if self.current is not None:
            self._change(self.current.question.body.moved(self.current.answer, key, by))

    def take_back(self) -> None:
        """Take the item out that was put into an order last."""
        if self.current is not None:
            self._change(self.current.question.body.without_last(self.current.answer))

    def clear(self) -> None:
        """Begin the current item anew, with nothing chosen; what was tried stays tried."""
        if self.current is not None:
            self._change(self.current.question.body.empty)

    def check(self) -> Verdict:
        """Judge what is chosen; asked once too often it repeats the verdict that stands."""
        item = self.current
        if item is None or not self.can_check():
            return self._standing_verdict("check")
        if not self._tells:
            verdict = verdict_on(item.question, item.answer, "noted")
            self._put(item._replace(verdict=verdict))
            return verdict
        return self._judge(item)

    def unsure(self) -> Verdict:
        """Never wrong to say "I'm not sure": it explains, now or when the run is handed in."""
        item = self.current
        if item is None or item.done:
            return self._standing_verdict("explain")
        if self._tells:
            return self._explain(item)
        verdict = verdict_on(item.question, item.answer, "noted")
        self._put(item._replace(answer=item.question.body.empty, mark="unsure", verdict=verdict))
        return verdict

    def skip(self) -> None:
        """Move on, always possible; an item that is not done is marked as skipped, or as missed where
        it was: who leaves after a first miss has not got it clear.

        Where answers can be changed until the end, one that is chosen is kept.
        """
        item = self.current
        if item is None:
            return
        if self._tells and not item.done:
            self._close(item, "missed" if item.tries else "skipped", None)
        elif not self._tells and item.mark == "open" and not item.is_complete:
            self._put(item._replace(mark="skipped"))
        self._position += 1

    def advance(self) -> None:
        """Move on after a verdict; before one it is the same as to skip."""
        self.skip()

    def back(self) -> None:
        """Look at the item before. What is done stays as it is."""
        self._position = max(0, self._position - 1)

    def go_to(self, position: int) -> None:
        """Look at another item, from 0; one past the last is the end."""
        self._position = min(max(0, position), len(self._items))

    def recall(self, answers: Mapping[str, Answer], unsure: Collection[str] = ()) -> None:
        """Choose again what was chosen before, by question id, in a run that is not handed in."""
        for place, item in enumerate(self._items):
            name = item.question.id
            if item.done:
                continue
            if name in unsure:
                self._items[place] = item._replace(answer=item.question.body.empty, mark="unsure")
            elif name in answers:
                self._items[place] = item._replace(answer=answers[name], mark="open", verdict=None)

    def go_on_after(self, marks: Mapping[str, Mark]) -> None:
        """Be at the first open question, after some were answered elsewhere: their marks by question id.

        One that was not tried here is done then, as it was left there.
        """
        self._items = [
            item
            if item.done or item.tries
            else as_marked(item, marks.get(item.question.id, "open"))
            for item in self._items
        ]
        self._position = self._first_open()

    def go_on_anyway(self) -> None:
        """Go on after a kind stop; the row is counted anew."""
        if self.stopped_kindly:
            self._row = 0

    def blanks(self) -> tuple[str, ...]:
        """Ids of the questions that have no complete answer and were not left as unsure."""
        return tuple(
            item.question.id
            for item in self._items
            if not item.done and item.mark != "unsure" and not item.is_complete
        )

    def hand_in(self) -> None:
        """End a run whose verdicts come at the end: every item is judged and done.

        Handed in again it changes no item, and is at its end again.
        """
        if self.behaviour.verdict != "at-end":
            raise ValueError(f"a run under {self.behaviour.id!r} is not handed in")
        self._tells, self._waits = True, False
        for place, item in enumerate(self._items):
            self._position = place
            if item.done:
                continue
            if item.mark == "unsure":
                self._explain(item)
            elif item.is_complete:
                self._judge(item)
            else:
                self._put(item._replace(done=True))
        self._position = len(self._items)

    def outcome(self) -> Outcome:
        """What the run came to, so far or in the end."""
        return outcome_of(self._items, self.behaviour)

    def retry(self, rng: random.Random | Callable[[Question], random.Random]) -> QuizRun:
        """A fresh run of only what is not clear, under the same behaviour."""
        left = [item.question for item in self._items if item.mark != "clear"]
        return QuizRun(left, self.behaviour, rng)

    def _first_open(self) -> int:
        return next((at for at, item in enumerate(self._items) if not item.done), len(self._items))

    def _put(self, item: Item) -> None:
        self._items[self._position] = item

    def _standing_verdict(self, wanted: str) -> Verdict:
        if self.verdict is None:
            raise ValueError(f"nothing to {wanted} here")
        return self.verdict

    def _toggle(self, key: Key) -> None:
        item = self.current
        if item is None:
            return
        answer = item.question.body.toggled(item.answer, key)
        if key not in item.tried:
            self._change(answer)

    def _change(self, answer: Answer) -> None:
        """Another answer to the current item, where it can still be changed."""
        item = self.current
        if item is None or item.done:
            return
        if self._tells:
            self._put(item._replace(answer=answer))
        else:
            self._put(item._replace(answer=answer, mark="open", verdict=None))

    def _explain(self, item: Item) -> Verdict:
        verdict = verdict_on(item.question, item.answer, "unsure")
        self._close(item, "unsure", verdict)
        return verdict

    def _judge(self, item: Item) -> Verdict:
        """One try: right, another try, or the answer shown."""
        question, answer = item.question, item.answer
        item = item._replace(tries=item.tries + 1)
        kind: VerdictKind = "try-again"
        if question.body.is_right(answer):
            kind = "right"
        else:
            tried = item.tried | question.body.tried(answer)
            item = item._replace(missed=answer, tried=tried)
            if item.tries >= self.behaviour.tries or question.body.is_given_away(item.tried):
                kind = "shown"
        verdict = verdict_on(question, answer, kind)
        if kind == "try-again":
            self._put(item._replace(answer=question.body.right_part(answer), verdict=verdict))
        else:
            self._close(item, "clear" if kind == "right" else "missed", verdict)
        return verdict

    def _close(self, item: Item, mark: Mark, verdict: Verdict | None) -> None:
        if self.behaviour.marks:
            item = item._replace(mark=mark)
        self._put(item._replace(done=True, verdict=verdict))
        self._row = self._row + 1 if mark in TO_TALK_ABOUT else 0
