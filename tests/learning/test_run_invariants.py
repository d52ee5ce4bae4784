"""What holds in every run: random questions of every kind, every behaviour, any order of verbs."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from edu_tui.learning.behaviour import ASSESS, CHECK, GUESS, REVIEW, Behaviour
from edu_tui.learning.quiz_run import QuizRun
from edu_tui.model.kinds.choice import Choice

from .builders import STEADY, judge, match, multiple, number, order, single

if TYPE_CHECKING:
    from edu_tui.model.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

BEHAVIOURS = st.sampled_from([GUESS, CHECK, ASSESS, REVIEW])
SEEDS = st.integers(0, 10_000)
DONE_MARKS = {"clear", "missed", "unsure", "skipped"}


@st.composite
def questions(draw: st.DrawFn) -> list[Question]:
    """Up to seven questions of any kind and size, some of them must-know."""
    some = st.one_of(
        st.builds(single, wrong=st.integers(1, 4)),
        st.builds(multiple, right=st.integers(2, 3), wrong=st.integers(0, 3)),
        st.builds(number),
        st.builds(order, size=st.integers(1, 5)),
        st.builds(judge, size=st.integers(1, 4)),
        st.builds(match, size=st.integers(2, 4)),
    )
    drawn = draw(st.lists(st.tuples(some, st.booleans(), st.booleans()), max_size=7))
    return [
        question._replace(id=f"q{place}", must_know=must_know, keep_order=keep_order)
        for place, (question, must_know, keep_order) in enumerate(drawn)
    ]


class Reader(RuleBasedStateMachine):
    """Somebody who presses anything at any time."""

    @initialize(asked=questions(), behaviour=BEHAVIOURS, seed=SEEDS)
    def start(self, asked: list[Question], behaviour: Behaviour, seed: int) -> None:
        self.asked = asked
        self.run = QuizRun(asked, behaviour, random.Random(seed))
        self.before = self.run.items
        self.shown = [item.shown for item in self.run.items]
        self.unsure_about: set[str] = set()
        self.handed_in = False

    @property
    def told_at_once(self) -> bool:
        """Whether the run judges as it goes."""
        return self.run.behaviour.verdict == "at-once"

    @property
    def is_handed_in(self) -> bool:
        """Whether the run ends by handing it in."""
        return self.run.behaviour.verdict == "at-end"

    @rule(pick=st.integers(0, 9), group=st.integers(0, 1))
    def choose(self, pick: int, group: int) -> None:
        item = self.run.current
        if item is None:
            self.run.choose("anything")
            return
        key = item.shown[pick % len(item.shown)]
        if item.groups:
            self.run.choose_group(key, item.groups[group])
        else:
            self.run.choose(key)
        after = self.run.current
        assert after is not None
        if key in item.tried:
            assert after == item, "a tried option was chosen again"
        if item.question.kind == "multiple":
            assert isinstance(item.question.body, Choice)
            assert len(after.answer) <= len(item.question.body.right)

    @rule(pick=st.integers(0, 9), by=st.integers(-3, 3))
    def move(self, pick: int, by: int) -> None:
        """Only the places within an order change, and only the moved one's to the others."""
        item = self.run.current
        if item is None:
            self.run.move("anything", by)
            return
        key = item.shown[pick % len(item.shown)]
        self.run.move(key, by)
        after = self.run.current
        assert after is not None
        if item.done or item.question.kind != "order" or not item.place_of(key):
            assert after.answer == item.answer
            return
        assert sorted(after.answer) == sorted(item.answer)
        others = [
            [name for name in answer if name != key] for answer in (item.answer, after.answer)
        ]
        assert others[0] == others[1]
        wanted = item.place_of(key) + by
        fits = 1 <= wanted <= len(item.answer)
        assert after.place_of(key) == (wanted if fits else item.place_of(key))

    @rule()
    def take_back(self) -> None:
        """Of an order the last; of anything else nothing."""
        item = self.run.current
        self.run.take_back()
        after = self.run.current
        if item is None or after is None:
            return
        takes = item.question.kind == "order" and not item.done
        assert after.answer == (tuple(item.answer)[:-1] if takes else item.answer)

    @rule()
    def clear(self) -> None:
        """Nothing is chosen any more, and what was tried stays tried."""
        item = self.run.current
        self.run.clear()
        after = self.run.current
        if item is None or after is None:
            return
        assert after.answer == (item.answer if item.done else item.question.body.empty)
        assert (after.tried, after.tries, after.missed) == (item.tried, item.tries, item.missed)

    @rule()
    def check(self) -> None:
        could, standing = self.run.can_check(), self.run.verdict
        try:
            verdict = self.run.check()
        except ValueError:
            assert not could
            assert standing is None
        else:
            assert could or verdict is standing
            assert verdict == self.run.verdict

    @rule()
    def unsure(self) -> None:
        item, could, standing = self.run.current, self.run.can_answer(), self.run.verdict
        try:
            verdict = self.run.unsure()
        except ValueError:
            assert not could
            assert standing is None
            return
        assert could or verdict is standing
        assert item is not None
        if could:
            assert verdict.kind == ("unsure" if self.told_at_once else "noted")
            if self.told_at_once:
                self.unsure_about.add(item.question.id)

    @rule()
    def skip(self) -> None:
        self._move_on(self.run.skip)

    @rule()
    def advance(self) -> None:
        self._move_on(self.run.advance)

    def _move_on(self, verb: Callable[[], object]) -> None:
        position, asked = self.run.position, self.run.current is not None
        verb()
        assert self.run.position == position + asked

    @rule(times=st.integers(1, 3))
    def back(self, times: int) -> None:
        before = self.run.items
        for _ in range(times):
            self.run.back()
        assert self.run.items == before, "looking back changed something"

    @precondition(lambda self: not self.told_at_once)
    @rule(place=st.integers(-1, 9))
    def go_to(self, place: int) -> None:
        before = self.run.items
        self.run.go_to(place)
        assert self.run.items == before, "going somewhere else changed something"
        assert self.run.position == min(max(place, 0), len(before))

    @precondition(lambda self: not self.told_at_once)
    @rule(seed=SEEDS)
    def recall(self, seed: int) -> None:
        """The same questions, answered and unsure as these are, are as these are."""
        other = QuizRun(self.asked, self.run.behaviour, random.Random(seed))
        items = {item.question.id: item for item in self.run.items}
        unsure = [name for name, item in items.items() if item.mark == "unsure"]
        other.recall({name: item.answer for name, item in items.items()}, unsure)
        for item in other.items:
            assert item.answer == items[item.question.id].answer
            assert (item.mark == "unsure") == (item.question.id in unsure)
        if self.handed_in:
            before = self.run.items
            self.run.recall({name: item.answer for name, item in items.items()}, items)
            assert self.run.items == before, "what was handed in was changed"

    @rule()
    def go_on_anyway(self) -> None:
        stopped, before = self.run.stopped_kindly, self.run.items
        self.run.go_on_anyway()
        assert self.run.items == before
        assert not self.run.stopped_kindly
        assert not stopped or self.run.can_answer()

    @rule(sure=st.integers(0, 7))
    def hand_in(self, sure: int) -> None:
        if not self.is_handed_in:
            try:
                self.run.hand_in()
            except ValueError:
                return
            raise AssertionError("handed in a run that is not handed in")
        if sure == 0:
            self.run.hand_in()
            self.handed_in = True
            assert self.run.over
            assert not self.run.blanks()

    @precondition(lambda self: hasattr(self, "run"))
    @invariant()
    def what_is_done_stays(self) -> None:
        for old, new in zip(self.before, self.run.items, strict=True):
            assert not old.done or new == old, "an item changed that was done"
            assert old.mark != "clear" or new.mark == "clear", "clear was taken back"
        self.before = self.run.items

    @precondition(lambda self: hasattr(self, "run"))
    @invariant()
    def items_make_sense(self) -> None:
        behaviour = self.run.behaviour
        assert [item.question for item in self.run.items] == self.asked
        assert [item.shown for item in self.run.items] == self.shown
        for item in self.run.items:
            assert item.tries <= behaviour.tries
            assert not (item.done and behaviour.marks and self.told_at_once and item.mark == "open")
            assert behaviour.marks or item.mark in ("open", "unsure", "skipped")
            if isinstance(item.question.body, Choice):
                assert not item.tried & item.question.body.right, "a right option was tried away"
                assert item.done or not item.tried & set(item.answer)
            if item.question.id in self.unsure_about:
                assert item.mark in ("unsure", "open"), "unsure was counted as missed"
            if not self.told_at_once and not self.handed_in:
                assert item.mark not in ("clear", "missed"), "judged before it was handed in"
                assert item.verdict is None or not item.verdict.reasons

    @precondition(lambda self: hasattr(self, "run"))
    @invariant()
    def a_first_miss_gives_nothing_away(self) -> None:
        for item in self.run.items:
            if item.verdict and item.verdict.kind in ("try-again", "noted"):
                assert not any(reason.right for reason in item.verdict.reasons)

    @precondition(lambda self: hasattr(self, "run"))
    @invariant()
    def outcome_adds_up(self) -> None:
        outcome, must_know = self.run.outcome(), {q.id for q in self.asked if q.must_know}
        parts = (outcome.clear, outcome.to_talk_about, outcome.not_answered)
        assert sorted(sum(parts, ())) == sorted(q.id for q in self.asked)
        apart = (
            outcome.must_know_clear,
            outcome.must_know_to_talk_about,
            outcome.must_know_not_answered,
        )
        for whole, must in zip(parts, apart, strict=True):
            assert set(must) == set(whole) & must_know
        scored = [q.id for q in self.asked if q.id not in must_know and self.run.behaviour.marks]
        assert outcome.score == (len(set(outcome.clear) & set(scored)), len(scored))
        assert outcome.asked == len(self.asked)
        assert outcome.first_try <= outcome.asked

    @precondition(lambda self: hasattr(self, "run"))
    @invariant()
    def retry_is_what_is_not_clear(self) -> None:
        again = self.run.retry(random.Random(0))
        clear = self.run.outcome().clear
        assert [i.question for i in again.items] == [q for q in self.asked if q.id not in clear]
        assert {item.mark for item in again.items} <= {"open"}

    @precondition(lambda self: hasattr(self, "run"))
    @invariant()
    def ends_agree(self) -> None:
        run = self.run
        assert 0 <= run.position <= len(run.items)
        assert not run.over or run.current is None
        assert not run.stopped_kindly or run.over
        if run.current is None and not run.over:
            assert self.is_handed_in
            assert run.position == len(run.items)
        if run.current is None:
            assert run.verdict is None
            assert not run.can_answer()
            assert not run.can_check()


TestReader = Reader.TestCase
TestReader.settings = settings(STEADY, max_examples=250, stateful_step_count=60)


@STEADY
@given(questions(), BEHAVIOURS, SEEDS)
def test_a_run_always_ends(asked: list[Question], behaviour: Behaviour, seed: int) -> None:
    """Checking, skipping and being unsure in any mixture ends a run in so many verbs."""
    run, chance = QuizRun(asked, behaviour, random.Random(seed)), random.Random(seed)
    verbs = 0
    while run.current is not None:
        verbs += 1
        item = run.current
        for key in chance.sample(item.shown, len(item.shown)):
            if item.groups:
                run.choose_group(key, chance.choice(item.groups))
            elif not item.is_chosen(key) and key not in item.tried:
                run.choose(key)
        act = chance.choice(["check", "skip", "unsure"])
        if act == "check" and run.can_check():
            run.check()
        elif act == "unsure" and run.can_answer():
            run.unsure()
        if act == "skip" or not run.can_answer():
            run.advance()
        assert verbs < 200 * (len(asked) + 1)
    if behaviour is ASSESS:
        run.hand_in()
    assert run.over


@STEADY
@given(questions(), SEEDS)
def test_every_item_can_be_made_clear(asked: list[Question], seed: int) -> None:
    """Someone who knows the answers gets everything clear at first, whatever the order shown."""
    run = QuizRun(asked, CHECK, random.Random(seed))
    while (item := run.current) is not None:
        for key in item.question.body.right:
            if isinstance(key, tuple):
                run.choose_group(*key)
            else:
                run.choose(key)
        assert run.check().kind == "right"
        run.advance()
    outcome = run.outcome()
    assert (outcome.first_try, len(outcome.clear)) == (len(asked), len(asked))
