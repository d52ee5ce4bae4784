"""A certificate, to look at and to keep: what a learner has to show for a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.errors import EduError
from edu_tui.journey.place import Move, Place
from edu_tui.journey.view import Do, Row, View
from edu_tui.page.line import Span
from edu_tui.page.part import Gap, Heading, Words, words
from edu_tui.wording import say

if TYPE_CHECKING:
    from edu_tui.certificate.facts import Certificate
    from edu_tui.journey.visit import Visit
    from edu_tui.page.line import Room
    from edu_tui.page.part import Part

MADE = ("text", "html", "pdf")


class Certificates(Place):
    """The latest certificate for one module."""

    def __init__(self, module_id: str) -> None:
        self._module = module_id
        self._saved: list[str] = []

    def view(self, visit: Visit, room: Room) -> View:
        """What it says, and the ways to keep it."""
        del room
        from edu_tui.certificate.paper import fields_of

        found = self._latest(visit)
        parts: list[Part | Row] = [Heading(say("Certificate")), Gap()]
        if found is None:
            parts.append(words(say("There is none on record that can be read.")))
        else:
            for label, value in fields_of(found, self._title(visit)):
                parts.append(Words((Span(f"{label}: ", "label"), Span(value))))
        parts.append(Gap())
        for said in self._saved:
            parts += [words(said, "strong"), Gap()]
        if found is not None:
            parts += [Row(Do("save", form), label) for form, label in self._forms()]
        return View(
            where=(self._title(visit), say("Certificate")),
            parts=(*parts, Row(Do("up"), say("Go back"))),
            keys=frozenset({"up", "home"}),
        )

    def shows(self, visit: Visit) -> str:
        """The module it is about."""
        del visit
        return self._module

    def _forms(self) -> list[tuple[str, str]]:
        from edu_tui.handout.pdf import can_make

        made = [("text", say("Save it as text")), ("html", say("Save it as a page to print"))]
        return [*made, ("pdf", say("Save it as PDF"))] if can_make() else made

    def _title(self, visit: Visit) -> str:
        entry = visit.contents.entries.get(self._module)
        return entry.title if entry else self._module

    def _latest(self, visit: Visit) -> Certificate | None:
        from edu_tui.certificate.facts import latest_in

        return latest_in(visit.keeper.log, self._module)

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Save it as a file."""
        if do.action != "save" or do.what not in MADE:
            return None
        found = self._latest(visit)
        if found is None:
            return None
        try:
            said = say("Saved: {path}", path=self._save(visit, found, do.what))
        except EduError as error:
            said = say("It could not be saved: {why}", why=error)
        self._saved = [said]
        return Move("stay", said=say("Saved.") if said.startswith(say("Saved")) else said)

    def _save(self, visit: Visit, found: Certificate, form: str) -> object:
        from edu_tui.certificate import paper
        from edu_tui.handout.keeping import keep_beside
        from edu_tui.journey.takeaway import own_folder

        title, language = self._title(visit), visit.language
        if form == "pdf":
            data = paper.as_pdf(found, title, language=language)
        elif form == "html":
            data = paper.as_html(found, title, language=language).encode()
        else:
            data = paper.as_text(found, title).encode()
        name = f"certificate-{found.record.learner}-{self._module}"
        return keep_beside(own_folder(), name, {"text": "txt"}.get(form, form), data)
