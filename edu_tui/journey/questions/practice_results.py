"""How practice and a review went, and what to do about what is not clear yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, push, swap
from edu_tui.journey.questions.before_after import change_words
from edu_tui.journey.questions.results import ResultsPolicy
from edu_tui.journey.view import Request, Row
from edu_tui.layout.part import Heading, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from edu_tui.journey.place import Place
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Tone
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.learning.outcome import Outcome
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module


class ReviewResults(ResultsPolicy):
    """Of questions from several modules, one for each item."""

    def __init__(self, visit: Visit, run: QuizRun, modules: Sequence[Module]) -> None:
        super().__init__(visit)
        self._run = run
        self._modules = modules

    @property
    @override
    def items(self) -> tuple[Item, ...]:
        return self._run.items

    @property
    def outcome(self) -> Outcome:
        """What the run came to."""
        return self._run.outcome()

    @override
    def module_of(self, item: Item) -> Module:
        return self._modules[self.items.index(item)]

    @override
    def where(self) -> tuple[str, ...]:
        return (say("Review"),)

    @override
    def opening(self) -> list[Part]:
        return [Heading(say("Done for today.")), words(_sum(self.outcome), "strong")]

    @override
    def safety(self) -> tuple[str, Tone]:
        return safety_words(self.visit, self.outcome)

    @override
    def closing(self) -> list[Part]:
        if not self.outcome.to_talk_about:
            return []
        return [words(say("What is not clear yet is in my questions, to ask a person."))]

    @override
    def rows(self) -> list[Row]:
        return [
            Row(Request(Action.UP), say("Done")),
            Row(Request(Action.ANSWERS), say("See all answers and why")),
            *my_questions_row(self.visit),
        ]


class PracticeResults(ReviewResults):
    """Of questions from one module."""

    def __init__(
        self,
        visit: Visit,
        module: Module,
        run: QuizRun,
        again: Callable[[Module, QuizRun], Place],
    ) -> None:
        super().__init__(visit, run, [module] * len(run.items))
        self._module = module
        self._again = again

    @override
    def where(self) -> tuple[str, ...]:
        return (self._module.title, say("How it went"))

    @override
    def opening(self) -> list[Part]:
        changed = change_words(self.visit, (self._module.id,))
        standing = self.visit.standing(self._module.id)
        whole = standing.is_clear(len(self._module.questions))
        return [
            Heading(_kind_words(self.outcome, whole=whole)),
            words(_sum(self.outcome), "strong"),
            *([words(changed)] if changed else []),
        ]

    @override
    def rows(self) -> list[Row]:
        outcome = self.outcome
        left = len(outcome.to_talk_about) + len(outcome.not_answered)
        done = Row(Request(Action.UP), say("Done"))
        rows = [] if left else [done]
        if outcome.to_talk_about:
            again = say("Try {n} question again", "Try {n} questions again", n=left)
            rows.append(Row(Request(Action.RETRY), again))
        elif left:
            open_ = say("Answer the question that is left", "Answer the {n} that are left", n=left)
            rows.append(Row(Request(Action.RETRY), open_))
        rows += [
            Row(Request(Action.ANSWERS), say("See all answers and why")),
            *my_questions_row(self.visit),
            Row(Request(Action.TAKE), say("Take it with me, on paper or on my phone")),
            *(
                [Row(Request(Action.WRITE), say("Pages for the nurse and my ride home"))]
                if self._prints
                else []
            ),
        ]
        return [*rows, done] if left else rows

    @override
    def do(self, do: Request) -> Navigation | None:
        if do.action is Action.RETRY:
            orders = self.visit.orders.of(self._module.id)
            return swap(self._again(self._module, self._run.retry(orders)))
        if do.action is Action.TAKE:
            from edu_tui.journey.taking.takeaway import TakeAway

            return push(TakeAway((self._module.id,)))
        if do.action is Action.WRITE:
            from edu_tui.journey.taking.sheets import SheetsPlace

            return push(SheetsPlace(for_others=True))
        return None

    @property
    def _prints(self) -> bool:
        """Whether what it comes to can go to a printer from here: at home the take-away leads there."""
        from edu_tui.journey.taking.printing import may_print

        return may_print(self.visit)


def my_questions_row(visit: Visit) -> list[Row]:
    """The way to the reader's list, where there is something on it."""
    count = len(visit.asks)
    return [Row(Request(Action.ASKED), say("My questions"), detail=str(count))] if count else []


def _kind_words(outcome: Outcome, *, whole: bool) -> str:
    """A sentence to begin with: never a verdict on the reader; `whole` where nothing of the module is left."""
    clear = len(outcome.clear)
    if clear == outcome.asked:
        if clear == 1:
            return say("Well done. That one is clear.")
        return (
            say("Well done. All of it is clear.") if whole else say("Well done. These are clear.")
        )
    if clear * 2 > outcome.asked:
        return say("You have most of it.")
    if clear:
        return say("You have some of it. The rest may take another look.")
    if outcome.to_talk_about:
        return say("This is a lot to take in. You do not have to know it all at once.")
    return say("You can come back to the rest at any time.")


def _sum(outcome: Outcome) -> str:
    counts = [say("{n} clear", "{n} clear", n=len(outcome.clear))] if outcome.clear else []
    if outcome.to_talk_about:
        count = len(outcome.to_talk_about)
        counts.append(say("{n} to talk about", "{n} to talk about", n=count))
    if outcome.not_answered:
        count = len(outcome.not_answered)
        counts.append(say("{n} left for later", "{n} left for later", n=count))
    return ", ".join(counts) + "."


def safety_words(visit: Visit, outcome: Outcome) -> tuple[str, Tone]:
    """What is said of all that keeps safe, and how loud; empty where nothing of it was asked."""
    unclear, open_ = len(outcome.must_know_to_talk_about), len(outcome.must_know_not_answered)
    left = say(
        "{n} question that keeps you safe is not answered yet.",
        "{n} questions that keep you safe are not answered yet.",
        n=open_,
    )
    if unclear and visit.profile.in_clinic:
        text = say(
            "[~] {n} that keeps you safe is not clear yet. Read it again, or ask a nurse before you go.",
            "[~] {n} that keep you safe are not clear yet. Read them again, or ask a nurse before you go.",
            n=unclear,
        )
        return f"{text} {left}" if open_ else text, "talk"
    if unclear:
        text = say(
            "[~] {n} that keeps you safe is not clear yet. Read it again, or ask your clinic.",
            "[~] {n} that keep you safe are not clear yet. Read them again, or ask your clinic.",
            n=unclear,
        )
        return f"{text} {left}" if open_ else text, "talk"
    if open_:
        return left, "talk"
    if outcome.must_know_clear:
        return say("[+] What keeps you safe is clear."), "good"
    return "", "plain"
