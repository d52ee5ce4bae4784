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
        certificate, trouble = self._latest()
        if trouble:
            parts.append(words(trouble, "talk"))
        elif certificate is not None:
            for field in fields_of(certificate):
                first, *rest = field.lines
                parts.append(Words((Span(f"{field.label}: ", "label"), Span(first))))
                parts += [words(line) for line in rest]
        parts.append(Gap())
        for text in self._saved:
            parts += [words(text, "strong"), Gap()]
        if certificate is not None:
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

        forms = [("text", say("Save it as text")), ("html", say("Save it as a page to print"))]
        return [*forms, ("pdf", say("Save it as PDF"))] if can_make() else forms

    def _title(self) -> str:
        entry = self.visit.contents.entries.get(self._module)
        return entry.title if entry else self._module

    def _latest(self) -> tuple[Certificate | None, str]:
        """What can be shown, or why nothing can."""
        from edu_tui.staff.certificate.facts import latest_in

        try:
            certificate = latest_in(self.visit.keeper.log, self._module)
        except RecordsError as error:
            return None, error.fact
        if certificate is None:
            return None, say("No readable certificate found.")
        if certificate.is_late:
            return None, say(
                "This attempt had been handed in before, in another window. What it came to then counts."
            )
        if certificate.is_to_come:
            return None, say(
                "It was passed on a day that is still to come, by the clock. It does not count until then. "
                "Tell your manager."
            )
        if not certificate.holds:
            return None, say(
                "The records behind it were changed after they were made. Tell your manager."
            )
        return certificate, ""

    @override
    def do(self, do: Request) -> Navigation | None:
        """Save it as a file."""
        if do.action is not Action.SAVE or do.what not in MADE:
            return None
        certificate, _ = self._latest()
        if certificate is None:
            return STAY
        try:
            message = say("Saved: {path}", path=self._save(certificate, do.what))
        except EduError as error:
            self._saved = [say("It could not be saved: {why}", why=error)]
            return Navigation("stay", said=self._saved[0])
        self._saved = [message]
        return Navigation("stay", said=say("Saved."))

    def _save(self, certificate: Certificate, form: str) -> Path:
        from edu_tui.handout.keeping import keep_beside
        from edu_tui.journey.taking.saving import own_folder
        from edu_tui.staff.certificate.paper import made

        name = f"certificate-{certificate.record.learner}-{self._module}"
        ending = {"text": "txt"}.get(form, form)
        return keep_beside(own_folder(), name, ending, made(certificate, form))
