"""A part that cannot be shown: calm words for the reader, exact ones for who can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import POP, Navigation, Place
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.library.finding import Finding, as_text
from edu_tui.system.errors import WithheldError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.system.errors import BrokenModuleError

MOST = 3
"""Findings shown; `edu-tui check` shows all."""


class Broken(Place):
    """Instead of a module with findings."""

    def __init__(self, title: str, error: BrokenModuleError) -> None:
        self._title = title
        self._error = error

    @override
    def view(self, room: Room) -> View:
        """What happened, what to do, and the first findings."""
        findings = self._error.findings
        if isinstance(self._error, WithheldError):
            return View(
                where=(self._title,),
                parts=(words(str(self._error)), Gap(), Row(Request(Action.UP), say("Go back"))),
            )
        told = [finding for finding in findings if isinstance(finding, Finding)]
        # What is not YAML comes first: it is what the rest may come of.
        told.sort(key=lambda finding: finding.code != "bad-yaml")
        shown = [as_text(finding).partition("\n")[0] for finding in told]
        return View(
            where=(self._title,),
            parts=(
                Heading(say("This part cannot be shown")),
                Gap(),
                words(say("There is a mistake in its file. You did nothing wrong.")),
                words(say("Everything else works. Please ask a person about this part.")),
                Gap(),
                Row(Request(Action.UP), say("Go back")),
                Gap(),
                words(say("For whoever looks after this program: run `edu-tui check`."), "soft"),
                *[Words(words(text, "soft").spans, "- ") for text in shown[:MOST]],
            ),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Only the way back."""
        return POP if do.action is Action.UP else None
