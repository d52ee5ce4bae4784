"""How far someone came by their code, added to the records once they have said yes; for `resume` and `open`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.commands.asking import is_sure
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.output import put, tell
from edu_tui.system.errors import BrokenModuleError, EduError, RecordsError, UsageError
from edu_tui.system.wording import say, use

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from edu_tui.learning.event import Event
    from edu_tui.learning.resume_code import ResumeState
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.model.module import Module
    from edu_tui.records.log import Log


def add_way(options: argparse.Namespace, way: ResumeState) -> int:
    """Say how far that is and what will be kept, ask once, keep it."""
    from edu_tui.records.log import Log

    path = _records(options)
    library = open_library(options, cached=False)
    log = Log(path)
    try:
        course = library.library().for_patients()
        use(settings(options).language)
        modules = _modules(library, course, way, settings(options).language)
        _say_how_far(modules, way)
        return _add(options, log, _events(log, modules, way, course)) if modules else 0
    except RecordsError as error:
        # Nobody is reading a module here, so what it means for reading is left out.
        raise EduError(error.fact) from error
    finally:
        library.close()
        log.close()
        if log.notice:
            tell(log.notice)


def _records(options: argparse.Namespace) -> Path:
    from edu_tui.system.paths import records_file

    if not settings(options).record:
        raise UsageError(
            "your settings say that nothing is kept, so there is nowhere to go on from."
        )
    path = records_file(settings(options).data)
    if path is None:
        raise UsageError("there is no home folder, so there is nowhere to keep how far you came.")
    return path


def _modules(
    library: OpenLibrary, course: Sequence[str], way: ResumeState, language: str
) -> list[Module]:
    """Those that the code tells of; one that cannot be shown here is said and left out."""
    modules = []
    for name in course:
        if name in way.read | way.talk:
            try:
                modules.append(library.module(name, language))
            except BrokenModuleError as error:
                tell(f"left out: {error}")
    return modules


def _say_how_far(modules: Sequence[Module], way: ResumeState) -> None:
    if not modules:
        put("This code says that nothing was read yet. There is nothing to add.\n")
        return
    put("This code says how far you came:\n")
    for module in modules:
        if module.id in way.read:
            put(f"  Read: {module.title}\n")
        if module.id in way.talk:
            put(f"  To talk about: {module.title}\n")


def _events(
    log: Log, modules: Sequence[Module], way: ResumeState, course: Sequence[str]
) -> list[Event]:
    """What is not in the records yet."""
    from time import time_ns

    from edu_tui.learning.resumed import Resumed
    from edu_tui.records.keeper import remember

    resumed = Resumed(way, course, remember(log), time_ns() // 1_000_000)
    known = {event.id for _, event in log.events()}
    events: list[Event] = []
    for module in modules:
        events += resumed.read(module)
        text = say("{title}: something here was not clear to me", title=module.title)
        events += resumed.asked(module, text)
    return [event for event in events if event.id not in known]


def _add(options: argparse.Namespace, log: Log, events: Sequence[Event]) -> int:
    if not events:
        put("All of that is here already. Nothing is added.\n")
        return 0
    put(f"\nIt will be kept on this computer, added to what is here: {_told(events)}.\n")
    if is_sure(options, "add it", "Nothing was added."):
        log.merge(events)
        put("Done. Type edu-tui to go on from there.\n")
    return 0


def _told(events: Sequence[Event]) -> str:
    from edu_tui.learning.event import SectionRead

    read = sum(isinstance(event.fact, SectionRead) for event in events)
    asked = len(events) - read
    texts = [
        say("{n} page as read", "{n} pages as read", n=read) if read else "",
        say("{n} thing on your list", "{n} things on your list", n=asked) if asked else "",
    ]
    return ", ".join(part for part in texts if part)
