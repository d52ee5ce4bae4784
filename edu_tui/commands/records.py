"""`edu-tui records`: what is kept about the reader: to see, to take elsewhere, to delete."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from edu_tui.commands.asking import is_sure
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.output import put, tell
from edu_tui.commands.progress import Progress
from edu_tui.system.errors import EduError, RecordsError, TransferError, UsageError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    import argparse

    from edu_tui.learning.event import Event
    from edu_tui.records.log import Log

WHAT = """\
examples:
  edu-tui records                        what is kept, in plain words
  edu-tui records where                  in which files
  edu-tui records export -o mine.jsonl   then, on another computer:
  edu-tui records import mine.jsonl      nothing is imported twice
  edu-tui records delete                 all of it; asks before anything goes
"""
MOST_NAMED = 20
"""Entries that cannot be read, and are named."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with them; `show` when nothing is said."""
    parser.epilog = WHAT
    parser.set_defaults(part=_show, all=False)
    library_arguments(parser, again=True)
    parts = parser.add_subparsers(metavar="WHAT")
    parts.add_parser("where", help="show where the files are").set_defaults(part=_where)
    show = parts.add_parser("show", help="what is kept, in plain words")
    show.add_argument("--all", action="store_true", help="every entry, with all that is in it")
    library_arguments(show, again=True)
    show.set_defaults(part=_show)
    export = parts.add_parser("export", help="export everything as JSON Lines")
    export.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of printing")
    export.add_argument("--force", action="store_true", help="overwrite FILE if it exists")
    export.set_defaults(part=_export)
    taken = parts.add_parser("import", help="import an export, from this computer or another")
    taken.add_argument("file", metavar="FILE", help="an export; - for what is piped in")
    taken.set_defaults(part=_import)
    delete = parts.add_parser("delete", help="delete everything, or what is kept for one module")
    delete.add_argument("--module", metavar="ID", help="only of this module")
    unit = delete.add_mutually_exclusive_group()
    unit.add_argument("--section", metavar="ID", help="only of this section of the module")
    unit.add_argument("--question", metavar="ID", help="only of this question of the module")
    delete.add_argument("--yes", action="store_true", help="do not ask")
    delete.set_defaults(part=_delete)


def run(options: argparse.Namespace) -> int:
    """Do it."""
    from edu_tui.records.log import Log
    from edu_tui.system.paths import records_file

    path = records_file(settings(options).data)
    if path is None:
        raise UsageError("there is no home folder, so there are no records.")
    log = Log(path)
    try:
        code: int = options.part(options, log)
    except RecordsError as error:
        # Nobody is reading a module here, so what it means for reading is left out.
        raise EduError(error.fact) from error
    finally:
        log.close()
        if log.notice:
            tell(log.notice)
        for record in log.left_out[:MOST_NAMED]:
            tell(str(record))
    return code


def _where(options: argparse.Namespace, log: Log) -> int:
    from edu_tui.ui.plain.records import files

    del options
    put(files(log))
    return 0


def _show(options: argparse.Namespace, log: Log) -> int:
    from edu_tui.ui.plain.records import Titles, every_entry, summary
    from edu_tui.ui.plain.streams import fit

    events = [event for _, event in log.events()]
    if options.all:
        put(every_entry(events))
        return 0
    library = open_library(options, cached=False)
    try:
        put(summary(events, Titles(library, settings(options).language), fit(sys.stdout)))
    finally:
        library.close()
    return 0


def _export(options: argparse.Namespace, log: Log) -> int:
    from edu_tui.records.transfer import lines_of

    events = [event for _, event in log.events()]
    data = "".join(lines_of(events)).encode()
    if options.output in {None, "-"}:
        put(data)
        return 0
    from edu_tui.handout.keeping import keep

    keep(Path(options.output), data, private=True, replace=options.force)
    put(f"{_entries(len(events))} written to {options.output}. Only you can open that file.\n")
    return 0


def _import(options: argparse.Namespace, log: Log) -> int:
    if not settings(options).record:
        raise UsageError(
            "nothing is written with --no-record, or with `record = false` in your settings. "
            "Import without it."
        )
    with Progress("reading", "Import it again: nothing is imported twice.") as progress:
        merged = log.merge(_read(options.file, progress))
    parts = [f"{merged.new} new", f"{merged.already} already here"]
    if merged.left_out:
        parts.append(f"{merged.left_out} left out because you had them forgotten here")
    put(", ".join(parts) + ".\n")
    if merged.forgotten:
        put(f"{_entries(merged.forgotten)} deleted here, because you had them forgotten there.\n")
    _fold_anew(log)
    return 0


def _read(name: str, progress: Progress) -> list[Event]:
    from edu_tui.records.transfer import events_in

    try:
        if name == "-":
            return events_in(sys.stdin.buffer, progress)
        with Path(name).open("rb") as given:
            return events_in(given, progress)
    except OSError as error:
        raise UsageError(f"cannot read {name}: {error.strerror}.") from error
    except TransferError as error:
        raise TransferError(f"{'standard input' if name == '-' else name}: {error}") from error


def _delete(options: argparse.Namespace, log: Log) -> int:
    if (options.section or options.question) and not options.module:
        raise UsageError("say of which module: --module ID")
    if options.module:
        return _delete_some(options, log)
    events = _readable(log)
    # What belongs to this connection alone is gone before the files are counted.
    log.close()
    gone = log.files()
    if not gone:
        put("Nothing is kept, so there is nothing to delete.\n")
        return 0
    put("This deletes everything that is kept about you:\n")
    put("".join(f"  {line}\n" for line in [*_goes(events), *map(str, gone)]))
    if not is_sure(options, "delete", "Nothing was deleted."):
        return 0
    put("Deleted:\n" + "".join(f"  {path}\n" for path in log.delete_all()))
    put("Files that you exported are still where you put them.\n")
    return 0


def _delete_some(options: argparse.Namespace, log: Log) -> int:
    from time import time_ns

    from edu_tui.learning.event import Event, Forgotten
    from edu_tui.records.file import is_damaged

    unit = options.section or ""
    if options.question:
        unit = "?" + options.question.removeprefix("?")
    kept = [event for _, event in log.events() if not isinstance(event.fact, Forgotten)]
    events = [
        event for event in kept if event.module == options.module and unit in ("", event.unit)
    ]
    if not events:
        raise UsageError(_nothing(options, kept))
    part = f", {unit.lstrip('?')}" if unit else ""
    put(f"This deletes what is kept of {options.module}{part}:\n")
    put("".join(f"  {line}\n" for line in _goes(events)))
    if not is_sure(options, "delete", "Nothing was deleted."):
        return 0
    moment = time_ns() // 1_000_000
    gone = log.forget(Event(Forgotten(), moment, options.module, unit=unit))
    put(f"{_entries(gone)} deleted. Files that you exported are still where you put them.\n")
    for path in filter(is_damaged, log.files()):
        put(f"It may still be in this damaged file: {path}\n")
    _fold_anew(log)
    return 0


def _fold_anew(log: Log) -> None:
    """Here, where nobody waits, and not at the next start."""
    from contextlib import suppress

    from edu_tui.records.keeper import remember

    with suppress(RecordsError):
        remember(log)


def _readable(log: Log) -> list[Event] | None:
    """All that will go; None where it cannot be read, which is no reason to keep it."""
    try:
        return [event for _, event in log.events()]
    except RecordsError:
        return None


def _goes(events: list[Event] | None) -> list[str]:
    """How much of what, so that a person knows what it is about."""
    if events is None:
        return ["records that cannot be read here"]
    from edu_tui.learning.event import (
        AskAdded,
        DraftSaved,
        QuestionAnswered,
        QuestionGuessed,
        SectionRead,
        StepOpened,
    )

    read = sum(isinstance(event.fact, SectionRead | StepOpened) for event in events)
    answers = sum(isinstance(event.fact, QuestionAnswered) for event in events)
    guesses = sum(isinstance(event.fact, QuestionGuessed) for event in events)
    asked = sum(isinstance(event.fact, AskAdded) for event in events)
    drafts = sum(isinstance(event.fact, DraftSaved) and bool(event.fact.text) for event in events)
    texts = [
        say("{n} page read", "{n} pages read", n=read) if read else "",
        say("{n} answer", "{n} answers", n=answers) if answers else "",
        say("{n} guess", "{n} guesses", n=guesses) if guesses else "",
        say("{n} question for your list", "{n} questions for your list", n=asked) if asked else "",
        say("{n} question not added yet", "{n} questions not added yet", n=drafts)
        if drafts
        else "",
    ]
    of_these = ", ".join(part for part in texts if part)
    return [f"{_entries(len(events))}: {of_these}" if of_these else _entries(len(events))]


def _nothing(options: argparse.Namespace, kept: list[Event]) -> str:
    from edu_tui.library.finding import nearest

    known = dict.fromkeys(event.module for event in kept if event.module)
    if options.module in known:
        return f"nothing is kept of {options.section or options.question} in {options.module}."
    near = nearest(options.module, known)
    return f"nothing is kept of {options.module}" + (f"; did you mean {near}?" if near else ".")


def _entries(count: int) -> str:
    return say("{n} entry", "{n} entries", n=count)
