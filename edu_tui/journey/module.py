"""A module's front page: what it gives, and the ways through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.place import Move, Place, push
from edu_tui.journey.view import Do, Row, View
from edu_tui.page.part import Gap, Heading, Words, words
from edu_tui.page.text import spans
from edu_tui.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.model.module import Module
    from edu_tui.page.line import Room
    from edu_tui.page.part import Part


class ModulePlace(Place):
    """Where a module begins."""

    def __init__(self, module: Module) -> None:
        self._module = module

    def view(self, visit: Visit, room: Room) -> View:
        """Summary, what the reader can do afterwards, and the rows."""
        module = self._module
        compact = bool(room.height) and room.height < 16
        parts: list[Part | Row] = [Heading(module.title)]
        parts += [] if compact else [Gap()]
        parts.append(Words(spans(module.summary, visit.voice())))
        if module.objectives and not compact:
            parts += [Gap(), words(say("Afterwards you can:"), "label")]
            for objective in module.objectives:
                parts.append(Words(spans(objective.text, visit.voice()), "- "))
        parts.append(Gap())
        parts += self._rows(visit)
        return View(
            where=(module.title, say("{n} minute", "{n} minutes", n=module.minutes)),
            parts=tuple(parts),
            keys=frozenset({"back", "find", "words"}),
        )

    def _rows(self, visit: Visit) -> list[Row]:
        module = self._module
        progress = visit.progress
        rows = []
        if module.walkthrough is not None:
            rows.append(Row(Do("walk"), module.walkthrough.title, detail=say("step by step")))
        if module.sections:
            rows.append(self._read_row(visit))
        if module.questions:
            clear = progress.clear(module.id)
            total = len(module.questions)
            detail = (
                say("{done} of {total} clear", done=clear, total=total)
                if clear
                else say("{n} question", "{n} questions", n=total)
            )
            rows.append(Row(Do("quiz"), say("See if it is clear"), detail=detail))
        unclear = progress.to_talk_about(module.id)
        if unclear:
            count = len(unclear)
            rows.append(Row(Do("retry"), say("Go over what was not clear"), detail=str(count)))
        return rows

    def _read_row(self, visit: Visit) -> Row:
        module = self._module
        read = len(visit.progress.sections_read(module.id))
        if 0 < read < len(module.sections):
            detail = say("{done} of {total} read", done=read, total=len(module.sections))
            return Row(Do("read"), say("Go on reading"), detail=detail)
        detail = (
            say("read")
            if read
            else say("{n} short part", "{n} short parts", n=len(module.sections))
        )
        return Row(Do("read"), say("Read about it"), detail=detail)

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Walk, read or answer."""
        if do.action == "walk":
            from edu_tui.journey.walking import start

            return push(start(self._module))
        if do.action == "read":
            from edu_tui.journey.reading import resume

            return push(resume(visit, self._module))
        if do.action in {"quiz", "retry"}:
            from edu_tui.journey.asking import ask_again, ask_all

            begin = ask_all if do.action == "quiz" else ask_again
            return push(begin(visit, self._module))
        return None

    def about(self, visit: Visit) -> tuple[str, str, str] | None:
        """The module as a whole."""
        del visit
        return self._module.id, "", self._module.title
