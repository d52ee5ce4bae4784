"""`edu-tui handout`: what to take along, as text, as a page to print, or as PDF."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.commands.output import put, tell
from edu_tui.system.errors import UsageError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    import argparse

    from edu_tui.handout.content import Takeaway
    from edu_tui.handout.gather import Mine
    from edu_tui.library.open_library import OpenLibrary

Form = Literal["text", "html", "pdf"]
ENDINGS: dict[str, Form] = {".txt": "text", ".html": "html", ".htm": "html", ".pdf": "pdf"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What goes on it, and how it is made."""
    parser.add_argument(
        "module", metavar="MODULE", nargs="*", help="module IDs (default: the whole course)"
    )
    parser.add_argument(
        "--mine",
        action="store_true",
        help="only what I opened, my questions, and what I was not sure about",
    )
    parser.add_argument(
        "--sheet",
        metavar="ID",
        help="a sheet to fill in; with --mine it has my questions; `list` names them all",
    )
    parser.add_argument(
        "--nurse",
        action="store_true",
        help="for the nurse: what I tell back in my own words, what I missed first",
    )
    parser.add_argument(
        "--escort",
        action="store_true",
        help="for who takes me home: one page for the way and the night",
    )
    parser.add_argument("--full", action="store_true", help="include the full text of the modules")
    parser.add_argument(
        "--format", choices=["text", "html", "pdf"], help="default: from FILE's name, or text"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of printing")
    parser.add_argument("--force", action="store_true", help="overwrite FILE if it exists")
    parser.add_argument("--large", action="store_true", help="large print (html, pdf)")
    parser.add_argument(
        "--paper",
        choices=["a4", "letter"],
        help="paper for html and pdf (default: what the library's country prints on)",
    )
    parser.add_argument("--ascii", action="store_true", help="use ASCII characters only (text)")
    library_arguments(parser, again=True)


def run(options: argparse.Namespace) -> int:
    """Make it; exit code 1 where a part or a character of it had to be left out."""
    form = _form(options)
    if options.sheet or options.nurse or options.escort:
        return _sheet(options, form)
    takeaway = _takeaway(options)
    content, lacking = _made(takeaway, form, options)
    pages = _pages(takeaway, content, options)
    _give(content, form, options, pages, private=takeaway.personal)
    for name in takeaway.left_out:
        tell(f"left out {name}: it cannot be shown; see edu-tui check")
    if lacking:
        from edu_tui.handout.lacking import lacking_words

        tell(f"{lacking_words(lacking, takeaway)} {_instead()}")
    return 1 if takeaway.left_out or lacking else 0


def _sheet(options: argparse.Namespace, form: Form) -> int:
    from edu_tui.commands.filling import LIST, chosen, for_another, listed, made, sheets

    if options.sheet:
        found = sheets(options)
        if options.sheet == LIST:
            put(listed(found))
            return 0
        fill = chosen(found, options.sheet, _own(options) if options.mine else None)
    else:
        fill = for_another(options, _own(options) if options.nurse else None)
    content, lacking = made(fill, form, options)
    _give(content, form, options, private=bool(fill.mine))
    if lacking:
        from edu_tui.handout.lacking import boxes_for

        tell(f"{boxes_for(lacking)} {_instead()}")
    return 1 if lacking else 0


def _instead() -> str:
    return say("A browser may show them, and text has them: --format html, --format text.")


def _give(
    content: str | bytes, form: Form, options: argparse.Namespace, pages: str = "", *, private: bool
) -> None:
    """Print it, or write it to the file that was named; and say how much paper it is."""
    if options.output in {None, "-"}:
        if not sys.stdout.isatty() and pages:
            tell(pages)
        if form == "pdf" and sys.stdout.isatty():
            raise UsageError("a PDF is no text for a terminal. Name a file: -o FILE")
        put(content)
    else:
        from edu_tui.handout.keeping import keep

        data = content if isinstance(content, bytes) else content.encode()
        keep(Path(options.output), data, private=private, replace=options.force)
        put(f"Written: {options.output}{', ' if pages else ''}{pages}\n")


def _form(options: argparse.Namespace) -> Form:
    """As asked for, or as the name of the file says; raises UsageError for what does not go together."""
    ending = Path(options.output or "").suffix
    if not options.format and ending and ending.lower() not in ENDINGS:
        raise UsageError(
            f"there is no form for {ending[:32]!a}. End the name in {', '.join(ENDINGS)}, or give "
            "--format text, html or pdf."
        )
    form: Form = options.format or ENDINGS.get(ending.lower(), "text")
    others = [name for name in ("sheet", "nurse", "escort") if getattr(options, name)]
    if len(others) > 1:
        raise UsageError(f"give --{others[0]} or --{others[1]}, not both.")
    if options.mine and options.module and not others:
        raise UsageError("give modules, or --mine, not both.")
    if options.large and form == "text":
        raise UsageError(
            "--large is for --format html or pdf. To print text large: lp -o cpi=6 -o lpi=4"
        )
    if options.paper and form == "text":
        raise UsageError("--paper is for --format html or pdf.")
    if options.ascii and form != "text":
        raise UsageError("--ascii is for --format text.")
    return form


def _takeaway(options: argparse.Namespace) -> Takeaway:
    from datetime import date

    from edu_tui.handout.gather import HandoutSource
    from edu_tui.system.wording import use

    source = HandoutSource(
        open_library(options, cached=False), settings(options).language, "patient"
    )
    today = date.today()
    if options.mine:
        takeaway = source.of_reader(_own(options), today, whole=options.full)
    else:
        names = _names(source.open_library, options) or source.course()
        takeaway = source.takeaway(names, today, whole=options.full)
    use(takeaway.language)
    return takeaway


def _names(opened: OpenLibrary, options: argparse.Namespace) -> list[str]:
    """The modules asked for, each once; raises where one is unknown or broken."""
    from edu_tui.ui.plain.reading import module_named

    names = list(dict.fromkeys(options.module))
    for name in names:
        module_named(opened, name, settings(options).language)
    return names


def _own(options: argparse.Namespace) -> Mine:
    """What this reader did, from the records; may raise RecordsError."""
    from edu_tui.handout.gather import mine
    from edu_tui.learning.history import History
    from edu_tui.records.keeper import remember
    from edu_tui.records.log import Log
    from edu_tui.system.paths import records_file

    path = records_file(settings(options).data)
    if path is None:
        return mine(History())
    log = Log(path)
    try:
        return mine(remember(log))
    finally:
        log.close()


def _pages(takeaway: Takeaway, content: str | bytes, options: argparse.Namespace) -> str:
    """How much paper it is, for who is about to print it."""
    if isinstance(content, str):
        from edu_tui.handout.text import printed_pages

        return printed_pages(content)
    from edu_tui.handout.paper import pages_in_words

    return pages_in_words(takeaway, large=options.large)


def _made(takeaway: Takeaway, form: Form, options: argparse.Namespace) -> tuple[str | bytes, str]:
    """The file, and which characters are not in it."""
    if form != "text":
        from edu_tui.handout.html import Printed, as_html

        printed = Printed(options.paper, options.large)
        if form == "html":
            return as_html(takeaway, printed).encode(), ""
        from edu_tui.handout.pdf import as_pdf

        pdf = as_pdf(takeaway, printed)
        return pdf.data, pdf.lacking
    from edu_tui.handout.text import WIDTH, as_text

    if not options.ascii:
        return as_text(takeaway), ""
    from edu_tui.ui.plain.streams import SLACK, in_ascii

    return in_ascii(as_text(takeaway, WIDTH - SLACK)), ""
