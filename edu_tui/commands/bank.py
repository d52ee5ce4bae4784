"""`edu-tui bank`: questions from elsewhere into a module, and a module's questions to elsewhere."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library
from edu_tui.commands.output import put
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    import argparse

WHAT = """\
examples:
  edu-tui bank import old-quiz.txt --module fire-safety -o my-library/en/fire-safety.yaml
  edu-tui check my-library                              names each gap that is left
  edu-tui bank export going-home --format gift -o going-home.gift

Aiken text (.txt) and CSV (.csv, .tsv) are taken in, as UTF-8 or as --encoding says, whole or not at all:
every line that is not understood is told. GIFT and Moodle XML are given out, each with its reasons;
GIFT has no way to write -> within a text and holds an arrow sign instead.
"""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def arguments(parser: argparse.ArgumentParser) -> None:
    """In or out."""
    parser.epilog = WHAT
    parser.set_defaults(part=_nothing)
    parts = parser.add_subparsers(metavar="WHAT")
    taken = parts.add_parser("import", help="make a module file from Aiken or CSV")
    taken.add_argument("file", metavar="FILE", help="Aiken text or CSV; - for what is piped in")
    taken.add_argument("--module", metavar="ID", required=True, help="the new module's id")
    taken.add_argument("--form", choices=["aiken", "csv"], help="else by the file's ending")
    taken.add_argument("--encoding", metavar="NAME", default="", help="how FILE was saved, such as cp1251; else UTF-8, or as its mark says")  # fmt: skip
    taken.add_argument("--to", choices=["questions", "assessment"], default="questions", help="practice, or a bank for staff; else practice")  # fmt: skip
    taken.set_defaults(part=_import)
    given = parts.add_parser("export", help="write a module's questions as GIFT or Moodle XML")
    given.add_argument("module", metavar="MODULE")
    given.add_argument("--format", choices=["gift", "moodle"], required=True)
    given.add_argument(
        "--bank", action="store_true", help="the assessment's bank, not the practice"
    )
    given.set_defaults(part=_export)
    library_arguments(given, again=True)
    for part in (taken, given):
        part.add_argument(
            "-o", "--output", metavar="FILE", help="write to FILE instead of printing"
        )
        part.add_argument("--force", action="store_true", help="overwrite FILE if it exists")


def run(options: argparse.Namespace) -> int:
    """Do it."""
    return int(options.part(options))


def _nothing(options: argparse.Namespace) -> int:
    del options
    raise UsageError(
        "in or out? edu-tui bank import FILE --module ID, or edu-tui bank export MODULE"
    )


def _import(options: argparse.Namespace) -> int:
    from edu_tui.library.exchange.aiken import read_aiken
    from edu_tui.library.exchange.incoming import text_of
    from edu_tui.library.exchange.module import module_of
    from edu_tui.library.exchange.table import read_table

    if not _ID.fullmatch(options.module):
        raise UsageError(f"{options.module} is no id: lower-case words with hyphens.")
    name = "standard input" if options.file == "-" else options.file
    form = options.form or _form(name)
    text = text_of(name, _data(options.file), options.encoding)
    questions = (read_table if form == "csv" else read_aiken)(name, text)
    if not questions:
        raise UsageError(f"{name} has no questions.")
    _give(options, module_of(questions, name, options.module, options.to))
    sys.stderr.write(f"{len(questions)} questions. edu-tui check names each gap that is left.\n")
    return 0


def _export(options: argparse.Namespace) -> int:
    from edu_tui.library.exchange.gift import as_gift
    from edu_tui.library.exchange.moodle import as_moodle

    opened = open_library(options, cached=False)
    try:
        library = opened.library()
        module = opened.module(options.module, options.lang or library.languages[0])
    except KeyError:
        raise UsageError(f"there is no module `{options.module}`; see edu-tui list") from None
    finally:
        opened.close()
    questions = module.assessment if options.bank else module.questions
    if not questions:
        what = "bank" if options.bank else "questions"
        raise UsageError(f"{module.id} has no {what}.")
    convert = as_gift if options.format == "gift" else as_moodle
    _give(options, convert(module.id, questions, library.clinic))
    return 0


def _form(name: str) -> str:
    """By the file's ending; what is only given out is told, not read as something else."""
    ending = Path(name).suffix.casefold()
    if ending in {".gift", ".xml"}:
        raise UsageError(
            f"{name}: GIFT and Moodle XML are given out, not taken in; save it as Aiken."
        )
    return "csv" if ending in {".csv", ".tsv"} else "aiken"


def _data(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}.") from error


def _give(options: argparse.Namespace, text: str) -> None:
    if not options.output:
        put(text)
        return
    from edu_tui.handout.keeping import keep

    keep(Path(options.output), text.encode(), private=False, replace=options.force)
    put(f"Written: {options.output}\n")
