"""Taking it along: a code for a phone, on paper, or as a file in the reader's own folder."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from edu_tui.handout.content import Takeaway
from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, push
from edu_tui.journey.plan.planned import plan_of
from edu_tui.journey.taking.printing import may_print, print_once, print_rows
from edu_tui.journey.taking.saving import Saving, files, own_folder
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part


class TakeAway(Saving):
    """What there is to take along, of some modules or of all."""

    alone: ClassVar[bool] = True

    def __init__(self, modules: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._modules = modules
        """Ids; empty for the whole outline."""
        self._whole = not modules
        """Whether it is to be about the whole outline."""
        self._pages: dict[bool, str] = {}
        """How much paper each of the two is, in words."""

    @override
    def view(self, room: Room) -> View:
        """What is in it, the ways to take it, and where it went."""
        parts: list[Part | Row] = [
            words(
                say(
                    "Take with you what matters: whom to call, what keeps you safe, your questions."
                )
            ),
            words(f"{self._about()}. {self._how_much()}.", "strong"),
            Gap(),
        ]
        parts += self._news()
        parts.append(Row(Request(Action.CODE), say("Show a code for your phone")))
        parts.append(Row(Request(Action.ONWARD), _onward(self.visit)))
        parts += print_rows(self.visit)
        parts += files() if self.visit.profile.saves_files else []
        parts.append(Row(Request(Action.WRITE), say("Sheets to fill in")))
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
        if do.action is Action.WRITE:
            from edu_tui.journey.taking.sheets import SheetsPlace

            return push(SheetsPlace())
        return self._saving(do)

    @override
    def _paper(self) -> Takeaway:
        return taken(self.visit, () if self._whole else self._modules)

    @override
    def _write(self, paper: object, form: str) -> tuple[Path, str]:
        assert isinstance(paper, Takeaway)
        return save(paper, form)

    def _about(self) -> str:
        about = say("the whole course") if self._whole else _title(self.visit, self._modules)
        return say("This paper is about: {title}", title=about)

    def _how_much(self) -> str:
        """How much paper that is; worked out once for each of the two that can be chosen."""
        if self._whole not in self._pages:
            self._pages[self._whole] = _pages_of(
                self._paper(), saves=self.visit.profile.saves_files
            )
        return self._pages[self._whole]

    def _other(self) -> str:
        if not self._whole:
            return say("Take the whole course instead")
        return say("Take only this: {title}", title=_title(self.visit, self._modules))


def printed(visit: Visit, modules: tuple[str, ...]) -> str:
    """Print it; why not, in words, or nothing."""
    from edu_tui.handout.text import as_text

    return print_once(visit, taken(visit, modules), as_text)


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
    from edu_tui.handout.html import Printed, as_html

    return as_html(takeaway, Printed(large=form == "large")).encode(errors="replace"), ""


def _pages_of(takeaway: Takeaway, *, saves: bool) -> str:
    """How much paper it takes; where nothing is saved, what a printer makes of its text."""
    if not saves:
        from edu_tui.handout.text import as_text, printed_pages

        return printed_pages(as_text(takeaway))
    from edu_tui.handout.paper import pages_in_words

    normal, large = (pages_in_words(takeaway, large=size) for size in (False, True))
    return say("{pages}, in large print {more}", pages=normal, more=large)
