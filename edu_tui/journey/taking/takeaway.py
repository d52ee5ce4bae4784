"""Taking it along: a code for a phone, on paper, or as a file in the reader's own folder."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place, push
from edu_tui.journey.plan.planned import plan_of
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.system.errors import EduError, PrintError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.handout.content import Takeaway
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part


SHOWN = 3
"""Files whose paths stay on the page."""
MOST_PRINTED = 3
"""In one visit to a waiting room."""
MAKE_PDF = "pdf now"
"""What is asked for once it is said that a PDF takes a few seconds."""


class TakeAway(Place):
    """What there is to take along, of some modules or of all."""

    alone: ClassVar[bool] = True

    def __init__(self, modules: tuple[str, ...] = ()) -> None:
        self._modules = modules
        """Ids; empty for the whole outline."""
        self._whole = not modules
        """Whether it is to be about the whole outline."""
        self._saved: list[str] = []
        """Where the latest files went, in words."""
        self._made: dict[str, tuple[Takeaway, Path]] = {}
        """By form, what the latest file was made of and where it is."""
        self._is_making = False
        """Whether a PDF is on its way."""
        self._trouble = ""
        """Why the last one could not be saved, or what it lacks; empty for nothing."""

    @override
    def view(self, room: Room) -> View:
        """What is in it, the ways to take it, and where it went."""
        parts: list[Part | Row] = [
            words(
                say(
                    "Take with you what matters: whom to call, what keeps you safe, your questions."
                )
            ),
            words(self._about(), "strong"),
            Gap(),
        ]
        for text in (*self._saved, self._trouble):
            parts += [words(text, "strong"), Gap()] if text else []
        parts.append(Row(Request(Action.CODE), say("Show a code for your phone")))
        parts.append(Row(Request(Action.ONWARD), _onward(self.visit)))
        parts += [Row(Request(Action.PRINT), say("Print it"))] if may_print(self.visit) else []
        parts += _files() if self.visit.profile.saves_files else []
        other = [Row(Request(Action.SCOPE), self._other())] if self._modules else []
        return View(
            where=(say("Take it with you"),),
            parts=(*parts, *other, Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.BACK, Action.UP, Action.HOME}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Show the code, or save a file; one that cannot be saved is said, and nothing else happens."""
        modules = () if self._whole else self._modules
        if do.action is Action.SCOPE and self._modules:
            self._whole = not self._whole
            return Navigation("stay", said=self._about())
        if do.action is Action.CODE:
            from edu_tui.journey.taking.codes import CodePlace

            return push(CodePlace(taken(self.visit, modules)))
        if do.action is Action.ONWARD:
            from edu_tui.journey.taking.code_to_go import CodeToGo

            return push(CodeToGo())
        if do.action is Action.PRINT and may_print(self.visit):
            self._trouble = printed(self.visit, modules)
            return Navigation("stay", said=self._trouble or say("It is being printed."))
        if do.action is not Action.SAVE or not self.visit.profile.saves_files:
            return None
        if self._is_making and do.what != MAKE_PDF:
            return Navigation("stay", said=say("The PDF is on its way."))
        form = "pdf" if do.what == MAKE_PDF else do.what
        takeaway = taken(self.visit, modules)
        before, there = self._made.get(form, (None, None))
        if takeaway == before and there and there.exists():
            return Navigation("stay", said=say("It is there already: {path}", path=there))
        if do.what == "pdf":
            self._is_making = True
            message = say("Making the PDF. This takes a few seconds.")
            return Navigation("stay", said=message, later=Request(Action.SAVE, MAKE_PDF))
        return self._save(takeaway, form)

    @override
    def leave(self) -> None:
        """What was only said to be made is not made elsewhere."""
        self._is_making = False

    def _save(self, takeaway: Takeaway, form: str) -> Navigation:
        try:
            path, self._trouble = save(takeaway, form)
        except EduError as error:
            self._trouble = say("It could not be saved: {why}", why=error)
            return Navigation("stay", said=say("It could not be saved."))
        finally:
            self._is_making = False
        self._made[form] = takeaway, path
        self._saved = [*self._saved, say("Saved: {path}", path=path)][-SHOWN:]
        return Navigation("stay", said=say("Saved."))

    def _about(self) -> str:
        about = say("the whole course") if self._whole else _title(self.visit, self._modules)
        return say("This paper is about: {title}", title=about)

    def _other(self) -> str:
        if not self._whole:
            return say("Take the whole course instead")
        return say("Take only this: {title}", title=_title(self.visit, self._modules))


def may_print(visit: Visit) -> bool:
    """Whether there is a printer; paper is not endless where nobody watches it."""
    devices = visit.devices
    enough = not visit.profile.can_quit and devices.printed >= MOST_PRINTED
    return bool(devices.print_command) and not enough and devices.has_paper()


def printed(visit: Visit, modules: tuple[str, ...]) -> str:
    """Print it; why not, in words, or nothing."""
    from edu_tui.handout.printer import send
    from edu_tui.handout.text import as_text

    takeaway = taken(visit, modules)
    if takeaway == visit.devices.paper:
        return say("It is printed already. Nothing on it is new.")
    visit.devices.printed += 1
    visit.devices.prints()
    try:
        send(visit.devices.print_command, as_text(takeaway))
    except EduError as error:
        if isinstance(error, PrintError):
            visit.devices.note(f"print: {error.how}")
        if visit.profile.can_quit:
            return say("It could not be printed: {why}", why=error)
        return say("It could not be printed. Ask the front desk for this on paper.")
    visit.devices.paper = takeaway
    return ""


def _files() -> list[Row]:
    from edu_tui.handout.pdf import can_make

    rows = [
        Row(Request(Action.SAVE, "html"), say("Save as a page to print")),
        Row(Request(Action.SAVE, "large"), say("Save as a page in large print")),
        Row(Request(Action.SAVE, "text"), say("Save as plain text")),
    ]
    if can_make():
        rows.append(
            Row(Request(Action.SAVE, "pdf"), say("Save as PDF"), detail=say("takes a moment"))
        )
    return rows


def _title(visit: Visit, modules: tuple[str, ...]) -> str:
    known = visit.contents.entries
    return ", ".join(known[name].title if name in known else name for name in modules)


def _onward(visit: Visit) -> str:
    """Who keeps records is at home already."""
    if visit.keeper.can_keep:
        return say("A code to go on on another computer")
    return say("Show a code to go on at home")


def taken(visit: Visit, modules: tuple[str, ...]) -> Takeaway:
    """The take-away of these modules, or of the whole outline, with what is the reader's own."""
    from edu_tui.handout.gather import HandoutSource, mine

    every = tuple(entry.id for entry in visit.entries() if visit.may_show(entry.id))
    names = tuple(name for name in modules if visit.may_show(name)) if modules else every
    source = HandoutSource(visit.open_library, visit.language, visit.profile.audience)
    own = mine(visit.history)._replace(plan=plan_of(visit))
    return source.takeaway(names, date.today(), own=own, besides=every)


def save(takeaway: Takeaway, form: str) -> tuple[Path, str]:
    """Write it into the reader's folder; the path it has got, and what it lacks, in words."""
    from edu_tui.handout.keeping import keep_beside

    ending = {"text": "txt", "large": "html"}.get(form, form)
    about = takeaway.modules[0].id if len(takeaway.modules) == 1 else "whole-course"
    name = f"edu-tui-{about}-{takeaway.made_on.isoformat()}"
    if form == "large":
        name += "-large"
    data, lacking = _made(takeaway, form)
    return keep_beside(own_folder(), name, ending, data), lacking


def _made(takeaway: Takeaway, form: str) -> tuple[bytes, str]:
    """The file, and what it lacks in words."""
    if form == "text":
        from edu_tui.handout.text import as_text

        return as_text(takeaway).encode(errors="replace"), ""
    if form == "pdf":
        from edu_tui.handout.lacking import lacking_words
        from edu_tui.handout.pdf import as_pdf

        pdf = as_pdf(takeaway)
        lacking = lacking_words(pdf.lacking, takeaway)
        instead = say("Save it as plain text, or as a page to print.") if lacking else ""
        return pdf.data, f"{lacking} {instead}".strip()
    from edu_tui.handout.html import as_html

    return as_html(takeaway, large=form == "large").encode(errors="replace"), ""


def own_folder() -> Path:
    """The reader's documents, or their home."""
    from pathlib import Path

    from platformdirs import user_documents_path

    documents = user_documents_path()
    try:
        return documents if documents.is_dir() else Path.home()
    except OSError:
        # It may not even be looked at.
        return Path.home()
