"""What an attempt came to: safety first and apart, then the rest, then what to do; and every answer with its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place, push
from edu_tui.journey.questions.feedback import answer_of, reason_parts
from edu_tui.journey.questions.results import reason_of
from edu_tui.journey.reading.paged import Paged
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.day import day_in_words
from edu_tui.layout.line import Span
from edu_tui.layout.part import Box, Gap, Heading, Words, words
from edu_tui.layout.text import spans
from edu_tui.staff.learning.assessment import needed
from edu_tui.staff.places import onboarding
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.assessment import Attempt


class Assessed(Place):
    """The outcome of an attempt that is over."""

    def __init__(self, course: Course, module: Module, attempt: Attempt) -> None:
        self._course = course
        self._module = module
        self._attempt = attempt

    @override
    def view(self, room: Room) -> View:
        """Must-knows, the count of the rest, what it means, what to do."""
        result = self._attempt.result()
        head = say("[+] Passed.") if result.passed else say("[~] Not passed yet.")
        parts: list[Part | Row] = [Heading(head), Gap()]
        for item in self._missed(must_know=True):
            parts += [self._box(item), Gap()]
        if result.must_know.of:
            parts.append(words(self._safety(), "good" if not result.missed_must_know else "talk"))
        if result.final.of:
            parts.append(words(self._rest()))
        parts.append(words(self._next()))
        return View(
            where=(self._module.title, say("How it went")),
            parts=(*parts, Gap(), *self._rows()),
            keys=frozenset({Action.UP, Action.HOME}),
        )

    @override
    def shows(self) -> str:
        """The module that was assessed."""
        return self._module.id

    def _missed(self, *, must_know: bool) -> list[Item]:
        missed = self._attempt.not_right
        return [item for item in missed if item.question.must_know == must_know]

    def _box(self, item: Item) -> Box:
        """A must-know that is not right: the question, the answer, why, what to read."""
        title = _titles(self._module).get(item.question.teaches, "")
        said = (
            *spans(item.question.ask, self.visit.voice()),
            Span(f" {answer_of(self.visit, item)}. ".replace("..", "."), "strong"),
            Span(reason_of(self.visit, item)),
            Span(" " + say("Read again: {title}", title=f"{title}.") if title else ""),
        )
        return Box(say("Safety, not right"), said, "warning")

    def _safety(self) -> str:
        right, of = self._attempt.result().must_know
        return say("Safety: {right} of {of} right. All have to be.", right=right, of=of)

    def _rest(self) -> str:
        result = self._attempt.result()
        right, of = result.final
        message = say(
            "The rest: {right} of {of} right. At least {needed} have to be.",
            right=right,
            of=of,
            needed=needed(self._attempt.mastery, of),
        )
        if self._attempt.number > 1 and result.first != result.final:
            message += " " + say("At the first try it was {n}.", n=result.first.right)
        return message

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

    def _rows(self) -> list[Row]:
        rows = []
        titles = _titles(self._module)
        wrong = [*self._missed(must_know=True), *self._missed(must_know=False)]
        for name in dict.fromkeys(item.question.teaches for item in wrong):
            if name in titles:
                again = say("Read again: {title}", title=titles[name])
                rows.append(Row(Request(Action.REREAD, name), again))
        rows.append(Row(Request(Action.ANSWERS), say("See all answers and why")))
        if self._attempt.result().passed and self.visit.profile.saves_files:
            rows.insert(0, Row(Request(Action.CERTIFICATE), say("Your certificate")))
        return [*rows, Row(Request(Action.UP), say("Done"))]

    @override
    def do(self, do: Request) -> Navigation | None:
        """Read again, see all answers, keep the certificate."""
        if do.action is Action.REREAD:
            from edu_tui.journey.reading.again import place_of

            place = place_of(self._module, do.what, say("Back to how it went"))
            return push(place) if place is not None else None
        if do.action is Action.ANSWERS:
            return push(AllAnswers(self._attempt))
        if do.action is Action.CERTIFICATE:
            from edu_tui.staff.places.certificates import Certificates

            return push(Certificates(self._module.id))
        return None


class AllAnswers(Paged):
    """Every item with all there was to choose, the right one first; what was not right before the rest."""

    def __init__(self, attempt: Attempt) -> None:
        super().__init__()
        self._attempt = attempt

    @override
    def title(self) -> str:
        """What is shown."""
        return say("All answers and why")

    @override
    def text(self, room: Room) -> list[Part]:
        """Item by item."""
        parts: list[Part] = []
        for item in sorted(self._attempt.items, key=_urgency):
            parts += [Gap(), Gap()] if parts else []
            parts += self._item(item)
        return parts

    def _item(self, item: Item) -> list[Part]:
        right = item.mark == "clear"
        mark = say("[+] Right") if right else say("[~] Not right")
        if item.question.must_know:
            mark = say("{mark}: safety", mark=mark)
        parts: list[Part] = [
            Words(spans(item.question.ask, self.visit.voice(), "strong")),
            words(mark, "good" if right else "talk"),
        ]
        for reason in item.question.body.review(item.answer):
            parts += reason_parts(self.visit, reason, item)
        return parts


def _urgency(item: Item) -> tuple[bool, bool]:
    return item.mark == "clear", not item.question.must_know


def _titles(module: Module) -> dict[str, str]:
    from edu_tui.model.module import title_of

    names = {question.teaches for question in module.assessment}
    return {name: title for name in names if (title := title_of(module, name))}
