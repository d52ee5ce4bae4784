"""What practice and a review have in common: each answer is judged on the spot, and kept as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.questions.answering import tell_answer, tell_skipped
from edu_tui.journey.questions.policy import QuestionPolicy
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from edu_tui.learning.item import Item


class CheckedPolicy(QuestionPolicy):
    """Answers and what was left open are told to the visit."""

    @override
    def answered(self, before: Item, after: Item) -> None:
        tell_answer(self.visit, self.module, self.run.behaviour, before, after)

    @override
    def skipped(self, item: Item) -> None:
        tell_skipped(self.visit, self.module, item)
