"""Home: what this library is, and its modules in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.place import STAY, Move, Place, push
from edu_tui.journey.view import Do, Listing, Row, View
from edu_tui.page.part import Gap, words
from edu_tui.wording import language_name, say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.library.shelf import Entry
    from edu_tui.page.line import Room
    from edu_tui.page.part import Part


class Home(Place):
    """The outline of the library; the bottom of the stack."""

    def __init__(self) -> None:
        self._last = ""

    def view(self, visit: Visit, room: Room) -> View:
        """The modules, then what else there is."""
        entries = visit.entries()
        compact = bool(room.height) and room.height < 16
        before: list[Part | Row] = []
        if not compact:
            before += [words(say("What would you like to know? Take your time.")), Gap()]
        if not entries:
            before.append(words(say("This library has no parts yet.")))
        after = (
            Gap(),
            Row(Do("asked"), say("My questions"), detail=_count(len(visit.asks))),
            Row(Do("words"), say("What the words mean")),
            Row(Do("find"), say("Find a word")),
        )
        focus = 0
        if self._last:
            focus = next((i for i, entry in enumerate(entries) if entry.id == self._last), 0)
        return View(
            where=(visit.title,),
            parts=Listing(before, len(entries), lambda at: _row(visit, entries[at]), after),
            keys=frozenset({"find", "words", "language", "asked"}),
            labels=(("open", say("Open")),),
            said=_getting_ready(visit),
            focus=focus,
        )

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Open a module; up and back have nowhere to go from here."""
        if do.action == "module":
            self._last = do.what
            return open_module(visit, do.what)
        return STAY if do.action in {"back", "up", "home"} else None


def open_module(visit: Visit, module_id: str) -> Move:
    """Go to a module, or to a calm page that says why it cannot be shown."""
    from edu_tui.errors import BrokenModuleError
    from edu_tui.journey.broken import Broken
    from edu_tui.journey.module import ModulePlace

    try:
        module = visit.module(module_id)
    except BrokenModuleError as error:
        return push(Broken(visit.contents.entries[module_id].title, error))
    return push(ModulePlace(module))


def _row(visit: Visit, entry: Entry) -> Row:
    if entry.state in {"broken", "missing"}:
        return Row(Do("module", entry.id), entry.title, detail=say("This part cannot be shown"))
    details = []
    if entry.steps:
        details.append(say("step by step"))
    if entry.minutes:
        details.append(say("{n} minute", "{n} minutes", n=entry.minutes))
    if entry.language != visit.language:
        details.append(say("in {language}", language=language_name(entry.language)))
    details += _progress(visit, entry)
    return Row(Do("module", entry.id), entry.title, detail=", ".join(details))


def _progress(visit: Visit, entry: Entry) -> list[str]:
    to_talk = len(visit.progress.to_talk_about(entry.id))
    if to_talk:
        return [say("{n} to talk about", "{n} to talk about", n=to_talk)]
    read = len(visit.progress.sections_read(entry.id))
    if read >= entry.parts > 0:
        return [say("read")]
    return [say("read {done} of {total}", done=read, total=entry.parts)] if read else []


def _count(number: int) -> str:
    return str(number) if number else ""


def _getting_ready(visit: Visit) -> str:
    if visit.getting_ready is None:
        return ""
    done, total = visit.getting_ready
    return say("Getting the library ready: {done} of {total}", done=done, total=total)
