"""All answers and why: each question with every option, the right one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.questions.feedback import reason_parts
from edu_tui.journey.reading.paged import Paged
from edu_tui.layout.part import Gap, Words, words
from edu_tui.layout.text import spans
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module


class Answers(Paged):
    """The questions of a run, to look over."""

    def __init__(self, module: Module, run: QuizRun) -> None:
        super().__init__()
        self._module = module
        self._run = run

    @override
    def title(self) -> str:
        """What is shown."""
        return say("All answers and why")

    @override
    def text(self, room: Room) -> list[Part]:
        """Question by question."""
        parts: list[Part] = []
        for number, item in enumerate(self._run.items, 1):
            parts += [Gap(), Gap()] if parts else []
            parts += self._item(number, item)
        return parts

    def _item(self, number: int, item: Item) -> list[Part]:
        parts: list[Part] = [
            Words(spans(item.question.ask, self.visit.voice(), "strong"), f"{number}. ")
        ]
        parts.append(words(_mark(item), "good" if item.mark == "clear" else "talk"))
        for reason in item.question.body.review(item.answer):
            parts += reason_parts(self.visit, reason, item)
        return parts


def _mark(item: Item) -> str:
    return {
        "clear": say("[+] Clear"),
        "missed": say("[~] To talk about"),
        "unsure": say("[?] To talk about: you were not sure"),
    }.get(item.mark, say("[ ] Left for later"))
