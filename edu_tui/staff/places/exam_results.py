"""What an attempt came to: whether it is passed, safety apart from the rest, then what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, push
from edu_tui.journey.questions.results import ResultsPolicy
from edu_tui.journey.view import Request, Row
from edu_tui.layout.day import day_in_words
from edu_tui.layout.part import Heading, words
from edu_tui.staff.learning.assessment import needed
from edu_tui.staff.places import onboarding
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Tone
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.assessment import Attempt


class ExamResults(ResultsPolicy):
    """Of an attempt that is over."""

    def __init__(self, visit: Visit, course: Course, module: Module, attempt: Attempt) -> None:
        super().__init__(visit)
        self._course = course
        self._module = module
        self._attempt = attempt

    @property
    @override
    def items(self) -> tuple[Item, ...]:
        return self._attempt.items

    @override
    def module_of(self, item: Item) -> Module:
        return self._module

    @override
    def where(self) -> tuple[str, ...]:
        return (self._module.title, say("How it went"))

    @override
    def opening(self) -> list[Part]:
        head = say("[+] Passed.") if self._attempt.result().passed else say("[~] Not passed yet.")
        return [Heading(head)]

    @override
    def safety(self) -> tuple[str, Tone]:
        result = self._attempt.result()
        right, of = result.must_know
        if not of:
            return "", "plain"
        text = say("Safety: {right} of {of} right. All have to be.", right=right, of=of)
        return text, "talk" if result.missed_must_know else "good"

    @override
    def unsafe(self) -> list[Item]:
        return [item for item in self._attempt.not_right if item.question.must_know]

    @override
    def to_read(self) -> list[Item]:
        others = [item for item in self._attempt.not_right if not item.question.must_know]
        return [*self.unsafe(), *others]

    @override
    def closing(self) -> list[Part]:
        result = self._attempt.result()
        right, of = result.final
        if not of:
            return [words(self._next())]
        text = say(
            "The rest: {right} of {of} right. At least {needed} have to be.",
            right=right,
            of=of,
            needed=needed(self._attempt.mastery, of),
        )
        if self._attempt.number > 1 and result.first != result.final:
            text += " " + say("At the first try it was {n}.", n=result.first.right)
        return [words(text), words(self._next())]

    def _next(self) -> str:
        state = onboarding.stands(self.visit, self._course, self._module.id)
        if self._attempt.result().passed:
            until = state.passed.until if state.passed else ""
            if until:
                return say("It is good until {day}.", day=day_in_words(until))
            return say("It is good for as long as the text stays as it is.")
        left = onboarding.left_today(self.visit, self._course, self._module.id)
        if left:
            return say(
                "You can try again {n} time today, with other questions where there are any.",
                "You can try again {n} times today, with other questions where there are any.",
                n=left,
            )
        return say("You can try again tomorrow. Read it again until then.")

    @override
    def rows(self) -> list[Row]:
        rows = [
            Row(Request(Action.ANSWERS), say("See all answers and why")),
            Row(Request(Action.UP), say("Done")),
        ]
        if self._attempt.result().passed and self.visit.profile.saves_files:
            return [Row(Request(Action.CERTIFICATE), say("Your certificate")), *rows]
        return rows

    @override
    def mark(self, item: Item) -> tuple[str, Tone]:
        right = item.mark == "clear"
        text = say("[+] Right") if right else say("[~] Not right")
        if item.question.must_know:
            text = say("{mark}: safety", mark=text)
        return text, "good" if right else "talk"

    @override
    def do(self, do: Request) -> Navigation | None:
        if do.action is not Action.CERTIFICATE:
            return None
        from edu_tui.staff.places.certificates import Certificates

        return push(Certificates(self._module.id))
