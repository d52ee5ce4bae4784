"""In which order things to choose are shown: the same whenever a question is come back to.

The order hangs on the question as it is asked and on when it was answered last before this visit. So it
is the same for the whole of a visit, and the next day too as long as the question is still open; once it
was answered another day shows another order, so that nobody learns that it is the second one. Where
nothing is kept, the chance of the visit comes in: who sits down next in a waiting room, and may have
looked on, is shown another order.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.learning.history import History
    from edu_tui.model.question import Question
    from edu_tui.records.keeper import Recorder


class Orders:
    """The orders of one visit."""

    def __init__(self, keeper: Recorder, history: History, rng: Random) -> None:
        self._keeper = keeper
        self._history = history
        self._rng = rng
        self._seeds: dict[tuple[str, str], str] = {}
        self._visitor = 0

    def of(self, module: str) -> Callable[[Question], Random]:
        """What gives each question of a module its chance."""
        from edu_tui.model.version import asked_version

        return lambda question: Random(f"{self._seed(module, question)} {asked_version(question)}")

    def _seed(self, module: str, question: Question) -> str:
        from edu_tui.model.version import question_unit

        key = module, question.id
        if key not in self._seeds:
            answered = self._history.trace(module).answers.get(question_unit(question.id))
            at = answered.at if answered else 0
            self._seeds[key] = f"{self._chance()} {module} {question.id} {at}"
        return self._seeds[key]

    def _chance(self) -> int:
        """Nothing but the question where a reader comes back to what is kept."""
        if self._keeper.can_keep:
            return 0
        self._visitor = self._visitor or self._rng.getrandbits(64)
        return self._visitor
