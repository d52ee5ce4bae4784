"""What differs between practice, a review, an exam and guesses; the page of a question is the same for all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.place import Navigation
    from edu_tui.journey.view import Request, Row
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.item import Item
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module


CHOOSING = frozenset(
    {
        *(Action.OPTION, Action.UNSURE, Action.GROUP, Action.SITUATION),
        *(Action.EARLIER, Action.LATER, Action.REMOVE, Action.UNDO, Action.CLEAR),
    }
)
"""What changes an answer that is not checked yet, or what of it is looked at."""


class QuestionPolicy(ABC):
    """How one way of asking is told of, kept and left. When a verdict comes is up to the run's behaviour."""

    def __init__(self, visit: Visit, run: QuizRun) -> None:
        self.visit = visit
        self.run = run

    @property
    @abstractmethod
    def module(self) -> Module:
        """The one that the current question is from."""

    @abstractmethod
    def where(self, number: int, total: int) -> tuple[str, ...]:
        """The top line at that question, from 1."""

    def sentence(self) -> str:
        """What is said before how to answer; empty for nothing."""
        return ""

    def leave_label(self) -> str:
        """What leads away from the questions, in a few words."""
        return say("Leave the questions")

    @abstractmethod
    def end(self) -> Navigation:
        """Where it goes on when there is no question to show."""

    def rest(self) -> Navigation | None:
        """A stop on the way, where it is time for one."""
        return None

    def before(self, request: Request) -> Navigation | None:
        """Where it goes on instead of doing what was asked; None to do it."""
        del request
        return None

    def leave(self) -> Navigation | None:
        """What leads away from the questions; None for the place before."""
        return None

    def rows(self) -> list[Row]:
        """Rows of its own after what can be chosen."""
        return []

    def chosen(self, item: Item) -> None:
        """Something was chosen that can still be changed."""
        del item

    def answered(self, before: Item, after: Item) -> None:
        """An answer was judged: the item before and after."""
        del before, after

    def skipped(self, item: Item) -> None:
        """A question was left open."""
        del item
