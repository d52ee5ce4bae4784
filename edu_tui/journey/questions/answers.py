"""All answers and why: each question with every option, the right one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.questions.feedback import reason_parts
from edu_tui.journey.reading.paged import Paged
from edu_tui.layout.part import Gap, Words, words
from edu_tui.layout.text import spans
from edu_tui.model.kinds.order import Order
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from edu_tui.layout.line import Room, Tone
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.model.kinds.body import Reason


class Answers(Paged):
    """The questions of a run, to look over: what is not clear before the rest, and of that what keeps safe."""

    def __init__(
        self,
        items: Iterable[Item],
        mark: Callable[[Item], tuple[str, Tone]],
        still_open: int = 0,
    ) -> None:
        super().__init__()
        self._still_open = still_open
        """Questions that are not among these, for they have no answer yet."""
        self._items = sorted(items, key=_urgency)
        self._mark = mark

    @override
    def title(self) -> str:
        """What is shown."""
        return say("All answers and why")

    @override
    def text(self, room: Room) -> list[Part]:
        """Question by question."""
        parts: list[Part] = []
        if self._still_open:
            more = say(
                "{n} more question comes here when you have answered it.",
                "{n} more questions come here when you have answered them.",
                n=self._still_open,
            )
            parts.append(words(more, "soft"))
        for n, item in enumerate(self._items, 1):
            parts += [Gap(), Gap()] if parts else []
            parts.append(words(say("Question {n} of {total}", n=n, total=len(self._items)), "soft"))
            parts += self._item(item)
        return parts

    def _item(self, item: Item) -> list[Part]:
        mark, tone = self._mark(item)
        parts: list[Part] = [
            Words(spans(item.question.ask, self.visit.voice(), "strong")),
            words(mark, tone),
        ]
        if isinstance(item.question.body, Order):
            parts += [Gap(), words(say("The right order:"), "label")]
        for reason in item.question.body.review(item.answer):
            parts += reason_parts(self.visit, _told(reason), item)
        return parts


def _told(reason: Reason) -> Reason:
    """The reason with whether it is so in words; what has a place in an order is told as one of it."""
    if reason.place:
        return reason
    form = say("Right: {text}") if reason.right else say("Not right: {text}")
    return reason._replace(text=form.replace("{text}", reason.text))


def _urgency(item: Item) -> tuple[bool, bool]:
    return item.mark == "clear", not item.question.must_know
