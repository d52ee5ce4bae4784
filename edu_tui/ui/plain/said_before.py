"""What a listener has heard already, and need not hear again on each page.

How far a text is reviewed is said when that changes; what can be typed, in full where it is new; a row that
leads away from a text, once with its number. Everything is said again where somebody asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.system.wording import say
from edu_tui.ui.plain.prompt import kind_of, prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.journey.view import View
    from edu_tui.ui.plain.prompt import PromptKind
    from edu_tui.ui.plain.sheet import PlainBlock

ASIDE = frozenset({Action.HELP, Action.STEPS})
"""What the rows do that stand under each page of a text and lead away from it; a letter does the same."""


class SaidBefore:
    """All that was said in a session and still holds."""

    def __init__(self) -> None:
        self._state = ""
        """The review state that was said last."""
        self._rows: set[tuple[str, ...]] = set()
        """Rows that lead aside."""
        self._prompts: set[PromptKind] = set()
        """Kinds of prompts that were said in full."""
        self._as_before = ""
        """Numbers of the rows that were left out of the page said last."""

    def forget(self) -> None:
        """Say all of it once more."""
        self._state = ""
        self._rows.clear()
        self._prompts.clear()

    def state(self, now: str) -> str:
        """The review state where it is not the one said last; that it is reviewed, after something else."""
        if not now and self._state:
            now = say("Reviewed by a clinician")
        before, self._state = self._state, now
        return "" if now == before else now

    def new(self, units: Sequence[PlainBlock]) -> list[PlainBlock]:
        """What is to be said of a page: rows that lead aside only where they were not said before."""
        new = [unit for unit in units if unit.lines not in self._rows]
        self._as_before = ", ".join(unit.number for unit in units if unit.lines in self._rows)
        self._rows |= {unit.lines for unit in units if unit.do and unit.do.action in ASIDE}
        return new

    def prompt(self, view: View) -> str:
        """What can be typed: in full where something of this kind is typed for the first time; right after a
        page, the numbers of the rows that it left out.
        """
        kind = kind_of(view)
        full = kind not in self._prompts
        self._prompts.add(kind)
        as_before, self._as_before = self._as_before, ""
        return prompt(view, full=full, as_before=as_before)
