"""Taking it along: a code for a phone, on paper, or as a file in the reader's own folder."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from edu_tui.handout.code import code_lines, code_of
from edu_tui.journey.action import Action
from edu_tui.journey.place import STAY, Navigation, Place, push
from edu_tui.journey.plan.planned import plan_of
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.look import has_halves
from edu_tui.layout.part import Drawn, Gap, Heading, Words, words
from edu_tui.system.errors import EduError, PrintError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.handout.code import Code
    from edu_tui.handout.content import Takeaway
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part


SHOWN = 3
"""Files whose paths stay on the page."""
MOST_PRINTED = 3
"""In one visit to a waiting room."""
ROWS = 2
"""Under the code."""


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
        self._pages: dict[bool, str] = {}
        self._saved: list[str] = []
        """Where the latest files went, in words."""
        self._trouble = ""
        """Why the last one could not be saved; empty when it could."""

    @override
    def view(self, room: Room) -> View:
        """What is in it, the ways to take it, and where it went."""
        parts: list[Part | Row] = [
            words(
                say(
                    "Take with you what matters: whom to call, what keeps you safe, your questions."
                )
            ),
            words(f"{self._about()}. {self._paper()}.", "strong"),
            Gap(),
        ]
        for text in (*self._saved, self._trouble):
            parts += [words(text, "strong"), Gap()] if text else []
        fits = say("as much as fits")
        parts.append(Row(Request(Action.CODE), say("Show a code for your phone"), detail=fits))
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
            return push(CodePlace(taken(self.visit, modules)))
        if do.action is Action.ONWARD:
            from edu_tui.journey.taking.code_to_go import CodeToGo

            return push(CodeToGo())
        if do.action is Action.PRINT and may_print(self.visit):
            self._trouble = printed(self.visit, modules)
            return Navigation("stay", said=self._trouble or say("It is being printed."))
        if do.action is not Action.SAVE or not self.visit.profile.saves_files:
            return None
        if do.what == "pdf":
            message = say("Making the PDF. This takes a few seconds.")
            return Navigation("stay", said=message, later=Request(Action.SAVE, MAKE_PDF))
        return self._save(modules, "pdf" if do.what == MAKE_PDF else do.what)

    def _save(self, modules: tuple[str, ...], form: str) -> Navigation:
        try:
            path = save(taken(self.visit, modules), form)
        except EduError as error:
            self._trouble = say("It could not be saved: {why}", why=error)
            return Navigation("stay", said=say("It could not be saved."))
        self._trouble = ""
        self._saved = [*self._saved, say("Saved: {path}", path=path)][-SHOWN:]
        return Navigation("stay", said=say("Saved."))

    def _about(self) -> str:
        about = say("the whole course") if self._whole else _title(self.visit, self._modules)
        return say("This paper is about: {title}", title=about)

    def _paper(self) -> str:
        """How much paper that is; worked out once for each of the two that can be chosen."""
        if self._whole not in self._pages:
            takeaway = taken(self.visit, () if self._whole else self._modules)
            self._pages[self._whole] = _pages_of(takeaway, saves=self.visit.profile.saves_files)
        return self._pages[self._whole]

    def _other(self) -> str:
        if not self._whole:
            return say("Take the whole course instead")
        return say("Take only this: {title}", title=_title(self.visit, self._modules))


class CodePlace(Place):
    """The code, as large as the screen has room for; in words where it has none."""

    def __init__(self, takeaway: Takeaway) -> None:
        self._lines = code_lines(takeaway)
        self._made: tuple[Room, Code | None] | None = None
        """The code, and the room it was made for."""
        self._reading = False
        """Whether its words are shown instead."""

    @override
    def view(self, room: Room) -> View:
        """The code, or what it would say."""
        code = self._code(room._replace(height=room.height - ROWS))
        left_out = code.left_out if code else ()
        read = say("Show the code") if self._reading else _read(left_out)
        rows = (Row(Request(Action.UP), say("Go back")), Row(Request(Action.READ), read))
        if code is not None and not self._reading:
            title, total = say("Point the camera of your phone here"), len(self._lines)
            holds = say("it holds {n} of {total} things", n=total - len(left_out), total=total)
            where = (title, holds) if left_out else (title,)
            keys = frozenset({Action.BACK, Action.UP})
            return View(where, (Drawn((code.lines,)), *rows), keys, dense=True)
        parts: list[Part] = [Heading(say("For your phone")), Gap()]
        if code is None and room.medium != "words":
            parts += [words(_no_room(self.visit)), Gap()]
        shown = code.text.split("\n") if code else [line[0] for line in self._lines]
        parts += [Words(words(text).spans, "- ") for text in shown]
        if left_out:
            parts += [
                Gap(),
                Heading(say("Not in the code, for want of room")),
                words(_instead(self.visit)),
            ]
            parts += [Gap(), *(Words(words(text).spans, "- ") for text in left_out)]
        kept = rows if code else rows[:1]
        return View(
            (say("A code for your phone"),),
            (*parts, Gap(), *kept),
            frozenset({Action.BACK, Action.UP}),
        )

    def _code(self, room: Room) -> Code | None:
        if room.medium == "words":
            return None
        if self._made is None or self._made[0] != room:
            code = code_of(
                self._lines, room.width, room.height, halves=has_halves(room.medium, os.environ)
            )
            self._made = room, code
        return self._made[1]

    @override
    def do(self, do: Request) -> Navigation | None:
        """The code or its words."""
        if do.action is not Action.READ:
            return None
        self._reading = not self._reading
        return STAY


def may_print(visit: Visit) -> bool:
    """Whether there is a printer; paper is not endless where nobody watches it."""
    devices = visit.devices
    enough = not visit.profile.can_quit and devices.printed >= MOST_PRINTED
    return bool(devices.print_command) and not enough and devices.has_paper()


def printed(visit: Visit, modules: tuple[str, ...]) -> str:
    """Print it; why not, in words, or nothing."""
    from edu_tui.handout.printer import send
    from edu_tui.handout.text import as_text

    visit.devices.printed += 1
    visit.devices.prints()
    try:
        send(visit.devices.print_command, as_text(taken(visit, modules)))
    except EduError as error:
        if isinstance(error, PrintError):
            visit.devices.note(f"print: {error.how}")
        if visit.profile.can_quit:
            return say("It could not be printed: {why}", why=error)
        return say("It could not be printed. Ask the front desk for this on paper.")
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


def save(takeaway: Takeaway, form: str) -> Path:
    """Write it into the reader's folder and give the path it has got; the one place that writes."""
    from edu_tui.handout.keeping import keep_beside

    ending = {"text": "txt", "large": "html"}.get(form, form)
    about = takeaway.modules[0].id if len(takeaway.modules) == 1 else "whole-course"
    name = f"edu-tui-{about}-{takeaway.made_on.isoformat()}"
    if form == "large":
        name += "-large"
    return keep_beside(own_folder(), name, ending, _made(takeaway, form))


def _made(takeaway: Takeaway, form: str) -> bytes:
    if form == "text":
        from edu_tui.handout.text import as_text

        return as_text(takeaway).encode(errors="replace")
    if form == "pdf":
        from edu_tui.handout.pdf import as_pdf

        return as_pdf(takeaway)
    from edu_tui.handout.html import Printed, as_html

    return as_html(takeaway, Printed(large=form == "large")).encode(errors="replace")


def _pages_of(takeaway: Takeaway, *, saves: bool) -> str:
    """How much paper it takes; where nothing is saved, what a printer makes of its text."""
    if not saves:
        from edu_tui.handout.text import as_text, printed_pages

        return printed_pages(as_text(takeaway))
    from edu_tui.handout.sheet import pages_in_words

    normal, large = (pages_in_words(takeaway, large=size) for size in (False, True))
    return say("{pages}, in large print {more}", pages=normal, more=large)


def _read(left_out: tuple[str, ...]) -> str:
    if left_out:
        return say("Read what it says, and what is left out")
    return say("Read what it says")


def _no_room(visit: Visit) -> str:
    return f"{say('A code does not fit on this screen.')} {_instead(visit)}"


def _instead(visit: Visit) -> str:
    """How to take along what a code cannot hold."""
    if visit.profile.saves_files:
        return say("You can save a page.")
    return say("Ask the front desk for this on paper.")


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
