"""Sheets to fill in: which there are, and each on paper or as a file. Nothing is typed into one here."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from edu_tui.handout.fill import FillIn, as_html, as_pdf, as_text, sheets_of, with_mine
from edu_tui.handout.for_others import for_escort, for_nurse
from edu_tui.handout.gather import HandoutSource, mine
from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place, push
from edu_tui.journey.taking.printing import may_print, print_once, print_rows
from edu_tui.journey.taking.saving import Saving, files, own_folder
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.layout.picture import with_picture
from edu_tui.layout.sheet_to_fill import sheet_in_words
from edu_tui.layout.text import TextVoice
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part


class SheetsPlace(Place):
    """The sheets of all modules that may be shown."""

    alone: ClassVar[bool] = True

    def __init__(self, *, for_others: bool = False) -> None:
        super().__init__()
        self._for_others = for_others
        """Whether only those for the people around the reader are asked for."""

    @cached_property
    def _sheets(self) -> list[FillIn]:
        visit = self.visit
        names = [entry.id for entry in visit.entries() if visit.may_show(entry.id)]
        source = HandoutSource(visit.open_library, visit.language, visit.profile.audience)
        own = mine(visit.history)
        today = date.today()
        others = [for_nurse(source, names, own, today), for_escort(source, names, today)]
        return others if self._for_others else [*sheets_of(source, names, today), *others]

    @override
    def view(self, room: Room) -> View:
        """A row for each."""
        rows = [
            Row(Request(Action.OPEN_IT, str(at)), one.sheet.title)
            for at, one in enumerate(self._sheets)
        ]
        told = say("Print one, and fill it in by hand.") if rows else say("There are none here.")
        return View(
            where=(say("Sheets to fill in"),),
            parts=(words(told), Gap(), *rows, Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.BACK, Action.UP, Action.HOME}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Open one."""
        if do.action is Action.OPEN_IT and do.what.isdecimal():
            return push(SheetPlace(self._sheets[int(do.what)]))
        return None


class SheetPlace(Saving):
    """One sheet: what stands on it, and the ways to take it."""

    def __init__(self, fill: FillIn) -> None:
        super().__init__()
        self._fill = fill

    @override
    def view(self, room: Room) -> View:
        """How to fill it in, what stands over its columns and in its rows."""
        fill = self._paper()
        voice = TextVoice(dict(fill.clinic), {})
        told = [
            *sheet_in_words(fill.sheet, fill.rows, voice),
            *([Gap()] if fill.told else []),
            *fill.told,
        ]
        parts: list[Part | Row] = [*self._news(), *with_picture(fill.sheet.picture, told, room)]
        parts.append(Gap())
        parts += print_rows(self.visit)
        parts += files() if self.visit.profile.saves_files else []
        return View(
            where=(fill.sheet.title,),
            parts=(*parts, Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.BACK, Action.UP, Action.HOME}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Print it or save it."""
        if do.action is Action.PRINT and may_print(self.visit):
            self._trouble = print_once(self.visit, self._paper(), as_text)
            return Navigation("stay", said=self._trouble or say("It is being printed."))
        return self._saving(do)

    @override
    def _paper(self) -> FillIn:
        return with_mine(self._fill, self.visit.asks.asks)

    @override
    def _write(self, paper: object, form: str) -> tuple[Path, str]:
        from edu_tui.handout.keeping import keep_beside

        fill, lacking = self._paper(), ""
        if form == "pdf":
            from edu_tui.handout.lacking import boxes_for

            pdf = as_pdf(fill)
            data, lacking = pdf.data, boxes_for(pdf.lacking) if pdf.lacking else ""
        else:
            text = as_text(fill) if form == "text" else as_html(fill, large=form == "large")
            data = text.encode(errors="replace")
        name = f"edu-tui-{fill.sheet.id}{'-large' if form == 'large' else ''}"
        ending = {"text": "txt", "large": "html"}.get(form, form)
        return keep_beside(own_folder(), name, ending, data), lacking
