"""A certificate, to look at and to keep: what a learner has to show for a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import STAY, Navigation, Place
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.system.errors import EduError, RecordsError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.staff.certificate.facts import Certificate

MADE = ("text", "html", "pdf")


class Certificates(Place):
    """The latest certificate for one module."""

    def __init__(self, module_id: str) -> None:
        self._module = module_id
        self._saved: list[str] = []

    @override
    def view(self, room: Room) -> View:
        """What it says, and the ways to keep it."""
        from edu_tui.staff.certificate.paper import fields_of

        parts: list[Part | Row] = [Heading(say("Certificate")), Gap()]
        found, trouble = self._latest()
        if trouble:
            parts.append(words(trouble, "talk"))
        elif found is not None:
            for one in fields_of(found):
                first, *rest = one.lines
                parts.append(Words((Span(f"{one.label}: ", "label"), Span(first))))
                parts += [words(line) for line in rest]
        parts.append(Gap())
        for said in self._saved:
            parts += [words(said, "strong"), Gap()]
        if found is not None:
            parts += [Row(Request(Action.SAVE, form), label) for form, label in self._forms()]
        return View(
            where=(self._title(), say("Certificate")),
            parts=(*parts, Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.UP, Action.HOME}),
        )

    @override
    def shows(self) -> str:
        """The module it is about."""
        return self._module

    def _forms(self) -> list[tuple[str, str]]:
        from edu_tui.handout.pdf import can_make

        made = [("text", say("Save it as text")), ("html", say("Save it as a page to print"))]
        return [*made, ("pdf", say("Save it as PDF"))] if can_make() else made

    def _title(self) -> str:
        entry = self.visit.contents.entries.get(self._module)
        return entry.title if entry else self._module

    def _latest(self) -> tuple[Certificate | None, str]:
        """What can be shown, or why nothing can."""
        from edu_tui.staff.certificate.facts import latest_in

        try:
            found = latest_in(self.visit.keeper.log, self._module)
        except RecordsError as error:
            return None, error.fact
        if found is None:
            return None, say("No readable certificate found.")
        if found.is_late:
            return None, say(
                "This attempt had been handed in before, in another window. What it came to then counts."
            )
        if found.is_to_come:
            return None, say(
                "It was passed on a day that is still to come, by the clock. It does not count until then. "
                "Tell your manager."
            )
        if not found.holds:
            return None, say(
                "The records behind it were changed after they were made. Tell your manager."
            )
        return found, ""

    @override
    def do(self, do: Request) -> Navigation | None:
        """Save it as a file."""
        if do.action is not Action.SAVE or do.what not in MADE:
            return None
        found, _ = self._latest()
        if found is None:
            return STAY
        try:
            said = say("Saved: {path}", path=self._save(found, do.what))
        except EduError as error:
            self._saved = [say("It could not be saved: {why}", why=error)]
            return Navigation("stay", said=self._saved[0])
        self._saved = [said]
        return Navigation("stay", said=say("Saved."))

    def _save(self, found: Certificate, form: str) -> Path:
        from edu_tui.handout.keeping import keep_beside
        from edu_tui.journey.taking.takeaway import own_folder
        from edu_tui.staff.certificate.paper import made

        name = f"certificate-{found.record.learner}-{self._module}"
        ending = {"text": "txt"}.get(form, form)
        return keep_beside(own_folder(), name, ending, made(found, form))
