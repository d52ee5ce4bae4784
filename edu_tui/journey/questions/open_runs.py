"""Runs of all questions of a module that were left in the middle, as long as a visit lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module


class OpenRuns:
    """At most one for each module."""

    def __init__(self) -> None:
        self._runs: dict[str, tuple[QuizRun, int]] = {}

    def begin(self, module: Module, run: QuizRun, at: int) -> None:
        """Take it for the module's run from that time on, in place of one before."""
        self._runs[module.id] = run, at

    def of(self, module: Module) -> tuple[QuizRun | None, int]:
        """The run, and when it began; None, from the first of times, where none asks what the module asks now."""
        run, at = self._runs.get(module.id, (None, 0))
        if run is None or tuple(item.question for item in run.items) != module.questions:
            return None, 0
        return run, at

    def forget(self, module: str) -> None:
        """The module's run is gone; every run where no module is named."""
        self._runs = {name: run for name, run in self._runs.items() if module not in {"", name}}
